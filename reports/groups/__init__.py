"""Claim groups: what several reports say of the same thing, side by side.

A group shows its lowest and its highest figure and every claim between. Nothing is averaged,
nothing is added up, and no figure is called the best.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from reports.decided import REJECTED
from reports.groups import names
from reports.groups.ends import ends
from reports.groups.keys import Countries, keyed
from reports.groups.origins import origins_of
from reports.groups.relations import among, gap, relation
from reports.groups.tiles import tiles
from reports.groups.value_text import Row, as_rows, unit_text, value_text

__all__ = ["group_ids", "grouped", "relation", "summarise", "tiles"]

Json = Mapping[str, Any]


Days = Mapping[str, str | None]


def group_ids(
    claims: pd.DataFrame, countries: Countries | None = None, published: Days | None = None
) -> pd.Series:
    """Give every claim the id of its group; one that was rejected is beside no other.

    Parameters
    ----------
    claims
        The store's claims.
    countries
        Country codes by place id, for places whose id does not hold the country.
    published
        ISO days by report id, which part what is told without a date.
    """
    days = claims["report_id"].map(dict(published or {}))
    rows = as_rows(claims.assign(published=days))
    ids = keyed([row for row in rows if row["review"] != REJECTED], countries or {})
    return claims["id"].map(lambda id_: ids.get(id_, f"{id_}:rejected")).rename("group_id")


def grouped(
    claims: pd.DataFrame, countries: Countries | None = None, published: Days | None = None
) -> pd.DataFrame:
    """Add ``group_id``, ``label``, ``value_text`` and ``unit_text`` to the store's claims."""
    rows = as_rows(claims)
    return claims.assign(
        group_id=group_ids(claims, countries, published),
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
        ``best`` is None until somebody picks a rule (:mod:`reports.groups.best`). ``reports``
        counts reports, ``origins`` lists the roots of their sources, None for reports that state
        none. ``relation`` is how the claims stand to each other, None where only one source in
        one report speaks, and ``gap`` how much greater the one is where two are apart: 0.09 is 9 %.
    """
    rows = sorted(as_rows(claims), key=lambda row: (str(row["group_id"]), str(row["id"])))
    groups = [_summary(list(members)) for _, members in groupby(rows, lambda row: row["group_id"])]
    return sorted(groups, key=lambda group: (-group["weight"], group["label"], group["id"]))


def _summary(rows: Sequence[Row]) -> Json:
    first = rows[0]
    low, high = ends(rows)
    return {
        "id": first["group_id"],
        "label": _common_label(rows),
        "low": low,
        "high": high,
        "best": None,
        "relation": among(rows),
        "gap": gap(rows),
        "unit": first["unit"],
        "status": first["status"],
        "claims": [row["id"] for row in rows],
        "reports": len({row["report_id"] for row in rows}),
        "origins": origins_of(rows),
        "category": first["category"],
        "family": first["family"],
        "weight": names.weight(first),
    }


def _common_label(rows: Sequence[Row]) -> str:
    """Choose the label that most claims have; of several the shortest, which says least."""
    counts = Counter(str(row["label"]) for row in rows)
    return min(counts, key=lambda label: (-counts[label], len(label), label))
