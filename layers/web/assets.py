"""Where the browser finds the modules that are ours: an address that changes with what they say.

Streamlit serves ``static/`` without a word on how long a copy is good. Browsers then guess from a
file's age, so that after an upgrade they may mix modules of two versions for days. Under an address
that holds a hash of them all each may be kept for good, and an upgrade is another address; imports
between modules are relative and inherit it. The hash is taken once, when the server starts.
"""

import hashlib
from functools import cache
from http import HTTPStatus
from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

ROOT = Path(__file__).resolve().parents[2] / "static"
FOREVER = "public, max-age=31536000, immutable"
HASH_LENGTH = 12


class _Kept(StaticFiles):
    """Files that never change under their address."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer as the base class does, and say that a file may be kept."""
        response = await super().get_response(path, scope)
        if response.status_code == HTTPStatus.OK:
            response.headers["Cache-Control"] = FOREVER
        return response


@cache
def base() -> str:
    """Address of the files in ``static/``, relative to the page, with a slash at its end."""
    digest = hashlib.sha256()
    for path in sorted(path for path in ROOT.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return f"assets/{digest.hexdigest()[:HASH_LENGTH]}/"


def route() -> Mount:
    """Serve them; under the address of another version there is nothing."""
    return Mount(f"/{base().rstrip('/')}", app=_Kept(directory=ROOT))
