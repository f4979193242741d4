"""Edits change what they name and nothing else; an edit of what is gone changes nothing."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.briefing import edit
from layers.briefing.briefing import Briefing, Line, Step

LINES = (Line("“300” killed", ("c1",)), Line("own words"))
STEPS = tuple(Step(f"s{n}", "view", f"Step {n}", {"axis": "event"}, LINES) for n in range(1, 5))
BRIEFING = Briefing("b", "What two reports say", STEPS)


def ids(briefing: Briefing) -> list[str]:
    return [step.id for step in briefing.steps]


@given(st.sampled_from(ids(BRIEFING)), st.integers(-3, 9))
def test_a_moved_step_is_where_it_was_put_and_the_others_keep_their_order(
    id_: str, to: int
) -> None:
    moved = edit.move(BRIEFING, id_, to)
    assert moved.steps[max(0, min(to, 3))].id == id_
    others = [each for each in ids(moved) if each != id_]
    assert others == [each for each in ids(BRIEFING) if each != id_]


@given(st.lists(st.sampled_from(["add", "duplicate", "remove", "move"]), max_size=12))
def test_ids_stay_apart(acts: list[str]) -> None:
    made = BRIEFING
    for act in acts:
        first = made.steps[0].id if made.steps else "none"
        if act == "add":
            made = edit.add(made, STEPS[0])
        elif act == "move":
            made = edit.move(made, first, len(made.steps))
        else:
            made = {"duplicate": edit.duplicate, "remove": edit.remove}[act](made, first)
    assert len(set(ids(made))) == len(made.steps)


def test_a_copy_stands_behind_its_model() -> None:
    made = edit.duplicate(BRIEFING, "s2")
    assert ids(made) == ["s1", "s2", "s5", "s3", "s4"]
    assert made.steps[2].title == "Step 2 (copy)"
    assert made.steps[2].lines == LINES


def test_a_briefing_goes_by_its_first_step_until_it_has_a_title_of_its_own() -> None:
    fresh = edit.set_title(BRIEFING, "Step 1")
    assert edit.rename(fresh, "s1", "The week").title == "The week"
    assert edit.rename(fresh, "s2", "The week").title == "Step 1"
    assert edit.rename(BRIEFING, "s1", "The week").title == BRIEFING.title


def test_a_line_said_otherwise_cites_what_it_cited() -> None:
    line = edit.reword(BRIEFING, "s1", 0, "at least\n “300”").steps[0].lines[0]
    assert line == Line("at least “300”", ("c1",))


def test_lines_come_move_and_go() -> None:
    made = edit.add_line(BRIEFING, "s1", "more")
    assert made.steps[0].lines[-1] == Line("more")
    assert edit.move_line(made, "s1", 2, 0).steps[0].lines == (Line("more"), *LINES)
    assert edit.remove_line(made, "s1", 0).steps[0].lines == (LINES[1], Line("more"))
    assert made.steps[1:] == BRIEFING.steps[1:]


def test_a_step_shows_another_view_without_the_desk_around_it() -> None:
    view = {"axis": "reported", "theme": "dark", "sheet": {"tab": "table"}, "hover": None}
    step = edit.set_view(BRIEFING, "s1", view).steps[0]
    assert step.view == {"axis": "reported"}
    assert step.lines == LINES


@pytest.mark.parametrize(
    "change",
    [
        lambda b: edit.move(b, "gone", 0),
        lambda b: edit.duplicate(b, "gone"),
        lambda b: edit.remove(b, "gone"),
        lambda b: edit.rename(b, "gone", "x"),
        lambda b: edit.reword(b, "s1", 7, "x"),
        lambda b: edit.reword(b, "s1", -1, "x"),
        lambda b: edit.remove_line(b, "gone", 0),
        lambda b: edit.annotate(b, "gone", "x"),
    ],
)
def test_an_edit_of_what_is_gone_changes_nothing(change: Callable[[Briefing], Briefing]) -> None:
    assert change(BRIEFING) == BRIEFING


def test_words_that_no_document_carries_are_taken_out() -> None:
    assert edit.set_title(BRIEFING, "a\x00b\ud800 \u202ec").title == "ab c"
    assert edit.annotate(BRIEFING, "s1", "one\ntwo\x1b").steps[0].notes == "one\ntwo"
    assert edit.clean(Briefing("b", "a\x00")).title == "a"


def test_a_language_and_a_day_have_to_be_known() -> None:
    assert edit.set_names(BRIEFING, "ko").names == "ko"
    assert edit.set_as_of(BRIEFING, "2025-06-27").as_of == "2025-06-27"
    with pytest.raises(ValueError, match="no language of labels"):
        edit.set_names(BRIEFING, "xx")
    with pytest.raises(ValueError, match="soon"):
        edit.set_as_of(BRIEFING, "soon")
