"""The choices of the export page: what the picture is, how it is marked, and for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from layers.export.redaction import Redaction
from layers.names import NAMINGS
from layers.plate.form import SIZES, size_of
from views.audience import IN_ADDRESS, audience, lengths
from views.export.job import THEMES

Json = Mapping[str, Any]

NAMING_WORDS = {
    "both": "English and local", "en": "English", "local": "Local", "ru": "Russian",
    "uk": "Ukrainian", "ko": "Korean",
}  # fmt: skip
THEME_WORDS = {"light": "Light", "dark": "Dark"}
OWN = frozenset({"title", "size", "look", "units", "labels", "frame", "coarsen", "strip"})
"""Choices that the address carries beside the view. What is withheld is never in it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen on the page.

    ``whole`` leaves the camera aside, so that all places are in the frame.
    """

    title: str | None
    size: str
    theme: str
    units: str
    names: str
    whole: bool
    banner: str | None
    page: str | None
    redaction: Redaction


def choices(saved: Json, headline: str) -> Choices:
    """Draw the choices, and read them.

    Parameters
    ----------
    saved
        The view that the page came with: its language and camera are where the choices start.
    headline
        The title where none is typed.
    """
    title = st.text_input(
        "Title", placeholder=headline, key="title", bind=IN_ADDRESS, persist_state="session"
    )
    size = st.segmented_control(
        "Size", SIZES, default="hd", required=True, key="size", bind=IN_ADDRESS,
        format_func=lambda name: size_of(name).label,
    )  # fmt: skip
    left, right = st.columns(2)
    with left:
        theme = st.segmented_control(
            "Theme", THEMES, default="light", required=True, key="look", bind=IN_ADDRESS,
            format_func=THEME_WORDS.__getitem__,
        )  # fmt: skip
    with right:
        units = lengths()
    names = st.selectbox(
        "Labels", NAMINGS, index=NAMINGS.index(saved.get("names", "both")), key="labels",
        bind=IN_ADDRESS, format_func=NAMING_WORDS.__getitem__,
    )  # fmt: skip
    whole = st.toggle(
        "All places in frame", value=not saved.get("camera"), key="frame", bind=IN_ADDRESS,
        help="Otherwise what the map's window showed",
    )  # fmt: skip
    banner, page = _handling()
    st.subheader("For this audience")
    looks = (title.strip() or None, size, theme, units, names)
    return Choices(*looks, whole, banner, page, audience())


def _handling() -> tuple[str | None, str | None]:
    left, right = st.columns([3, 1])
    banner = left.text_input(
        "Handling banner", placeholder="None", key="banner", persist_state="session",
        help="Printed above and below, on every page",
    )  # fmt: skip
    page = right.text_input("Page", placeholder="2 / 5", key="page", persist_state="session")
    return banner.strip() or None, page.strip() or None
