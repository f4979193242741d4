"""The share check on a page: what whoever gets a file will and will not see."""

from collections.abc import Sequence

import streamlit as st

TITLE = "Before you share: what they will and will not see"


def draw_share_check(sentences: Sequence[str], *, expanded: bool = False) -> None:
    """Draw the sentences of `layers.export.share.share_check` as a list that can be folded.

    They name places and reports, so they are drawn as text, never as Markdown.
    """
    with st.expander(TITLE, expanded=expanded):
        for sentence in sentences:
            st.text(sentence)
