"""The list of reports as the browser gets it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from geo.records import records

Json = Mapping[str, Any]


def listed(reports: pd.DataFrame) -> Json:
    """Lay out the list.

    Parameters
    ----------
    reports
        As ``Store.listing`` gives them.

    Returns
    -------
    dict
        ``rows``, in the order given: ``id``, ``title``, ``publisher``, ``author``, ``file``,
        ``published``, ``basis``, ``places``, ``figures``, ``notes`` (how many), ``sample``.
    """
    return {"rows": [_row(report) for report in records(reports)]}


def _row(report: Json) -> Json:
    return {
        "id": report["id"],
        "title": report["title"] or report["slug"],
        "publisher": report["publisher"],
        "author": report["author"],
        "file": report["file"],
        "published": report["published"],
        "basis": report["published_basis"],
        "places": int(report["places"]),
        "figures": int(report["figures"]),
        "notes": len(report["notes"] or ()),
        "sample": bool(report["sample"]),
    }
