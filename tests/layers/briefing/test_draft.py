"""A drafted briefing says what reports say: quoted, with its status, and reaching its sentence."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.briefing.briefing import Briefing, Line, Step, from_json, to_json
from layers.briefing.draft import MOST_STEPS, draft
from layers.briefing.standing import gone, known, unsupported
from layers.view import View
from layers.visibility import STATUSES, visible
from tests.layers.export_cases import HOSTILE, empty_scene, hostile_scene, scene

SCENE = scene()
ITEMS = {item["id"]: item for item in SCENE["items"]}
KNOWN = known(SCENE)
QUOTING = frozenset({"overview", "place", "figures", "planned"})
DAYS = st.one_of(st.none(), st.sampled_from(["2024-10-01", "2025-01-01", "2025-03-27"]))
LATER = st.one_of(st.none(), st.sampled_from(["2025-04-01", "2025-06-27", "2026-01-01"]))
REPORTS = st.sampled_from([report["id"] for report in SCENE["reports"]])
LAYERS = st.sampled_from(["places", "flows", "mentioned"])
VIEWS = st.fixed_dictionaries(
    {
        "window": st.fixed_dictionaries({"from": DAYS, "to": LATER}),
        "axis": st.sampled_from(["event", "reported"]),
        "undated": st.booleans(),
        "certainOnly": st.booleans(),
        "statuses": st.dictionaries(st.sampled_from(STATUSES), st.booleans()),
        "reports": st.dictionaries(REPORTS, st.booleans()),
        "layers": st.dictionaries(LAYERS, st.booleans()),
    }
)


def lines(briefing: Briefing) -> Iterator[tuple[Step, Line]]:
    for step in briefing.steps:
        yield from ((step, line) for line in step.lines)


@given(VIEWS)
def test_every_number_of_a_line_is_in_what_it_cites(view: dict[str, Any]) -> None:
    for step, line in lines(draft(SCENE, view)):
        assert unsupported(line, step, KNOWN) == [], (step.kind, line.text)


@given(VIEWS)
def test_what_is_quoted_stands_in_the_reports(view: dict[str, Any]) -> None:
    texts = [" ".join(report["text"].split()) for report in SCENE["reports"]]
    for step, line in lines(draft(SCENE, view)):
        for quoted in re.findall("“([^”]*)”", line.text):
            assert any(quoted in text for text in texts), (step.kind, line.text)


@given(VIEWS)
def test_nothing_is_told_as_reported_that_is_not(view: dict[str, Any]) -> None:
    for step, line in lines(draft(SCENE, view)):
        if step.kind in QUOTING and "“" in line.text:
            found = {ITEMS[id_]["status"] for id_ in line.cites} - {"reported"}
            assert all(status in line.text.lower() for status in found), line.text


@given(VIEWS)
def test_plans_never_stand_among_the_facts(view: dict[str, Any]) -> None:
    ahead = {"planned", "possible"}
    for step, line in lines(draft(SCENE, view)):
        found = {ITEMS[id_]["status"] for id_ in line.cites}
        if step.kind == "figures":
            assert not found & ahead
        if step.kind == "planned":
            assert found & ahead


@given(VIEWS)
def test_a_draft_cites_what_its_view_shows_and_no_more(view: dict[str, Any]) -> None:
    shown = {item["id"] for item in visible(SCENE, View.from_json(view)).items}
    made = draft(SCENE, view)
    assert 1 <= len(made.steps) <= MOST_STEPS
    assert len({step.id for step in made.steps}) == len(made.steps)
    for step, line in lines(made):
        if step.kind != "unknown":
            assert line.cites
            assert set(line.cites) <= shown
    if shown:
        assert [sentence for step in made.steps for sentence in gone(step, KNOWN)] == []


@given(VIEWS)
def test_a_draft_is_a_briefing_and_the_same_again(view: dict[str, Any]) -> None:
    made = draft(SCENE, view)
    assert draft(SCENE, view) == made
    assert from_json(to_json(made)) == made


def test_a_full_view_has_each_part_once_and_in_order() -> None:
    kinds = [step.kind for step in draft(SCENE, {}).steps]
    assert kinds == ["overview", "place", "place", "figures", "planned", "unknown", "sources"]


def test_what_disagrees_comes_first_and_says_so() -> None:
    apart = scene()
    for group in apart["groups"]:
        group["relation"] = "conflict" if group["label"] == "Killed" else "agree"
    figures = next(step for step in draft(apart, {}).steps if step.kind == "figures")
    assert figures.lines[0].text.startswith("Killed: “")
    assert figures.lines[0].text.endswith("These figures are far apart.")


def test_no_verdict_on_claims_that_are_not_all_in_view() -> None:
    apart = scene()
    for group in apart["groups"]:
        group["relation"] = "conflict"
    killed = next(group for group in apart["groups"] if group["label"] == "Killed")
    hidden = ITEMS[killed["claims"][0]]["report"]
    told = draft(apart, {"reports": {hidden: False}})
    line = next(line for _, line in lines(told) if line.text.startswith("Killed: "))
    assert "contradict" not in line.text


def test_many_figures_of_one_matter_are_told_by_their_ends() -> None:
    many = scene()
    killed = next(group for group in many["groups"] if group["label"] == "Killed")
    claims = [item for item in many["items"] if item["id"] in killed["claims"]]
    for number in range(3):
        claims.append({**claims[0], "id": f"x{number}", "text": "400", "low": 400.0, "high": 400.0})
    many["items"] += claims[-3:]
    killed["claims"] += ["x0", "x1", "x2"]
    line = next(line for _, line in lines(draft(many, {})) if line.text.startswith("Killed: "))
    assert re.fullmatch(
        r"Killed: “Around 300” .*, up to “[Aa]bout 600” .*, and others\.", line.text
    )
    assert len(line.cites) == 6


def test_the_planned_step_shows_nothing_else() -> None:
    planned = next(step for step in draft(SCENE, {}).steps if step.kind == "planned")
    shown = visible(SCENE, View.from_json(planned.view)).items
    assert {item["status"] for item in shown} == {"planned", "possible"}


def test_the_camera_of_a_place_has_it_in_the_middle() -> None:
    kursk = next(step for step in draft(SCENE, {}).steps if step.title.startswith("Kursk Oblast: "))
    camera = View.from_json(kursk.view).camera
    assert camera is not None
    assert camera.lat == pytest.approx(51.7, abs=0.5)
    assert camera.lon == pytest.approx(36.3, abs=0.7)
    assert kursk.view["selection"] == {"kind": "mark", "id": "p:ne:RU-KRS"}


def test_where_nothing_is_reported_that_is_said() -> None:
    made = draft(empty_scene(), {})
    assert made.title == "No report is in view"
    assert [step.kind for step in made.steps] == ["unknown"]
    assert "No report is not no event" in made.steps[0].lines[0].text


def test_hostile_words_stay_words() -> None:
    made = draft(hostile_scene(), {})
    titles = [made.title, *(step.title for step in made.steps)]
    texts = [*titles, *(line.text for _, line in lines(made))]
    assert HOSTILE.split()[0] in " ".join(texts)
    assert not any("\x1b" in text or "\u202e" in text for text in texts)
