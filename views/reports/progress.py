"""How far a batch is, how to stop it, and what came of it; it shows on the page until dismissed."""

from collections import Counter
from collections.abc import Iterator

import streamlit as st

from reports.intake import counted
from views.markdown import plain
from views.reports.adding import dismiss, running
from views.reports.batch import ADDED, FAILED, KNOWN, LEFT_OUT, Batch, Progress

POLL_S = 1.0
HEIGHT = 280
"""Of a long list of files, in pixels."""
FEW_LINES = 6
MOST_LINES = 200
LONGEST = 60
"""Characters of a name beside the bar."""
WORDS = {ADDED: "added", KNOWN: "in already", FAILED: "failed", LEFT_OUT: "left out"}
ORDER = (FAILED, LEFT_OUT, ADDED, KNOWN)


def reading() -> None:
    """Draw the bar of the batch that is being read, or the outcome of the last one."""
    batch = running()
    if batch is None:
        return
    with st.container(key="reports-batch-box", border=True):
        if batch.progress.ended:
            _outcome(batch.progress)
        else:
            st.fragment(_bar, run_every=POLL_S)(batch)


def _bar(batch: Batch) -> None:
    now = batch.progress
    if now.ended:
        st.rerun()
    words, button = st.columns([7, 1], vertical_alignment="center")
    done = 0 if now.total is None else now.total - len(now.unread)
    words.progress(done / now.total if now.total else 0.0, _told(now, done))
    if button.button("Cancel", key="cancel-batch", width="stretch"):
        batch.stop()
        st.rerun()


def _told(now: Progress, done: int) -> str:
    if now.total is None:
        return "Opening the files"
    failed = now.count(FAILED)
    parts = [f"Reading {min(done + 1, now.total)} of {now.total}"]
    if now.current:
        parts.append(plain(shortened(now.current)))
    return " · ".join([*parts, *([f"{failed} failed"] if failed else [])])


def shortened(name: str) -> str:
    """Cut the middle out of a long name: how it begins and ends tells most.

    >>> len(shortened("a" * 100))
    60
    """
    half = LONGEST // 2
    return name if len(name) <= LONGEST else f"{name[:half]}…{name[-half + 1 :]}"


def _outcome(now: Progress) -> None:
    words, button = st.columns([7, 1], vertical_alignment="center")
    words.markdown(f"**{plain(summary(now))}**")
    if button.button("Dismiss", key="dismiss-batch", width="stretch"):
        dismiss()
        st.rerun()
    if now.problem:
        st.error(plain(now.problem))
    telling = bool(now.count(FAILED) or now.count(LEFT_OUT))
    long = len(now.results) > FEW_LINES
    with (
        st.expander("File by file", expanded=telling),
        st.container(height=HEIGHT if long else "content"),
    ):
        st.markdown("\n".join(_lines(now)))


def _lines(now: Progress) -> Iterator[str]:
    """Tell what came of each file, what went wrong first, as a list in Markdown."""
    rows = sorted(now.results, key=lambda result: ORDER.index(result.kind))
    for row in rows[:MOST_LINES]:
        yield f"- **{WORDS[row.kind]}** {plain(row.sentence)}"
        yield from (f"    - {plain(note)}" for note in row.notes)
    for name in now.unread[:MOST_LINES]:
        yield f"- **not read** {plain(name)}"
    more = len(rows[MOST_LINES:]) + len(now.unread[MOST_LINES:])
    if more:
        yield f"- and {counted(more, 'more file')}"


def summary(now: Progress) -> str:
    """Say in one line what a batch came to."""
    counts = Counter(result.kind for result in now.results if result.kind != LEFT_OUT)
    read = counts.total()
    # An entry on what was left out of an archive is no file: each thing in it is one.
    counts[LEFT_OUT] = sum(len(row.notes) for row in now.results if row.kind == LEFT_OUT)
    parts = [f"{counts[kind]} {WORDS[kind]}" for kind in (ADDED, KNOWN, FAILED, LEFT_OUT)]
    told = ", ".join(part for part in parts if not part.startswith("0 ")) or "nothing added"
    if now.stopped:
        rest = "nothing was left to read" if not now.unread else f"{len(now.unread)} not read"
        return f"Cancelled: {told}; {rest}." if now.total is not None else "Cancelled: none read."
    return f"{counted(read, 'file')} read: {told}."
