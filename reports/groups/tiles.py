"""The headline numbers: which groups get a tile, and what stands on it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import log2
from typing import Any

import pandas as pd

from reports.groups import names
from reports.groups.ends import size, stated_rows
from reports.groups.keys import destination, subject
from reports.groups.origins import origins_of
from reports.groups.value_text import Bounds, Row, as_rows, bounds, value_text

Json = Mapping[str, Any]

# A tile shows so many numbers side by side; of more it shows the lowest and the highest.
SIDE_BY_SIDE = 2
# So many tiles of one family go before those of others.
A_FAMILY = 2
# A month of age costs a point of weight, up to ten; twice the claims are worth three.
DAYS_A_POINT = 30
MOST_LOST = 10
A_DOUBLING = 3


def tiles(
    groups: Sequence[Json], claims: pd.DataFrame, reports: pd.DataFrame, limit: int = 5
) -> list[Json]:
    """Choose the headline numbers.

    Parameters
    ----------
    groups
        As ``summarise`` gives them.
    claims
        As ``grouped`` gives them.
    reports
        The store's reports, for their days.

    Returns
    -------
    list of dict
        ``headline`` alternates numbers (with a ``status``) and joiners (without): figures that
        differ stand side by side, newest first, more than two as lowest to highest, and plans of
        one mission with a plus sign between them, never as a sum.
    """
    days = dict(zip(reports["id"], map(_ordinal, reports["published"]), strict=True))
    rows = {row["id"]: row for row in as_rows(claims)}
    members = {
        group["id"]: sorted((rows[id_] for id_ in group["claims"]), key=_newest_first(days))
        for group in groups
    }
    newest = max(days.values(), default=0)
    ranked = sorted(
        (group for group in groups if group["weight"] > 0 and _counts(members[group["id"]])),
        key=lambda group: -_score(group, newest, members[group["id"]], days),
    )
    missions = _varied(_missions(ranked, members), limit)
    return [_tile(mission, members) for mission in missions]


Days = Mapping[str, int]
Members = Mapping[str, Sequence[Row]]


def _ordinal(day: object) -> int:
    """Return a day as a number; undated reports count as oldest."""
    return date.fromisoformat(day).toordinal() if isinstance(day, str) else 0


def _newest_first(days: Days) -> Callable[[Row], tuple[int, int]]:
    return lambda row: (-days[row["report_id"]], row["start"])


def _counts(rows: Sequence[Row]) -> bool:
    """Whether figures count something: that nobody was hurt is no headline number."""
    return any(bounds(row) != Bounds(0.0, 0.0) for row in rows)


def _told(row: Row, days: Days) -> int:
    """Return the day of what a claim tells: of its report, or long before where it says so."""
    ended = _ordinal(row["latest"])
    return min(days[row["report_id"]], ended) if ended else days[row["report_id"]]


def _score(group: Json, newest: int, rows: Sequence[Row], days: Days) -> float:
    """Weigh a group by its kind, by how many claims speak of it, and by how fresh that is."""
    age = newest - max(_told(row, days) for row in rows)
    weight = float(group["weight"])
    return weight + A_DOUBLING * log2(len(rows)) - min(age / DAYS_A_POINT, MOST_LOST)


def _missions(ranked: Sequence[Json], members: Members) -> list[list[Json]]:
    """Put planned groups of one mission together, where the best of them stands."""
    missions: dict[tuple[str, ...], list[Json]] = {}
    for group in ranked:
        row = members[group["id"]][0]
        key: tuple[str, ...] = (group["id"],)
        if group["status"] == "planned" and names.noun(row):
            key = (group["family"], subject(row, {}), destination(row, {}, "country"))
        missions.setdefault(key, []).append(group)
    return list(missions.values())


def _varied(missions: Sequence[list[Json]], limit: int) -> list[list[Json]]:
    """Choose the first, but only so many of one family while there are others."""
    seen: Counter[str] = Counter()
    first: list[int] = []
    categories: set[str] = set()
    for number, mission in enumerate(missions):
        family, category = mission[0]["family"], mission[0]["category"]
        if seen[family] < A_FAMILY and category not in categories:
            first.append(number)
            seen[family] += 1
        categories.add(category)
    rest = [number for number in range(len(missions)) if number not in first]
    return [missions[number] for number in sorted([*first, *rest][:limit])]


def _tile(mission: Sequence[Json], members: Members) -> Json:
    lead = members[mission[0]["id"]][0]
    rows = [row for group in mission for row in members[group["id"]]]
    planned = mission[0]["status"] == "planned"
    nouns = [names.noun(members[group["id"]][0]) for group in mission]
    lines = [
        " + ".join(dict.fromkeys(filter(None, nouns))) if len(mission) > 1 else None,
        _reports(len({row["report_id"] for row in rows})),
        _origin_line(origins_of(rows)),
        "not added to those sent" if planned and mission[0]["family"] == "deployment" else None,
    ]
    headline = [_numbers(group, members[group["id"]]) for group in mission[:SIDE_BY_SIDE]]
    return {
        "group": mission[0]["id"],
        "headline": _joined(headline, "+"),
        "unit": names.tile_unit(lead),
        "status": mission[0]["status"],
        "lines": [line for line in lines if line],
    }


def _numbers(group: Json, rows: Sequence[Row]) -> list[Json]:
    """Show the figures of a group: side by side, or of many the lowest and the highest."""
    stated = stated_rows(rows)
    texts = list(dict.fromkeys(names.tile_text(row, value_text(row)) for row in stated))
    joiner = "and"
    if len(texts) > SIDE_BY_SIDE:
        ends = min(stated, key=size), max(stated, key=size)
        texts, joiner = [names.tile_text(row, value_text(row)) for row in ends], "to"
    return _joined([[{"text": text, "status": group["status"]}] for text in texts], joiner)


def _joined(parts: Sequence[list[Json]], joiner: str) -> list[Json]:
    joined = [item for part in parts for item in ({"text": joiner}, *part)]
    return joined[1:]


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"


def _origin_line(origins: Sequence[str | None]) -> str:
    named = [origin or "not stated" for origin in origins]
    if named == ["not stated"]:
        return "origin not stated"
    return f"origin{'s' if len(named) > 1 else ''}: {'; '.join(named)}"
