"""A view from a file: as the desk saves it, or as the sidecar of an export carries it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from layers.export.redaction import Coarsening
from layers.export.sidecar import SCHEMA, SCHEMA_VERSION, Choice
from layers.lengths import UNITS
from layers.view import View
from reports.errors import InputError

Json = Mapping[str, Any]

MOST_BYTES = 64_000_000
"""A sidecar of a million ids is smaller."""


class ViewError(InputError):
    """A file is no view."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A saved view, and what else its sidecar tells.

    Attributes
    ----------
    view
        As static/web/state.js wrote it.
    choice
        What was chosen beside the view.
    ids
        The items that the export had; None where the file is no sidecar.
    reports
        The hashes of the originals that it drew on, by the id of the report.
    content_sha256
        The digest of what it said; None where the file is no sidecar.
    """

    view: Json = field(default_factory=dict)
    choice: Choice = field(default_factory=Choice)
    ids: frozenset[str] | None = None
    reports: Mapping[str, str] = field(default_factory=dict)
    content_sha256: str | None = None


def open_view(path: Path) -> Opened:
    """Read a saved view or a sidecar from a file.

    Raises
    ------
    ViewError
        When the file is missing or is neither.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise _error(str(path), error.strerror) from error
    if size > MOST_BYTES:
        raise _error(str(path), f"{size:,} bytes")
    return read_view(str(path), data)


def read_view(name: str, data: bytes) -> Opened:
    """Read a saved view or a sidecar.

    Raises
    ------
    ViewError
        When it is neither, or of a Dateline to come.
    """
    try:
        saved = json.loads(data)
        opened = _sidecar(name, saved) if saved.get("schema") == SCHEMA else Opened(saved)
        View.from_json(opened.view)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _error(name, error) from error
    return opened


def gone(name: str, opened: Opened, scene: Json) -> Iterator[str]:
    """Tell what a view knows and the store does not have, or has in another form."""
    reports = {report["id"] for report in scene["reports"]}
    named = (opened.reports.keys() | (opened.view.get("reports") or {}).keys()) - {"*"}
    if missing := len(named - reports):
        yield f"{name}: {missing} of its {len(named)} reports are not in the store"
    items = {item["id"] for item in scene["items"]}
    if opened.ids is not None and (missing := len(opened.ids - items)):
        yield f"{name}: {missing} of its {len(opened.ids)} names and figures are not in the store"
    selected = (opened.view.get("selection") or {}).get("id")
    known = items | {row["id"] for kind in ("marks", "groups") for row in scene[kind]}
    if selected and selected not in known:
        yield f"{name}: what was selected, {selected}, is not there any more"


def _sidecar(name: str, saved: Json) -> Opened:
    if int(saved["schema_version"]) > SCHEMA_VERSION:
        raise ViewError(name, "was written by a newer Dateline", "open it with that one")
    return Opened(
        view=dict(saved["view"]),
        choice=_choice(saved),
        ids=frozenset(map(str, saved["ids"])),
        reports={str(row["id"]): str(row["sha256"]) for row in saved["reports"]},
        content_sha256=str(saved["content_sha256"]),
    )


def _choice(saved: Json) -> Choice:
    """Read what was chosen; sidecars of earlier versions tell less of it."""
    look, redaction = saved.get("look") or {}, saved.get("redaction") or {}
    title, banner, page, best = (
        None if text is None else str(text)
        for text in (*(look.get(name) for name in ("title", "banner", "page")), saved.get("best"))
    )
    return Choice(
        everything=bool(saved.get("everything")),
        best=best,
        title=title,
        theme=str(look.get("theme", "light")),
        size=str(look.get("size", "hd")),
        units=str(look.get("units", UNITS[0])),
        banner=banner,
        page=page,
        coarsen=Coarsening(redaction.get("coarsen", "none")).value,
        withheld=int(redaction.get("withheld", 0)),
        strip=bool(redaction.get("strip")),
    )


def _error(name: str, problem: object) -> ViewError:
    way_out = "give a JSON file as the Map page saves it, or the sidecar of an export"
    return ViewError(name, f"is no view ({problem})", way_out)
