"""Presenting the open briefing over the whole window."""

import streamlit as st

from layers.briefing.briefing import Briefing
from layers.web.present import present
from views.session import packed_scene

ON_KEY = "briefing-presented"
COUNT_KEY = "briefing-presentations"
"""Numbers presentations: one that was left is never gone on with."""


def begin() -> None:
    """Begin a presentation."""
    st.session_state[ON_KEY] = True
    st.session_state[COUNT_KEY] = st.session_state.get(COUNT_KEY, 0) + 1


def presenting(briefing: Briefing) -> None:
    """Present, if somebody asked for it and has not left yet."""
    if st.session_state.get(ON_KEY):
        number = st.session_state[COUNT_KEY]
        present(packed_scene(), briefing, key=f"present-{number}", on_leave=_end)


def _end() -> None:
    # Not by what `present` returns: a run that is overtaken by another one may not come to that.
    st.session_state[ON_KEY] = False
