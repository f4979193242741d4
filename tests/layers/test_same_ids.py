"""Deck and handout hold the figures that a view shows, under the ids that data files have."""

import io
import re

import pypdf
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from layers.export.deck import deck
from layers.export.handout import handout
from layers.export.plates import Plates
from layers.export.story import Told, of_view
from layers.plate.render import Plate
from layers.plate.small_print import SmallPrint
from layers.view import View
from layers.visibility import STATUSES, visible
from tests.layers.export_cases import scene
from tests.layers.slides import notes, slides

SCENE = scene()
CLAIM = re.compile(r"\bc\d{3}\b")
VIEWS = st.builds(
    View,
    undated=st.booleans(),
    certain_only=st.booleans(),
    statuses=st.dictionaries(st.sampled_from(STATUSES), st.booleans()),
    reports=st.dictionaries(st.sampled_from(["r01", "r05", "r09", "r10"]), st.booleans()),
)


class Dots(Plates):
    """Give a dot for each plate: plates have tests of their own."""

    def whole(self, step: Told) -> Plate:
        """Give a dot."""
        return self.inset(step)

    def inset(self, step: Told) -> Plate:
        """Give a dot."""
        dot = io.BytesIO()
        Image.new("RGB", (16, 9)).save(dot, "PNG")
        return Plate(dot.getvalue(), "png", step.title, (), (), SmallPrint("", "", "", ""))


@settings(max_examples=8)
@given(VIEWS)
def test_a_view_has_the_same_figures_in_deck_and_handout_as_on_the_screen(view: View) -> None:
    shown = sorted(item["id"] for item in visible(SCENE, view).items if item["type"] == "claim")
    told = of_view(view, None)
    made = deck(SCENE, told, Dots(SCENE))
    said = "\n".join(notes(slide) for slide in slides(made))
    assert sorted(set(CLAIM.findall(said))) == shown
    pdf = pypdf.PdfReader(io.BytesIO(handout(SCENE, told, Dots(SCENE))))
    printed = "\n".join(page.extract_text() for page in pdf.pages)
    assert sorted(set(CLAIM.findall(printed))) == shown
