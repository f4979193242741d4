"""The head of the briefing page: which briefing, its title, language, banner and day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from layers.briefing.basis import basis
from layers.briefing.briefing import Briefing
from layers.briefing.edit import set_as_of, set_banner, set_names, set_title
from layers.briefing.exchange import read_briefing
from layers.names import NAMINGS
from reports.errors import InputError
from views.briefing.session import (
    CURRENT_KEY,
    REMOVED_KEY,
    bring_back,
    can_undo,
    change,
    current,
    field_key,
    open_briefing,
    remove_briefing,
    start,
    undo,
)
from views.briefing.shelf import UNTITLED, listed
from views.session import scene, store

FILE_KEY = "briefing-file"
REFUSED_KEY = "briefing-refused"
NAMING_WORDS = {
    "both": "English and local",
    "en": "English",
    "local": "Local",
    "ru": "Russian",
    "uk": "Ukrainian",
    "ko": "Korean",
}


def choose(on_draft: Callable[[], None]) -> None:
    """Choose a briefing, or begin one; ``on_draft`` drafts one from the view."""
    known = listed(store())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.title("Briefing", width="content")
        if known:
            opened = st.session_state.get(CURRENT_KEY)
            now = str(opened) if opened in known else next(iter(known))
            key = f"briefing-chosen-{now}"
            st.selectbox(
                "Briefing",
                list(known),
                index=list(known).index(now),
                format_func=lambda id_: known[id_].title,
                key=key,
                on_change=lambda: open_briefing(st.session_state[key]),
                label_visibility="collapsed",
            )
        st.button(
            "Draft from the current view",
            type="primary",
            on_click=on_draft,
            help="Makes a briefing of what the map shows: places, figures with who states them,"
            " what is planned, what is not known, sources.",
        )
        st.button("New", on_click=lambda: start(Briefing("", UNTITLED, basis=basis(scene()))))
        if known:
            st.button("Duplicate", on_click=_duplicate)
            st.button("Undo", on_click=undo, disabled=not can_undo())
            st.button("Remove", on_click=lambda: remove_briefing(now))
        with st.popover("Import"):
            st.file_uploader("A briefing as JSON", type=["json"], key=FILE_KEY, on_change=_take_in)
    if refused := st.session_state.pop(REFUSED_KEY, None):
        st.error(refused)
    if st.session_state.get(REMOVED_KEY):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text("The briefing was removed.", width="content")
            st.button("Bring it back", on_click=bring_back)


def head(briefing: Briefing) -> None:
    """Set title, language, banner and day of a briefing."""
    title, names, banner, as_of = st.columns([5, 2, 2, 2], vertical_alignment="bottom")
    with title:
        _text("Title", briefing, briefing.title, set_title)
    with banner:
        _text("Handling banner", briefing, briefing.banner, set_banner)
    naming = field_key("Labels", briefing)
    names.selectbox(
        "Labels",
        NAMINGS,
        index=NAMINGS.index(briefing.names),
        format_func=lambda naming: NAMING_WORDS[naming],
        key=naming,
        on_change=lambda: change(lambda b: set_names(b, st.session_state[naming])),
    )
    newest = scene()["meta"]["asOf"]
    day, key = briefing.as_of or newest, field_key("As of", briefing)
    as_of.date_input(
        "As of",
        date.fromisoformat(day) if day else None,
        format="YYYY-MM-DD",
        key=key,
        help="Left alone, the day of the newest report.",
        on_change=lambda: _set_day(st.session_state[key], newest),
    )


def _text(
    label: str, briefing: Briefing, value: str, edit: Callable[[Briefing, str], Briefing]
) -> None:
    key = field_key(label, briefing)
    st.text_input(
        label, value, key=key, on_change=lambda: change(lambda b: edit(b, st.session_state[key]))
    )


def _set_day(day: date | None, newest: str | None) -> None:
    text = day.isoformat() if day else ""
    change(lambda b: set_as_of(b, "" if text == newest else text))


def _duplicate() -> None:
    now = current()
    if now:
        start(replace(now, id="", title=f"{now.title} (copy)"))


def _take_in() -> None:
    given = st.session_state.get(FILE_KEY)
    if given is None:
        return
    try:
        start(read_briefing(given.name, given.getvalue()))
    except InputError as error:
        st.session_state[REFUSED_KEY] = str(error)
