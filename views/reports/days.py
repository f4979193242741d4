"""Reports without a publication day: asked for here, the first few at a time."""

import pandas as pd
import streamlit as st

from geo.records import records
from reports.corrections import correct
from reports.intake import counted
from views.markdown import plain
from views.reports.adding import one_day
from views.reports.progress import shortened
from views.reports.removal import forget
from views.reports.told import told
from views.session import gazetteer, store

AT_ONCE = 4


def missing_days(reports: pd.DataFrame) -> None:
    """Ask for the days that reports lack."""
    undated = records(reports[reports["published"].isna()])
    if not undated:
        return
    st.header("Publication day missing")
    st.caption(
        "Relative dates such as “last year” or “in July” cannot be placed until the day of"
        " publication is known."
    )
    for report in undated[:AT_ONCE]:
        _ask(str(report["id"]), str(report["title"] or report["slug"]))
    if len(undated) > AT_ONCE:
        st.caption(f"{counted(len(undated) - AT_ONCE, 'more report')}: they head the list.")


def _ask(report_id: str, label: str) -> None:
    st.text(shortened(label))
    day, button = st.columns([3, 2], vertical_alignment="bottom")
    chosen = one_day(
        day.date_input(
            f"Published, {plain(label)}",
            value=None,
            format="YYYY-MM-DD",
            key=f"day-{report_id}",
            label_visibility="collapsed",
        )
    )
    if button.button(
        "Set the day", key=f"set-{report_id}", disabled=chosen is None, width="stretch"
    ):
        if chosen:
            forget()
            with told():
                correct(report_id, {"published": chosen.isoformat()}, store(), gazetteer())
        st.rerun()
