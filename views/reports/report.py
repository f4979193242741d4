"""One report: its acts above, and below them its text beside what is known of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from layers.web.reports import report_view
from reports.corrections import correct, restore
from reports.errors import InputError
from views.case_session import ADDRESS_KEY
from views.markdown import plain
from views.reports.adding import one_day
from views.reports.deciding import decided_here
from views.reports.removal import forget, remove, undo_bar
from views.reports.shown import shown
from views.reports.told import told
from views.session import case_id, gazetteer, store

OPEN_KEY = "report"
"""The part of the address that names the report."""
LOOKED_KEY = "report-looked-up"
"""What somebody looks up for a name of the report."""
REFUSED_KEY = "report-refused"
LABELS = {"title": "Title", "publisher": "Publisher", "author": "Author", "url": "Web address"}
MIME = "application/octet-stream"


def opened() -> str | None:
    """Give the id of the report that the address names."""
    return st.query_params.get(OPEN_KEY)


def open_report(report_id: str) -> None:
    """Show a report in this run's place."""
    st.query_params.update({ADDRESS_KEY: case_id(), OPEN_KEY: report_id})
    st.rerun()


def close() -> None:
    """Go back to the list."""
    st.query_params.pop(OPEN_KEY, None)


def report_page(report_id: str) -> None:
    """Draw the report; one that is not there is said to be gone."""
    try:
        content = shown(store(), gazetteer(), report_id, st.session_state.get(LOOKED_KEY))
    except KeyError:
        st.button("← All reports", on_click=close)
        undo_bar()
        st.info("This report is not in the store, or not any more.")
        return
    _acts(report_id)
    undo_bar()
    _act(report_id, report_view(content, key=f"report-{report_id}"))


def _acts(report_id: str) -> None:
    name, original = store().original(report_id)
    with st.container(key="report-acts", horizontal=True, vertical_alignment="center"):
        st.button("← All reports", on_click=close)
        st.space("stretch")
        if st.button("Edit"):
            _edit(report_id)
        st.download_button(
            "Download original",
            original,
            file_name=name.rsplit("/", 1)[-1],
            mime=MIME,  # whatever it is, a browser is to save it and never to show it
            on_click="ignore",
        )
        if st.button("Remove", key="remove-report"):
            remove([report_id])
            close()
            st.rerun()


def _act(report_id: str, asked: Mapping[str, Any] | None) -> None:
    name = asked.get("name") if asked else None
    if not asked or name not in {"restore", "look", "decide"}:
        return
    if name == "look":
        st.session_state[LOOKED_KEY] = {"item": asked.get("item"), "typed": str(asked["typed"])}
    else:
        forget()
        st.session_state.pop(LOOKED_KEY, None)
    if name == "restore":
        with st.spinner("Reading the report again"), told():
            restore(report_id, str(asked["field"]), store(), gazetteer())
    elif name == "decide":
        decided_here(report_id, asked)
    st.rerun()


@st.dialog("Edit what is known of this report", width="medium")
def _edit(report_id: str) -> None:
    """Ask for the user's word; it goes before the document's, which can be restored."""
    row = store().report(report_id)
    with st.form("edit-report", border=False):
        said: dict[str, str | None] = {
            field: st.text_input(label, value=row[field] or "") for field, label in LABELS.items()
        }
        left, right = st.columns(2)
        said["lang"] = left.text_input(
            "Language", value=row["lang"] or "", help="Two letters, as en or uk."
        )
        day = right.date_input(
            "Published",
            value=date.fromisoformat(row["published"]) if row["published"] else None,
            format="YYYY-MM-DD",
            help="Another day has the report read again: “last month” is counted from it.",
        )
        chosen = one_day(day)
        said["published"] = chosen.isoformat() if chosen else None
        if st.form_submit_button("Save", type="primary") and _save(report_id, said):
            st.rerun()


def _save(report_id: str, said: Mapping[str, str | None]) -> bool:
    """Keep what was typed; False where it cannot be so, which is said."""
    try:
        with st.spinner("Saving"):
            correct(report_id, said, store(), gazetteer())
    except InputError as error:
        st.error(plain(str(error)))
        return False
    except KeyError:
        pass  # somebody else removed it; the page says so
    forget()
    return True
