"""What a briefing is handed on as."""

from functools import partial

import streamlit as st

from layers.briefing.briefing import Briefing
from views.briefing.exchange import as_file, file_name


def files(briefing: Briefing) -> None:
    """Offer the briefing as files."""
    with st.container(horizontal=True):
        st.download_button(
            "Export JSON",
            partial(as_file, briefing),
            file_name=file_name(briefing, ".json"),
            mime="application/json",
            on_click="ignore",
        )
