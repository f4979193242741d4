"""The snapshot page: the current view as a finished plate, to look at and to download."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from layers.link import read_link
from layers.plate.form import KINDS, SIZES, Form, size_of
from layers.plate.render import Plate, render
from layers.view import View
from views.data_downloads import data_downloads, view_opener
from views.documents import deck, handout
from views.export import one_file
from views.session import VIEW_KEY, load_samples, scene, store

MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


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
    size = words.segmented_control(
        "Size", SIZES, default="hd", required=True, format_func=lambda name: size_of(name).label
    )

    drawn = partial(_plate, scene(), view, title.strip() or None)
    with st.spinner("Drawing the plate"):
        # 4K has the layout of HD: what is looked at is what is downloaded.
        plate = drawn(Form("png", "hd" if size == "4k" else size))
    st.image(plate.data, width="stretch", alt=plate.alt)
    downloads = st.container(horizontal=True)
    for kind in KINDS:
        downloads.download_button(
            f"Download {kind.upper()} ({size_of(size).label})",
            # A file that nobody asks for is not drawn.
            partial(_data, drawn, Form(kind, size)),
            file_name=f"dateline.{kind}",
            mime=MIME[kind],
            type="primary" if kind == "png" else "secondary",
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


def _plate(scene: Mapping[str, Any], view: View, title: str | None, form: Form) -> Plate:
    return render(scene, view, title, form=form)


def _data(drawn: Callable[[Form], Plate], form: Form) -> bytes:
    return drawn(form).data
