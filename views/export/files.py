"""The files of the export page: each listed once, made when it is asked for, with its sidecar."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from layers.export.sidecar import SUFFIX
from views.background import POLL_S, Desk, Work
from views.export.exports import EXPORTS, FILES, GROUPS, Export, Made
from views.export.job import Job

KILO = 1000


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that was made: its name, its bytes, its sidecar."""

    name: str
    data: bytes
    sidecar: bytes
    notes: tuple[str, ...]


def file_list(desk: Desk, job: Job, key: str, at_hand: Mapping[str, Made]) -> None:
    """List every file that can be made.

    Parameters
    ----------
    key
        What the job is made from.
    at_hand
        What is made already, by its ending.
    """
    for ending, made in at_hand.items():
        desk.ask(ending, key, partial(_make, job, ending, made))
    polled = _is_busy(desk, key)
    with st.container(key="files"):
        st.fragment(_files, run_every=POLL_S if polled else None)(desk, job, key, polled=polled)


def _is_busy(desk: Desk, key: str) -> bool:
    """Tell whether any file is being made."""
    purposes = (_purpose(end, everything=each) for end in EXPORTS for each in (False, True))
    found = (desk.get(purpose, key) for purpose in purposes)
    return any(work is not None and not work.ended for work in found)


def _purpose(ending: str, *, everything: bool) -> str:
    return f"{ending} of all" if everything else ending


def _files(desk: Desk, job: Job, key: str, *, polled: bool) -> None:
    if polled and not _is_busy(desk, key):
        st.rerun()
    columns = st.columns(len(GROUPS), gap="medium")
    for group, column in zip(GROUPS, columns, strict=True):
        with column:
            st.subheader(group)
            chosen = _whole_or_part(job) if group == FILES else job
            for ending, export in EXPORTS.items():
                if export.group == group:
                    _row(desk, chosen, key, ending)


def _whole_or_part(job: Job) -> Job:
    """Ask whether data files hold what is shown, or all."""
    counts = {
        False: f"What the view shows ({len(job.visible.items)})",
        True: f"All ({len(job.scene['items'])})",
    }
    everything = st.radio(
        "Names and figures", counts, format_func=counts.__getitem__, horizontal=True,
        key="everything", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    return replace(job, choice=replace(job.choice, everything=bool(everything)))


def _row(desk: Desk, job: Job, key: str, ending: str) -> None:
    export = EXPORTS[ending]
    purpose = _purpose(ending, everything=job.choice.everything)
    work: Work[Ready] | None = desk.get(purpose, key)
    words, first, second = st.columns([6, 7, 4], vertical_alignment="center")
    with words:
        _words(export, work)
    if work is not None and not work.ended:
        first.progress(work.share, "Waiting" if work.waits else "Making")
        if second.button("Cancel", key=f"cancel {ending}", width="stretch"):
            work.stop()
            st.rerun()
        return
    ready = work.result if work else None
    if ready is None:
        label = f"Make {export.label}" if work is None or work.stopped else "Try again"
        if first.button(label, key=f"make {ending}", width="stretch"):
            desk.again(purpose, key, partial(_make, job, ending))
            st.rerun()
        return
    first.download_button(
        f"Download {export.label}", ready.data, ready.name, export.mime, key=f"get {ending}",
        on_click="ignore", type="primary", width="stretch",
    )  # fmt: skip
    second.download_button(
        "Sidecar", ready.sidecar, ready.name + SUFFIX, "application/json",
        key=f"sidecar {ending}", on_click="ignore", width="stretch",
        help="What the file was made from; it opens the view again",
    )  # fmt: skip


def _words(export: Export, work: Work[Ready] | None) -> None:
    st.markdown(f"**{export.label}**")
    ready = work.result if work else None
    if ready is not None:
        st.caption(f"{export.use} · {size_text(len(ready.data))}", help="; ".join(ready.notes))
    else:
        st.caption(export.use)
    if work is not None and work.problem is not None:
        st.error(f"It could not be made: {work.problem}")


def _make(job: Job, ending: str, made: Made | None = None) -> Ready:
    export = EXPORTS[ending]
    data, notes = made or export.make(job)
    name = job.named(ending)
    beside = job.sidecar(name, data, notes, of_data=export.group == FILES)
    return Ready(name, data, beside, tuple(notes))


def size_text(size: int) -> str:
    """Print a size of a file.

    >>> size_text(940), size_text(412_300), size_text(2_260_000)
    ('940 B', '412 kB', '2.3 MB')
    """
    if size < KILO:
        return f"{size} B"
    return f"{size / KILO:.0f} kB" if size < KILO**2 else f"{size / KILO**2:.1f} MB"
