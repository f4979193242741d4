"""For whom files are meant: what the audience may not have, and the unit of its lengths.

Asked in one way wherever files are made, and kept from page to page.
"""

from collections.abc import Mapping
from typing import Any, Literal

import streamlit as st

from layers.export.redaction import Coarsening, Redacted, Redaction, redact
from layers.lengths import UNIT_NAMES, UNITS
from views.session import revision, scene

Address = Literal["query-params"]

COARSENING_WORDS: Mapping[str, str] = {
    "none": "As they are", "0.01": "To 0.01°", "0.1": "To 0.1°", "adm1": "By province",
}  # fmt: skip
IN_ADDRESS: Address = "query-params"


def audience() -> Redaction:
    """Ask what the audience may not have."""
    coarsen = st.segmented_control(
        "Coordinates", list(COARSENING_WORDS), default="none", required=True, key="coarsen",
        bind=IN_ADDRESS, persist_state="session", format_func=COARSENING_WORDS.__getitem__,
        help="A point becomes the area that it may lie in. Names stay: withhold those that must"
        " not be known.",
    )  # fmt: skip
    withheld = st.text_area(
        "Names to withhold", placeholder="One a line; Kurs* for any ending", height=76,
        key="withhold", persist_state="session",
        help="Replaced by [withheld] in places, quotes and figures, in every file. Never kept in"
        " the address or in a sidecar.",
    )  # fmt: skip
    strip = st.toggle(
        "Leave out addresses and authors", key="strip", bind=IN_ADDRESS, persist_state="session",
        help="Of the reports; and titles and makers in the properties of files",
    )  # fmt: skip
    return Redaction.of(Coarsening(coarsen).value, withheld, strip=strip)


def lengths() -> str:
    """Ask for the unit of computed lengths."""
    return st.segmented_control(
        "Lengths", UNITS, default=UNITS[0], required=True, key="units", bind=IN_ADDRESS,
        persist_state="session", format_func=UNIT_NAMES.__getitem__,
        help="Of the scale bar, and of what is computed. What a report says stays as it says it.",
    )  # fmt: skip


def redacted(redaction: Redaction) -> Redacted:
    """Give the scene as the audience may have it, made once for each state of the store."""
    return _redacted(revision(), redaction)


@st.cache_resource(show_spinner="Redacting", max_entries=8)
def _redacted(revision: str, redaction: Redaction) -> Redacted:
    del revision  # tells one state of a store from another
    return redact(scene(), redaction)


def say_redacted(place: Any, redacted: Redacted) -> None:  # noqa: ANN401  Streamlit's own
    """Say what is done to the scene, and which words are nowhere in it."""
    if redacted.sentence:
        place.caption(f"On every file: {redacted.sentence}.")
    for word in redacted.redaction.withhold:
        if word not in redacted.found:
            place.warning(f"No report and no place has the word “{word}”.")
