"""Search: what the palette asks of the store, answered apart from the rest of the page."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from layers.web.wire import wire
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
    """Give what the store has for a question ``{"seq": number, "text": str}``, as JSON."""
    if not isinstance(question, Mapping) or not isinstance(question.get("text"), str):
        return None
    typed = question["text"][:LONGEST]
    return {
        "seq": question.get("seq"),
        "reports": [asdict(hit) for hit in store.find_reports(typed)],
        "places": [asdict(hit) for hit in store.find_places(typed)],
    }


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
