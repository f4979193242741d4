"""The map page: the desk, and what its buttons ask for."""

import streamlit as st

from layers.web.component import desk
from views.session import PAGES_KEY, VIEW_KEY, load_samples, remove_samples, scene

DESK_KEY = "desk"


def map_page() -> None:
    """Draw the page."""
    load_samples()
    result = desk(
        scene(),
        key=DESK_KEY,
        initial=st.session_state.get(VIEW_KEY),
        height="content",
        on_view=_keep_view,
    )
    _act(result.get("action"))


def _keep_view() -> None:
    """Keep the view for the snapshot, which is another page, and for the way back."""
    st.session_state[VIEW_KEY] = dict(st.session_state[DESK_KEY]["view"])


def _act(action: object) -> None:
    name = action.get("name") if isinstance(action, dict) else None
    pages = st.session_state[PAGES_KEY]
    if name == "snapshot":
        st.switch_page(pages["snapshot"])
    elif name == "report":
        st.switch_page(pages["reports"])
    elif name == "remove-samples":
        remove_samples()
        st.rerun()
