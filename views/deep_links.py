"""Addresses of the pages beside the map, so that a link to one opens without trying in vain first.

Streamlit's browser side cannot tell whether ``/reports`` is a page or the folder that the whole app
lives in: it asks for the server's health in that folder, and the browser logs that it is not there.
The same page, told where the server is, has nothing to try.
"""

from collections.abc import Iterable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route
from streamlit import file_util

TELL = "<script>window.__streamlit = { BACKEND_BASE_URL: location.origin };</script>"


def deep_links(paths: Iterable[str]) -> list[Route]:
    """Serve Streamlit's page at each path (without slashes), with the server's address in it."""
    index = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    html = index.replace("<head>", f"<head>{TELL}", 1)

    def answer(_: Request) -> HTMLResponse:
        return HTMLResponse(html, headers={"Cache-Control": "no-cache"})

    return [Route(f"/{path}", answer) for path in paths]


def moved(path: str, to: str) -> Route:
    """Send who follows a link to a page's old address to the new one, with all that it asks for."""

    def answer(request: Request) -> RedirectResponse:
        return RedirectResponse(f"/{to}{f'?{request.url.query}' if request.url.query else ''}", 301)

    return Route(f"/{path}", answer)
