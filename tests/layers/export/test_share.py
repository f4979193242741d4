"""The share check: counts are those of the view, and what a file holds besides is said."""

from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from layers.briefing.briefing import Briefing, Line, Step
from layers.export.deck import deck
from layers.export.share import Sharing, share_check
from layers.view import View
from layers.visibility import STATUSES, visible
from layers.web.story import story_page
from tests.layers.export_cases import HOSTILE, empty_scene, hostile_scene, scene
from tests.layers.web.test_page import data_of

SCENE = scene()
VIEWS = st.fixed_dictionaries(
    {
        "undated": st.booleans(),
        "certainOnly": st.booleans(),
        "axis": st.sampled_from(["event", "reported"]),
        "window": st.sampled_from([{}, {"from": "2025-01-01", "to": None}, {"to": "2024-12-31"}]),
        "statuses": st.dictionaries(st.sampled_from(STATUSES), st.booleans(), max_size=2),
        "reports": st.dictionaries(st.sampled_from(["r01", "r10"]), st.booleans()),
    }
).map(View.from_json)


def told(shared: View | Briefing, **how: Any) -> str:  # noqa: ANN401  fields of Sharing
    return "\n".join(share_check(SCENE, shared, Sharing(**how)))


def step(id_: str, view: dict[str, Any], *lines: Line, notes: str = "") -> Step:
    return Step(id_, "view", "", view, lines, notes)


@given(VIEWS)
def test_what_is_seen_and_what_is_not_are_all_there_is(view: View) -> None:
    counts, text = visible(SCENE, view).counts, told(view)
    seen = counts["shown"] + counts["unlocated"]
    things = "name or figure" if seen == 1 else "names and figures"
    assert f"They see {seen} {things} of {len(SCENE['items'])}" in text
    for count, words in (
        (counts["outside"], "outside the dates shown"),
        (counts["hidden"], "switched off here"),
        (counts["unlocated"], "without a known place"),
        (counts["undated"], "without a day of their own"),
        (counts["unverified"], "nobody has checked"),
    ):
        (line,) = [each for each in text.splitlines() if words in each] or [""]
        assert line.startswith(f"{count} ") if count else not line


def test_what_is_off_is_named() -> None:
    text = told(View.from_json({"reports": {"r03": False}, "statuses": {"denied": False}}))
    assert "layers: Mentioned only" in text
    assert "reports: R3" in text
    assert "statuses: denied" in text
    assert "drawn as denied" not in text
    assert "drawn as denied" in told(View())


def test_undated_items_are_said_to_be_shown_or_not() -> None:
    assert "without a day of their own: shown whatever the dates" in told(View())
    assert "without a day of their own: not shown" in told(View(undated=False))


def test_the_one_file_map_holds_what_the_view_hides() -> None:
    view = View(reports={"r10": False})
    assert "holds the full text of 10 reports" in told(view, formats=(".html",))
    assert "that the view does not show" in told(view, formats=(".html",))
    assert "full text" not in told(view, formats=(".png", ".pptx"))


def test_data_may_hold_all_there_is() -> None:
    assert "holds all 60 names and figures" in told(View(), formats=(".csv",), everything=True)
    assert "holds what the view shows" in told(View(), formats=(".csv",))
    assert "Data" not in told(View(), formats=(".pptx",))


def test_addresses_are_told_by_their_host() -> None:
    read = scene()
    for report in read["reports"]:
        report["url"] = None
    assert "No address of a report is told" in "\n".join(share_check(read, View()))
    read["reports"][0]["url"] = "https://news.example/1?token=secret"
    text = "\n".join(share_check(read, View()))
    assert "1 of 10 reports are told: news.example." in text
    assert "secret" not in text


def test_an_address_that_is_none_breaks_nothing() -> None:
    read = scene()
    read["reports"][0]["url"] = "http://[::1"
    assert "addresses" in "\n".join(share_check(read, View()))


def test_places_that_anybody_can_find_are_named() -> None:
    assert "5 towns or sites can be found by anybody" in told(View())
    assert "No position is coarsened" in told(View())
    read = scene()
    read["meta"]["redaction"] = "Coordinates rounded to 0.1°; 2 names withheld"
    redacted = share_check(read, View())
    assert "Coordinates rounded to 0.1°; 2 names withheld." in redacted
    assert "No position is coarsened and no name is withheld." not in redacted


def test_a_briefing_counts_what_any_of_its_views_shows() -> None:
    one, other = {"reports": {"r10": False}}, {"reports": {"r01": False}}
    both = Briefing("b", "", (step("1", one), step("2", other)))
    assert "in 2 views" in told(both)
    assert "from 10 reports" in told(both)
    assert "from 9 reports" in told(Briefing("b", "", (step("1", one),)))


def test_what_a_briefing_carries_besides_its_views() -> None:
    own = step("1", {}, Line("Mine"), Line("Theirs", ("c007",)), notes="Say it slowly.")
    made = Briefing("b", "", (own,), banner="TRAINING")
    text = told(made, formats=(".pptx",))
    assert "Every page is marked “TRAINING”." in text
    assert "presenter's notes of 1 view" in text
    assert "1 line of the briefing cites no sentence" in text
    assert "No page has a handling marking." in told(Briefing("b", "", (own,)))


@pytest.mark.parametrize("shared", [View(), Briefing("b", "")])
def test_an_empty_scene_and_an_empty_briefing(shared: View | Briefing) -> None:
    (first, *_, last) = share_check(empty_scene(), shared, Sharing((".html", ".csv")))
    assert first.startswith("They see 0 names and figures of 0")
    assert "No report is not no event" in last


def test_hostile_names_stay_on_one_line() -> None:
    for sentence in share_check(hostile_scene(f"{HOSTILE}\n\u202enext"), View()):
        assert "\n" not in sentence
        assert "\u202e" not in sentence


def test_scripts_that_no_shipped_font_has_are_told_and_what_quotes_them_is_made() -> None:
    spoken = deepcopy(SCENE)
    item = spoken["items"][0]
    (report,) = [each for each in spoken["reports"] if each["id"] == item["report"]]
    start, end = item["sentence"]
    words = "ข่าวจากชายแดน საზღვარი"
    report["text"] = f"{report['text'][:start]}{words.ljust(end - start)}{report['text'][end:]}"
    heading = "No font of Dateline has"
    assert heading not in told(View())
    (line,) = [each for each in share_check(spoken, View()) if each.startswith(heading)]
    assert "(Georgian, Thai): maps and PDF files have boxes instead" in line
    briefing = Briefing("b", "ชายแดน", (step("1", {}, Line(words, (item["id"],))),))
    assert "(Georgian, Thai)" in "\n".join(share_check(SCENE, briefing))
    made = story_page(spoken, briefing).decode()
    assert words in made
    (letters,) = data_of(made.encode())["letters"]
    assert letters in data_of(made.encode())["about"]
    assert "(Georgian, Thai)" in letters
    assert data_of(story_page(SCENE, Briefing("b", "t")))["letters"] == []
    slides = Presentation(BytesIO(deck(spoken, briefing))).slides
    shown = [shape.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    assert any(words in text for text in shown)
