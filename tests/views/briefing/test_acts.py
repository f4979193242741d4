"""What the browser asks for is done; what is no act, or of a step that is gone, changes nothing."""

import pytest

from layers.briefing.briefing import Briefing, Line, Step
from views.briefing.acts import apply, subject

STEPS = tuple(Step(f"s{n}", "view", f"Step {n}", {}, (Line("one"), Line("two"))) for n in (1, 2))
BRIEFING = Briefing("b", "t", STEPS)


def test_acts_are_edits() -> None:
    moved = apply(BRIEFING, {"name": "move", "step": "s2", "to": 0})
    assert [step.id for step in moved.steps] == ["s2", "s1"]
    assert apply(BRIEFING, {"name": "rename", "step": "s1", "text": "x"}).steps[0].title == "x"
    reworded = apply(BRIEFING, {"name": "reword", "step": "s1", "at": 1, "text": "x"})
    assert reworded.steps[0].lines == (Line("one"), Line("x"))
    assert len(apply(BRIEFING, {"name": "add-line", "step": "s1"}).steps[0].lines) == 3
    assert len(apply(BRIEFING, {"name": "duplicate", "step": "s1"}).steps) == 3


@pytest.mark.parametrize(
    "act",
    [
        {},
        {"name": "format-disk"},
        {"name": "move", "step": "s1"},
        {"name": "move", "step": "s1", "to": "far"},
        {"name": "reword", "step": "s1", "at": None, "text": "x"},
        {"name": "remove", "step": "gone"},
    ],
)
def test_what_is_no_act_changes_nothing(act: dict[str, object]) -> None:
    assert apply(BRIEFING, act) == BRIEFING


def test_what_is_typed_into_one_field_is_one_change() -> None:
    first = subject({"name": "reword", "step": "s1", "at": 0, "text": "a"})
    assert first == subject({"name": "reword", "step": "s1", "at": 0, "text": "ab"})
    assert first != subject({"name": "reword", "step": "s1", "at": 1, "text": "a"})
    assert subject({"name": "remove", "step": "s1"}) is None
