"""What every data file prints of the whole: what was chosen, of which days, what was left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from layers.own.content import credit, shown_own
from layers.view import View
from layers.visibility import Visible

Json = Mapping[str, Any]

EVERYTHING = "everything in the store"
FILTERED = "what the view shows"
NOT_VERIFIED = (
    "Figures are claims by those named and were not verified. Movements are schematic great"
    " circles, not routes. A point stands for the footprint that its precision codes tell of."
)
CODES = (
    "where_prec and date_prec are codes of UCDP, geo_precision and time_precision of ACLED;"
    " start and end count code points of the report's text, the end excluded."
)
NOT_REDACTED = "none"
COUNTS = ("shown", "outside", "undated", "unlocated", "hidden", "unverified")


def about(
    scene: Json, view: View, shown: Visible, reports: Sequence[Json], *, everything: bool
) -> dict[str, Any]:
    """Say what a data file holds, as plain values.

    Parameters
    ----------
    scene, view, shown
        What there is, how it is filtered, and what the filter leaves.
    reports
        The reports that the rows come from, with ``report`` (their number), publisher, title, day.
    everything
        Whether the filter was left aside.
    """
    meta, own = scene["meta"], shown_own(scene, view.layers)
    return {
        "dateline": "news reports as data",
        "scope": EVERYTHING if everything else FILTERED,
        "dates_from": _day(view.window.start),
        "dates_to": _day(view.window.end),
        "dates_of": "events" if view.axis == "event" else "publication",
        "undated_shown": view.undated,
        "certain_only": view.certain_only,
        "as_of": meta["asOf"],
        "zone": meta["zone"],
        "counts": {name: int(shown.counts.get(name, 0)) for name in COUNTS},
        "items_in_all": len(scene["items"]),
        "mentions": sum(item["type"] == "mention" for item in shown.items),
        "claims": sum(item["type"] == "claim" for item in shown.items),
        "sample_corpus": meta["sample"],
        "redaction": meta.get("redaction") or NOT_REDACTED,
        "boundaries": meta["policy"],
        "attribution": list(meta["attribution"]),
        "caveat": NOT_VERIFIED,
        "codes": CODES,
        "sources": [_source(report) for report in reports],
        **({"own_layers": [credit(row) for row in own]} if own else {}),
    }


def lines(described: Json) -> list[tuple[str, str]]:
    """Lay out what is printed of the whole as pairs of a name and a text, one value each.

    >>> lines({"as_of": None, "counts": {"shown": 2}, "sources": ["A", "B"], "sample_corpus": True})
    [('as of', 'not known'), ('counts: shown', '2'), ('sources', 'A'), ('sources', 'B'), \
('sample corpus', 'yes')]
    """
    return [
        (name.replace("_", " "), text)
        for key, value in described.items()
        for name, text in _flat(key, value)
    ]


OPEN = {"dates_from": "open", "dates_to": "open"}


def _flat(key: str, value: object) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [(f"{key}: {name}", str(each)) for name, each in value.items()]
    if isinstance(value, list):
        return [(key, str(each)) for each in value]
    if isinstance(value, bool):
        return [(key, "yes" if value else "no")]
    return [(key, OPEN.get(key, "not known") if value is None else str(value))]


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _source(report: Json) -> str:
    words = (report["publisher"], report["title"], report["published"] or "undated", report["url"])
    return f"{report['report']} {', '.join(word for word in words if word)}"
