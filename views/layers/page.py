"""The layers page: files dropped in and named with their source; styled, ordered, taken out."""

from collections.abc import Sequence

import streamlit as st

from layers.own.content import extent_text
from layers.own.errors import OwnLayerError
from layers.own.feature import counted
from layers.own.settings import DEFAULT_COLOUR, WIDTHS, colours, limits
from reports.errors import InputError
from reports.own_layers import Kept
from views.export.job import THEMES
from views.layers.own import change, move, take_in, take_out
from views.layers.preview import preview
from views.session import gazetteer, load_samples, store

TYPES = ["geojson", "json", "kml", "kmz", "gpkg", "csv", "tsv"]
MB = 1_000_000
OUTCOMES_KEY = "layer-outcomes"
REMOVED_KEY = "layer-removed"
MARKDOWN = frozenset("\\`*_{}[]()#+-.!|<>~$:^=")
INTRODUCTION = (
    "Shapes of your own, drawn under what the reports say. Wherever they appear, on the map, in the"
    " legend and in every export, they are named as yours, with their source."
)
EMPTY = (
    "No layers yet. Drop a file above: GeoJSON, KML, KMZ, GeoPackage, or a CSV with columns lat and"
    " lon, coordinates (degrees or MGRS), or place (and country). Places are looked up offline;"
    " a name that may mean several is listed, never guessed."
)


def layers_page() -> None:
    """Draw the page."""
    load_samples()
    st.title("Layers")
    st.caption(INTRODUCTION)
    with st.container(key="layers"):
        _add()
        _show_outcomes()
        _offer_undo()
        kept = store().own_layers.kept()
        if not kept:
            st.info(EMPTY)
            return
        st.header(counted(len(kept), "layer"))
        if len(kept) > 1:
            st.caption("The first lies on top.")
        for number, each in enumerate(kept):
            _row(each, first=number == 0, last=number == len(kept) - 1)


def _add() -> None:
    with st.form("layer", clear_on_submit=True, border=True):
        files = st.file_uploader(
            "GeoJSON, KML, KMZ, GeoPackage or CSV",
            type=TYPES,
            accept_multiple_files=True,
            max_upload_size=limits().bytes // MB,
        )
        source, name, colour = st.columns([3, 2, 1])
        said = source.text_input(
            "Source", placeholder="Own survey, June 2025; or whose it is, or its address",
            help="Printed wherever the layer is drawn",
        )  # fmt: skip
        called = name.text_input("Name", placeholder="Optional; the file's name otherwise")
        chosen = colour.selectbox("Colour", list(colours()), format_func=_colour)
        if st.form_submit_button("Add layers", type="primary"):
            given = [(file.name, file.getvalue()) for file in files]
            _take(given, called, said, chosen or DEFAULT_COLOUR)


def _take(files: Sequence[tuple[str, bytes]], name: str, source: str, colour: str) -> None:
    if not files:
        st.warning("Choose one or more files first.")
        return
    if not source.strip():
        st.warning("Say where the layer is from: it is printed wherever the layer is drawn.")
        return
    outcomes: list[Kept | str] = []
    with st.spinner("Reading"):
        for file in files:
            words = (name if len(files) == 1 else "", source)
            try:
                outcomes.append(take_in(store(), file, words, gazetteer, {"colour": colour}))
            except InputError as error:
                outcomes.append(str(error))
    st.session_state[OUTCOMES_KEY] = outcomes


def _show_outcomes() -> None:
    """Tell what came of the files last added, until something else is done with layers.

    Streamlit may run a page again at any time: what is told in one run alone may go unseen.
    """
    for outcome in st.session_state.get(OUTCOMES_KEY, []):
        if isinstance(outcome, str):
            st.error(_plain(outcome))
            continue
        features = counted(len(outcome.content["features"]), "feature")
        st.success(_plain(f"{outcome.content['name']}: {features} added."))
        for note in outcome.content["notes"]:
            st.warning(_plain(note))


def _offer_undo() -> None:
    removed = st.session_state.get(REMOVED_KEY)
    if removed is None:
        return
    id_, name = removed
    words, button = st.columns([5, 1], vertical_alignment="center")
    words.info(_plain(f"{name} was removed from the map."))
    if button.button("Bring it back", width="stretch"):
        store().own_layers.restore(id_)
        del st.session_state[REMOVED_KEY]
        _done()


def _row(kept: Kept, *, first: bool, last: bool) -> None:
    held = kept.content
    with st.container(border=True, key=f"layer-{kept.id}"):
        picture, words, acts = st.columns([2, 5, 2], gap="medium")
        with picture.container(gap=None):
            _previews(kept)
        with words:
            st.markdown(f"**{_plain(held['name'])}**")
            st.caption(_plain(f"Source: {held['source']}"))
            st.caption(_plain(_facts(kept)))
            if held["notes"]:
                with st.expander(f"What was left out or changed ({len(held['notes'])})"):
                    for note in held["notes"]:
                        st.markdown(_plain(note))
        with acts:
            with st.popover("Change", width="stretch"):
                _style(kept)
            up, down = st.columns(2)
            if up.button("Up", key=f"up {kept.id}", disabled=first, width="stretch"):
                _moved(kept, -1)
            if down.button("Down", key=f"down {kept.id}", disabled=last, width="stretch"):
                _moved(kept, 1)
            if st.button("Remove", key=f"remove {kept.id}", width="stretch"):
                take_out(store(), kept.id)
                st.session_state[REMOVED_KEY] = (kept.id, held["name"])
                _done()


def _previews(kept: Kept) -> None:
    """Picture a layer in both themes: the browser shows that of the page, told to no server."""
    for theme in THEMES:
        with st.container(key=f"{theme}-preview-{kept.id}"):
            alt = f"Shapes of {kept.content['name']}"
            st.image(preview(kept.content, theme), width="stretch", alt=alt)


def _facts(kept: Kept) -> str:
    held = kept.content
    features = counted(len(held["features"]), "feature")
    placed = f"{held['geocoded']:,} placed by name" if held["geocoded"] else ""
    parts = (features, placed, extent_text(held), f"from {held['file']} ({held['form']})")
    return " · ".join(filter(None, parts))


def _moved(kept: Kept, by: int) -> None:
    move(store(), kept.id, by)
    _done()


def _done() -> None:
    """Draw the page as it is now; what was told before is history."""
    st.session_state.pop(OUTCOMES_KEY, None)
    st.rerun()


def _style(kept: Kept) -> None:
    held = kept.content
    with st.form(f"style {kept.id}", border=False):
        name = st.text_input("Name", held["name"])
        source = st.text_input("Source", held["source"])
        names = list(colours())
        colour = st.selectbox(
            "Colour", names, index=names.index(held["colour"]), format_func=_colour
        )
        width = st.select_slider("Width of lines", WIDTHS, held["width"])
        filled = st.checkbox("Fill areas and points", held["filled"])
        if st.form_submit_button("Save", type="primary"):
            looks = {"colour": colour, "width": width, "filled": filled}
            try:
                change(store(), kept, {"name": name, "source": source, **looks})
            except OwnLayerError as error:
                st.error(_plain(str(error)))
                return
            _done()


def _colour(name: str) -> str:
    return str(colours()[name]["label"])


def _plain(text: str) -> str:
    """Escape what Streamlit would read as Markdown: names and sources are other people's text."""
    return "".join(f"\\{char}" if char in MARKDOWN else char for char in text)
