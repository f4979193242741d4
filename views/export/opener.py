"""Views opened from files: a saved view or a sidecar leads back to what it shows."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from reports.errors import InputError
from views.case_session import ADDRESS_KEY
from views.export.choices import OWN
from views.opened import gone, read_view
from views.session import OPENED_KEY, VIEW_KEY, scene

Json = Mapping[str, Any]


def view_opener() -> None:
    """Take a saved view or a sidecar, and show what it shows."""
    given = st.file_uploader("Open the view of a sidecar", type=["json"])
    if given is None:
        return
    try:
        opened = read_view(given.name, given.getvalue())
    except InputError as error:
        st.error(str(error))
        return
    for sentence in gone(given.name, opened, scene()):
        st.warning(sentence)
    if st.session_state.get(VIEW_KEY) == opened.view:
        st.success(f"This page and the map show the view of {given.name}.")
    else:
        st.button("Show this view", type="primary", on_click=_show, args=(opened.view,))


def _show(view: Json) -> None:
    """Make a view that of this page and of the map; the address is of the one before."""
    st.session_state[VIEW_KEY] = dict(view)
    st.session_state[OPENED_KEY] = True
    for key in st.query_params.keys() - OWN - {ADDRESS_KEY}:
        del st.query_params[key]
