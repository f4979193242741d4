"""What has changed in the reports since a briefing or a day, each change with its sentences.

Two states of the reports are compared, never two states of the world: what no report tells is not
told here as having ended, and what is planned is not told as done.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from layers.briefing import figures_since, places_since, plans_since
from layers.briefing.basis import basis_on, read_basis
from layers.briefing.briefing import Line, Step
from layers.briefing.compared import KINDS, Beside, Change, Compared
from layers.prose import SILENCE
from layers.prose.words import counted, day_text

Json = Mapping[str, Any]

LINES, NAMES = 7, 8
"""A slide has room for so many lines, and a line for so many names."""
AS_OF = "Compared with the reports as of {asOf} ({zone}), the day of the newest."
NO_DAY = "Reports without a day count as known before: {refs}."


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed.

    Attributes
    ----------
    since, until
        Days of what is compared (ISO); None where no report has one.
    changes
        In the order of `KINDS`.
    remarks
        What could not be compared.
    """

    since: str | None
    until: str | None
    changes: tuple[Change, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Say what is compared with what."""
        since = day_text(self.since) if self.since else "before any report had a day"
        return f"Since {since}"


def changes(scene: Json, before: Json | date) -> Changes:
    """Compare a scene with what the reports said before.

    Parameters
    ----------
    before
        What `layers.briefing.basis.basis` noted, or a day: then with the reports published up to
        that day.

    Raises
    ------
    ValueError
        When ``before`` is no basis that this Dateline can read.
    """
    on_a_day = isinstance(before, date)
    then = basis_on(scene, before) if isinstance(before, date) else read_basis(before)
    compared = Compared(scene, then)
    found = [
        *places_since.found(compared),
        *figures_since.found(compared),
        *plans_since.found(compared),
    ]
    order = list(KINDS)
    undated = [report["ref"] for report in scene["reports"] if not report["published"]]
    return Changes(
        since=then.get("asOf"),
        until=scene["meta"]["asOf"],
        changes=tuple(sorted(found, key=lambda change: order.index(change.kind))),
        remarks=(NO_DAY.format(refs=", ".join(undated)),) if undated and on_a_day else (),
    )


def changes_step(scene: Json, changes: Changes, view: Json, id_: str = "changes") -> Step:
    """Make one view of a briefing of what has changed: the map with its signs, and a few lines.

    Parameters
    ----------
    view
        What else the map shows; its ``since`` is set to the day compared with unless it has one.
    """
    since = view.get("since") or changes.since
    told = (f"{title} – {text}" for title, text in listed(changes))
    return Step(
        id=id_,
        kind="changes",
        title=changes.title,
        view={**view, "since": since},
        lines=tuple(_lines(changes)),
        notes="\n".join((AS_OF.format(**scene["meta"]), *told, *changes.remarks)),
    )


def listed(changes: Changes) -> Iterator[tuple[str, str]]:
    """Go through all that has changed, as pairs of the kind's title and a line."""
    for change in changes.changes:
        yield KINDS[change.kind], change.text


def _lines(changes: Changes) -> Iterator[Line]:
    """Give a line to each change that matters most, one to all new places, one to all reports."""
    if not changes.changes:
        yield Line(f"Nothing in these reports has changed. {SILENCE}")
        return
    told = [line for kind in KINDS for line in _of_kind(kind, changes)]
    shown = told if len(told) <= LINES else told[: LINES - 1]
    yield from shown
    if rest := told[len(shown) :]:
        cites = dict.fromkeys(id_ for line in rest for id_ in line.cites)
        yield Line(
            f"And {counted(len(rest), 'more line')}, in the notes of this view", tuple(cites)
        )


def _of_kind(kind: str, changes: Changes) -> Iterator[Line]:
    some = [change for change in changes.changes if change.kind == kind]
    gathered = [change for change in some if change.short]
    if len(gathered) > 1:
        names = "; ".join(change.short for change in gathered[:NAMES])
        more = f" and {len(gathered) - NAMES:,} more" if len(gathered) > NAMES else ""
        cites = dict.fromkeys(id_ for change in gathered for id_ in change.cites)
        many, gone = f"{len(gathered):,} in all", kind.endswith("_gone")
        beside = Beside(many, f"{names}{more}") if gone else Beside(many, now=f"{names}{more}")
        row = (KINDS[kind], *beside.cells)
        yield Line(f"{KINDS[kind]} – {names}{more}", tuple(cites), row)
        return
    for change in some:
        row = (KINDS[kind], *change.beside.cells)
        yield Line(f"{KINDS[kind]} – {change.text}", change.cites, row)
