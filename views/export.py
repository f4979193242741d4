"""Exports from the command line: the same files as from the pages, without a browser."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer
from layers.export.formats import FORMATS as DATA
from layers.export.selection import Selection
from layers.export.sidecar import SUFFIX, Choice, sidecar
from layers.plate.form import KINDS, SIZES, Form, Kind, SizeName
from layers.plate.render import headline, render
from layers.view import View
from layers.visibility import visible
from layers.web.page import page
from layers.window import Window
from reports.errors import InputError
from reports.groups.best import Rule
from reports.store import Store
from views.assemble import assemble
from views.dataset import dataset, unfiltered
from views.documents import DOCUMENTS, Make
from views.opened import Opened, gone, open_view
from views.tables import claims_table, table_of

ITEMS = "items"
"""The shape of a CSV that has what all other formats have."""

Json = Mapping[str, Any]
Days = tuple[date | None, date | None]


class ExportError(InputError):
    """A file could not be exported."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for.

    Attributes
    ----------
    view
        A saved view or a sidecar, if any.
    window
        First and last day; with either, undated items are left out, as nothing says that they
        belong there.
    everything
        Whether data files hold all there is; None for what the sidecar says, else the view's.
    shape, best
        Columns of a CSV, and the rule for the best figure.
    sidecar
        Whether a sidecar is written beside each file.
    size
        Of pictures (:mod:`layers.plate.form`).
    """

    view: Path | None = None
    window: Days = (None, None)
    everything: bool | None = None
    shape: str = ITEMS
    best: str | None = None
    sidecar: bool = True
    size: str = "hd"


@dataclass(frozen=True)
class Job:
    """All that a file is made from."""

    store: Store
    gazetteer: Gazetteer
    scene: dict[str, Any]
    saved: Json
    choice: Choice
    shape: str
    size: SizeName = "hd"

    @property
    def view(self) -> View:
        """Give the view that the filter and the camera are taken from."""
        return View.from_json(self.saved)

    @cached_property
    def rows(self) -> Selection:
        """Give what a data file holds, laid out once for all files."""
        return self._rows(everything=True) if self.choice.everything else self.shown

    @cached_property
    def shown(self) -> Selection:
        """Give what the view shows, as a picture has it."""
        return self._rows(everything=False)

    def _rows(self, *, everything: bool) -> Selection:
        rule = Rule.parse(self.choice.best) if self.choice.best else None
        return dataset(
            self.store, self.gazetteer, self.scene, self.view, rule, everything=everything
        )


Made = tuple[bytes, list[str]]
"""A file's bytes, and what the user should know of it."""


def export_files(
    outs: Sequence[Path], store: Store, gazetteer: Gazetteer, asked: Asked
) -> Iterator[str]:
    """Write each file; yield what the user should know, such as how much was left out.

    Raises
    ------
    InputError
        When a format, shape or rule is not known, the view cannot be read, or a file cannot be
        written.
    """
    for out in outs:
        _maker(out)
    job, opened = _job(store, gazetteer, asked)
    if asked.view:
        yield from gone(str(asked.view), opened, job.scene)
    for out in outs:
        data, notes = _maker(out)(job)
        _write(out, data)
        yield from (f"{out}: {note}" for note in notes)
        if asked.sidecar:
            _write(out.with_name(out.name + SUFFIX), _beside(job, out, data, notes))
    same = (job.saved, job.choice) == (opened.view, opened.choice)
    if same and opened.content_sha256 and opened.content_sha256 != job.rows.content_sha256:
        yield f"{asked.view}: what it shows is no longer what it showed then"


def _maker(out: Path) -> Callable[[Job], Made]:
    name = out.name.lower()
    for ending, make in FORMATS.items():
        if name.endswith(ending):
            return make
    known = ", ".join(FORMATS)
    raise ExportError(str(out), "has a format that is not written", f"use {known}")


def _beside(job: Job, out: Path, data: bytes, notes: Sequence[str]) -> bytes:
    """Write the sidecar of a file; pictures and pages open with the view, whatever was chosen."""
    if out.suffix.lower() in DATA:
        return sidecar(job.rows, job.saved, job.choice, (out.name, data), notes)
    filtered = replace(job.choice, everything=False)
    return sidecar(job.shown, job.saved, filtered, (out.name, data), notes)


