"""The reports page: paste or drop articles in, see what was found, give missing days, take out."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from reports.errors import StoreError
from reports.intake import Outcome, counted, set_published, take_in
from views.online import online_help
from views.session import adding_store, gazetteer, load_samples, remove_samples, store

UPLOAD_TYPES = ["txt", "html", "htm"]
OUTCOMES_KEY = "outcomes"


def reports_page() -> None:
    """Draw the page."""
    load_samples()
    st.title("Reports")
    _add()
    _show_outcomes()
    reports = store().reports()
    if reports.empty:
        st.info("No reports yet. Paste an article above, or drop .txt and .html files there.")
        return
    _ask_for_days(reports)
    _sample_notice(reports)
    _list(reports)
    online_help(reports)


def _add() -> None:
    paste, upload = st.tabs(["Paste an article", "Upload files"])
    with paste, st.form("paste", clear_on_submit=True, border=True):
        text = st.text_area("Article text", height=200, placeholder="Paste the whole article.")
        title, day = st.columns([3, 1])
        name = title.text_input("Name", placeholder="Optional; the first line otherwise")
        published = day.date_input("Published", value=None, format="YYYY-MM-DD")
        if st.form_submit_button("Add report", type="primary"):
            _take([(f"{_file_name(name, text)}.txt", text.encode())], _one_day(published))
    with upload, st.form("upload", clear_on_submit=True, border=True):
        files = st.file_uploader(
            "Articles as .txt or .html", type=UPLOAD_TYPES, accept_multiple_files=True
        )
        published = st.date_input(
            "Published, where the files do not say", value=None, format="YYYY-MM-DD"
        )
        if st.form_submit_button("Add reports", type="primary"):
            _take([(file.name, file.getvalue()) for file in files], _one_day(published))


def _file_name(name: str, text: str) -> str:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return name.strip() or first[:60].rstrip(" .") or "Pasted text"


def _one_day(chosen: date | tuple[date, ...] | None) -> date | None:
    """Read a date box; it gives a tuple only where a range was asked for."""
    return chosen if isinstance(chosen, date) else None


def _take(files: Sequence[tuple[str, bytes]], published: date | None) -> None:
    if not files:
        st.warning("Choose one or more .txt or .html files first.")
        return
    outcomes: list[Outcome] = []
    bar = st.progress(0.0, "Reading")
    for number, (name, data) in enumerate(files, 1):
        bar.progress((number - 1) / len(files), f"Reading {number} of {len(files)}")
        outcomes.append(_take_one(name, data, published))
    bar.empty()
    st.session_state[OUTCOMES_KEY] = outcomes


def _take_one(name: str, data: bytes, published: date | None) -> Outcome:
    try:
        return take_in(name, data, adding_store(), gazetteer(), published)
    except StoreError as error:
        return Outcome(name, None, added=False, extraction=None, problem=str(error))


def _show_outcomes() -> None:
    for outcome in st.session_state.get(OUTCOMES_KEY, []):
        show = st.error if outcome.problem else st.success if outcome.added else st.info
        show(_plain(outcome.sentence))
        for warning in outcome.notes:
            st.warning(_plain(warning))


def _plain(text: str) -> str:
    """Escape what Streamlit would read as Markdown: file names are other people's text."""
    return "".join(f"\\{char}" if char in MARKDOWN else char for char in text)


MARKDOWN = frozenset("\\`*_{}[]()#+-.!|<>~$:^=")


def _ask_for_days(reports: pd.DataFrame) -> None:
    undated = reports[reports["published"].isna()]
    if undated.empty:
        return
    st.header("Publication day missing")
    st.write(
        "Relative dates such as “last year” or “in July” cannot be placed until the day of"
        " publication is known."
    )
    for report in undated.to_dict("records"):
        name, day, button = st.columns([3, 1, 1], vertical_alignment="bottom")
        name.text(_label(report))
        key = f"day-{report['id']}"
        chosen = _one_day(day.date_input("Published", value=None, format="YYYY-MM-DD", key=key))
        if button.button("Set the day", key=f"set-{report['id']}", disabled=chosen is None):
            if chosen:
                set_published(report["id"], chosen, store(), gazetteer())
            st.rerun()


def _sample_notice(reports: pd.DataFrame) -> None:
    count = int(reports["sample"].astype(bool).sum())
    if not count:
        return
    words, button = st.columns([4, 1], vertical_alignment="center")
    words.info(
        f"{count} of these reports are the sample corpus: summaries written for this project,"
        " restating public statements."
    )
    if button.button("Remove the sample corpus", width="stretch"):
        remove_samples()
        st.session_state.pop(OUTCOMES_KEY, None)
        st.rerun()


def _list(reports: pd.DataFrame) -> None:
    mentions, claims = store().mentions(), store().claims()
    st.header(counted(len(reports), "report"))
    table = pd.DataFrame(
        {
            "Report": [_label(report) for report in reports.to_dict("records")],
            "Publisher": reports["publisher"].fillna("not stated"),
            "Published": reports["published"].fillna("not known"),
            "Day from": reports["published_basis"].fillna(""),
            "Places": _distinct_places(reports, mentions),
            "Figures": [int((claims["report_id"] == id_).sum()) for id_ in reports["id"]],
            "Corpus": reports["sample"].astype(bool).map({True: "sample", False: ""}),
        }
    )
    picked = st.dataframe(
        table, hide_index=True, width="stretch", on_select="rerun", selection_mode="multi-row"
    )
    rows = picked.selection.rows
    if rows and st.button(f"Remove {len(rows)} selected"):
        store().remove(list(reports["id"].iloc[rows]))
        st.session_state.pop(OUTCOMES_KEY, None)
        st.rerun()


def _distinct_places(reports: pd.DataFrame, mentions: pd.DataFrame) -> list[int]:
    counts = mentions.groupby("report_id")["place_id"].nunique()
    return [int(counts.get(report_id, 0)) for report_id in reports["id"]]


def _label(report: Mapping[Hashable, object]) -> str:
    return str(report["title"] or report["slug"])
