"""Exports from the command line: the same pictures as the pages, without a browser."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer
from layers.plate.render import headline, render
from layers.view import View
from layers.visibility import visible
from layers.web.page import page
from layers.window import Window
from reports.errors import InputError
from reports.store import Store
from views.assemble import assemble
from views.tables import PLAIN, Table, Written, claims_table

PICTURES = frozenset({".png"})
TABLES = frozenset({".csv"})
PAGES = frozenset({".html"})
FORMATS = PICTURES | TABLES | PAGES


class ExportError(InputError):
    """A file could not be exported."""


def export_files(
    outs: Sequence[Path],
    store: Store,
    gazetteer: Gazetteer,
    view_file: Path | None,
    window: tuple[date | None, date | None],
    table: Table = PLAIN,
) -> Iterator[str]:
    """Write each file; yield what the user should know, such as how much was left out.

    With a window, undated items are left out: nothing says that they belong in it. ``table`` is how
    claims are laid out in tables.

    Raises
    ------
    ExportError
        When a format is not known, the view cannot be read, or a file cannot be written.
    """
    for out in outs:
        if out.suffix.lower() not in FORMATS:
            known = ", ".join(sorted(FORMATS))
            raise ExportError(str(out), "has a format that is not written", f"use {known}")
    saved = read_view(view_file) if view_file else {}
    if any(window):
        saved = {**saved, "window": _window(*window), "undated": False}
    scene, view = assemble(store, gazetteer), View.from_json(saved)
    for out in outs:
        if out.suffix.lower() in TABLES:
            yield from _table(out, claims_table(store, gazetteer, scene, view, table))
        elif out.suffix.lower() in PAGES:
            yield from _page(out, scene, saved)
        else:
            yield from _picture(out, scene, view)


def _picture(out: Path, scene: dict[str, Any], view: View) -> Iterator[str]:
    plate, counts = render(scene, view), visible(scene, view).counts
    _write(out, plate.png)
    yield f"{out}: {counts['shown']} shown, {counts['outside']} outside the dates"
    if not view.undated and counts["undated"]:
        yield f"{out}: {counts['undated']} undated left out"
    if plate.dropped:
        yield f"{out}: no room for the labels {', '.join(plate.dropped)}"


def _page(out: Path, scene: dict[str, Any], saved: Mapping[str, Any]) -> Iterator[str]:
    data = one_file(scene, saved)
    counts = visible(scene, View.from_json(saved)).counts
    _write(out, data)
    yield f"{out}: {counts['shown']} shown, {counts['outside']} outside the dates at the opening"
    yield f"{out}: holds all reports in full; {len(data):,} bytes, sha256 {sha256(data)}"


def one_file(scene: dict[str, Any], saved: Mapping[str, Any], title: str | None = None) -> bytes:
    """Make the one-file map; left out, the title names the places and whose words these are."""
    words = title or headline(visible(scene, View.from_json(saved)).drawn)
    return page(scene, saved, words)


def sha256(data: bytes) -> str:
    """Print what tells a file from another one."""
    return hashlib.sha256(data).hexdigest()


def _table(out: Path, table: Written) -> Iterator[str]:
    _write(out, table.text.encode())
    yield f"{out}: {table.rows} claims, {table.outside} outside the dates"
    if table.undated:
        yield f"{out}: {table.undated} undated left out"
    if table.hidden:
        yield f"{out}: {table.hidden} hidden by the view"


def _window(start: date | None, end: date | None) -> dict[str, str | None]:
    try:
        Window(start, end)
    except ValueError as error:
        raise ExportError(
            f"--from {start} --to {end}", "ends before it starts", "swap the two days"
        ) from error
    return {"from": start.isoformat() if start else None, "to": end.isoformat() if end else None}


def read_view(path: Path) -> dict[str, Any]:
    """Read a saved view, as ``serialise`` of static/web/state.js wrote it.

    Raises
    ------
    ExportError
        When the file is missing or is no view.
    """
    try:
        saved: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        View.from_json(saved)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ExportError(
            str(path), f"is no view ({error})", "give a JSON file as the Map page saves it"
        ) from error
    return saved


def _write(out: Path, data: bytes) -> None:
    """Write a file whole: under another name first, so that a failure leaves no half picture."""
    part = out.with_name(out.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExportError(
            str(out), f"cannot be written ({error.strerror})", "choose another folder"
        ) from error
