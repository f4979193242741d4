"""Removing reports, and the way back: what was taken out is kept until the next act in its case.

It is kept by case and not by session: who loads the page anew has another one after it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from reports.intake import counted
from views.session import store

if TYPE_CHECKING:
    from reports.record import Record


@st.cache_resource(show_spinner=False)
def _taken() -> dict[str, Sequence["Record"]]:
    """Give what was taken out, by the URL of its store."""
    return {}


def remove(report_ids: Sequence[str]) -> None:
    """Take reports out, and keep them for whoever wants them back."""
    _taken()[store().url] = store().take_out(report_ids)


def undo_bar() -> None:
    """Say what was removed, with the way back."""
    taken = _taken().get(store().url)
    if not taken:
        return
    with st.container(key="removed-bar", horizontal=True, vertical_alignment="center"):
        st.markdown(f"{counted(len(taken), 'report')} removed.", width="content")
        if st.button("Undo", key="undo-removal"):
            store().put_back(taken)
            forget()
            st.rerun()


def forget() -> None:
    """Let go of what was removed: something else was done."""
    _taken().pop(store().url, None)
