"""Which briefing a reader has open, and the way back from each change of it."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from layers.briefing.basis import basis
from layers.briefing.briefing import Briefing
from layers.briefing.capture import capture
from layers.briefing.edit import add
from views.briefing.shelf import fetch, keep, listed, take_out
from views.session import VIEW_KEY, scene, store

CURRENT_KEY = "briefing"
UNDO_KEY = "briefing-undo"
SERIAL_KEY = "briefing-serial"
"""Counts what changes fields without their being typed into: they are made anew then."""
REMOVED_KEY = "briefing-removed"
MOST_UNDONE = 60

Json = Mapping[str, Any]
Subject = tuple[str, ...] | None
Edit = Callable[[Briefing], Briefing]


def current() -> Briefing | None:
    """Give the briefing that is open, else the one changed last; None where there is none.

    Raises
    ------
    BriefingError
        When it cannot be read.
    """
    known = listed(store())
    id_ = st.session_state.get(CURRENT_KEY)
    if id_ not in known:
        id_ = next(iter(known), None)
    return fetch(store(), id_) if id_ else None


def open_briefing(id_: str) -> None:
    """Open another briefing; the way back is that of the one that is open."""
    st.session_state[CURRENT_KEY] = id_
    st.session_state[UNDO_KEY] = []


def start(briefing: Briefing) -> None:
    """Put a briefing into the store, and open it."""
    open_briefing(keep(store(), briefing).id)


def change(edit: Edit, subject: Subject = None) -> None:
    """Change the briefing that is open, and keep it.

    Parameters
    ----------
    subject
        What is being typed: changes of one subject that follow each other are undone as one.
    """
    before = current()
    if before is None or (after := edit(before)) == before:
        return
    keep(store(), after)
    way = st.session_state.setdefault(UNDO_KEY, [])
    if subject is None or not way or way[-1][1] != subject:
        st.session_state[UNDO_KEY] = [*way, (before, subject)][-MOST_UNDONE:]


def can_undo() -> bool:
    """Tell whether there is a change to take back."""
    return bool(st.session_state.get(UNDO_KEY))


def undo() -> None:
    """Take the last change back."""
    if can_undo():
        *rest, (before, _) = st.session_state[UNDO_KEY]
        keep(store(), before)
        st.session_state[UNDO_KEY] = rest
        fresh_fields()


def fresh_fields() -> None:
    """Make the fields of the head anew, as what they show was changed elsewhere."""
    st.session_state[SERIAL_KEY] = st.session_state.get(SERIAL_KEY, 0) + 1


def field_key(label: str, briefing: Briefing) -> str:
    """Give the key of a field: it keeps what is typed until another briefing or state is shown."""
    return f"briefing-{label}-{briefing.id}-{st.session_state.get(SERIAL_KEY, 0)}"


def remove_briefing(id_: str) -> None:
    """Take a briefing out of the list, and remember how to bring it back."""
    if take_out(store(), id_):
        st.session_state[REMOVED_KEY] = id_
        st.session_state.pop(CURRENT_KEY, None)
        st.session_state[UNDO_KEY] = []


def bring_back() -> None:
    """Put the briefing that was removed last back into the list, and open it."""
    id_ = st.session_state.pop(REMOVED_KEY, None)
    if id_ and store().briefings.restore(id_):
        open_briefing(id_)


def map_view() -> Json:
    """Give the view that the map has, or had when it was last looked at."""
    return st.session_state.get(VIEW_KEY) or {}


def add_view(view: Json) -> str:
    """Add a view to the briefing that is open, or to a new one; say what came of it.

    Raises
    ------
    ValueError
        When the view cannot be read.
    """
    step = capture(scene(), view)
    if current() is None:
        start(Briefing("", step.title, basis=basis(scene())))
    change(lambda briefing: add(briefing, step))
    after = current()
    return f"Step {len(after.steps)} of “{after.title}”: {step.title}" if after else ""
