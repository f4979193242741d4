"""Doing what is decided about a mark, on the Reports page and on that of reviews."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from reports.known_places import KnownPlaces
from reports.rulings import Spots, changing, decide
from views.reports.checking import asked_row, asked_spots, asked_words
from views.reports.told import told
from views.session import gazetteer, store


def decided_here(report_id: str, asked: Mapping[str, Any]) -> Spots:
    """Take the user's word for a name or a figure, report by report, and say how it goes.

    Parameters
    ----------
    asked
        What the browser asks for: ``item``, where it saw that ``start`` and ``end``, ``scope``, and
        what becomes of it.

    Returns
    -------
    mapping
        The spots at which that changed something, by report; none where it makes no sense, or
        where the report was read again since and something else has the name of the item.
    """
    row = asked_row(asked, store(), report_id)
    said = asked_words(asked, KnownPlaces(gazetteer(), store().places()))
    if row is None or not said:
        return {}
    spots = changing(asked_spots(row, str(asked.get("scope")), store()), said, store())
    bar = st.progress(0.0, "Reading the report again") if len(spots) > 1 else None
    for number, (each, spans) in enumerate(spots.items(), 1):
        with told():
            decide({each: spans}, said, store(), gazetteer())
        if bar:
            bar.progress(number / len(spots), f"Report {number:,} of {len(spots):,}")
    return spots
