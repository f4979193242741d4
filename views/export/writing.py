"""Exports from the command line: the same files as from the pages, without a browser."""

import errno
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer
from layers.briefing.exchange import open_file
from layers.export.redaction import Coarsening, Redacted, Redaction, redact
from layers.export.sidecar import SUFFIX
from layers.lengths import UNITS
from layers.names import NAMINGS
from layers.window import Window
from reports.store import Store
from views.assemble import assemble
from views.export.exports import FILES, Export, export_named
from views.export.job import ITEMS, THEMES, ExportError, Job, size_named
from views.opened import Opened, gone, open_view
from views.tables import table_of

Json = Mapping[str, Any]
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for; None is what the view's sidecar says, else what is usual.

    Attributes
    ----------
    view
        A saved view or a sidecar, if any.
    window
        First and last day; with either, undated items are left out, as nothing says that they
        belong there.
    names
        Language of the labels.
    look
        Attributes of :class:`layers.export.sidecar.Choice` that are asked for.
    shape
        Columns of a CSV.
    withhold
        Names that are replaced wherever they stand.
    sidecar
        Whether a sidecar is written beside each file.
    briefing
        A file whose steps documents and pages tell, instead of the one view.
    """

    view: Path | None = None
    window: Days = (None, None)
    names: str | None = None
    look: Json = field(default_factory=dict)
    shape: str = ITEMS
    withhold: tuple[str, ...] = ()
    sidecar: bool = True
    briefing: Path | None = None


@dataclass(frozen=True)
class Source:
    """What there is to export, laid out once for any number of views."""

    store: Store
    gazetteer: Gazetteer
    _redacted: dict[Redaction, Redacted] = field(default_factory=dict)

    @cached_property
    def scene(self) -> dict[str, Any]:
        """Give the scene as it is."""
        return assemble(self.store, self.gazetteer)

    def redacted(self, redaction: Redaction) -> Redacted:
        """Give the scene as an audience may have it."""
        if redaction not in self._redacted:
            self._redacted[redaction] = redact(self.scene, redaction)
        return self._redacted[redaction]


def export_files(outs: Sequence[Path], source: Source, asked: Asked) -> Iterator[str]:
    """Write each file; yield what the user should know, such as how much was left out.

    Raises
    ------
    InputError
        When a format, shape or rule is not known, the view cannot be read, or a file cannot be
        written.
    """
    exports = [export_named(out.name)[1] for out in outs]
    read = open_file(asked.briefing) if asked.briefing else None
    opened = open_view(asked.view) if asked.view else Opened()
    job = _job(source, asked, opened)
    job = replace(job, briefing=job.redacted.briefing(read) if read else None)
    if asked.view:
        yield from gone(str(asked.view), opened, source.scene)
    yield from _of_redaction(job, opened, asked)
    for out, export in zip(outs, exports, strict=True):
        notes = _export(job, out, export, beside=asked.sidecar)
        yield from (f"{out}: {note}" for note in notes)
    same = (job.saved, job.choice) == (opened.view, opened.choice)
    if same and opened.content_sha256 and opened.content_sha256 != job.rows.content_sha256:
        yield f"{asked.view}: what it shows is no longer what it showed then"


def _export(job: Job, out: Path, export: Export, *, beside: bool) -> list[str]:
    data, notes = export.make(job)
    write_whole(out, data)
    if beside:
        described = job.sidecar(out.name, data, notes, of_data=export.group == FILES)
        write_whole(out.with_name(out.name + SUFFIX), described)
    return notes


def _job(source: Source, asked: Asked, opened: Opened) -> Job:
    saved = windowed(opened.view, asked.window)
    if asked.names is not None:
        saved["names"] = _one_of("--names", asked.names, NAMINGS)
    wanted = {name: value for name, value in asked.look.items() if value is not None}
    choice = replace(opened.choice, **wanted, withheld=len(asked.withhold))
    size_named(choice.size)
    _one_of("--theme", choice.theme, THEMES)
    _one_of("--units", choice.units, UNITS)
    if asked.look.get("theme"):
        saved["theme"] = choice.theme  # a page opens in it, too
    _one_of("--coarsen", choice.coarsen, [each.value for each in Coarsening])
    table_of("claims" if asked.shape == ITEMS else asked.shape, choice.best)
    redaction = Redaction(Coarsening(choice.coarsen), asked.withhold, choice.strip)
    redacted = source.redacted(redaction)
    return Job(source.store, source.gazetteer, redacted, redacted.view(saved), choice, asked.shape)


def windowed(view: Json, window: Days) -> dict[str, Any]:
    """Give a view between two days, if there are any; then it shows nothing undated.

    Raises
    ------
    ExportError
        When the window would end before it starts.
    """
    saved = {**view}
    if any(window):
        saved |= {"window": _window(*window), "undated": False}
    if window[0] and saved.get("cumulative"):
        saved["cumulative"] = False  # a cumulative view has no first day
    return saved


def _one_of(option: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise ExportError(f"{option} {value}", "is not known", f"use {', '.join(known)}")
    return value


def _of_redaction(job: Job, opened: Opened, asked: Asked) -> Iterator[str]:
    if opened.choice.withheld and not asked.withhold:
        yield (
            f"{asked.view}: {opened.choice.withheld} words were withheld, which a sidecar does not"
            " tell; give them again with --withhold"
        )
    if job.redacted.sentence:
        yield f"{job.redacted.sentence}"
    for word in asked.withhold:
        if word not in job.redacted.found:
            yield f"--withhold {word}: no report and no place has it"


def _window(start: date | None, end: date | None) -> dict[str, str | None]:
    try:
        Window(start, end)
    except ValueError as error:
        raise ExportError(
            f"--from {start} --to {end}", "ends before it starts", "swap the two days"
        ) from error
    return {"from": start.isoformat() if start else None, "to": end.isoformat() if end else None}


WAYS_OUT: Mapping[int, str] = {
    errno.ENOSPC: "make room on the disk, or choose another one",
    errno.EDQUOT: "make room in your quota, or choose another disk",
    errno.ENOENT: "make the folder first",
    errno.EISDIR: "give the name of a file",
}


def write_whole(out: Path, data: bytes) -> None:
    """Write a file whole: under another name first, so that a failure leaves no half picture.

    Raises
    ------
    ExportError
        When it cannot be written; it says why, and what may help.
    """
    part = out.with_name(out.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        way_out = WAYS_OUT.get(error.errno or 0, "choose a folder that you may write to")
        raise ExportError(str(out), f"cannot be written ({error.strerror})", way_out) from error
