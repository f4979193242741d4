"""What it would come to if all plans were carried out: derived, marked, and never a headline.

Plans are not facts, and nothing else in Dateline adds them to those. Where a briefer asks, the
formula is shown with what it comes to, so that nobody takes it for something that was reported.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from reports.groups.ends import ends, span
from reports.groups.keys import Countries, destination, subject
from reports.groups.value_text import APPROXIMATELY, Row, as_rows, figure, number
from reports.lexicon import lexicon

Json = Mapping[str, Any]
TITLE = "if all plans are carried out"


def if_all_plans(
    groups: Sequence[Json], claims: pd.DataFrame, countries: Countries | None = None
) -> list[Json]:
    """Give what each mission would come to if all plans were carried out.

    Parameters
    ----------
    groups
        As :func:`reports.groups.summarise` gives them.
    claims
        As :func:`reports.groups.grouped` gives them.

    Returns
    -------
    list of dict
        ``title`` ("if all plans are carried out"), ``formula`` ("≈11,000–12,000 + 4,000 + ≈6,000"),
        ``text`` (what it comes to, "≈21,000–22,000"), ``groups`` (facts first) and ``derived``,
        which is always true. Nothing for a mission without plans, with several groups of facts
        (they may count the same people twice), or with an end that a report leaves open.
    """
    rows = {str(row["id"]): row for row in as_rows(claims)}
    missions: defaultdict[tuple[str, ...], list[tuple[Json, list[Row]]]] = defaultdict(list)
    for group in groups:
        members = [rows[claim] for claim in group["claims"]]
        if _is_whole_count(members):
            where = destination(members[0], countries or {}, "country")
            key = (str(group["unit"]), subject(members[0], countries or {}), where)
            missions[key].append((group, members))
    derived = (_derived(mission) for mission in missions.values())
    return [each for each in derived if each is not None]


def _is_whole_count(members: Sequence[Row]) -> bool:
    return all(number(row["part_of"]) is None and not len(row["values"]) for row in members)


def _derived(mission: Sequence[tuple[Json, list[Row]]]) -> Json | None:
    words = lexicon("groups")["if_all_plans"]
    facts = [
        one
        for one in mission
        if one[0]["category"] in words["facts"] and one[0]["status"] == "reported"
    ]
    plans = [
        one
        for one in mission
        if one[0]["category"] in words["plans"] and one[0]["status"] == "planned"
    ]
    if not plans or len({group["category"] for group, _ in facts}) != len(facts) or not facts:
        return None
    parts = [*facts, *plans]
    spans = [span(members) for _, members in parts]
    lows = [low for low, _ in spans if low is not None]
    highs = [high for _, high in spans if high is not None]
    if len(lows) + len(highs) != 2 * len(parts):
        return None
    about = APPROXIMATELY if any(row["approx"] for _, members in parts for row in members) else ""
    unit = str(parts[0][0]["unit"])
    text = "–".join(dict.fromkeys(figure(total, unit) for total in (sum(lows), sum(highs))))
    return {
        "title": TITLE,
        "formula": " + ".join(_printed(members) for _, members in parts),
        "text": f"{about}{text}",
        "unit": unit,
        "groups": [group["id"] for group, _ in parts],
        "derived": True,
    }


def _printed(members: Sequence[Row]) -> str:
    return "–".join(dict.fromkeys(filter(None, ends(members))))
