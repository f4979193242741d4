"""Since last time: the step that tells what the reports say anew."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from layers.briefing.briefing import Briefing, Step
from layers.briefing.changes import changes, changes_step
from layers.briefing.draft import draft
from layers.briefing.edit import add, kept_view
from layers.since import BRIEFING
from views.briefing.session import change, field_key
from views.pasts import earlier
from views.session import scene, store

Json = Mapping[str, Any]

A_DAY = ""
"""Stands for a day among the briefings to compare with."""


def drafted(view: Json) -> Briefing:
    """Draft a briefing of a view, with what has changed since the last one, if anything has."""
    now = scene()
    made = draft(now, view)
    last = next(earlier(store()), None)
    step = _step(now, last, view) if last else None
    return _second(made, step) if step else made


def compare(briefing: Briefing, view: Json) -> None:
    """Offer to add what has changed since an earlier briefing or a day."""
    known = {each.id: each.title for each in earlier(store()) if each.id != briefing.id}
    with st.popover("Since last time"):
        chosen = st.selectbox(
            "Compare with",
            [*known, A_DAY],
            format_func=lambda id_: known.get(id_) or "A day",
            key=field_key("since", briefing),
        )
        day = None
        if chosen == A_DAY:
            day = st.date_input(
                "Reports up to", None, format="YYYY-MM-DD", key=field_key("since day", briefing)
            )
        st.button(
            "Add what changed",
            disabled=chosen == A_DAY and day is None,
            on_click=lambda: _add(chosen, day, view),
        )


def _add(chosen: str, day: date | None, view: Json) -> None:
    now = scene()
    last = next((each for each in earlier(store()) if each.id == chosen), None)
    if last:
        step = _step(now, last, view)
    else:
        found = changes(now, day) if day else None
        step = changes_step(now, found, kept_view(view)) if found and found.changes else None
    if step is None:
        st.toast("Nothing in these reports has changed since then.")
        return
    change(lambda briefing: _second(briefing, step))


def _second(briefing: Briefing, step: Step) -> Briefing:
    """Put a step behind the first one: after the whole comes what of it is new."""
    return add(briefing, step, briefing.steps[0].id if briefing.steps else None)


def _step(now: Json, last: Briefing, view: Json) -> Step | None:
    """Make the step since a briefing; None where nothing has changed, or it cannot be told."""
    try:
        found = changes(now, last.basis)
    except ValueError:
        return None  # noted by another version of Dateline
    if not found.changes:
        return None
    return changes_step(now, found, {**kept_view(view), "since": f"{BRIEFING}{last.id}"})
