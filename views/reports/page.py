"""The Reports page: what is in the case, ways to add to it, and one report when it is open."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from layers.web.reports import report_list
from reports.intake import counted
from views.online import online_help
from views.reports.adding import PASTED_KEY, add
from views.reports.days import missing_days
from views.reports.listing import listed
from views.reports.progress import reading
from views.reports.removal import remove, undo_bar
from views.reports.report import open_report, opened, report_page
from views.session import load_samples, remove_samples, store

LIST_KEY = "report-list"


def reports_page() -> None:
    """Draw the page."""
    load_samples()
    with st.container(key="reports"):
        report_id = opened()
        if report_id is None:
            _overview()
        else:
            reading()
            report_page(report_id)


def _overview() -> None:
    reports = store().listing()
    left, right = st.columns([13, 5], gap="medium")
    with left:
        st.title("Reports")
        reading()
        undo_bar()
        _act(report_list(listed(reports), key=LIST_KEY))
        if not reports.empty:
            online_help(reports)
    with right:
        add()
        missing_days(reports)
        _sample_notice(int(reports["sample"].astype(bool).sum()))


def _act(asked: Mapping[str, Any] | None) -> None:
    if not asked:
        return
    if asked.get("name") == "open":
        open_report(str(asked["id"]))
    elif asked.get("name") == "remove":
        remove([str(id_) for id_ in asked["ids"]])
        st.session_state.pop(PASTED_KEY, None)
        st.rerun()


def _sample_notice(count: int) -> None:
    if not count:
        return
    st.header("Sample corpus")
    st.caption(
        f"{counted(count, 'report')} in summaries written for this project, restating public"
        " statements."
    )
    if st.button("Remove the sample corpus"):
        remove_samples()
        st.session_state.pop(PASTED_KEY, None)
        st.rerun()
