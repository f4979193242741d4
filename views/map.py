"""The map page: the desk, and what its buttons ask for."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st

from layers.web.component import desk
from reports.errors import InputError
from views.arrivals import arrivals
from views.search import search
from views.session import (
    OPENED_KEY,
    PAGES_KEY,
    VIEW_KEY,
    case_id,
    gazetteer,
    packed_scene,
    remove_samples,
    revision,
    store,
)
from views.store_away import tells_of_its_store
from views.tables import listed_table, table_of

DESK_KEY = "desk"
FILE_KEY = "file"
STREAMLIT_KEYS = frozenset({"embed", "embed_options"})  # it keeps these by itself, and refuses them


def map_page() -> None:
    """Draw the page."""
    _live()
    search()
    arrivals()


@st.fragment
@tells_of_its_store
def _live() -> None:
    """Draw the desk: a move in it runs this again, and sends nothing of the page around."""
    result = desk(
        packed_scene(),
        key=DESK_KEY,
        revision=(case_id(), revision()),
        initial=_initial(),
        # Given once: who comes back to the page has saved it already.
        file=st.session_state.pop(FILE_KEY, None),
        on_view=_keep_view,
        on_action=_make_file,
    )
    _act(result.get("action"))


def _initial() -> dict[str, Any] | None:
    """Give the view to open with; one that comes from a file is marked until the desk has it."""
    view = st.session_state.get(VIEW_KEY)
    return {**view, "opened": True} if view and OPENED_KEY in st.session_state else view


def _keep_view() -> None:
    """Keep the view for the export, which is another page, and for the way back."""
    st.session_state.pop(OPENED_KEY, None)
    st.session_state[VIEW_KEY] = dict(st.session_state[DESK_KEY]["view"])


def _make_file() -> None:
    """Make the table that was asked for, in time for this run to hand it over."""
    action = st.session_state[DESK_KEY].get("action")
    if not isinstance(action, dict) or action.get("name") != "table":
        return
    asked = action["payload"]
    try:
        text = table_text(asked)
    except InputError as error:
        st.toast(str(error))
        return
    name = f"dateline-{asked['shape']}-{asked['day'] or 'undated'}.csv"
    st.session_state[FILE_KEY] = {"id": asked["id"], "name": name, "text": text}


def table_text(asked: Mapping[str, Any]) -> str:
    """Lay out the claims that the full table lists, in the columns asked for."""
    best = asked.get("best") or {}
    rule = f"source:{best.get('source')}" if best.get("rule") == "source" else best.get("rule")
    table = table_of(str(asked["shape"]), rule)
    return listed_table(store(), gazetteer(), asked["ids"], asked["shown"], table)


def _act(action: object) -> None:
    if not isinstance(action, dict):
        return
    name = action.get("name")
    pages = st.session_state[PAGES_KEY]
    if name == "export":
        # The plate's address holds the view as the map's does: it can be sent and come back to.
        link = parse_qsl(str(action.get("query", "")), keep_blank_values=True)
        ours = {key: value for key, value in link if key not in STREAMLIT_KEYS}
        st.switch_page(pages["export"], query_params=ours)
    elif name == "capture":
        _capture(action["payload"])
    elif name == "report":
        st.switch_page(pages["reports"])
    elif name == "remove-samples":
        remove_samples()
        st.rerun()


def _capture(view: Mapping[str, Any]) -> None:
    """Add what the map shows to the briefing that is open."""
    from views.briefing.session import add_view

    try:
        st.toast(f"Added to the briefing. {add_view(view)}")
    except (ValueError, InputError) as error:
        st.toast(f"Not added to the briefing: {error}")