def _job(store: Store, gazetteer: Gazetteer, asked: Asked) -> tuple[Job, Opened]:
    opened = open_view(asked.view) if asked.view else Opened()
    saved = {**opened.view}
    if any(asked.window):
        saved |= {"window": _window(*asked.window), "undated": False}
    if asked.window[0] and saved.get("cumulative"):
        saved["cumulative"] = False  # a cumulative view has no first day
    best, everything = asked.best or opened.choice.best, asked.everything
    table_of("claims" if asked.shape == ITEMS else asked.shape, best)
    chosen = opened.choice.everything if everything is None else everything
    scene = assemble(store, gazetteer)
    job = Job(store, gazetteer, scene, saved, Choice(chosen, best), asked.shape, _size(asked.size))
    return job, opened


def _size(name: str) -> SizeName:
    found = next((each for each in SIZES if each == name), None)
    if found is None:
        raise ExportError(f"--size {name}", "is no size of a picture", f"use {', '.join(SIZES)}")
    return found


def _picture(kind: Kind) -> Callable[[Job], Made]:
    def make(job: Job) -> Made:
        plate = render(job.scene, job.view, form=Form(kind, job.size))
        counts = visible(job.scene, job.view).counts
        notes = [f"{counts['shown']} shown, {counts['outside']} outside the dates"]
        if not job.view.undated and counts["undated"]:
            notes.append(f"{counts['undated']} undated left out")
        if plate.dropped:
            notes.append(f"no room for the labels {', '.join(plate.dropped)}")
        if plate.missing:
            named = ", ".join(f"{each} (U+{ord(each):04X})" for each in plate.missing)
            notes.append(f"no font here draws {named}")
        return plate.data, notes

    return make


def _page(job: Job) -> Made:
    data, counts = one_file(job.scene, job.saved), visible(job.scene, job.view).counts
    return data, [
        f"{counts['shown']} shown, {counts['outside']} outside the dates at the opening",
        f"holds all reports in full; {len(data):,} bytes, sha256 {sha256(data)}",
    ]


def _document(make: Make) -> Callable[[Job], Made]:
    def made(job: Job) -> Made:
        counts = visible(job.scene, job.view).counts
        told = f"{counts['shown']} shown, {counts['outside']} outside the dates"
        data = make(job.scene, job.view, None)
        return data, [told, f"{len(data):,} bytes, sha256 {sha256(data)}"]

    return made


def one_file(scene: dict[str, Any], saved: Json, title: str | None = None) -> bytes:
    """Make the one-file map; left out, the title names the places and whose words these are."""
    words = title or headline(visible(scene, View.from_json(saved)).drawn)
    return page(scene, saved, words)


def sha256(data: bytes) -> str:
    """Print what tells a file from another one."""
    return hashlib.sha256(data).hexdigest()


def _csv(job: Job) -> Made:
    if job.shape == ITEMS:
        return _data(".csv")(job)
    view = unfiltered(job.scene) if job.choice.everything else job.view
    table = claims_table(
        job.store, job.gazetteer, job.scene, view, table_of(job.shape, job.choice.best)
    )
    notes = [f"{table.rows} claims, {table.outside} outside the dates"]
    if table.undated:
        notes.append(f"{table.undated} undated left out")
    if table.hidden:
        notes.append(f"{table.hidden} hidden by the view")
    return table.text.encode(), notes


def _data(suffix: str) -> Callable[[Job], Made]:
    def make(job: Job) -> Made:
        return DATA[suffix].write(job.rows), _told(job.rows)

    return make


def _told(rows: Selection) -> list[str]:
    about = rows.about
    counts = about["counts"]
    left_out = f"{counts['outside']} outside the dates, {counts['hidden']} hidden by the view"
    notes = [f"{about['claims']} figures and {about['mentions']} names, {left_out}"]
    if not about["undated_shown"] and counts["undated"]:
        notes.append(f"{counts['undated']} undated left out")
    if not rows.ids:
        notes.append(
            "nothing is shown, so the file is valid and empty; widen the view or use --all"
        )
    return notes


FORMATS: Mapping[str, Callable[[Job], Made]] = {
    ".html": _page,
    **{suffix: _data(suffix) for suffix in DATA},
    ".csv": _csv,
    **{ending: _document(make) for ending, make in DOCUMENTS.items()},
    # After the documents: a handout ends in .pdf, too.
    **{f".{kind}": _picture(kind) for kind in KINDS},
}
"""What makes a file, by how its name ends."""


def _window(start: date | None, end: date | None) -> dict[str, str | None]:
    try:
        Window(start, end)
    except ValueError as error:
        raise ExportError(
            f"--from {start} --to {end}", "ends before it starts", "swap the two days"
        ) from error
    return {"from": start.isoformat() if start else None, "to": end.isoformat() if end else None}


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
