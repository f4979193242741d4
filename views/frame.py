"""The frame that all pages share: the bar with the name, the case and the pages; the theme."""

from pathlib import Path

import streamlit as st

from geo.settings import data_dir
from layers.web.case_bar import case_bar
from layers.web.theme import page_theme
from reports.errors import InputError
from views.case_session import NOTICE_KEY, case_id, cases, choose_case, go_to, leaving_for, tell
from views.cases.words import about
from views.session import PAGES_KEY, load_samples

BAR_KEY = "case-bar"
MANAGE_KEY = "manage cases"


def shared_frame() -> None:
    """Put the name and the case at the head of the page, set the theme and the margins."""
    logo = (data_dir() / "wordmark.svg").read_text(encoding="utf-8")
    st.logo(logo)
    st.html(Path(__file__).with_suffix(".css"))
    page_theme()


def case_at_head(page: str) -> None:
    """Draw which case the page shows, and do what is asked for there.

    Parameters
    ----------
    page
        Path of the page, without slashes.
    """
    load_samples()
    open_ones = [case for case in choose_case() if not case.archived]
    go = leaving_for(page)
    case_bar(
        case_id(),
        [{"id": case.id, "name": case.name, "about": about(case)} for case in open_ones],
        key=BAR_KEY,
        page=page,
        notice=st.session_state.get(NOTICE_KEY),
        go=go,
        on_action=_act,
    )
    if go:
        st.stop()
    if st.session_state.pop(MANAGE_KEY, False):
        st.switch_page(st.session_state[PAGES_KEY]["cases"])


def _act() -> None:
    """Make the case that was asked for, or have the page of all cases opened."""
    action = st.session_state[BAR_KEY].get("action") or {}
    if action.get("name") == "manage":
        st.session_state[MANAGE_KEY] = True
    elif action.get("name") == "new":
        try:
            go_to(cases().create(str(action.get("case"))).id, "reports")
        except InputError as error:
            tell(str(error))
