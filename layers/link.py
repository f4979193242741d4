"""What a link says of a view: the query that static/web/link.js writes, read on the server.

Read are the keys that a plate can follow (window, axis, switches, camera); a selection and what is
open beside the map are the browser's. ``tests/fixtures/link_cases.json`` holds both to one reading.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from layers.names import NAMINGS
from layers.since import checked
from layers.view import View
from layers.visibility import STATUSES

Json = Mapping[str, Any]

_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{12,}")
_HASH_KEPT = 8
_AXES = {"event": "event", "reported": "reported"}
_NAMINGS = {naming: naming for naming in NAMINGS}
_BOX = {"true": True, "false": False}
_CAMERA = {"lat": 90, "lon": 540, "zoom": 30}


def read_link(params: Mapping[str, str], scene: Json) -> tuple[dict[str, Any], int]:
    """Read the view that a link asks for.

    Parameters
    ----------
    params
        The query, decoded once, as ``st.query_params`` gives it.
    scene
        Scene JSON: its ids are what short names in the link are looked up in.

    Returns
    -------
    view
        Keys as in ``View.from_json``, for what could be read.
    lost
        How much of what the link asks for could not: ids that are not there, words of no meaning.
    """
    readers = _readers(scene)
    view: dict[str, Any] = {}
    lost = 0
    for key in readers.keys() & params.keys():
        try:
            view[key], missed = readers[key](params[key])
            View.from_json(view)
        except (ValueError, KeyError, RecursionError):
            view.pop(key, None)  # a link is a stranger's text: what cannot be read is told
            missed = 1
        lost += missed
    return view, lost


Reader = Callable[[str], tuple[Any, int]]


def _readers(scene: Json) -> Mapping[str, Reader]:
    def switches(rows: Iterable[Json]) -> Reader:
        opening = {row["id"]: row.get("on", True) is not False for row in rows}
        return lambda text: _switches(text, opening)

    return {
        "window": _window,
        "axis": lambda text: (_AXES[text], 0),
        "cumulative": lambda text: (_BOX[text], 0),
        "off": _off,
        "certainOnly": lambda text: (_BOX[text], 0),
        "undated": lambda text: (_BOX[text], 0),
        "layers": switches(scene["layers"]),
        "statuses": switches({"id": status} for status in STATUSES),
        "reports": switches(scene["reports"]),
        "names": lambda text: (_NAMINGS[text], 0),
        "since": _since,
        "camera": _camera,
    }


def _record(text: str) -> dict[str, str]:
    return {
        name: unquote(value) for name, _, value in (part.partition(":") for part in text.split(","))
    }


def _window(text: str) -> tuple[dict[str, str | None], int]:
    record = _record(text)
    return {"from": record["from"] or None, "to": record["to"] or None}, 0


def _since(text: str) -> tuple[str | None, int]:
    return checked(text.removeprefix("~") or None), 0


def _camera(text: str) -> tuple[dict[str, float], int]:
    record = _record(text)
    camera = {name: _within(record[name], limit) for name, limit in _CAMERA.items()}
    return camera, 0


def _off(text: str) -> tuple[dict[str, list[str]], int]:
    off = json.loads(text)
    if not isinstance(off, dict) or not all(map(_is_names, off.values())):
        raise ValueError(f"{text} is no list of what is off")
    return off, 0


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _within(text: str, limit: float) -> float:
    if not _NUMBER.fullmatch(text) or abs(float(text)) > limit:
        raise ValueError(f"{text} is no number up to {limit}")
    return float(text)


def _switches(text: str, opening: Mapping[str, bool]) -> tuple[dict[str, bool], int]:
    ids = _short_names(opening)
    entries = text.split(",")
    only = entries[0] == "~"
    view = {id_: on and not only for id_, on in opening.items()}
    lost = 0
    for entry in entries[only:]:
        off = entry.startswith("-")
        id_ = ids.get(unquote(entry[off:].removeprefix("~")))
        if id_ is None:
            lost += 1
        else:
            view[id_] = not off
    return view, lost


def _short_names(ids: Iterable[str]) -> dict[str, str | None]:
    """Map each id, and its short name where that is its own alone, to the id."""
    names: dict[str, str | None] = {}
    for id_ in ids:
        short = _HASH.sub(lambda hash_: hash_[0][:_HASH_KEPT], id_)
        names[short] = None if short in names else id_
    return names | {id_: id_ for id_ in ids}
