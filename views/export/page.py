"""The export page: what is looked at is what is downloaded, for whom it is meant."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from layers.export.share import Sharing, share_check
from layers.export.sidecar import Choice
from layers.link import read_link
from layers.plate.form import size_of
from layers.plate.render import Plate
from layers.prose.headings import headline
from layers.view import View
from layers.visibility import visible
from views.audience import redacted, say_redacted
from views.background import POLL_S, Desk, Work
from views.export.choices import Choices, choices
from views.export.exports import EXPORTS, Made, draw, picture_notes
from views.export.files import file_list
from views.export.job import Job, size_named
from views.export.opener import view_opener
from views.session import VIEW_KEY, gazetteer, revision, scene, store
from views.share import draw_share_check

Json = Mapping[str, Any]

WORK_KEY = "exports"
LAST_KEY = "last plate"
WATCHED_KEY = "watched plate"
PREVIEW = "preview"


def export_page() -> None:
    """Draw the page."""
    if store().reports().empty:
        st.title("Export")
        st.info("There is nothing to draw yet. Add an article on the Reports page.")
        return
    saved, lost = _linked()
    if lost:
        st.caption("Some of what the link names is not in these reports, or not any more.")
    with st.container(key="export"):
        left, right = st.columns([5, 13], gap="medium")
        with left:
            st.title("Export")
            chosen = choices(saved, headline(visible(scene(), View.from_json(saved)).drawn))
        job = _job(saved, chosen)
        say_redacted(left, job.redacted)
        with right:
            at_hand = _preview(job)
            sharing = Sharing(formats=tuple(EXPORTS), sidecar=True)
            draw_share_check(share_check(job.scene, job.view, sharing))
    file_list(_desk(), job, _fingerprint(job), at_hand)
    view_opener()


def _linked() -> tuple[dict[str, Any], int]:
    linked, lost = read_link(st.query_params, scene())
    current = linked or st.session_state.get(VIEW_KEY) or {}
    st.session_state.setdefault(VIEW_KEY, current)
    return dict(current), lost


def _job(saved: Json, chosen: Choices) -> Job:
    told = redacted(chosen.redaction)
    framed = {**saved, "names": chosen.names, "theme": chosen.theme} | (
        {"camera": None} if chosen.whole else {}
    )
    choice = Choice(
        title=chosen.title,
        theme=chosen.theme,
        size=chosen.size,
        units=chosen.units,
        banner=chosen.banner,
        page=chosen.page,
        coarsen=chosen.redaction.coarsen.value,
        withheld=len(chosen.redaction.withhold),
        strip=chosen.redaction.strip,
    )
    return Job(store(), gazetteer(), told, told.view(framed), choice)


def _fingerprint(job: Job) -> str:
    """Tell what a file is made from, so that the same is not made twice."""
    made_from = (revision(), job.saved, repr(job.choice), repr(job.redacted.redaction))
    return json.dumps(made_from, sort_keys=True)


def _desk() -> Desk:
    return Desk(st.session_state.setdefault(WORK_KEY, {}))


def _preview(job: Job) -> dict[str, Made]:
    """Show the picture; return it as a file where it is the one to be downloaded."""
    # 4K has the layout of HD: what is looked at is what is downloaded.
    size = "hd" if job.choice.size == "4k" else job.choice.size
    seen = replace(job, choice=replace(job.choice, size=size))
    key, make = _fingerprint(seen), partial(draw, seen, "png")
    work = _desk().ask(PREVIEW, key, make)
    if work.stopped or work.problem:
        _stopped(work, key, make)
    else:
        polled = not work.ended
        st.fragment(_picture, run_every=POLL_S if polled else None)(job, work, polled=polled)
    plate = work.result
    same = plate is not None and size == job.choice.size
    return {".png": (plate.data, picture_notes(job, plate))} if plate and same else {}


def _picture(job: Job, work: Work[Plate], *, polled: bool) -> None:
    """Show what was drawn; while it is being drawn, the picture before, and how to stop."""
    plate = work.result
    if polled:
        _progress(work)
        _last()
        # The first time the rest of the page is still to come.
        if st.session_state.get(WATCHED_KEY) == work.key:
            work.wait()
        st.session_state[WATCHED_KEY] = work.key
        if work.ended:
            st.rerun()
        return
    if plate is None:
        return
    st.session_state[LAST_KEY] = plate
    # As wide as it is: Streamlit would hand out a smaller copy otherwise. The page fits it in.
    st.image(plate.data, width=_width(plate), alt=plate.alt)
    size = size_of(size_named(job.choice.size)).label
    st.caption(". ".join([f"PNG, {size}", *map(_sentence, picture_notes(job, plate))]))
    with st.expander("Alternative text, also in the file"):
        st.text(plate.alt)


def _sentence(note: str) -> str:
    return note[:1].upper() + note[1:]


def _progress(work: Work[Plate]) -> None:
    words, button = st.columns([7, 1], vertical_alignment="center")
    words.progress(work.share, "Waiting for other work" if work.waits else "Drawing the picture")
    if button.button("Cancel", key="cancel preview", width="stretch"):
        work.stop()
        st.rerun()


def _stopped(work: Work[Plate], key: str, make: Callable[[], Plate]) -> None:
    words, button = st.columns([7, 1], vertical_alignment="center")
    if work.problem:
        words.error(f"The picture could not be drawn: {work.problem}")
    else:
        words.info("The drawing was stopped. The picture below is of the choices before.")
    if button.button("Draw", key="draw preview", type="primary", width="stretch"):
        _desk().again(PREVIEW, key, make)
        st.rerun()
    _last()


def _last() -> None:
    last: Plate | None = st.session_state.get(LAST_KEY)
    with st.container(key="stale-plate"):
        if last is not None:
            st.image(last.data, width=_width(last), alt="The picture of the choices before")


def _width(plate: Plate) -> int:
    """Read the width of a PNG, in pixels."""
    return int.from_bytes(plate.data[16:20])
