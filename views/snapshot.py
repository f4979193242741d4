"""The snapshot page: the current view as a finished plate, to look at and to download."""

from functools import partial

import streamlit as st

from layers.link import read_link
from layers.plate.render import Plate, render
from layers.view import View
from views.data_downloads import data_downloads, view_opener
from views.documents import deck, handout
from views.export import one_file
from views.session import VIEW_KEY, load_samples, scene, store


def snapshot_page() -> None:
    """Draw the page."""
    load_samples()
    st.title("Snapshot")
    if store().reports().empty:
        st.info("There is nothing to draw yet. Add an article on the Reports page.")
        return
    linked, lost = read_link(st.query_params, scene())
    current = linked or st.session_state.get(VIEW_KEY) or {}
    st.session_state.setdefault(VIEW_KEY, current)
    words, scope = st.columns([3, 2], vertical_alignment="bottom")
    title = words.text_input(
        "Title", placeholder="Left empty, the title names the places and whose words they are"
    )
    whole = scope.toggle("All places in frame", value=not current.get("camera"))
    saved = {**current, "camera": None} if whole else current
    view = View.from_json(saved)
    if lost:
        st.caption("Some of what the link names is not in these reports, or not any more.")
    with st.spinner("Drawing the plate"):
        plate: Plate = render(scene(), view, title.strip() or None)
    st.image(plate.png, width="stretch", alt=plate.alt)
    downloads = st.container(horizontal=True)
    downloads.download_button(
        "Download PNG (1920 × 1080)",
        plate.png,
        file_name="dateline.png",
        mime="image/png",
        type="primary",
        on_click="ignore",
    )
    downloads.download_button(
        "Download HTML (the live map in one file)",
        partial(one_file, scene(), saved, title.strip() or None),
        file_name="dateline.html",
        mime="text/html",
        on_click="ignore",
    )
    downloads.download_button(
        "Download PPTX (slides with their sources)",
        partial(deck, scene(), view, title.strip() or None),
        file_name="dateline.pptx",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        on_click="ignore",
    )
    downloads.download_button(
        "Download PDF (a handout)",
        partial(handout, scene(), view, title.strip() or None),
        file_name="dateline-handout.pdf",
        mime="application/pdf",
        on_click="ignore",
    )
    st.caption(
        "The HTML file opens in any browser without a network. It holds every report in full,"
        " also what the view hides."
    )
    st.caption("Alternative text, also in the file:")
    st.text(plate.alt)
    data_downloads(current)
    view_opener()
