"""Search: what the palette asks of the store, answered apart from the rest of the page."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from layers.web.wire import wire
from reports.errors import StoreError
from reports.store import Store
from views.session import store

WIRE_KEY = "wire"
LONGEST = 200
"""Characters of a question that are looked at."""


@st.fragment
def search() -> None:
    """Answer the palette; only this runs again when something is typed there."""
    question = st.session_state.get(WIRE_KEY, {}).get("question")
    wire(answer(store(), question), key=WIRE_KEY, on_question=_nothing)


def answer(store: Store, question: object) -> dict[str, Any] | None:
    """Give what the store has for a question ``{"seq": number, "text": str}``, as JSON.

    Where the store cannot be asked, ``failed`` says why, and nothing is said of what it has.
    """
    if not isinstance(question, Mapping) or not isinstance(question.get("text"), str):
        return None
    typed = question["text"][:LONGEST]
    seq = question.get("seq")
    try:
        reports, places = store.find_reports(typed), store.find_places(typed)
    except StoreError as error:
        return {"seq": seq, "failed": str(error)}
    return {
        "seq": seq,
        "reports": [asdict(hit) for hit in reports],
        "places": [asdict(hit) for hit in places],
    }


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
