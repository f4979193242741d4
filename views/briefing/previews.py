"""Previews of the steps: small pictures of their plates, drawn when the browser asks for one."""

import base64
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import streamlit as st
from matplotlib.image import thumbnail

from layers.briefing.briefing import Briefing
from layers.plate.form import Form
from layers.plate.render import render
from layers.view import View
from layers.web.wire import wire
from views.briefing.rows import preview_key, shown_view
from views.briefing.session import current
from views.session import revision, scene

WIRE_KEY = "briefing-wire"
SCALE = 0.25
MOST_KEPT = 80

Json = Mapping[str, Any]


def answer(briefing: Briefing, question: object) -> Json | None:
    """Draw the preview that ``{"seq": number, "preview": step id}`` asks for.

    Returns
    -------
    dict or None
        ``seq``, ``key`` (as the step's row has it) and ``src`` (a data URL); without ``key`` when
        there is no such step any more.
    """
    if not isinstance(question, Mapping) or "preview" not in question:
        return None
    step = next((each for each in briefing.steps if each.id == question["preview"]), None)
    if step is None:
        return {"seq": question.get("seq")}
    key = preview_key(briefing, step, revision())
    view = View.from_json(shown_view(briefing, step))
    return {
        "seq": question.get("seq"),
        "key": key,
        "src": _drawn(key, view, step.title, briefing.banner),
    }


@st.fragment
def previews() -> None:
    """Answer the browser; only this runs again when it asks."""
    question, briefing = st.session_state.get(WIRE_KEY, {}).get("question"), current()
    told = answer(briefing, question) if briefing else None
    wire(told, key=WIRE_KEY, on_question=_nothing)


@st.cache_data(show_spinner=False, max_entries=MOST_KEPT)
def _drawn(key: str, _view: View, _title: str, _banner: str) -> str:
    del key  # tells one picture from another
    plate, small = (
        render(scene(), _view, _title or None, form=Form(banner=_banner or None)),
        BytesIO(),
    )
    thumbnail(BytesIO(plate.data), small, scale=SCALE)
    return f"data:image/png;base64,{base64.b64encode(small.getvalue()).decode()}"


def _nothing() -> None:
    """Stand in for a callback: Streamlit keeps a component's state only where one is given."""
