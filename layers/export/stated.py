"""A claim with all that a row of a data file says of it, whatever the file's shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

import pandas as pd

from geo.footprint import Precision, footprint
from geo.index import Places
from geo.place import Place
from geo.records import records

Row = Mapping[str, Any]
LEAST = frozenset({"eq", "gt", "ge", "range", "vague"})
MOST = frozenset({"eq", "lt", "le", "range"})


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim, its report, and its place with the precision of its footprint.

    ``claim`` has the columns of the store and what was made of them (``group_id``, ``best``,
    ``best_rule``); ``report`` those of the store's reports.
    """

    claim: Row
    report: Row
    place: Place | None
    precision: Precision | None
    country: str | None
    province: str | None
    reports_in_group: int

    @property
    def low(self) -> float | None:
        """The least that the claim says; None where it leaves that open."""
        return self._end("low", LEAST)

    @property
    def high(self) -> float | None:
        """The most that the claim says; None where it leaves that open."""
        return self._end("high", MOST)

    @property
    def numbers(self) -> str:
        """The sides of a size, as in "3.5 × 1.5"; empty for other claims."""
        return " × ".join(f"{value:,.10g}" for value in self.claim["values"])

    def text(self, column: str) -> str | None:
        """Give a column of the claim that holds a text."""
        value = self.claim[column]
        return value if isinstance(value, str) else None

    def number(self, column: str) -> float | None:
        """Give a column of the claim that holds a number."""
        value = self.claim[column]
        return float(value) if isinstance(value, int | float) and not isnan(value) else None

    def of_report(self, column: str) -> str | None:
        """Give a column of the report that holds a text."""
        value = self.report[column]
        return value if isinstance(value, str) else None

    def _end(self, column: str, comparators: frozenset[str]) -> float | None:
        if self.claim["comparator"] not in comparators:
            return None
        value = self.number("value")
        return value if value is not None else self.number(column)


def stated(claims: pd.DataFrame, reports: pd.DataFrame, places: Places) -> Iterator[Stated]:
    """Give every claim with its report and its place.

    Parameters
    ----------
    claims
        The store's claims with ``group_id``, ``best`` and ``best_rule``.
    reports
        The store's reports.
    places
        What knows the places by their ids; an id that it does not know is no place.
    """
    by_id = {row["id"]: row for row in records(reports)}
    in_group = claims.groupby("group_id")["report_id"].nunique().to_dict()
    for row in records(claims):
        place = placed(row["at_id"] or row["to_id"], places)
        yield Stated(
            claim=row,
            report=by_id[row["report_id"]],
            place=place,
            precision=footprint(place).precision if place else None,
            country=_name(place.country if place else None, places),
            province=_name(place.adm1 if place else None, places),
            reports_in_group=int(in_group[row["group_id"]]),
        )


def placed(place_id: str | None, places: Places) -> Place | None:
    """Give the place with an id; None without an id, or where nobody knows it."""
    if not isinstance(place_id, str):
        return None
    try:
        return places.place(place_id)
    except KeyError:
        return None


def _name(code: str | None, places: Places) -> str | None:
    """Name a country or province by its code; the code itself where nobody knows it."""
    known = placed(f"ne:{code}", places) if code else None
    return known.name if known else code
