"""The data part of the snapshot page: what a view shows as a file, and views opened from files."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from layers.export.formats import FORMATS
from layers.export.sidecar import SUFFIX, Choice, sidecar
from layers.view import View
from layers.visibility import visible
from reports.errors import InputError
from views.dataset import dataset
from views.opened import gone, read_view
from views.session import OPENED_KEY, VIEW_KEY, gazetteer, scene, store

Json = Mapping[str, Any]

NAME = "dateline"


@st.fragment
def data_downloads(saved: Json) -> None:
    """Offer what the view shows, or everything, in the format of choice, with its sidecar."""
    st.subheader("Data")
    shown = len(visible(scene(), View.from_json(saved)).items)
    counts = {False: f"What the view shows ({shown})", True: f"All ({len(scene()['items'])})"}
    which, scope, button, beside = st.columns([3, 4, 2, 2], vertical_alignment="bottom")
    suffix = which.selectbox("Format", list(FORMATS), format_func=lambda key: FORMATS[key].label)
    everything = scope.radio("Names and figures", counts, format_func=counts.get, horizontal=True)
    name = f"{NAME}{suffix}"
    button.download_button(
        "Download data",
        lambda: _data(saved, suffix, Choice(everything))[0],
        file_name=name,
        mime=FORMATS[suffix].mime,
        on_click="ignore",
        width="stretch",
    )
    beside.download_button(
        "Download sidecar",
        lambda: _data(saved, suffix, Choice(everything))[1],
        file_name=name + SUFFIX,
        mime="application/json",
        on_click="ignore",
        width="stretch",
    )
    if not shown and not everything:
        st.caption("The view shows nothing, so the file is valid and empty.")
    st.caption(
        "Every format has the same ids, quotes with their offsets, sources, precision codes and"
        " review states. The sidecar says what the file was made from and opens the view again."
    )


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
    st.query_params.clear()


def _data(saved: Json, suffix: str, choice: Choice) -> tuple[bytes, bytes]:
    rows = dataset(
        store(), gazetteer(), scene(), View.from_json(saved), everything=choice.everything
    )
    data = FORMATS[suffix].write(rows)
    return data, sidecar(rows, saved, choice, (f"{NAME}{suffix}", data))
