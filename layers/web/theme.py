"""The theme of every page: a component without a face that dresses Streamlit's own parts."""

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from layers.style import style
from layers.web import assets, stubs

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

STUB = stubs.called("page-theme.js", "dressAs")


def page_theme() -> None:
    """Give the page the theme that this browser was last given; the desk's switch keeps it."""
    themes = {theme: style()[theme] for theme in ("light", "dark")}
    _renderer()(key="page-theme", data={"base": assets.base(), **themes})


@cache
def _renderer() -> "ComponentRenderer":
    return st.components.v2.component("dateline_theme", html="<span></span>", js=STUB)
