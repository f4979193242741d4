"""Tile services that a reader may lay over the offline ground: the user's own, off till chosen.

``tiles.toml`` in the folder of ``geo.settings.home_dir`` has them; Dateline ships none. A table
a service::

    [aerial]
    name = "Aerial photographs"
    url = "https://tiles.example.org/{z}/{x}/{y}.png"
    attribution = "© Example Survey"
    max_zoom = 17

The browser asks for tiles, and only while a reader has chosen the service on the map. A folder of
tiles (``file:///home/me/tiles/{z}/{x}/{y}.png``) is served by Dateline, for no browser reads files.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from geo.settings import home_dir

SETTINGS = "tiles.toml"
KEYS = frozenset({"name", "url", "attribution", "max_zoom"})
PLACES = ("{z}", "{x}", "{y}")
MAX_ZOOM = 18
"""What most services have, where the table does not say."""
DEEPEST = 24
IMAGES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
HERE = "this machine"
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


class TilesError(Exception):
    """The user's list of tile services cannot be used; says where, why and the way out."""


@dataclass(frozen=True, slots=True)
class TileService:
    """A tile service.

    Attributes
    ----------
    id, name
        ``aerial`` and "Aerial photographs".
    url
        Where the browser finds a tile, with ``{z}``, ``{x}`` and ``{y}``.
    host
        Who is asked: host and port, or "this machine" for a folder.
    attribution
        What must stand on the map while its tiles do.
    max_zoom
        Closest zoom it has tiles for.
    files
        Path of a tile in a folder, with the same three; None for a service.
    """

    id: str
    name: str
    url: str
    host: str
    attribution: str
    max_zoom: int
    files: str | None = None


def tile_services() -> tuple[TileService, ...]:
    """Read the user's tile services, in the order of the file; none where there is no file.

    Raises
    ------
    TilesError
        When the file cannot be read, or an entry in it cannot be used.
    """
    path = home_dir() / SETTINGS
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        return tuple(_service(id_, table) for id_, table in tables.items())
    except (OSError, ValueError) as error:
        raise TilesError(f"{path} cannot be used ({error}): mend or remove it") from error


def choices() -> dict[str, Any]:
    """Give what the map offers: the services as plain values, and what is wrong with their file."""
    try:
        services = tile_services()
    except TilesError as error:
        return {"services": [], "problem": str(error)}
    plain = [
        {
            "id": each.id,
            "name": each.name,
            "url": each.url,
            "host": each.host,
            "attribution": each.attribution,
            "maxZoom": each.max_zoom,
        }
        for each in services
    ]
    return {"services": plain, "problem": None}


def route() -> Route:
    """Serve the tiles of the folders that the user named, and nothing else of them."""
    return Route("/tiles/{service}/{z:int}/{x:int}/{y:int}", _answer)


def _answer(request: Request) -> Response:
    parts = request.path_params
    try:
        known = {each.id: each.files for each in tile_services()}
    except TilesError as error:
        return PlainTextResponse(str(error), status_code=404)
    template = known.get(parts["service"])
    path = Path(_filled(template, parts)) if template else None
    if path is None or not path.is_file():
        return PlainTextResponse("no such tile", status_code=404)
    return FileResponse(path, media_type=IMAGES[path.suffix.lower()])


def _filled(template: str, parts: Mapping[str, Any]) -> str:
    """Put the numbers of a tile into a path; they are whole numbers, so they lead nowhere else."""
    for place in PLACES:
        template = template.replace(place, str(int(parts[place[1]])))
    return template


def _service(id_: str, table: object) -> TileService:
    if not isinstance(table, dict) or not _ID.fullmatch(id_):
        raise ValueError(f"{id_} is no table with a short name of plain letters, digits, - and _")
    strange = sorted(table.keys() - KEYS)
    if strange:
        raise ValueError(f"[{id_}] has {strange[0]}; there are {', '.join(sorted(KEYS))}")
    url, files = _address(id_, _text(id_, table, "url"))
    zoom = table.get("max_zoom", MAX_ZOOM)
    if type(zoom) is not int or not 0 <= zoom <= DEEPEST:
        raise ValueError(f"[{id_}] max_zoom must be a whole number up to {DEEPEST}")
    return TileService(
        id=id_,
        name=_text(id_, table, "name"),
        url=url,
        host=HERE if files else urlsplit(url).netloc,
        attribution=_text(id_, table, "attribution"),
        max_zoom=zoom,
        files=files,
    )


def _text(id_: str, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"[{id_}] needs {key}, a text in quotes")
    return value.strip()


def _address(id_: str, url: str) -> tuple[str, str | None]:
    """Check where tiles come from; of a folder, give the address it is served at and its paths."""
    if any(url.count(place) != 1 for place in PLACES) or url.count("{") != len(PLACES):
        raise ValueError(f"[{id_}] url must have {{z}}, {{x}} and {{y}} once each, and no other")
    if not url.isprintable() or any(letter in url for letter in " \\\"'<>"):
        raise ValueError(f"[{id_}] url has a letter in it that no address has")
    parts = urlsplit(url)
    if parts.scheme == "file":
        return f"tiles/{id_}/{{z}}/{{x}}/{{y}}", _folder(id_, parts)
    if "@" in parts.netloc or "{" in parts.netloc or not parts.hostname:
        raise ValueError(f"[{id_}] url must begin with one plain host")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname)):
        raise ValueError(f"[{id_}] url must be https, or http at 127.0.0.1, or file")
    return url, None


def _folder(id_: str, parts: SplitResult) -> str:
    path = unquote(parts.path)
    images = ", ".join(IMAGES)
    if parts.netloc not in {"", "localhost"} or Path(path).suffix.lower() not in IMAGES:
        raise ValueError(
            f"[{id_}] url must be file:///folder/{{z}}/{{x}}/{{y}} with one of {images}"
        )
    return path


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
