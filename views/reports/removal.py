"""Removing reports, and the way back: what was taken out is kept until the next act."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from reports.intake import counted
from views.session import store

if TYPE_CHECKING:
    from reports.store import Record

TAKEN_KEY = "reports-taken"
_NOTHING: tuple[str, Sequence["Record"]] = ("", ())


def remove(report_ids: Sequence[str]) -> None:
    """Take reports out, and keep them for whoever wants them back, with the store they were in."""
    st.session_state[TAKEN_KEY] = (store().url, store().take_out(report_ids))


def undo_bar() -> None:
    """Say what was removed, with the way back."""
    url, taken = st.session_state.get(TAKEN_KEY, _NOTHING)
    if not taken or url != store().url:
        return
    with st.container(key="removed-bar", horizontal=True, vertical_alignment="center"):
        st.markdown(f"{counted(len(taken), 'report')} removed.", width="content")
        if st.button("Undo", key="undo-removal"):
            store().put_back(taken)
            forget()
            st.rerun()


def forget() -> None:
    """Let go of what was removed: something else was done."""
    st.session_state.pop(TAKEN_KEY, None)
