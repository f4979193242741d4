"""Where the browser finds what is ours: an address that changes with what it says.

Streamlit serves ``static/`` without a word on how long a copy is good. Browsers then guess from a
file's age, so that after an upgrade they may mix files of two versions for days. Under an address
that holds a hash of them all each may be kept for good, and an upgrade is another address. The hash
is taken once, when the server starts.

The modules of all components come as one program, which a new window has in a single answer: to ask
for them one by one, each after the one that names it, takes longer than all else it waits for.
"""

import hashlib
from functools import cache
from http import HTTPStatus
from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from layers.web.modules import bundle

ROOT = Path(__file__).resolve().parents[2] / "static"
FOREVER = "public, max-age=31536000, immutable"
HASH_LENGTH = 12
CALLED = ("case-bar.js", "page-theme.js", "wire.js")
"""Modules of components without a face; those of the others end in ``-live.js``."""
PROGRAM = "program.js"
"""Exports ``modules``: what each module exports, by its file name."""


class _Kept(StaticFiles):
    """Files that never change under their address."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer as the base class does, and say that a file may be kept."""
        if path == PROGRAM:
            response: Response = Response(program(), media_type="text/javascript")
        else:
            response = await super().get_response(path, scope)
        if response.status_code == HTTPStatus.OK:
            response.headers["Cache-Control"] = FOREVER
        return response


@cache
def base() -> str:
    """Address of the program and of the files in ``static/``, with a slash at its end.

    It is relative to the page.
    """
    digest = hashlib.sha256(program().encode())
    for path in sorted(path for path in ROOT.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return f"assets/{digest.hexdigest()[:HASH_LENGTH]}/"


@cache
def program() -> str:
    """Join the modules of every component, and all that they import, into one."""
    hosts = sorted(path.name for path in (ROOT / "web").glob("*-live.js"))
    joined = bundle([*hosts, *CALLED], lambda name: (ROOT / "web" / name).read_text("utf-8"))
    return f"{joined}export {{ modules }};\n"


def route() -> Mount:
    """Serve them; under the address of another version there is nothing."""
    return Mount(f"/{base().rstrip('/')}", app=_Kept(directory=ROOT))
