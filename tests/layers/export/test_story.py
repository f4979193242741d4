"""Briefings in words: one numbering, sections where steps ask for them, nothing claimed twice."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from layers.briefing.briefing import Briefing, Line, Step
from layers.export.story import MAP, SECTIONS, of_view, spans, story
from layers.prose import brief
from layers.view import Camera, View
from layers.visibility import visible
from layers.window import Window
from tests.layers.export_cases import briefing, empty_scene, scene

SCENE, EMPTY = scene(), empty_scene()
YEAR = View(window=Window(date(2024, 10, 1), date(2024, 12, 31)))


def step(kind: str, *lines: Line, title: str = "") -> Step:
    return Step(f"{kind}-{title}", kind, title, View().to_json(), lines)


def test_numbers_are_given_in_the_order_of_the_lines_and_kept() -> None:
    told = story(SCENE, briefing())
    assert [line.numbers for line in told.steps[0].lines] == [(1,), (2, 3), ()]
    assert [line.numbers for line in told.steps[1].lines] == [(1, 2)]
    texts = {item["id"]: item for item in SCENE["items"]}
    start, end = texts["c027"]["sentence"]
    report = next(each for each in SCENE["reports"] if each["id"] == texts["c027"]["report"])
    assert told.cited[1].sentence == " ".join(report["text"][start:end].split())


def test_marks_carry_the_numbers_of_their_step_alone() -> None:
    told = story(SCENE, briefing())
    assert set(told.steps[1].numbers.values()) == {1, 2}
    assert told.steps[1].numbers["m001"] == 1
    assert told.steps[2].numbers == {}


def test_a_line_whose_report_was_deleted_says_so() -> None:
    (told,) = story(SCENE, Briefing("b", "t", (step("view", Line("Said.", ("c999",))),))).steps
    assert told.lines[0].gone
    assert told.lines[0].numbers == ()


def test_steps_titled_alike_are_told_apart_by_their_numbers() -> None:
    steps = tuple(step("view", title=title) for title in ("Sumy", "Kursk", "Sumy"))
    titles = [told.heading for told in story(SCENE, Briefing("b", "t", steps)).steps]
    assert titles == ["Sumy · step 1", "Kursk", "Sumy · step 3"]


def test_sections_stand_where_a_step_asks_and_otherwise_at_the_end() -> None:
    told = story(SCENE, briefing())
    assert [part for part, _ in told.outline] == [
        *(MAP, MAP, MAP, MAP, "facts", "unknown"),
        *("places", "plans", "sentences", "sources", "terms"),
    ]


@given(st.lists(st.sampled_from(["overview", "figures", "unknown", "sources"]), max_size=5))
def test_no_step_and_no_section_is_left_out(kinds: list[str]) -> None:
    steps = tuple(step(kind, title=str(number)) for number, kind in enumerate(kinds))
    parts = story(EMPTY, Briefing("b", "t", steps)).outline
    assert sorted(part for part, _ in parts if part != MAP) == sorted(SECTIONS)
    assert [each.title for _, each in parts if each] == list(map(str, range(len(kinds))))


def test_a_briefing_holds_what_any_of_its_views_shows() -> None:
    views = [YEAR, View(reports={"r01": False})]
    said = brief(SCENE, views)
    shown = {item["id"] for view in views for item in visible(SCENE, view).items}
    refs = {report["ref"] for report in SCENE["reports"] for item in SCENE["items"]
            if item["id"] in shown and item["report"] == report["id"]}  # fmt: skip
    assert {source.ref for source in said.sources} == refs
    left_out = len(SCENE["items"]) - len(shown)
    assert (left_out, "mentions and figures that no view of this briefing shows") in said.unknown
    assert said.window == "Each view shows dates of its own, named beside it."


def test_the_day_set_by_the_briefer_stands_beside_that_of_the_newest_report() -> None:
    told = story(SCENE, briefing(as_of="2025-06-20"))
    assert told.brief.as_of == "20 June 2025 (UTC); the newest report is of 27 June 2025"


def test_labels_are_in_the_language_of_the_briefing() -> None:
    told = story(SCENE, briefing(names="local"))
    assert {each.view.names for each in told.steps} == {"local"}
    assert "Курская область" in {place.name for place in told.brief.places}


def test_a_view_alone_is_a_briefing_of_one_step() -> None:
    view = View(camera=Camera(50.6, 35.3, 6.2), names="ru", undated=False)
    told = story(SCENE, of_view(view, None))
    assert [each.view for each in told.steps] == [view]
    assert told.steps[0].title == told.brief.title


@given(st.sets(st.integers(1, 40)))
def test_spans_name_every_number_once(numbers: set[int]) -> None:
    read: list[int] = []
    for part in filter(None, spans(sorted(numbers)).split(", ")):
        first, _, last = part.partition("–")
        read += range(int(first), int(last or first) + 1)
    assert read == sorted(numbers)
