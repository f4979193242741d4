"""Adding reports: an article that is pasted, or files by the hundred that are read meanwhile."""

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

import streamlit as st

from geo.gazetteer import Gazetteer
from reports.errors import StoreError
from reports.intake import Outcome, take_in
from reports.read import READABLE_SUFFIXES
from reports.store import Store
from views.arrivals import expect
from views.markdown import plain
from views.reports.batch import Batch, Result, result_of
from views.reports.removal import forget
from views.session import adding_store, case_id, gazetteer

PASTED_KEY = "reports-pasted"
TEXT_KEY, NAME_KEY, DAY_KEY = "paste-text", "paste-name", "paste-day"
UPLOADS_KEY = "reports-uploads"
TYPES = sorted(suffix.removeprefix(".") for suffix in READABLE_SUFFIXES)
SHOWN = "Word, PDF, mail, web pages, text, Markdown, CSV, feeds, or a zip of these"


def add() -> None:
    """Draw the two ways in."""
    st.header("Add reports")
    paste, upload = st.tabs(["Paste an article", "Upload files"])
    with paste:
        _paste()
        _pasted()
    with upload:
        _upload()


@st.cache_resource(show_spinner=False)
def _batches() -> dict[str, Batch]:
    # Not of a session: who goes to another case, or loads the page anew, has another one after it.
    return {}


def running() -> Batch | None:
    """Give the batch that is being read into the reader's case, or was last."""
    return _batches().get(case_id())


def dismiss() -> None:
    """Let go of what came of the last batch."""
    _batches().pop(case_id(), None)


def _paste() -> None:
    with st.form("paste", clear_on_submit=True, border=True):
        st.text_area(
            "Article text", height=168, placeholder="Paste the whole article.", key=TEXT_KEY
        )
        title, day = st.columns([1, 1])
        title.text_input("Name", placeholder="Optional", key=NAME_KEY)
        day.date_input("Published", value=None, format="YYYY-MM-DD", key=DAY_KEY)
        st.form_submit_button("Add report", type="primary", on_click=_take_pasted)


def _take_pasted() -> None:
    """Have a pasted article read, before anything of the page is drawn that a click could stop."""
    forget()
    st.session_state.pop(PASTED_KEY, None)
    text, name = str(st.session_state[TEXT_KEY]), str(st.session_state[NAME_KEY])
    published, into, known = one_day(st.session_state[DAY_KEY]), adding_store(), gazetteer()
    file = f"{_file_name(name, text)}.txt"
    taking = _reader().submit(_taken, file, text.encode(), into, known, published)
    _pastes()[case_id()] = taking
    expect(taking.done)


@st.cache_resource(show_spinner=False)
def _reader() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "dateline-pasted")


@st.cache_resource(show_spinner=False)
def _pastes() -> dict[str, "Future[Result]"]:
    return {}


def _pasted() -> None:
    """Wait for the article that was pasted, and say what came of it."""
    taking = _pastes().get(case_id())
    if taking is not None:
        with st.spinner("Reading"):
            came = taking.result()
        st.session_state[PASTED_KEY] = came
        _pastes().pop(case_id(), None)
        st.rerun()
    result: Result | None = st.session_state.get(PASTED_KEY)
    if result is None:
        return
    {"failed": st.error, "added": st.success}.get(result.kind, st.info)(plain(result.sentence))
    for note in result.notes:
        st.warning(plain(note))


def _upload() -> None:
    busy = _busy()
    # Another key is another box: the files of a batch are not held twice.
    number = st.session_state.setdefault(UPLOADS_KEY, 0)
    with st.form("upload", border=True):
        files = [
            (file.name, file.getvalue())
            for file in st.file_uploader(
                SHOWN,
                type=TYPES,
                accept_multiple_files=True,
                key=f"reports-files-{number}",
            )
        ]
        published = st.date_input(
            "Published, if all on one day",
            value=None,
            format="YYYY-MM-DD",
            help="It goes before what the files say of themselves. Empty: as the files say.",
        )
        pressed = st.form_submit_button("Add reports", type="primary", disabled=busy)
    if busy:
        st.caption("Files are being read. The next ones can follow when these are done.")
    elif pressed and not files:
        st.warning("Choose one or more files first.")
    elif pressed:
        forget()
        st.session_state.pop(PASTED_KEY, None)
        into = adding_store()
        if not _busy():  # in the case that is open now, which may be another one
            batch = Batch(files, into, one_day(published))
            _batches()[case_id()] = batch
            expect(lambda: batch.progress.ended)
            st.session_state[UPLOADS_KEY] = number + 1
        st.rerun()


def _busy() -> bool:
    batch = running()
    return batch is not None and not batch.progress.ended


def _file_name(name: str, text: str) -> str:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return name.strip() or first[:60].rstrip(" .") or "Pasted text"


def one_day(chosen: date | tuple[date, ...] | None) -> date | None:
    """Read a date box; it gives a tuple only where a range was asked for."""
    return chosen if isinstance(chosen, date) else None


def _taken(name: str, data: bytes, into: Store, known: Gazetteer, published: date | None) -> Result:
    try:
        return result_of(take_in(name, data, into, known, published))
    except StoreError as error:
        return result_of(Outcome(name, None, added=False, extraction=None, problem=str(error)))
