"""Figures and names as a line of a briefing prints them, never surer than their reports."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from layers.prose.words import plain, published, publisher
from layers.visibility import STATUSES

Json = Mapping[str, Any]

NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def stated(item: Json) -> str:
    """Print a figure with its status; where its digits are not the report's, the report's words.

    >>> item = {"figure": "≈1.2 million people", "text": "some 1,200,000", "status": "claimed"}
    >>> stated(item)
    '“some 1,200,000”, claimed'
    """
    told, own = plain(item["figure"]), plain(item["text"])
    words = told if set(numbers(told)) <= set(numbers(own)) else f"“{own}”"
    return words if item["status"] == "reported" else f"{words}, {item['status']}"


def numbers(text: str) -> list[str]:
    """List the numbers that are printed in a text.

    >>> numbers("11,000–12,000 personnel, 3.5 × 1.5 km.")
    ['11,000', '12,000', '3.5', '1.5']
    """
    return NUMBER.findall(text)


def credited(items: Sequence[Json], reports: Mapping[str, Json]) -> str:
    """Print the figures of some claims, each with the reports that it stands in."""
    refs: dict[str, list[str]] = {}
    for item in items:
        refs.setdefault(stated(item), []).append(reports[item["report"]]["ref"])
    return "; ".join(f"{words} ({', '.join(dict.fromkeys(of))})" for words, of in refs.items())


def statuses(items: Iterable[Json]) -> str:
    """List the statuses of some items, the strongest first."""
    found = {item["status"] for item in items}
    return ", ".join(status for status in STATUSES if status in found)


def credit(report: Json) -> str:
    """Say which report is meant, by publisher and day."""
    return f"{publisher(report)}, {published(report)}"


def source(item: Json, reports: Mapping[str, Json]) -> str:
    """Name who is at the root of a figure; a report that names nobody speaks for itself."""
    own = plain(reports[item["report"]]["publisher"]) or "publisher not stated"
    return plain(item.get("origin")) or f"the report itself ({own})"


def sources(items: Sequence[Json], reports: Mapping[str, Json]) -> str:
    """Name who is at the root of some figures, each once."""
    return "; ".join(dict.fromkeys(source(item, reports) for item in items))


def same_source(one: Json, other: Json, reports: Mapping[str, Json]) -> bool:
    """Tell whether two figures have one root; two that nobody is named for may have two."""
    if one.get("origin") and other.get("origin"):
        return str(one["origin"]).casefold() == str(other["origin"]).casefold()
    publishers = [reports[item["report"]]["publisher"] for item in (one, other)]
    return (
        not (one.get("origin") or other.get("origin"))
        and publishers[0]
        and (publishers[0] == publishers[1])
    )
