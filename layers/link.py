"""What a link says of a view: the query that static/web/link.js writes, read on the server.

Read are the keys that a plate can follow (window, axis, switches, camera); a selection and what is
open beside the map are the browser's. ``tests/fixtures/link_cases.json`` holds both to one reading.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from layers.facets import KINDS, keys
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
Groups = Mapping[str, Sequence[str]]
"""Ids of switches by the name that stands for all of them."""


def _readers(scene: Json) -> Mapping[str, Reader]:
    def switches(rows: Iterable[Json], groups: Groups = MappingProxyType({})) -> Reader:
        opening = {row["id"]: row.get("on", True) is not False for row in rows}
        return lambda text: _switches(text, opening, groups)

    return {
        "window": _window,
        "axis": lambda text: (_AXES[text], 0),
        "cumulative": lambda text: (_BOX[text], 0),
        "off": lambda text: _off(text, scene),
        "certainOnly": lambda text: (_BOX[text], 0),
        "undated": lambda text: (_BOX[text], 0),
        "layers": switches(scene["layers"]),
        "statuses": switches({"id": status} for status in STATUSES),
        "reports": switches(scene["reports"], _by_publisher(scene["reports"])),
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


def _by_publisher(reports: Iterable[Json]) -> Groups:
    groups: dict[str, list[str]] = {}
    for report in reports:
        groups.setdefault(report.get("publisher") or "", []).append(report["id"])
    return groups


def _off(text: str, scene: Json) -> tuple[dict[str, list[str]], int]:
    named = json.loads(text)
    off, lost = _whole(named, scene) if isinstance(named, dict) else ({}, 0)
    if not isinstance(named, dict) or not all(map(_is_names, off.values())):
        raise ValueError(f"{text} is no list of what is off")
    return off, lost


def _whole(named: Json, scene: Json) -> tuple[dict[str, Any], int]:
    """Turn what a link wants alone of a facet, ``{"only": keys}``, into what is off of it."""
    wanted = {
        facet: set(value["only"])
        for facet, value in named.items()
        if isinstance(value, dict) and _is_names(value.get("only"))
    }
    filed = _filed(scene) if wanted else {}
    off = {facet: sorted(filed.get(facet, set()) - only) for facet, only in wanted.items()}
    lost = sum(len(only - filed.get(facet, set())) for facet, only in wanted.items())
    return {**named, **off}, lost


def _filed(scene: Json) -> dict[str, set[str]]:
    """Give the keys that something in the scene is filed under, by facet."""
    filed = {
        "kind": {KINDS[kind] for mark in scene["marks"] if (kind := mark.get("kind")) in KINDS}
    }
    for item in scene["items"]:
        for facet, key in keys(item).items():
            filed.setdefault(facet, set()).add(key)
    return filed


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _within(text: str, limit: float) -> float:
    if not _NUMBER.fullmatch(text) or abs(float(text)) > limit:
        raise ValueError(f"{text} is no number up to {limit}")
    return float(text)


def _switches(
    text: str, opening: Mapping[str, bool], groups: Groups
) -> tuple[dict[str, bool], int]:
    ids = _short_names(opening)
    entries = text.split(",")
    only = entries[0] == "~"
    view = {id_: on and not only for id_, on in opening.items()}
    lost = 0
    for entry in entries[only:]:
        off = entry.startswith("-")
        found = _named(entry[off:], ids, groups)
        lost += not found
        view |= dict.fromkeys(found, not off)
    return view, lost


def _named(entry: str, ids: Mapping[str, str | None], groups: Groups) -> Sequence[str]:
    """Give the ids that an entry stands for: one, or all of a group; none where it is not there."""
    if entry.startswith("@"):
        return groups.get(unquote(entry[1:]), ())
    id_ = ids.get(unquote(entry.removeprefix("~")))
    return () if id_ is None else (id_,)


def _short_names(ids: Iterable[str]) -> dict[str, str | None]:
    """Map each id, and its short name where that is its own alone, to the id."""
    names: dict[str, str | None] = {}
    for id_ in ids:
        short = _HASH.sub(lambda hash_: hash_[0][:_HASH_KEPT], id_)
        names[short] = None if short in names else id_
    return names | {id_: id_ for id_ in ids}
