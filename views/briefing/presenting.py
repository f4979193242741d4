"""Presenting the open briefing over the whole window."""

import streamlit as st

from layers.briefing.briefing import Briefing
from layers.web.present import present
from views.session import packed_scene

PRESENTED_KEY = "briefing-presented"
"""The number of the presentation that is on, with its sign turned once it was left."""


def begin() -> None:
    """Begin a presentation; one that was left is never gone on with."""
    st.session_state[PRESENTED_KEY] = abs(st.session_state.get(PRESENTED_KEY, 0)) + 1


def presenting(briefing: Briefing) -> None:
    """Present, if somebody asked for it and has not left yet."""
    number = st.session_state.get(PRESENTED_KEY, 0)
    if number <= 0:
        return
    if present(packed_scene(), briefing, key=f"present-{number}") is not None:
        st.session_state[PRESENTED_KEY] = -number
        st.rerun(scope="fragment")
