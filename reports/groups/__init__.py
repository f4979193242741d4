"""Claim groups: what several reports say of the same thing, side by side.

A group shows its lowest and its highest figure and every claim between. Nothing is averaged,
nothing is added up, and no figure is called the best.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import log2
from typing import Any, cast

import pandas as pd

from reports.groups import names as names
from reports.groups.keys import Countries, destination, keyed, subject
from reports.groups.origins import distinct
from reports.groups.value_text import Bounds, Row, bounds, measures, unit_text, value_text

Json = Mapping[str, Any]

# A tile shows so many numbers side by side; of more it shows the lowest and the highest.
SIDE_BY_SIDE = 2
# So many tiles of one family go before those of others.
A_FAMILY = 2
# A month of age costs a point of weight, up to ten; twice the claims are worth three.
DAYS_A_POINT = 30
MOST_LOST = 10
A_DOUBLING = 3


def _rows(frame: pd.DataFrame) -> list[Row]:
    return cast("list[Row]", frame.to_dict("records"))


def group_ids(claims: pd.DataFrame, countries: Countries | None = None) -> pd.Series:
    """Give every claim the id of its group.

    Parameters
    ----------
    claims
        The store's claims.
    countries
        Country codes by place id, for places whose id does not hold the country.
    """
    ids = keyed(_rows(claims), countries or {})
    return claims["id"].map(ids).rename("group_id")


def grouped(claims: pd.DataFrame, countries: Countries | None = None) -> pd.DataFrame:
    """Add ``group_id``, ``label``, ``value_text`` and ``unit_text`` to the store's claims."""
    rows = _rows(claims)
    return claims.assign(
        group_id=group_ids(claims, countries),
        label=[names.label(row) for row in rows],
        value_text=[value_text(row) for row in rows],
        unit_text=[unit_text(row) for row in rows],
    )


def summarise(claims: pd.DataFrame) -> list[Json]:
    """Sum up claims in groups, the most telling kind of figure first.

    Parameters
    ----------
    claims
        Claims as ``grouped`` gives them.

    Returns
    -------
    list of dict
        ``low`` and ``high`` are printed as their reports printed them, None where an end is open;
        ``best`` is None until somebody picks a rule. ``reports`` counts reports, ``origins`` lists
        the roots of their sources, None for reports that state none.
    """
    rows = sorted(_rows(claims), key=lambda row: (str(row["group_id"]), str(row["id"])))
    groups = [_summary(list(members)) for _, members in groupby(rows, lambda row: row["group_id"])]
    return sorted(groups, key=lambda group: (-group["weight"], group["label"], group["id"]))


def _summary(rows: Sequence[Row]) -> Json:
    first = rows[0]
    low, high = _ends(rows)
    return {
        "id": first["group_id"],
        "label": _common_label(rows),
        "low": low,
        "high": high,
        "best": None,
        "unit": first["unit"],
        "status": first["status"],
        "claims": [row["id"] for row in rows],
        "reports": len({row["report_id"] for row in rows}),
        "origins": _origins(rows),
        "category": first["category"],
        "family": first["family"],
        "weight": names.weight(first),
    }


def _common_label(rows: Sequence[Row]) -> str:
    """Choose the label that most claims have; of several the shortest, which says least."""
    counts = Counter(str(row["label"]) for row in rows)
    return min(counts, key=lambda label: (-counts[label], len(label), label))


def _ends(rows: Sequence[Row]) -> tuple[str | None, str | None]:
    """Print the lowest low and the highest high; None for an end that a claim leaves open."""
    stated = _stated(rows)
    if all(bounds(row) == Bounds(None, None) or bounds(row).vague for row in stated):
        return value_text(stated[0]), value_text(stated[0])
    several = len({row["unit"] for row in stated}) > 1
    lows = [
        (low, _end_text(row, "low", several)) for row in stated if (low := _low(row)) is not None
    ]
    highs = [
        (high, _end_text(row, "high", several))
        for row in stated
        if (high := _high(row)) is not None
    ]
    return (
        min(lows)[1] if len(lows) == len(stated) else None,
        max(highs)[1] if len(highs) == len(stated) else None,
    )


def _stated(rows: Sequence[Row]) -> Sequence[Row]:
    """Leave out "thousands" where another claim has a number: its 2,000 is but our reading."""
    return [row for row in rows if not bounds(row).vague] or rows


def _low(row: Row) -> float | None:
    return _in_base_units(row, bounds(row).low)


def _high(row: Row) -> float | None:
    return _in_base_units(row, bounds(row).high)


def _in_base_units(row: Row, value: float | None) -> float | None:
    """Return a number so that miles and kilometres compare."""
    return None if value is None else value * measures().get(str(row["unit"]), ("", 1.0))[1]


def _end_text(row: Row, end: str, several_units: bool) -> str:  # noqa: FBT001 - one fact of the group
    stated = {**row, "comparator": "eq", "value": row[end]} if row["comparator"] == "range" else row
    text = value_text(stated)
    return f"{text} {unit_text(row)}" if several_units else text


def _origins(rows: Sequence[Row]) -> list[str | None]:
    named = [row["origin"] for row in rows if isinstance(row["origin"], str)]
    return [*distinct(named), *([None] if len(named) < len(rows) else [])]


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
    rows = {row["id"]: row for row in _rows(claims)}
    members = {
        group["id"]: sorted((rows[id_] for id_ in group["claims"]), key=_newest_first(days))
        for group in groups
    }
    ranked = sorted(
        (group for group in groups if group["weight"] > 0),
        key=lambda group: -_score(group, members[group["id"]], days),
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


def _score(group: Json, rows: Sequence[Row], days: Days) -> float:
    """Weigh a group by its kind, by how many claims speak of it, and by how fresh they are."""
    age = max(days.values()) - max(days[row["report_id"]] for row in rows)
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
        " + ".join(filter(None, nouns)) if len(mission) > 1 else None,
        _reports(len({row["report_id"] for row in rows})),
        _origin_line(_origins(rows)),
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
    stated = _stated(rows)
    texts = list(dict.fromkeys(names.tile_text(row, value_text(row)) for row in stated))
    joiner = "and"
    if len(texts) > SIDE_BY_SIDE:
        ends = min(stated, key=_size), max(stated, key=_size)
        texts, joiner = [names.tile_text(row, value_text(row)) for row in ends], "to"
    return _joined([[{"text": text, "status": group["status"]}] for text in texts], joiner)


def _size(row: Row) -> float:
    """Order figures by their low end, or where that is open by their high one."""
    low, high = _low(row), _high(row)
    return low if low is not None else high or 0.0


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
