"""A briefing: views in an order, with words that cite what they rest on; values and their JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from layers.names import NAMINGS
from layers.view import View

FORMAT = "dateline briefing"
VERSION = 1
KINDS = ("overview", "place", "figures", "planned", "unknown", "changes", "sources", "view")
"""What a step is about; ``view`` is one that the user captured."""
CELLS = 5
"""Cells of a line's row."""

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a caption.

    Attributes
    ----------
    text
        What is said.
    cites
        Ids of the scene's items (mentions and figures) whose sentences say so; empty when the
        line is the briefer's own.
    row
        Of a change: its kind, the matter, before, now, who says so; empty for any other line.
    """

    text: str
    cites: tuple[str, ...] = ()
    row: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One view of a briefing.

    Attributes
    ----------
    id
        Unlike that of any other step of the briefing.
    kind
        One of `KINDS`.
    view
        As static/web/state.js writes it: window, switches, camera and selection.
    lines
        What is said beside the map, at most a handful.
    notes
        For the presenter alone; they reach the presenter's window and the notes of slides.
    """

    id: str
    kind: str
    title: str
    view: Json
    lines: tuple[Line, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Steps in the order they are shown.

    Attributes
    ----------
    names
        Language of the map's labels for the audience (`layers.names.NAMINGS`).
    banner
        Handling banner of every page and slide; empty for none.
    as_of
        The day the briefing speaks for (ISO), as the user set it; empty for the newest report's.
    basis
        What the reports said when it was made, for comparing later (`layers.briefing.changes`).
    """

    id: str
    title: str
    steps: tuple[Step, ...] = ()
    names: str = "both"
    banner: str = ""
    as_of: str = ""
    basis: Json = field(default_factory=dict)


def to_json(briefing: Briefing) -> dict[str, Any]:
    """Give the briefing as JSON that `from_json` reads back the same."""
    return {"format": FORMAT, "version": VERSION, **asdict(briefing)}


def from_json(read: object) -> Briefing:
    """Read a briefing.

    Raises
    ------
    ValueError
        When it is none, is of another version, or a step of it cannot be read; says which.
    """
    if not isinstance(read, Mapping) or read.get("format") != FORMAT:
        raise ValueError("this is not a Dateline briefing: export one from the Briefing page")
    if read.get("version") != VERSION:
        raise ValueError(
            f"this briefing is of version {read.get('version')}, this Dateline reads {VERSION}:"
            " update Dateline"
        )
    names = str(read.get("names", "both"))
    if names not in NAMINGS:
        raise ValueError(f"{names} is no language of labels: use {', '.join(NAMINGS)}")
    steps = tuple(
        _step(each, number) for number, each in enumerate(_rows(read.get("steps"), "steps"), 1)
    )
    ids = [step.id for step in steps]
    if len(set(ids)) < len(ids):
        raise ValueError("two steps of this briefing have the same id")
    return Briefing(
        id=str(read.get("id") or ""),
        title=str(read.get("title") or ""),
        steps=steps,
        names=names,
        banner=str(read.get("banner") or ""),
        as_of=str(read.get("as_of") or ""),
        basis=dict(_object(read.get("basis"), "basis")),
    )


def _step(read: object, number: int) -> Step:
    step = _object(read, f"step {number}")
    kind, view = str(step.get("kind", "view")), _object(step.get("view"), f"view of step {number}")
    if kind not in KINDS:
        raise ValueError(f"step {number} is of kind {kind}: use {', '.join(KINDS)}")
    try:
        View.from_json(view)
        _selection(view.get("selection"), number)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"the view of step {number} cannot be read: {error}") from error
    return Step(
        id=str(step.get("id") or number),
        kind=kind,
        title=str(step.get("title") or ""),
        view=dict(view),
        lines=tuple(_line(each, number) for each in _rows(step.get("lines"), "lines")),
        notes=str(step.get("notes") or ""),
    )


def _selection(read: object, number: int) -> None:
    """Refuse a selection that names nothing."""
    chosen = _object(read, f"the selection of step {number}")
    if chosen and not all(isinstance(chosen.get(key), str) for key in ("kind", "id")):
        raise ValueError("its selection has no kind or id")


def _line(read: object, number: int) -> Line:
    line = _object(read, f"a line of step {number}")
    cites = _rows(line.get("cites"), f"cites of step {number}")
    row = tuple(map(str, _rows(line.get("row"), f"row of step {number}")))
    if len(row) not in {0, CELLS}:
        raise ValueError(f"a row of step {number} should have {CELLS} cells, or none")
    return Line(str(line.get("text") or ""), tuple(map(str, cites)), row)


def _object(read: object, name: str) -> Json:
    if read is None:
        return {}
    if not isinstance(read, Mapping):
        raise ValueError(f"{name} of this briefing should be an object with keys")  # noqa: TRY004
    return read


def _rows(read: object, name: str) -> Sequence[object]:
    if read is None:
        return ()
    if not isinstance(read, list | tuple):
        raise ValueError(f"{name} of this briefing should be a list")  # noqa: TRY004
    return read
