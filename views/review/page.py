"""The Review page: one mark after the other, beside the text that it stands in."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from geo.records import records
from layers.web.reports import review_view
from reports.decided import UNVERIFIED
from reports.rulings import take_back
from views.reports.deciding import decided_here
from views.reports.shown import shown
from views.review.queue import queue
from views.session import case_id, gazetteer, load_samples, store

CURRENT_KEY, LOOKED_KEY, DONE_KEY = "review-current", "review-looked-up", "review-done"
MOST_LISTED = 200
"""Of the queue: those who come after are listed when these are done."""
WAITS = "Nothing is left to check."


def review_page() -> None:
    """Draw the page."""
    load_samples()
    with st.container(key="review"):
        mentions, claims, reports = store().mentions(), store().claims(), store().reports()
        entries = queue(records(mentions), records(claims), records(reports))
        reviews = [*mentions["review"], *claims["review"]]
        checked = sum(each != UNVERIFIED for each in reviews)
        if reports.empty:
            st.info("There is nothing to check yet. Add an article on the Reports page.")
            return
        current = _current(entries)
        looked = st.session_state.get(LOOKED_KEY)
        content = {
            "queue": entries[:MOST_LISTED],
            "left": len(entries),
            "checked": checked,
            "undo": bool(_done()),
            "current": current,
            "report": current and shown(store(), gazetteer(), report_of(current), looked),
        }
        _act(review_view(content, key="review-view"))


def report_of(item: str) -> str:
    """Give the report of a mark by its id."""
    return item.partition(":")[0]


def _current(entries: list[Mapping[str, Any]]) -> str | None:
    """Give the mark that is looked at: what was asked for while it is there, else the first."""
    asked = st.session_state.get(CURRENT_KEY)
    ids = [entry["id"] for entry in entries]
    return asked if asked in ids else next(iter(ids), None)


def _done() -> list[Any]:
    """Give what was decided in this window, the last at the end, for whoever takes it back."""
    done: list[Any] = st.session_state.setdefault(f"{DONE_KEY} {case_id()}", [])
    return done


def _act(asked: Mapping[str, Any] | None) -> None:
    name = asked.get("name") if asked else None
    if not asked or name not in {"go", "look", "decide", "undo"}:
        return
    if name == "look":
        st.session_state[LOOKED_KEY] = {"item": asked.get("item"), "typed": str(asked["typed"])}
    else:
        st.session_state.pop(LOOKED_KEY, None)
    if name == "go":
        st.session_state[CURRENT_KEY] = asked.get("item")
    elif name == "decide":
        st.session_state[CURRENT_KEY] = asked.get("next")
        if spots := decided_here(report_of(str(asked["item"])), asked):
            _done().append((asked["item"], spots))
    elif name == "undo" and _done():
        item, spots = _done().pop()
        st.session_state[CURRENT_KEY] = item
        with st.spinner("Reading again"):
            take_back(spots, store(), gazetteer())
    st.rerun()
