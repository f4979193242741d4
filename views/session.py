"""What every page needs: the store, the gazetteer and the scene, opened once per process."""

import gc
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import Lock
from typing import Any

import streamlit as st

from geo.gazetteer import Gazetteer, open_gazetteer
from layers.web.packing import packed_json
from reports.store import Store
from views.assemble import assemble

SAMPLES_NOTE = "samples"
PAGES_KEY = "pages"
VIEW_KEY = "view"
OPENED_KEY = "opened"
"""Set while a view from a file waits to be opened by the map."""

DIGEST = 16
KEPT = 4
"""Scenes kept of states that the store was in."""

_OPENING = Lock()
_LAYING = Lock()


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Open the store: ``DATELINE_STORE`` or the user's own."""
    return Store(os.environ.get("DATELINE_STORE"))


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
    """Take the sample corpus in on the first start, behind a progress bar."""
    if store().note(SAMPLES_NOTE) is not None:
        return
    if not store().reports().empty:
        store().set_note(SAMPLES_NOTE, "not wanted: there were reports already")
        return
    # The language model comes with these; later starts have no use for it until a report comes.
    from reports.intake import take_in_reading
    from reports.samples import samples

    corpus = samples()
    bar = st.progress(0.0, "Loading the sample corpus")
    for number, (reading, data) in enumerate(corpus, 1):
        take_in_reading(reading, data, store(), gazetteer())
        bar.progress(number / len(corpus), f"Sample report {number} of {len(corpus)}")
    bar.empty()
    store().set_note(SAMPLES_NOTE, "loaded")


def remove_samples() -> None:
    """Take every sample report out; they do not come back at the next start."""
    reports = store().reports()
    store().remove(list(reports.loc[reports["sample"].astype(bool), "id"]))
    store().set_note(SAMPLES_NOTE, "removed")


def scene() -> dict[str, Any]:
    """Lay out the store's scene; made anew only when something was written to the store."""
    gazetteer()
    with _LAYING:
        return _scene(*_state())


def packed_scene() -> str:
    """Lay out the store's scene and pack it for the browser, once for all readers."""
    gazetteer()
    with _LAYING:
        return _packed_scene(*_state())


def revision() -> str:
    """Tell the scene from those before it, and from any that another server has laid out."""
    return " ".join(map(str, (_server(), *_state())))


def _state() -> tuple[int, str]:
    """Tell what a scene is laid out from: what was read, and what it can be compared with."""
    listed = [(saved.id, saved.title) for saved in store().briefings.saved()]
    return store().revision(), hashlib.sha256(repr(listed).encode()).hexdigest()[:DIGEST]


@st.cache_resource(show_spinner=False)
def _server() -> str:
    return secrets.token_hex(8)


# Not Streamlit's cache, for the bar's sake, as with the gazetteer.
@lru_cache(maxsize=KEPT)
def _scene(revision: int, briefings: str) -> dict[str, Any]:
    # The arguments are what tells one state of the store from another.
    del revision, briefings
    bar = st.empty()
    with _collector_resting():
        laid = assemble(store(), gazetteer(), bar.progress)
    bar.empty()
    return laid


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Lay out without looking for cycles: among a million values that stay, each search is long."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@lru_cache(maxsize=KEPT)
def _packed_scene(revision: int, briefings: str) -> str:
    return packed_json(_scene(revision, briefings))
