"""Claims as tables: the claims that a view shows, with the best figure where a rule was chosen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.gazetteer import Gazetteer
from layers.export.claims_csv import SHAPES, claims_csv
from layers.view import View
from layers.visibility import visible
from reports.errors import InputError
from reports.groups.best import Best, Rule, best
from reports.groups.value_text import as_rows, measures
from reports.known_places import KnownPlaces
from reports.store import Store
from views.assemble import claims_in_groups

Json = Mapping[str, Any]


class ShapeError(InputError):
    """A table was asked for in a shape that is not known."""


@dataclass(frozen=True, slots=True)
class Table:
    """How claims are laid out: in which columns, and by which rule one is the best."""

    shape: str = "claims"
    rule: Rule | None = None


PLAIN = Table()


@dataclass(frozen=True, slots=True)
class Written:
    """A table as text, with how many claims are in it and where the others went."""

    text: str
    rows: int
    outside: int
    undated: int
    hidden: int


def table_of(shape: str, rule: str | None) -> Table:
    """Read how claims are to be laid out.

    Raises
    ------
    InputError
        When the shape or the rule is not known; the message lists those there are.
    """
    if shape not in SHAPES:
        raise ShapeError(f"“{shape}”", "is no shape of a table", f"use one of {', '.join(SHAPES)}")
    return Table(shape, Rule.parse(rule) if rule else None)


def claims_table(
    store: Store, gazetteer: Gazetteer, scene: Json, view: View, table: Table
) -> Written:
    """Lay out the claims that a view shows.

    The best of a group is chosen among the claims that are shown, and stands on the chosen claim
    alone; where a rule chose several that differ, there is none.
    """
    items = [item for item in scene["items"] if item["type"] == "claim"]
    seen = visible({**scene, "items": items}, view)
    known = KnownPlaces(gazetteer, store.places())
    reports = store.reports()
    claims = judged(store, known, [item["id"] for item in seen.items], reports, table.rule)
    undated = 0 if view.undated else seen.counts["undated"]
    return Written(
        text=claims_csv(claims, reports, known, table.shape),
        rows=len(claims),
        outside=seen.counts["outside"],
        undated=undated,
        hidden=len(items) - len(claims) - seen.counts["outside"] - undated,
    )


def listed_table(
    store: Store, gazetteer: Gazetteer, ids: Sequence[str], shown: Collection[str], table: Table
) -> str:
    """Lay out claims in the order of ``ids``, as a reader has sorted and narrowed them.

    The best of a group is chosen among the claims that are ``shown``, of which the listed are some.
    Ids that the store has no claim for are left out.
    """
    known = KnownPlaces(gazetteer, store.places())
    reports = store.reports()
    claims = judged(store, known, shown, reports, table.rule).set_index("id", drop=False)
    listed = claims.loc[[id_ for id_ in ids if id_ in claims.index]]
    return claims_csv(listed, reports, known, table.shape)


def judged(
    store: Store,
    known: KnownPlaces,
    shown: Collection[str],
    reports: pd.DataFrame,
    rule: Rule | None,
) -> pd.DataFrame:
    """Give the claims that are shown in their groups, with the best of each."""
    claims = claims_in_groups(store, known)
    return with_best(claims[claims["id"].isin(list(shown))], reports, rule)


def with_best(claims: pd.DataFrame, reports: pd.DataFrame, rule: Rule | None) -> pd.DataFrame:
    """Add ``best``, in the claim's own unit, and ``best_rule``; empty for all but the chosen."""
    days = dict(zip(reports["id"], reports["published"], strict=True))
    chosen: dict[str, Best] = {}
    for _, members in claims.groupby("group_id"):
        found = best(as_rows(members), rule, days)
        if found is not None and found.low is not None and found.low == found.high:
            chosen[found.claims[0]] = found
    units = dict(zip(claims["id"], claims["unit"], strict=True))
    values = [_value(chosen.get(id_), units[id_]) for id_ in claims["id"]]
    words = [chosen[id_].words if id_ in chosen else None for id_ in claims["id"]]
    return claims.assign(
        best=pd.Series(values, index=claims.index, dtype=object),
        best_rule=pd.Series(words, index=claims.index, dtype=object),
    )


def _value(chosen: Best | None, unit: str) -> float | None:
    if chosen is None or chosen.low is None:
        return None
    return chosen.low / measures().get(unit, ("", 1.0))[1]
