"""The list of reports, one of them with its marks, and what of all of them is to be checked.

The browser's side is ``static/web/reports-live.js``. What is done there comes as the trigger
``act``, ``{"name": str, …}``.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from layers.style import style
from layers.web import assets, stubs

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

STUB = stubs.hosted("reports-live.js", ".reports-host", "The reports")


def report_list(rows: Mapping[str, Any], *, key: str) -> Mapping[str, Any] | None:
    """Draw the list of reports.

    Parameters
    ----------
    rows
        As ``views/reports/listing.py`` lays them out.

    Returns
    -------
    mapping or None
        What was asked for, once: ``{"name": "open", "id": str}`` or
        ``{"name": "remove", "ids": [str, …]}``.
    """
    return _drawn("list", rows, key)


def report_view(report: Mapping[str, Any], *, key: str) -> Mapping[str, Any] | None:
    """Draw one report, its text beside what is known of it.

    Parameters
    ----------
    report
        As ``views/reports/shown.py`` lays it out.

    Returns
    -------
    mapping or None
        What was asked for, once: ``{"name": "restore", "field": str}``; ``{"name": "look", "item":
        str, "typed": str}``, places of another name for an item; ``{"name": "decide", "item": str,
        "start": int, "end": int, "scope": "here" | "report" | "case", "review": str, …}`` with
        ``place_id`` and ``role`` where they are decided, too.
    """
    return _drawn("report", report, key)


def review_view(review: Mapping[str, Any], *, key: str) -> Mapping[str, Any] | None:
    """Draw what is still to be checked, beside one report in which it stands.

    Parameters
    ----------
    review
        As ``views/review/page.py`` lays it out.

    Returns
    -------
    mapping or None
        What was asked for, once: as of :func:`report_view`, with ``next``, the mark that comes
        after; ``{"name": "go", "item": str}``; ``{"name": "undo"}``.
    """
    return _drawn("review", review, key)


def _drawn(view: str, content: Mapping[str, Any], key: str) -> Mapping[str, Any] | None:
    data = {"view": view, "content": content, "style": style(), "base": assets.base()}
    asked: Mapping[str, Any] | None = _renderer()(
        key=key, data=data, height="content", on_act_change=_nothing
    ).get("act")
    return asked


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component(
        "dateline_reports",
        html='<div class="reports-host" role="status">Laying out the reports</div>',
        js=STUB,
        isolate_styles=True,
    )


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
