"""Decks of briefings, read back: a slide a step, its lines tied to who says so."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pptx import Presentation

from layers.briefing.briefing import Briefing, Line, Step
from layers.briefing.changes import changes, changes_step
from layers.briefing.compared import KINDS
from layers.briefing.edit import reword
from layers.export.deck import deck
from layers.export.deck.caption import captions
from layers.export.deck.steps import LINES, MORE
from layers.export.plates import Plates
from layers.export.story import Said, story
from layers.view import View
from tests.layers.export_cases import HOSTILE, briefing, empty_scene, hostile_scene, scene
from tests.layers.slides import notes, overflows, slides, tables

SCENE = scene()
pytestmark = pytest.mark.usefixtures("no_plate")


def texts(slide: Any) -> list[str]:  # noqa: ANN401  python-pptx's own
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def raised(slide: Any) -> list[str]:  # noqa: ANN401  python-pptx's own
    return [run.text for shape in slide.shapes if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs for run in paragraph.runs
            if run.font._element.get("baseline")]  # fmt: skip


def of(made: bytes, title: str) -> Any:  # noqa: ANN401  python-pptx's own
    return next(each for each in slides(made) if each.shapes.title.text == title)


def test_each_step_is_a_slide_with_its_lines_and_who_says_so() -> None:
    made = deck(SCENE, briefing())
    slide = of(made, "What ten reports say")
    told = story(SCENE, briefing())
    assert raised(slide) == ["1", "2, 3"]
    said = "\n".join(texts(slide))
    assert "Moved by sea, says the NIS." in said
    for number in (1, 2, 3):
        quote = told.cited[number - 1]
        assert f"{quote.credit} [{quote.ref}]" in said
        assert f"{number} {quote.text}" in notes(slide)
    assert "Lines without a number quote no report." in said
    assert notes(slide).startswith("Start with the sea route.")


def test_slides_that_go_on_under_one_heading_are_numbered() -> None:
    long = tuple(Line(f"What nobody knows, number {number}. " * 9) for number in range(30))
    silent = Step("u", "unknown", "What is not known", View().to_json(), long)
    mapped = Step("m", "view", "What is seen", View().to_json(), long)
    found = [
        each.shapes.title.text for each in slides(deck(SCENE, Briefing("b", "t", (mapped, silent))))
    ]
    assert len(set(found)) == len(found)
    for title in (mapped.title, silent.title):
        parts = [each for each in found if each.startswith(title)]
        assert len(parts) > 1
        assert parts == [f"{title} ({n} of {len(parts)})" for n in range(1, len(parts) + 1)]


def test_what_changed_stands_before_and_now_in_a_table() -> None:
    found = changes(SCENE, date(2025, 4, 28))
    step_ = changes_step(SCENE, found, {"axis": "event"})
    later = next(each for each in found.changes if each.kind == "figure_superseded")
    rows = _changed(Briefing("b", "t", (step_,)))
    assert len(rows) == len(step_.lines)
    row = next(row for row in rows if row[0] == KINDS[later.kind])
    assert row[1:5] == [*later.beside.cells]
    own = reword(Briefing("b", "t", (step_,)), step_.id, 0, "In our own words")
    assert _changed(own)[0][:4] == ["", "In our own words", "–", "–"]
    silent = Briefing("b", "t", (replace(step_, lines=(Line("Nothing has changed."),)),))
    assert _changed(silent) == []


def _changed(briefing: Briefing) -> list[list[str]]:
    """Give the rows of the table of what changed, over as many slides as it takes."""
    rows = []
    for slide in slides(deck(SCENE, briefing)):
        if "before and now" in slide.shapes.title.text:
            (head, *more), *_ = tables(slide)
            assert head[:5] == ["What changed", "Matter", "Before", "Now", "Who says so"]
            rows += more
    return rows


def test_the_sentences_are_listed_under_their_numbers() -> None:
    made, told = deck(SCENE, briefing()), story(SCENE, briefing())
    (rows,) = tables(of(made, "The sentences that the numbers name"))
    assert [row[:2] for row in rows[1:]] == [
        [str(number), f"“{quote.sentence}”"] for number, quote in enumerate(told.cited, 1)
    ]


def test_the_banner_and_the_number_stand_on_every_slide() -> None:
    made = deck(SCENE, briefing(banner="FOR EXERCISE ONLY"))
    every = slides(made)
    for number, slide in enumerate(every, 1):
        assert texts(slide).count("FOR EXERCISE ONLY") == 2
        assert f"{number} / {len(every)}" in "".join(texts(slide))
        assert notes(slide).startswith("FOR EXERCISE ONLY")


def test_a_view_is_drawn_once_for_all_its_slides_and_documents(no_plate: list[object]) -> None:
    steps = [Step(str(n), "view", "Again", View().to_json(), (Line("x"),)) for n in range(4)]
    drawn, twice = Plates(SCENE), Briefing("b", "t", tuple(steps))
    made = deck(SCENE, twice, drawn)
    assert deck(SCENE, twice, drawn) == made
    assert len(no_plate) == 1


def test_what_has_no_room_beside_the_map_goes_on() -> None:
    lines = tuple(
        Line(f"{n} " + "Many words that take room beside the map. " * 4) for n in range(9)
    )
    made = deck(SCENE, Briefing("b", "t", (Step("s", "view", "Long", {}, lines),)))
    said = "\n".join(words for slide in slides(made) for words in texts(slide))
    assert all(line.text.strip() in said for line in lines)
    assert of(made, "Long (2 of 2)")


LONG = "Unbreakable" * 60


@pytest.mark.parametrize("make", [scene, hostile_scene, empty_scene])
@pytest.mark.parametrize("words", [HOSTILE, LONG, "اسم المدينة وما حولها", "곡산군에서 온 보도"])
def test_no_text_leaves_its_box(make: Any, words: str) -> None:  # noqa: ANN401  a maker of scenes
    lines = tuple(Line(words, (f"c{n:03}", "m001")) for n in range(7, 27))
    steps = tuple(
        Step(kind, kind, words, View().to_json(), lines, words)
        for kind in ("overview", "unknown", "sources")
    )
    made = deck(make(), Briefing("b", words, steps, banner=words))
    assert [each for slide in slides(made) for each in overflows(slide)] == []


def test_a_briefing_of_nothing_still_opens() -> None:
    made = deck(empty_scene(), Briefing("b", ""))
    assert len(Presentation(io.BytesIO(made)).slides) > 1


def test_lines_are_set_as_large_as_they_fit() -> None:
    few, many = ([Said("Some words of a line.")] * n for n in (1, 11))
    (one,), (other,) = (captions(lines, (), LINES, MORE) for lines in (few, many))
    assert one.size > other.size
