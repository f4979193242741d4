"""Lines on what a briefing rests on: which reports, by whom, of when."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from layers.briefing.briefing import Line
from layers.prose import NOT_VERIFIED
from layers.prose.headings import listed
from layers.prose.words import counted, day_text, plain, published, publisher

Json = Mapping[str, Any]

FEW, MOST_SOURCES = 4, 6
"""An overview names so many reports one by one; a list of sources has so many lines."""


def basis_line(scene: Json, items: Sequence[Json]) -> Line:
    """Say what a view rests on; cites the first item of each report.

    Parameters
    ----------
    items
        Those in view, at least one.
    """
    first = _first_items(items)
    reports = [report for report in scene["reports"] if report["id"] in first]
    cites = tuple(first[report["id"]] for report in reports)
    if len(reports) <= FEW:
        named = "; ".join(f"[{r['ref']}] {publisher(r)}, {published(r)}" for r in reports)
    else:
        named = f"{_publishers(reports)}; {_days(reports)}"
    rests = f"Rests on {counted(len(reports), 'report')}: {named}."
    return Line(f"{rests} {NOT_VERIFIED}", cites)


def source_lines(scene: Json, items: Iterable[Json]) -> list[Line]:
    """List the reports in view, a line each; each cites its first item."""
    first = _first_items(items)
    reports = [report for report in scene["reports"] if report["id"] in first]
    lines = [Line(_source(report), (first[report["id"]],)) for report in reports[:MOST_SOURCES]]
    if left := reports[MOST_SOURCES:]:
        more = f"And {counted(len(left), 'more report')}: {_publishers(left)}; {_days(left)}."
        lines.append(Line(more, tuple(first[report["id"]] for report in left)))
    return lines


def _first_items(items: Iterable[Json]) -> dict[str, str]:
    first: dict[str, str] = {}
    for item in items:
        first.setdefault(item["report"], item["id"])
    return first


def _source(report: Json) -> str:
    title = plain(report["title"]) or "untitled"
    url = plain(report.get("url"))
    parts = (f"[{report['ref']}] {title}", f"{publisher(report)}, {published(report)}", url)
    return ". ".join(filter(None, parts))


def _publishers(reports: Sequence[Json]) -> str:
    names = list(dict.fromkeys(map(publisher, reports)))
    return listed(names if len(names) <= FEW else [*names[:FEW], "others"])


def _days(reports: Sequence[Json]) -> str:
    days = sorted(report["published"] for report in reports if report["published"])
    if not days:
        return "days not known"
    first, last = day_text(days[0]), day_text(days[-1])
    return f"published {first}" if first == last else f"published {first} – {last}"
