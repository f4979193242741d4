"""The page of cases: renamed, put away, brought back or deleted, handed on and taken in."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from reports.case import DEFAULT, SAMPLE, Case, slug
from reports.case_file import ENDING, limits, take_case, write_case
from reports.errors import CaseError, InputError
from views.case_session import case_id, cases, go_to, let_go
from views.cases.contents import CONTENTS
from views.cases.words import about, last_words, made, unreadable_text
from views.markdown import plain
from views.session import make_samples

MB = 1_000_000
DONE_KEY = "cases-done"
SAMPLES = "The sample corpus is a case of its own: summaries written for this project."


def cases_page() -> None:
    """Draw the page."""
    st.title("Cases")
    st.write(
        "A case holds reports, briefings and decisions that belong together. Nothing of one case is"
        " seen in another."
    )
    listed = cases().listed()
    _say()
    if unreadable := unreadable_text(cases().unreadable()):
        st.warning(plain(unreadable))
    with st.container(key="cases"):
        for case in (each for each in listed if not each.archived):
            _row(case)
        if archived := [case for case in listed if case.archived]:
            st.header("Archived")
            for case in archived:
                _archived(case)
        _more(listed)


def _say() -> None:
    """Say what came of the last act."""
    kind, text = st.session_state.pop(DONE_KEY, (None, ""))
    if kind:
        (st.error if kind == "error" else st.success)(plain(text))


def _row(case: Case) -> None:
    with st.container(key=f"case-{case.id}"):
        words, *buttons = st.columns([9, 2, 2, 2, 2], vertical_alignment="center")
        _described(words, case)
        here = case.id == case_id()
        buttons[0].button(
            "Open now" if here else "Open",
            key=f"open-{case.id}",
            width="stretch",
            disabled=here,
            on_click=go_to,
            args=(case.id, ""),
        )
        rename = buttons[1].popover("Rename", width="stretch")
        with rename, st.form(f"rename-{case.id}", border=False):
            name = st.text_input("Name", value=case.name, max_chars=80, key=f"name-{case.id}")
            if st.form_submit_button("Rename", type="primary"):
                _do(lambda: f"“{case.name}” is “{cases().rename(case.id, name).name}” now.")
        buttons[2].download_button(
            "Export",
            data=lambda: _file(case),
            file_name=f"{slug(case.name)}{ENDING}",
            mime="application/octet-stream",
            key=f"export-{case.id}",
            width="stretch",
            on_click="ignore",
            help="One file with the originals, all that was read, briefings and decisions",
        )
        if case.id != DEFAULT:
            buttons[3].button(
                "Archive",
                key=f"archive-{case.id}",
                width="stretch",
                on_click=_archive,
                args=(case,),
            )


def _archived(case: Case) -> None:
    with st.container(key=f"case-{case.id}"):
        words, *buttons = st.columns([13, 2, 2], vertical_alignment="center")
        _described(words, case)
        if buttons[0].button("Bring back", key=f"restore-{case.id}", width="stretch"):
            _do(lambda: f"“{cases().restore(case.id).name}” is back.")
        delete = buttons[1].popover("Delete…", width="stretch")
        with delete, st.form(f"delete-{case.id}", border=False):
            st.text(last_words(case))
            typed = st.text_input("Type its name", key=f"typed-{case.id}", autocomplete="off")
            if st.form_submit_button("Delete for good", type="primary"):
                _do(lambda: _delete(case, typed))


def _described(place: DeltaGenerator, case: Case) -> None:
    # A name is somebody's text, and may come from a stranger's file.
    place.markdown(f"**{plain(case.name)}**")
    place.caption(plain(" · ".join(filter(None, (about(case), made(case))))))


def _more(listed: list[Case]) -> None:
    """Take in another case: a new one, one from a file, the samples."""
    if cases().folder is None:
        st.info(
            "This store is no SQLite file, so that it has this one case. A database of its own"
            " keeps another case apart."
        )
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.header("New case")
        with st.form("new-case", clear_on_submit=True):
            name = st.text_input("Name", placeholder="What is it about?", max_chars=80)
            if st.form_submit_button("Create", type="primary"):
                _create(name)
    with right:
        st.header("Import a case")
        with st.form("import-case", clear_on_submit=True):
            given = st.file_uploader(
                "A file that Export wrote",
                type=[ENDING.removeprefix(".")],
                max_upload_size=limits().upload_mb,
            )
            if st.form_submit_button("Import") and given is not None:
                _do(lambda: _import(given.name, given.getbuffer()))
    if all(case.id != SAMPLE for case in listed):
        st.caption(SAMPLES)
        if st.button("Make the sample case"):
            make_samples()
            st.rerun()


def _create(name: str) -> None:
    try:
        go_to(cases().create(name).id, "reports")
    except InputError as error:
        st.session_state[DONE_KEY] = ("error", str(error))
    st.rerun()


def _archive(case: Case) -> None:
    """Put a case away; who was in it goes to the default one."""
    cases().archive(case.id)
    st.session_state[DONE_KEY] = (
        "done",
        f"“{case.name}” is archived. It can be brought back below.",
    )
    if case.id == case_id():
        go_to(DEFAULT, "cases")


def _delete(case: Case, typed: str) -> str:
    if typed.strip() != case.name:
        raise CaseError(f"“{case.name}”", "was not deleted", "type its name as it is written")
    cases().deletable(case.id)
    let_go(case.id)
    cases().delete(case.id)
    return f"“{case.name}” is deleted."


def _do(act: Callable[[], str]) -> None:
    """Do what was asked for, and say at the head of the page what came of it."""
    try:
        st.session_state[DONE_KEY] = ("done", act())
    except InputError as error:
        st.session_state[DONE_KEY] = ("error", str(error))
    st.rerun()


def _import(name: str, data: memoryview) -> str:
    with tempfile.TemporaryDirectory() as work:
        path = Path(work, "case")
        path.write_bytes(data)
        taken = take_case(cases(), path, CONTENTS, named=name)
    return f"“{taken.name}” is a case now: {about(taken)}."


def _file(case: Case) -> bytes:
    with tempfile.TemporaryDirectory() as work:
        path = Path(work, "case")
        write_case(cases().open(case.id), case.name, path)
        return path.read_bytes()
