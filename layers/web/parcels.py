"""Parcels: what is too large for the websocket, fetched by the browser from a secret address.

Streamlit writes and reads the data of a component several times over on both ends of its websocket,
which for a scene of megabytes takes longer than to fetch it. A parcel is fetched as a file is, and
unpacked by the browser's network stack while the page is busy. It holds reports, though, which a
file of ours never does (``layers.web.assets``): its address is a secret that only the session it
was made for is told, over its own websocket; it is good for as long as that session holds the
parcel, for pages of this origin only, and nothing on the way may keep a copy.
"""

import secrets
from http import HTTPStatus
from weakref import WeakValueDictionary

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PLACE = "parcels"
BYTES = 32
"""Of chance in an address."""
HELD = 2
"""Parcels a session holds under a key: the newest, and one that a browser may be about to fetch."""
HEADERS = {
    "Content-Encoding": "gzip",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Parcel:
    """JSON as gzip, and the address it is fetched from."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.secret = secrets.token_urlsafe(BYTES)

    @property
    def address(self) -> str:
        """Where the browser finds it, relative to the page."""
        return f"{PLACE}/{self.secret}"


# Sessions hold their parcels: with a session its addresses go.
_PARCELS: WeakValueDictionary[str, Parcel] = WeakValueDictionary()


def made(content: bytes) -> Parcel:
    """Make a parcel; it can be fetched for as long as somebody holds it."""
    parcel = Parcel(content)
    _PARCELS[parcel.secret] = parcel
    return parcel


def address(content: bytes, key: str) -> str:
    """Give the address of a parcel of the reader's session: the same for the same content."""
    own = f"{PLACE} {key}"
    held: tuple[Parcel, ...] = st.session_state.get(own, ())
    if not held or held[0].content is not content:
        held = (made(content), *held)[:HELD]
        st.session_state[own] = held
    return held[0].address


def route() -> Route:
    """Serve them to pages of this origin; of an address that is not good nothing is said."""
    return Route(f"/{PLACE}/{{secret}}", _answer)


def _answer(request: Request) -> Response:
    parcel = _PARCELS.get(request.path_params["secret"])
    # Browsers say for whom they ask; what is no browser knows the address or does not.
    ours = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    if parcel is None or not ours:
        return PlainTextResponse("no such parcel", HTTPStatus.NOT_FOUND)
    return Response(parcel.content, media_type="application/json", headers=HEADERS)
