"""What every page needs: the store, the gazetteer and the scene, opened once per process."""

import hashlib
import secrets
from collections.abc import Hashable
from functools import cache, partial
from threading import Lock
from typing import Any

import streamlit as st

from geo.gazetteer import Gazetteer, open_gazetteer
from reports.case import DEFAULT, SAMPLE
from reports.store import Store
from views import collector, scenes
from views.assemble import assemble
from views.case_session import adding_store, case_id, cases, go_to, let_go, store
from views.newest import Newest

__all__ = [
    "OPENED_KEY",
    "PAGES_KEY",
    "VIEW_KEY",
    "adding_store",
    "case_id",
    "gazetteer",
    "load_samples",
    "make_samples",
    "packed_scene",
    "remove_samples",
    "revision",
    "scene",
    "store",
]

SAMPLES_NOTE = "samples"
PAGES_KEY = "pages"
VIEW_KEY = "view"
OPENED_KEY = "opened"
"""Set while a view from a file waits to be opened by the map."""

DIGEST = 16
KEPT = 3
"""Cases of which the scene is kept."""

_OPENING = Lock()
_LAYING = Lock()
_SAMPLING = Lock()
# Not Streamlit's caches: whoever waits for a scene is to see how far it is.
_SCENES: Newest[dict[str, Any]] = Newest(KEPT)
_PACKED: Newest[bytes] = Newest(KEPT)


def gazetteer() -> Gazetteer:
    """Open the gazetteer; the first time ever it is compiled, behind a progress bar."""
    with _OPENING:
        return _opened()


@cache
def _opened() -> Gazetteer:
    # Not Streamlit's cache, which would show the bar again in every run that it answers.
    bar = st.empty()

    def show(done: float, message: str) -> None:
        bar.progress(min(done, 1.0), message)

    opened = open_gazetteer(show)
    bar.empty()
    return opened


def load_samples() -> None:
    """Make the sample case on the first start, behind a progress bar."""
    if cases().folder is None:
        return
    with _SAMPLING:
        main = cases().open(DEFAULT)
        if main.note(SAMPLES_NOTE) is not None:
            return
        if cases().get(DEFAULT).reports:
            main.set_note(SAMPLES_NOTE, "not wanted: there were reports already")
            return
        make_samples()
        main.set_note(SAMPLES_NOTE, "a case of their own")


def make_samples() -> None:
    """Read the sample corpus into its case, behind a progress bar."""
    # The language model comes with these; later starts have no use for it until a report comes.
    from reports.intake import take_in_reading
    from reports.samples import samples

    corpus = samples()
    bar = st.progress(0.0, "Loading the sample corpus")

    def fill(into: Store) -> None:
        for number, (reading, data) in enumerate(corpus, 1):
            take_in_reading(reading, data, into, gazetteer())
            bar.progress(number / len(corpus), f"Sample report {number} of {len(corpus)}")

    let_go(SAMPLE)
    cases().make_samples(fill)
    bar.empty()


def remove_samples() -> None:
    """Put the sample case away; of a store that has samples among its reports, take them out.

    They do not come back at the next start. Stores were given them before they were a case.
    """
    if case_id() == SAMPLE:
        cases().archive(SAMPLE)
        go_to(DEFAULT)
        return
    reports = store().reports()
    store().remove(list(reports.loc[reports["sample"].astype(bool), "id"]))
    store().set_note(SAMPLES_NOTE, "removed")


def scene() -> dict[str, Any]:
    """Lay out the store's scene; made anew only when something was written to the store."""
    gazetteer()
    with _LAYING:
        return _laid(*_state())


def packed_scene() -> bytes:
    """Lay out the store's scene and pack it for the browser, once for all readers."""
    gazetteer()
    with _LAYING:
        return _packed(*_state())


def revision() -> str:
    """Tell the scene from those before it, and from any that another server has laid out."""
    return " ".join(map(str, (_server(), *_state())))


def _state() -> tuple[str, int, str]:
    """Tell what a scene is laid out from: whose, what was read, what it can be compared with."""
    named = [(saved.id, saved.title) for saved in store().briefings.saved()]
    beside = repr((named, store().own_layers.state()))
    return case_id(), store().revision(), hashlib.sha256(beside.encode()).hexdigest()[:DIGEST]


@st.cache_resource(show_spinner=False)
def _server() -> str:
    return secrets.token_hex(8)


def _laid(case: str, *state: Hashable) -> dict[str, Any]:
    return _SCENES.get(case, state, _lay)


def _lay() -> dict[str, Any]:
    bar = st.empty()
    laid = assemble(store(), gazetteer(), bar.progress)
    collector.pass_over()
    bar.empty()
    return laid


def _packed(case: str, revision: int, beside: str) -> bytes:
    lay = partial(_laid, case, revision, beside)
    pack = partial(scenes.packed_scene, store(), gazetteer(), revision, beside, lay)
    return _PACKED.get(case, (revision, beside), pack)
