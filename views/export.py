"""Exports from the command line: the same pictures as the pages, without a browser."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer
from layers.plate.render import render
from layers.view import View
from layers.visibility import visible
from layers.window import Window
from reports.errors import InputError
from reports.store import Store
from views.assemble import assemble
from views.tables import PLAIN, Table, Written, claims_table

PICTURES = frozenset({".png"})
TABLES = frozenset({".csv"})
FORMATS = PICTURES | TABLES


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
    view = read_view(view_file) if view_file else View()
    if any(window):
        view = replace(view, window=_window(*window), undated=False)
    scene = assemble(store, gazetteer)
    for out in outs:
        if out.suffix.lower() in TABLES:
            yield from _table(out, claims_table(store, gazetteer, scene, view, table))
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


def _table(out: Path, table: Written) -> Iterator[str]:
    _write(out, table.text.encode())
    yield f"{out}: {table.rows} claims, {table.outside} outside the dates"
    if table.undated:
        yield f"{out}: {table.undated} undated left out"
    if table.hidden:
        yield f"{out}: {table.hidden} hidden by the view"


def _window(start: date | None, end: date | None) -> Window:
    try:
        return Window(start, end)
    except ValueError as error:
        raise ExportError(
            f"--from {start} --to {end}", "ends before it starts", "swap the two days"
        ) from error


def read_view(path: Path) -> View:
    """Read a saved view.

    Raises
    ------
    ExportError
        When the file is missing or is no view.
    """
    try:
        return View.from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ExportError(
            str(path), f"is no view ({error})", "give a JSON file as the Map page saves it"
        ) from error


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
