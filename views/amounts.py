"""What the table and the chart of figures need of a claim beside its print."""

from typing import Any

import pandas as pd

from reports.groups.value_text import Row, as_rows, bounds, measures
from reports.known_places import KnownPlaces

SLOTS = ("actor", "from", "to", "at")


def with_amounts(claims: pd.DataFrame, known: KnownPlaces) -> pd.DataFrame:
    """Add columns to the claims that ``reports.groups.grouped`` gives.

    Returns
    -------
    pandas.DataFrame
        ``bound_low`` and ``bound_high`` in the claim's unit, None where open; ``base`` the size of
        that unit in base units (metres for lengths, 1 for counts); ``levels`` the kinds of the
        places in the slots ("country", "adm1", …) by slot.
    """
    rows = as_rows(claims)
    more = pd.DataFrame(
        {
            "bound_low": [bounds(row).low for row in rows],
            "bound_high": [bounds(row).high for row in rows],
            "base": [measures().get(str(row["unit"]), ("", 1.0))[1] for row in rows],
            "levels": [_levels(row, known) for row in rows],
        },
        index=claims.index,
        dtype=object,
    )
    return pd.concat([claims, more], axis="columns")


def _levels(row: Row, known: KnownPlaces) -> dict[str, str]:
    ids: dict[str, Any] = {slot: row[f"{slot}_id"] for slot in SLOTS}
    return {slot: known.place(id_).kind.value for slot, id_ in ids.items() if known.has(id_)}
