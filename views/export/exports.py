"""Everything that can be exported: how its name ends, what it is good for, and what makes it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from layers.briefing.briefing import Briefing
from layers.export.formats import FORMATS as DATA
from layers.export.selection import Selection
from layers.fonts import named
from layers.plate.form import Kind
from layers.plate.render import Plate, render
from layers.prose.headings import headline
from layers.view import View
from layers.visibility import visible
from layers.web.page import page
from layers.web.story import story_page
from views.dataset import unfiltered
from views.documents import DOCUMENTS
from views.export.job import ITEMS, ExportError, Job
from views.tables import claims_table, table_of

Made = tuple[bytes, list[str]]
"""A file's bytes, and what the user should know of it."""
Json = Mapping[str, Any]

PICTURES, DOCUMENT, FILES = "Pictures", "Pages and documents", "Data"
GROUPS = (PICTURES, DOCUMENT, FILES)


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file.

    Attributes
    ----------
    group
        One of :data:`GROUPS`.
    label
        What the format is called.
    use
        What it is for, in a few words.
    """

    group: str
    label: str
    use: str
    mime: str
    make: Callable[[Job], Made]


def draw(job: Job, kind: Kind) -> Plate:
    """Draw the picture of a job."""
    return render(job.scene, job.view, job.title, job.choice.theme, job.form(kind))


def picture_notes(job: Job, plate: Plate) -> list[str]:
    """Say what a reader should know of a plate: what is not on it, and what it could not print."""
    counts = job.visible.counts
    notes = [f"{counts['shown']} shown, {counts['outside']} outside the dates"]
    if not job.view.undated and counts["undated"]:
        notes.append(f"{counts['undated']} undated left out")
    if plate.dropped:
        notes.append(f"no room for the labels {', '.join(plate.dropped)}")
    if plate.missing:
        notes.append(f"no font here draws {', '.join(map(named, plate.missing))}")
    return notes


def _picture(kind: Kind) -> Callable[[Job], Made]:
    def make(job: Job) -> Made:
        plate = draw(job, kind)
        return plate.data, picture_notes(job, plate)

    return make


def _page(job: Job) -> Made:
    if job.briefing:
        return _story(job.scene, job.briefing)
    data = one_file(job.scene, job.saved, job.marked)
    counts = job.visible.counts
    return data, [
        f"{counts['shown']} shown, {counts['outside']} outside the dates at the opening",
        f"holds all reports in full; {len(data):,} bytes, sha256 {sha256(data)}",
    ]


def _story(scene: Json, briefing: Briefing) -> Made:
    data = story_page(scene, briefing)
    steps, notes = len(briefing.steps), sum(bool(step.notes) for step in briefing.steps)
    return data, [
        f"{steps} step{'' if steps == 1 else 's'}, {notes} with notes for the presenter",
        f"holds all reports in full; {len(data):,} bytes",
    ]


def one_file(scene: dict[str, Any], saved: Json, title: str | None = None) -> bytes:
    """Make the one-file map; left out, the title names the places and whose words these are."""
    return page(scene, saved, title or headline(visible(scene, View.from_json(saved)).drawn))


def sha256(data: bytes) -> str:
    """Print what tells a file from another one."""
    return hashlib.sha256(data).hexdigest()


def _document(ending: str) -> Callable[[Job], Made]:
    def make(job: Job) -> Made:
        counts = job.visible.counts
        told = f"{counts['shown']} shown, {counts['outside']} outside the dates"
        if job.briefing:
            steps = len(job.briefing.steps)
            told = f"a briefing of {steps} step{'' if steps == 1 else 's'}"
        briefing = job.briefing or job.one_step
        data = DOCUMENTS[ending](job.scene, briefing, job.plates)
        return data, [told, f"{len(data):,} bytes, sha256 {sha256(data)}"]

    return make


def _data(suffix: str) -> Callable[[Job], Made]:
    def make(job: Job) -> Made:
        return DATA[suffix].write(job.rows), _told(job.rows)

    return make


def _csv(job: Job) -> Made:
    if job.shape == ITEMS:
        return _data(".csv")(job)
    if job.redacted.redaction:
        problem = "is not written redacted"
        raise ExportError(f"--shape {job.shape}", problem, f"use --shape {ITEMS}")
    view = unfiltered(job.scene) if job.choice.everything else job.view
    chosen = table_of(job.shape, job.choice.best)
    table = claims_table(job.store, job.gazetteer, job.scene, view, chosen)
    notes = [f"{table.rows} claims, {table.outside} outside the dates"]
    if table.undated:
        notes.append(f"{table.undated} undated left out")
    if table.hidden:
        notes.append(f"{table.hidden} hidden by the view")
    return table.text.encode(), notes


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


def _data_export(suffix: str) -> Export:
    form = DATA[suffix]
    label, _, use = form.label.partition(": ")
    return Export(FILES, label, use, form.mime, _csv if suffix == ".csv" else _data(suffix))


EXPORTS: Mapping[str, Export] = {
    ".png": Export(PICTURES, "PNG", "a slide, a message, a page", "image/png", _picture("png")),
    ".pdf": Export(
        PICTURES, "PDF", "print: vectors, searchable text", "application/pdf", _picture("pdf")
    ),
    ".svg": Export(
        PICTURES, "SVG", "edit in Illustrator, Inkscape", "image/svg+xml", _picture("svg")
    ),
    ".html": Export(
        DOCUMENT, "HTML", "the live map in one file, offline; all reports", "text/html", _page
    ),
    ".pptx": Export(
        DOCUMENT,
        "PPTX",
        "slides with their sources in the notes",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _document(".pptx"),
    ),
    "handout.pdf": Export(
        DOCUMENT,
        "Handout",
        "PDF to leave behind: every figure with its sentence",
        "application/pdf",
        _document("handout.pdf"),
    ),
    **{suffix: _data_export(suffix) for suffix in DATA},
}
"""What makes a file, by how its name ends."""


def export_named(name: str) -> tuple[str, Export]:
    """Look up what makes a file of this name; an ExportError says what is known.

    A handout ends in ``.pdf``, too: the longest ending decides.
    """
    for ending in sorted(EXPORTS, key=len, reverse=True):
        if name.lower().endswith(ending):
            return ending, EXPORTS[ending]
    raise ExportError(name, "has a format that is not written", f"use {', '.join(EXPORTS)}")
