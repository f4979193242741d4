"""Lines of captions: sentences quoted with whose they are, and figures with who states them.

Nothing is said here that no report says: numbers stand in quotation marks, a status that is not
"reported" stands before or behind what it belongs to.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from layers.briefing.briefing import Line
from layers.prose.figures import AHEAD
from layers.prose.headings import listed
from layers.prose.quote import Key, Reports, key_of, quote
from layers.prose.words import attribution, plain
from layers.visibility import STATUSES, Drawn

Json = Mapping[str, Any]

MOST_FIGURES = 3
"""A line quotes so many figures of a matter; of more it quotes the lowest and the highest."""
LONG = 260
"""Characters beyond which another sentence is quoted first; none is ever cut."""
RELATIONS: Mapping[str, str] = {
    "conflict": "These figures are far apart.",
    "differ": "These figures differ.",
}
"""What is said of claims that do not agree; whether one refutes the other, readers tell."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a view lets through: items by id, and by the sentence they stand in."""

    items: Mapping[str, Json]
    sentences: Mapping[Key, Sequence[Json]]
    reports: Reports


def said(scene: Json, items: Iterable[Json]) -> Said:
    """File items by their sentences; ``items`` are the scene's that are in view."""
    kept = {item["id"]: item for item in items}
    sentences: dict[Key, list[Json]] = {}
    for item in kept.values():
        sentences.setdefault(key_of(item), []).append(item)
    return Said(kept, sentences, {report["id"]: report for report in scene["reports"]})


def is_ahead(item: Json) -> bool:
    """Tell whether an item is of what is planned or possible, not of what is said to be so."""
    return item["status"] in AHEAD


def told_of(told: Said, marks: Sequence[Drawn]) -> list[Key]:
    """List the sentences that say what is so of some marks, those with figures first.

    Marks take turns. A mark of which nothing is said to be so has no sentence.
    """
    ranked = []
    for one in marks:
        facts = [item for item in one.items if not is_ahead(item)]
        counted = {key_of(item) for item in facts if item["type"] == "claim"}
        keys = dict.fromkeys(key_of(item) for item in facts)
        order = {key: (*_rank(told.sentences[key]), key not in counted) for key in keys}
        ranked.append(sorted(keys, key=order.__getitem__))
    turns = (key for turn in zip_longest(*ranked) for key in turn if key)
    return list(dict.fromkeys(turns))


def _rank(items: Sequence[Json]) -> tuple[bool, bool, bool]:
    """Put sentences last that deny, that tell of what is to come as well, or that are long."""
    start, end = items[0]["sentence"]
    denied = any(item["status"] == "denied" for item in items)
    return denied, any(map(is_ahead, items)), end - start > LONG


def sentence_line(told: Said, key: Key) -> Line:
    """Quote a sentence, after the statuses of what it says if these are not all "reported"."""
    items = told.sentences[key]
    found = {item["status"] for item in items}
    statuses = [status for status in STATUSES if status in found]
    prefix = "" if found == {"reported"} else f"{listed(statuses).capitalize()}: "
    return Line(
        f"{prefix}{quote(items[0], told.reports).text}", tuple(item["id"] for item in items)
    )


def figure_line(group: Json, items: Sequence[Json], reports: Reports) -> Line:
    """Quote the figures about one matter, each with who states it; none is added or averaged.

    Parameters
    ----------
    group
        Of the scene.
    items
        Those of its claims that the line is about, at least one.
    """
    parts = list(dict.fromkeys(_figure(item, reports) for item in items))
    stated = "; ".join(parts)
    if len(parts) > MOST_FIGURES:
        low, high = _ends(items)
        stated = f"{_figure(low, reports)}, up to {_figure(high, reports)}, and others"
    whole = len(items) == len(group["claims"])
    apart = RELATIONS.get(str(group.get("relation"))) if whole else None
    text = f"{plain(group['label'])}: {stated}." + (f" {apart}" if apart else "")
    return Line(text, tuple(item["id"] for item in items))


def notes_of(told: Said, lines: Iterable[Line], most: int) -> str:
    """Quote the sentences that lines cite, a line each: what a presenter is asked for next."""
    cited = (told.items[id_] for line in lines for id_ in line.cites if id_ in told.items)
    quotes = dict.fromkeys(quote(item, told.reports).text for item in cited)
    return "\n".join(list(quotes)[:most])


def ranked_groups(scene: Json) -> list[Json]:
    """Give the groups of claims: headlines before others, in both those first that disagree."""
    headlines = {tile["group"]: place for place, tile in enumerate(scene["tiles"])}
    last = len(headlines)

    def rank(group: Json) -> tuple[bool, bool, int]:
        place = headlines.get(group["id"], last)
        return place == last, str(group.get("relation")) not in RELATIONS, place

    return sorted(scene["groups"], key=rank)


def _figure(item: Json, reports: Reports) -> str:
    status = "" if item["status"] == "reported" else f" ({item['status']})"
    report = reports[item["report"]]
    says = attribution(item["source"], report["publisher"])
    return f"“{plain(item['text'])}”{status} – {says} [{report['ref']}]"


def _ends(items: Sequence[Json]) -> tuple[Json, Json]:
    """Give the items that state the least and the most; those without a bound are between."""
    low = [item for item in items if item.get("low") is not None] or items
    high = [item for item in items if item.get("high") is not None] or items
    return min(low, key=lambda item: _amount(item, "low")), max(
        high, key=lambda item: _amount(item, "high")
    )


def _amount(item: Json, end: str) -> float:
    return float(item.get(end) or 0.0) * float(item.get("base") or 1.0)
