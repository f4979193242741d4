"""Which case a reader is in: what the address says, else the case of before, else the usual one.

A browser's window is in one case for as long as its page stays loaded: to another case it goes by a
new address, and a new session, so that nothing of the old one can be left in it. Only adding to the
samples goes on in the default case within the session (:func:`adding_store`).
"""

import os
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

import streamlit as st

from reports.case import DEFAULT, SAMPLE, Case
from reports.cases import Cases
from reports.store import Store

ADDRESS_KEY = "case"
CASE_KEY = "case"
ASKED_KEY = "case asked"
"""What the address said when it was last heeded."""
GO_KEY = "case to go to"
NOTICE_KEY = "case notice"
FIRST = "DATELINE_CASE"
"""The case that `serve --case` names."""
STREAMLITS = frozenset({"embed", "embed_options"})

OF_A_CASE = frozenset({
    "view", "opened", "file", "desk", "wire",
    "briefing", "briefing-undo", "briefing-serial", "briefing-removed", "briefing-refused",
    "briefing-steps", "briefing-done", "briefing-draft", "briefing-wire",
    "exports", "last plate", "watched plate", "title", "banner", "page", "withhold",
    "online-result", "report-list", "reports-pasted", "report", "report-refused",
    "layer-outcomes", "layer-removed", "report-looked-up", "review-current", "review-looked-up",
})  # fmt: skip
"""What pages keep in a session that would be wrong in another case."""


@st.cache_resource(show_spinner=False)
def cases() -> Cases:
    """Open the cases of this place: of ``DATELINE_STORE``, or the user's own."""
    return Cases()


@st.cache_resource(show_spinner=False)
def _store(id_: str) -> Store:
    return cases().open(id_)


def let_go(id_: str) -> None:
    """Have no connection to a case any more, before its files go or others take their place."""
    if any(case.id == id_ for case in cases().listed()):
        _store(id_).close()
    _store.clear(id_)


def store() -> Store:
    """Open the store of the reader's case."""
    return _store(case_id())


def case_id() -> str:
    """Give the id of the reader's case."""
    if CASE_KEY not in st.session_state:
        choose_case()
    return str(st.session_state[CASE_KEY])


def choose_case() -> list[Case]:
    """Settle which case the reader is in, before anything of a page is drawn; list them all."""
    listed = {case.id: case for case in cases().listed()}
    asked, now = st.query_params.get(ADDRESS_KEY), st.session_state.get(CASE_KEY)
    news = asked is not None and asked not in (now, st.session_state.get(ASKED_KEY))
    st.session_state[ASKED_KEY] = asked
    if news and asked is not None:
        now = _asked(asked, listed) or now
    if now not in listed or listed[now].archived:
        wanted = (os.environ.get(FIRST), cases().last)
        others = st.query_params.keys() - STREAMLITS
        now = usual_case(listed, wanted, linked=bool(others) and ADDRESS_KEY not in others)
    _enter(now)
    return list(listed.values())


def _enter(id_: str) -> None:
    """Be in a case from now on, with nothing of another one."""
    if st.session_state.get(CASE_KEY, id_) != id_:
        for key in OF_A_CASE & {*st.session_state}:
            del st.session_state[key]
    st.session_state[CASE_KEY] = id_


def _asked(asked: str, listed: Mapping[str, Case]) -> str | None:
    case = listed.get(asked)
    if case is None or case.archived:
        gone = "is no case here, or not any more" if case is None else "is archived"
        name = asked if case is None else case.name
        tell(f"“{name[:80]}” {gone}; this is the usual case.")
        return None
    _remember(asked)
    return asked


def usual_case(listed: Mapping[str, Case], wanted: Iterable[str | None], *, linked: bool) -> str:
    """Choose the case of an address that names none.

    Parameters
    ----------
    listed
        All cases by id.
    wanted
        Ids of cases that were asked for elsewhere, the first that can be opened goes.
    linked
        Whether the address says something of a view: then it was made where there was no other
        case than the default one, or the samples.
    """
    open_ones = {id_ for id_, case in listed.items() if not case.archived}
    samples = SAMPLE in open_ones and not listed[DEFAULT].reports
    found = () if linked else (id_ for id_ in wanted if id_ in open_ones)
    return next(iter(found), None) or (SAMPLE if samples else DEFAULT)


def _remember(id_: str) -> None:
    # The samples are looked at, not worked in: they come by themselves while there is nothing else.
    if id_ != SAMPLE:
        cases().remember(id_)


def tell(text: str) -> None:
    """Have a sentence read once, under the bar; the number tells it from the same one before."""
    before = st.session_state.get(NOTICE_KEY, {"seq": 0})
    st.session_state[NOTICE_KEY] = {"seq": before["seq"] + 1, "text": text}


def go_to(id_: str, page: str | None = None) -> None:
    """Have the window leave for a case at the next run, for the same page where none is given."""
    _remember(id_)
    st.session_state[GO_KEY] = (id_, page)


def leaving_for(page: str) -> str | None:
    """Give the address that the window is to leave for from a page, once; None where it stays."""
    id_, to = st.session_state.pop(GO_KEY, (None, None))
    return None if id_ is None else f"/{page if to is None else to}?{urlencode({ADDRESS_KEY: id_})}"


def adding_store() -> Store:
    """Give the store that reports are to be added to: of the reader's case, but never the samples.

    Call it first when something is added, and :func:`store` only after it: where the samples are
    open, the default case opens instead, here and now, and the next run of the page says so.
    """
    if case_id() == SAMPLE:
        listed = {case.id: case.name for case in cases().listed()}
        _remember(DEFAULT)
        # The address still says the samples: that was heeded, and is no wish to go back.
        st.session_state[ASKED_KEY] = st.query_params.get(ADDRESS_KEY)
        _enter(DEFAULT)
        tell(
            f"“{listed[SAMPLE]}” takes no reports: they went to “{listed[DEFAULT]}”, which is open"
            " now."
        )
    return store()
