"""What a briefing is presented as and handed on as, and what whoever gets it will see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from layers.briefing.briefing import Briefing
from layers.briefing.exchange import as_file, file_name
from layers.export.deck import deck
from layers.export.handout import handout
from layers.export.share import Sharing, share_check
from layers.lengths import in_unit
from layers.web.story import story_page
from views.audience import audience, lengths, redacted, say_redacted
from views.briefing.presenting import begin
from views.briefing.session import map_view
from views.briefing.since import compare
from views.share import draw_share_check

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that a briefing is made into: its button, how its name ends, its type, its maker."""

    label: str
    ending: str
    mime: str
    make: Callable[[dict[str, Any], Briefing], bytes]


def _json(scene: Json, briefing: Briefing) -> bytes:
    del scene  # a briefing as JSON holds no report
    return as_file(briefing)


PAPERS = (
    Paper(
        "PPTX",
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        deck,
    ),
    Paper("Handout (PDF)", "-handout.pdf", "application/pdf", handout),
    Paper("Story (HTML, presents offline)", ".html", "text/html", story_page),
    Paper("JSON", ".json", "application/json", _json),
)


def files(briefing: Briefing) -> None:
    """Offer to present the briefing, and to hand it on."""
    with st.container(horizontal=True):
        st.button("Present", type="primary", on_click=begin, disabled=not briefing.steps)
        with st.popover("For this audience"):
            told, unit = redacted(audience()), lengths()
        given, shown = in_unit(told.scene, unit), told.briefing(briefing)
        for paper in PAPERS:
            st.download_button(
                paper.label,
                # A file that nobody asks for is not made.
                partial(paper.make, given, shown),
                file_name=file_name(shown, paper.ending),
                mime=paper.mime,
                on_click="ignore",
            )
        compare(briefing, map_view())
    say_redacted(st, told)
    if briefing.steps:
        endings = tuple(paper.ending for paper in PAPERS)
        draw_share_check(share_check(given, shown, Sharing(formats=endings)))
