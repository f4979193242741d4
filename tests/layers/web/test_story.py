"""The one-file story as a file: what it holds, what it leaves out, its policy and its bytes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from layers.briefing.briefing import Briefing, from_json
from layers.web.page import page
from layers.web.story import story_page
from tests.layers.web.test_page import data_of, elements

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
STYLE = Path(__file__).resolve().parents[3] / "data/style.json"


@pytest.fixture(scope="module")
def scene() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FIXTURES / "scene.json").read_text("utf-8"))
    read["meta"]["style"] = json.loads(STYLE.read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return from_json(json.loads((FIXTURES / "briefing.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def story(scene: dict[str, Any], briefing: Briefing) -> bytes:
    return story_page(scene, briefing)


def test_the_file_has_the_steps_and_the_scene(story: bytes, briefing: Briefing) -> None:
    told = data_of(story)
    assert [step["title"] for step in told["briefing"]["steps"]] == [
        step.title for step in briefing.steps
    ]
    assert told["scene"]["reports"]
    assert told["title"] == briefing.title


def test_a_file_to_hand_on_has_no_notes(scene: dict[str, Any], briefing: Briefing) -> None:
    handed = story_page(scene, briefing, notes=False)
    notes = [step.notes for step in briefing.steps if step.notes]
    assert notes
    assert [step["notes"] for step in data_of(handed)["briefing"]["steps"] if step["notes"]] == []


def test_what_was_known_before_stays_at_home(scene: dict[str, Any], briefing: Briefing) -> None:
    kept = replace(briefing, basis={"claims": ["c001"]})
    assert data_of(story_page(scene, kept))["briefing"]["basis"] == {}


def test_the_same_briefing_gives_the_same_bytes(
    scene: dict[str, Any], briefing: Briefing, story: bytes
) -> None:
    assert story_page(scene, briefing) == story


def test_the_policy_allows_no_address(story: bytes) -> None:
    (policy,) = (given["content"] for tag, given, _ in elements(story) if given.get("http-equiv"))
    assert policy
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy


def test_steps_cost_little_beside_the_map(scene: dict[str, Any], story: bytes) -> None:
    assert len(story) - len(page(scene, {}, "The map alone")) < 100_000
