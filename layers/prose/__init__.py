"""What is said of a view: the same words and numbers in plates, slides, handouts and briefings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.lengths import unit_of
from layers.prose.figures import Claim, Figures, figures
from layers.prose.headings import headline, window_text
from layers.prose.quote import Quote, Reports, quote
from layers.prose.together import together
from layers.prose.words import (
    as_of_text,
    kind_text,
    plain,
    precision_text,
    published,
    publisher,
)
from layers.view import View
from layers.visibility import STATUSES, Drawn, Visible, visible

__all__ = ["Brief", "Claim", "Figures", "Named", "Quote", "Source", "brief"]

Json = Mapping[str, Any]

NAMED = ("places", "offsets", "mentioned")
"""Layers whose marks are places; the others join places."""
NOT_VERIFIED = "Figures are claims by those named and were not verified."
SAMPLE = "Sample corpus: summaries written for this project."
OWN_DATES = "Each view shows dates of its own, named beside it."
SILENCE = (
    "No report is not no event: where nothing is shown, these reports, as filtered,"
    " tell of nothing."
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place in view: how closely it is known, what is said of it and where."""

    name: str
    local: str
    kind: str
    precision: str
    statuses: tuple[str, ...]
    refs: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A report."""

    ref: str
    title: str
    publisher: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A view in words.

    ``unknown`` pairs a count with what it counts. ``unnumbered`` lists words that tell of
    many without a number, with their sentence.
    """

    title: str
    window: str
    as_of: str
    places: tuple[Named, ...]
    facts: tuple[Figures, ...]
    plans: tuple[Figures, ...]
    unknown: tuple[tuple[int, str], ...]
    unnumbered: tuple[tuple[str, Quote], ...]
    sources: tuple[Source, ...]
    policy: str
    credits: tuple[str, ...]
    remarks: tuple[str, ...]


def brief(
    scene: Json, views: Sequence[View], title: str | None = None, as_of: str | None = None
) -> Brief:
    """Say what views show between them, who says so, and what is not known.

    Parameters
    ----------
    title
        Set by the user; otherwise one that names the places and says whose words these are.
    as_of
        The day it speaks for (ISO), set by the user; otherwise that of the newest report.
    """
    each = [visible(scene, view) for view in views]
    shown = together(scene, each)
    reports = {report["id"]: report for report in scene["reports"]}
    items = {item["id"]: item for item in shown.items}
    meta, used = scene["meta"], {item["report"] for item in shown.items}
    return Brief(
        title=plain(title or headline(shown.drawn)),
        window=_window(scene, views),
        as_of=as_of_text(meta, as_of),
        places=tuple(_places(shown.drawn, reports, unit_of(scene))),
        facts=tuple(figures(scene["groups"], items, reports, ahead=False)),
        plans=tuple(figures(scene["groups"], items, reports, ahead=True)),
        unknown=tuple(_unknown(shown, views)),
        unnumbered=tuple(_unnumbered(scene, used, reports)),
        sources=tuple(_source(each) for each in scene["reports"] if each["id"] in used),
        policy=plain(meta["policy"]),
        credits=tuple(map(plain, meta["attribution"])),
        remarks=(
            NOT_VERIFIED,
            *((SAMPLE,) if meta["sample"] else ()),
            *((f"{plain(meta['redaction'])}.",) if meta.get("redaction") else ()),
        ),
    )


def _window(scene: Json, views: Sequence[View]) -> str:
    """Print the dates that all views share, or that each has its own."""
    windows = list(dict.fromkeys(window_text(scene, view) for view in views))
    return windows[0] if len(windows) == 1 else OWN_DATES


def _places(drawn: Sequence[Drawn], reports: Reports, unit: str) -> Iterator[Named]:
    """List places, those first of which most is said; what is only measured from goes last."""
    marks = [one for one in drawn if one.mark["layer"] in NAMED]
    order = {layer: place for place, layer in enumerate(NAMED)}
    for one in sorted(
        marks,
        key=lambda one: (
            order[one.mark["layer"]],
            bool(one.mark.get("reference")),
            one.mark["wide"],
            -len(one.items),
            one.mark["name"],
        ),
    ):
        found = {item["status"] for item in one.items}
        quotes = tuple(dict.fromkeys(quote(item, reports) for item in one.items))
        said_in = {item["report"] for item in one.items}
        yield Named(
            name=plain(one.mark["name"]),
            local=plain(one.mark.get("local")),
            kind=kind_text(one.mark),
            precision=precision_text(one.mark, unit),
            statuses=tuple(status for status in STATUSES if status in found),
            refs=tuple(each["ref"] for each in reports.values() if each["id"] in said_in),
            quotes=quotes,
        )


def _unknown(shown: Visible, views: Sequence[View]) -> Iterator[tuple[int, str]]:
    counts, things = shown.counts, "mentions and figures"
    yield counts["unverified"], f"{things} in view that nobody has checked against the report"
    yield counts["undated"], f"{things} without {_days(views)}: {_undated(views)}"
    yield counts["unlocated"], f"{things} whose place is not known: they are not on the map"
    if len(views) == 1:
        yield counts["outside"], f"{things} outside the dates shown"
        yield counts["hidden"], f"{things} hidden by switches of this view"
    else:
        yield counts["left_out"], f"{things} that no view of this briefing shows"


def _days(views: Sequence[View]) -> str:
    by_event = any(view.axis == "event" for view in views)
    return "a day of what they tell of" if by_event else "a day of publication"


def _undated(views: Sequence[View]) -> str:
    return "they are shown" if any(view.undated for view in views) else "they are left out"


def _unnumbered(
    scene: Json, used: Collection[str], reports: Reports
) -> Iterator[tuple[str, Quote]]:
    found = (item for item in scene.get("unquantified") or () if item["report"] in used)
    yield from dict.fromkeys((plain(item["text"]), quote(item, reports)) for item in found)


def _source(report: Json) -> Source:
    return Source(
        ref=report["ref"],
        title=plain(report["title"]) or "untitled",
        publisher=publisher(report),
        published=published(report),
        url=plain(report.get("url")) or "no address",
    )
