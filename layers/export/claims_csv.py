"""Claims as CSV, in the columns of an analyst's table or in those of ACLED and UCDP.

A row is a claim, not an event: two reports of one battle are two rows, and ``group_id`` tells that
they speak of one matter. ``best`` is empty unless a rule was chosen, and then it stands on the
chosen claim alone, so that no sum takes one matter twice.
"""

from collections.abc import Callable, Mapping

import pandas as pd

from geo.index import Places
from layers.export.cells import Cell, csv_text
from layers.export.precision import acled_time_precision, ucdp_date_prec
from layers.export.stated import Stated, stated

KILLED = "killed"
CHAIN = " ← "


def claims_csv(
    claims: pd.DataFrame, reports: pd.DataFrame, places: Places, shape: str = "claims"
) -> str:
    """Write claims as CSV.

    Parameters
    ----------
    claims
        The store's claims with ``group_id``, ``best`` and ``best_rule``.
    reports
        The store's reports.
    places
        What knows the places by their ids.
    shape
        One of :data:`SHAPES`.
    """
    columns = SHAPES[shape]
    rows = (
        {name: read(one) for name, read in columns.items()}
        for one in stated(claims, reports, places)
    )
    return csv_text(list(columns), rows)


def _claim(column: str) -> Callable[[Stated], Cell]:
    return lambda one: one.text(column)


def _number(column: str) -> Callable[[Stated], Cell]:
    return lambda one: one.number(column)


def _report(column: str) -> Callable[[Stated], Cell]:
    return lambda one: one.of_report(column)


def _qualifier(one: Stated) -> str:
    """Say how the number bounds the truth: "ge", "about", "more on top"."""
    row = one.claim
    words = (
        None if row["comparator"] == "eq" else row["comparator"],
        "about" if row["approx"] else None,
        "increment" if row["increment"] else None,
        None if one.number("part_of") is None else f"part of {one.number('part_of'):,.10g}",
    )
    return "; ".join(filter(None, words))


def _fatalities(one: Stated) -> float | None:
    """Give the killed as ACLED counts them: the least that was said."""
    return one.low if one.claim["unit"] == KILLED else None


def _year(one: Stated) -> int | None:
    first, last = one.text("earliest"), one.text("latest")
    return int(first[:4]) if first and last and first[:4] == last[:4] else None


def _day(one: Stated) -> str | None:
    """Give the first day that it may have been, where ACLED would code it."""
    coded = acled_time_precision(one.text("earliest"), one.text("latest"))
    return one.text("earliest") if coded else None


IDS: Mapping[str, Callable[[Stated], Cell]] = {
    "id": _claim("id"),
    "report_id": _claim("report_id"),
}
FIGURE: Mapping[str, Callable[[Stated], Cell]] = {
    "low": lambda one: one.low,
    "best": _number("best"),
    "high": lambda one: one.high,
    "best_rule": _claim("best_rule"),
}
POINT: Mapping[str, Callable[[Stated], Cell]] = {
    "latitude": lambda one: one.place.lat if one.place else None,
    "longitude": lambda one: one.place.lon if one.place else None,
}
KEPT: Mapping[str, Callable[[Stated], Cell]] = {
    "unit": _claim("unit"),
    "category": _claim("category"),
    "status": _claim("status"),
    "qualifier": _qualifier,
    "as_printed": _claim("text"),
    "earliest": _claim("earliest"),
    "latest": _claim("latest"),
    "group_id": _claim("group_id"),
    "flags": lambda one: " ".join(one.claim["flags"] or ()),
    "review": _claim("review"),
}

SHAPES: Mapping[str, Mapping[str, Callable[[Stated], Cell]]] = {
    "claims": {
        **IDS,
        "as_printed": _claim("text"),
        **FIGURE,
        "sides": lambda one: one.numbers,
        "qualifier": _qualifier,
        "unit": _claim("unit"),
        "category": _claim("category"),
        "family": _claim("family"),
        "status": _claim("status"),
        "status_cue": _claim("status_cue"),
        "actor": _claim("actor"),
        "from": _claim("from_name"),
        "to": _claim("to_name"),
        "place": lambda one: one.text("at_name") or one.text("to_name"),
        "place_id": lambda one: one.place.id if one.place else None,
        "place_level": lambda one: one.precision.value if one.precision else None,
        **POINT,
        "inherited": lambda one: "; ".join(one.claim["inherited"]),
        "earliest": _claim("earliest"),
        "latest": _claim("latest"),
        "period": _claim("edtf"),
        "period_as_worded": _claim("when_text"),
        "published": _report("published"),
        "source": lambda one: CHAIN.join(one.claim["sources"]),
        "origin": _claim("origin"),
        "article": _report("title"),
        "publisher": _report("publisher"),
        "url": _report("url"),
        "sentence": _claim("sentence"),
        "start": _number("start"),
        "end": _number("end"),
        "group_id": _claim("group_id"),
        "flags": lambda one: " ".join(one.claim["flags"] or ()),
        "review": _claim("review"),
    },
    "acled": {
        **IDS,
        "event_date": _day,
        "year": _year,
        "time_precision": lambda one: acled_time_precision(
            one.text("earliest"), one.text("latest")
        ),
        "actor1": lambda one: one.text("actor") or one.text("from_name"),
        "country": lambda one: one.country,
        "admin1": lambda one: one.province,
        "location": lambda one: one.place.name if one.place else None,
        **POINT,
        "geo_precision": lambda one: one.precision.acled if one.precision else None,
        "source": lambda one: one.of_report("publisher"),
        "source_original": lambda one: CHAIN.join(one.claim["sources"]),
        "source_date": _report("published"),
        "source_url": _report("url"),
        "notes": _claim("sentence"),
        "fatalities": _fatalities,
        **FIGURE,
        **KEPT,
    },
    "ucdp": {
        **IDS,
        "year": _year,
        "number_of_sources": lambda one: one.reports_in_group,
        "source_article": _report("url"),
        "source_office": _report("publisher"),
        "source_date": _report("published"),
        "source_headline": _report("title"),
        "source_original": lambda one: CHAIN.join(one.claim["sources"]),
        "where_prec": lambda one: one.precision.ucdp if one.precision else None,
        "where_coordinates": lambda one: one.place.name if one.place else None,
        "where_description": lambda one: one.text("at_name") or one.text("to_name"),
        "adm_1": lambda one: one.province,
        "country": lambda one: one.country,
        **POINT,
        "date_prec": lambda one: ucdp_date_prec(one.text("earliest"), one.text("latest")),
        "date_start": _claim("earliest"),
        "date_end": _claim("latest"),
        **FIGURE,
        **KEPT,
        "sentence": _claim("sentence"),
    },
}
"""The shapes a table of claims can have: columns by name, and what fills them."""
