"""The frame that all pages share: the bar with the name and the pages, the theme, the margins."""

from pathlib import Path

import streamlit as st

from geo.settings import data_dir
from layers.web.theme import page_theme


def shared_frame() -> None:
    """Put the name at the head of the page, set the theme and the margins."""
    logo = (data_dir() / "wordmark.svg").read_text(encoding="utf-8")
    st.logo(logo)
    st.html(Path(__file__).with_suffix(".css"))
    page_theme()
