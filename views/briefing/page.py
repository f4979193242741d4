"""The briefing page: draft, sort and word the steps; everything is kept as it is typed."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from layers.briefing.briefing import Briefing, Step
from layers.briefing.edit import set_view
from layers.briefing.standing import Known, known
from layers.web.briefing import steps
from reports.errors import InputError
from views.briefing.acts import apply, subject
from views.briefing.files import files
from views.briefing.head import choose, head
from views.briefing.presenting import presenting
from views.briefing.previews import previews
from views.briefing.rows import row
from views.briefing.session import (
    add_view,
    change,
    current,
    fresh_fields,
    map_view,
    start,
    undo,
)
from views.briefing.since import drafted
from views.session import OPENED_KEY, PAGES_KEY, VIEW_KEY, revision, scene, store
from views.store_away import tells_of_its_store

STEPS_KEY = "briefing-steps"
DONE_KEY = "briefing-done"
DRAFT_KEY = "briefing-draft"
MOST_ROWS = 400
EMPTY = (
    "A briefing is views of the map in an order, each with lines that cite the sentences they rest"
    " on. Draft one from what the map shows, then change whatever you like; or open the Map page"
    " and add views one by one."
)

Json = Mapping[str, Any]


def briefing_page() -> None:
    """Draw the page."""
    if store().reports().empty:
        st.title("Briefing")
        st.info("There is nothing to brief on yet. Add an article on the Reports page.")
        return
    _desk()
    previews()


@st.fragment
@tells_of_its_store
def _desk() -> None:
    """Draw all that changes with the briefing; an edit runs this again and nothing around it."""
    with st.container(key="briefing"):
        if st.session_state.pop(DRAFT_KEY, False):
            with st.spinner("Drafting"):
                start(drafted(map_view()))
        choose(on_draft=_want_draft)
        try:
            briefing = current()
        except InputError as error:
            st.error(str(error))
            return
        if briefing is None:
            st.info(EMPTY)
            return
        head(briefing)
        files(briefing)
        _steps(briefing)
        presenting(briefing)


def _want_draft() -> None:
    st.session_state[DRAFT_KEY] = True


def _steps(briefing: Briefing) -> None:
    now = revision()
    drawn = (briefing.names, briefing.banner)
    laid = [_row(now, (*drawn, asdict(step)), briefing, step) for step in briefing.steps]
    done = st.session_state.get(DONE_KEY, {})
    result = steps(briefing.id, laid, key=STEPS_KEY, done=done, on_acts=_do_acts)
    ask = result.get("ask")
    if isinstance(ask, dict):
        _answer(briefing, str(ask.get("name")), str(ask.get("step")))


def _answer(briefing: Briefing, name: str, step_id: str) -> None:
    """Do what needs more than the briefing: the map's view, or the map itself."""
    if name == "show":
        _show(briefing, step_id)
        return
    if name == "capture":
        add_view(map_view())
    elif name == "set-view":
        change(lambda now: set_view(now, step_id, map_view()))
    st.rerun(scope="fragment")


@st.cache_data(show_spinner=False, max_entries=MOST_ROWS)
def _row(revision: str, content: tuple[object, ...], _briefing: Briefing, _step: Step) -> Json:
    # The arguments that count tell one state of a step from another: an edit lays out that alone.
    del content
    return row(_briefing, _step, _known(revision), revision)


@st.cache_resource(show_spinner=False, max_entries=2)
def _known(revision: str) -> Known:
    del revision
    return known(scene())


def _do_acts() -> None:
    """Do the acts that have come and were not done yet, in their order."""
    told = st.session_state[STEPS_KEY].get("acts") or {}
    mount, done = str(told.get("mount")), dict(st.session_state.get(DONE_KEY, {}))
    for act in told.get("acts") or ():
        if act["seq"] > done.get(mount, 0):
            done = {mount: act["seq"]}
            _do(act)
    st.session_state[DONE_KEY] = done


def _do(act: Json) -> None:
    if act.get("name") == "undo":
        undo()
        return
    before = current()
    change(lambda briefing: apply(briefing, act), subject(act))
    after = current()
    if before and after and before.title != after.title:
        fresh_fields()


def _show(briefing: Briefing, step_id: str) -> None:
    """Open the view of a step on the map, to be changed and set again."""
    step = next((each for each in briefing.steps if each.id == step_id), None)
    if step:
        st.session_state[VIEW_KEY] = dict(step.view)
        st.session_state[OPENED_KEY] = True
        st.switch_page(st.session_state[PAGES_KEY]["map"])
