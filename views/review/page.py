"""The Review page: one mark after the other, beside the text that it stands in."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from geo.records import records
from layers.web.reports import review_view
from reports.rulings import take_back
from views.reports.deciding import decided_here
from views.reports.shown import shown
from views.reports.told import told
from views.review.queue import asked, queue
from views.session import case_id, gazetteer, load_samples, store

CURRENT_KEY, LOOKED_KEY, DONE_KEY = "review-current", "review-looked-up", "review-done"
MOST_LISTED = 200
"""Of the queue: those who come after are listed when these are done."""
CASES_KEPT = 3


def review_page() -> None:
    """Draw the page."""
    load_samples()
    with st.container(key="review"):
        reports = store().order()
        if not reports:
            st.info("There is nothing to check yet. Add an article on the Reports page.")
            return
        entries, checked = _queued(store().url, store().revision())
        current = _current(entries)
        looked = st.session_state.get(LOOKED_KEY)
        try:
            report = current and shown(store(), gazetteer(), report_of(current), looked)
        except KeyError:
            st.rerun()  # somebody removed it meanwhile: the queue is another one
        content = {
            "queue": _worded(entries[:MOST_LISTED]),
            "left": len(entries),
            "checked": checked,
            "undo": bool(_done()),
            "current": current,
            "report": report,
        }
        _act(review_view(content, key="review-view"))


@st.cache_resource(show_spinner="Sorting what is to be checked", max_entries=CASES_KEPT)
def _queued(url: str, revision: int) -> tuple[list[Mapping[str, Any]], int]:
    """Give all that is to be checked and how much is, of a store in this state."""
    del url, revision
    names, figures, checked = store().to_check()
    return queue(records(names), records(figures), store().order()), checked


def _worded(entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    mentions, claims = store().found([entry["id"] for entry in entries])
    return asked(entries, records(mentions), records(claims))


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
        with st.spinner("Reading again"), told():
            take_back(spots, store(), gazetteer())
    st.rerun()
