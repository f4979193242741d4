"""What is new since, by the table that the browser is held to as well; and plates that say so."""

import json
from pathlib import Path
from typing import Any

import pytest

from layers.briefing.basis import basis
from layers.plate.form import Form
from layers.plate.render import render
from layers.plate.signs import rows
from layers.since import new_reports, past, sign
from layers.style import style
from layers.view import View
from layers.visibility import visible
from tests.layers.export_cases import scene

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES: dict[str, Any] = json.loads((FIXTURES / "since_cases.json").read_text("utf-8"))
SINCE = View.from_json({"since": "2025-06-01"})


@pytest.mark.parametrize("case", CASES["reports"], ids=lambda case: case["name"])
def test_which_reports_are_new(case: dict[str, Any]) -> None:
    assert new_reports(CASES["scene"], case["since"]) == set(case["new"])


@pytest.mark.parametrize("case", CASES["signs"], ids=lambda case: case["name"])
def test_which_marks_are_signed(case: dict[str, Any]) -> None:
    every, shown = ([{"report": id_} for id_ in case[key]] for key in ("every", "shown"))
    assert sign(every, shown, case["new"]) == case["sign"]


def signs(view: View, read: dict[str, Any]) -> dict[str, str]:
    drawn = visible(read, view).drawn
    return {one.mark["id"]: one.news.sign for one in drawn if one.news}


def test_marks_are_new_or_have_more_said_of_them() -> None:
    found = signs(SINCE, scene())
    assert found["p:ne:UA-59"] == "new"
    assert found["p:ne:RU-KRS"] == "changed"
    assert "p:gn:2013348" not in found
    assert signs(View(), scene()) == {}


def test_a_briefing_knows_what_it_knew() -> None:
    read = scene()
    noted = basis({**read, "reports": read["reports"][:-1]})
    read["pasts"] = [past("1", "First", noted, read)]
    found = signs(View.from_json({"since": "briefing-1"}), read)
    assert found["p:ne:UA-59"] == "new"
    assert found["p:gn:1871859"] == "changed"  # Pyongyang: in R8 already
    assert signs(View.from_json({"since": "briefing-2"}), read) == {}


def test_the_legend_explains_the_tags_that_are_drawn_and_no_others() -> None:
    drawn = visible(scene(), SINCE).drawn
    words = {row.sign: row.words for row in rows(drawn, style())}
    assert words["new"] == "New since 1 Jun 2025"
    assert words["changed"] == "More said since 1 Jun 2025"
    old = [one for one in drawn if one.news is None or one.news.sign == "new"]
    assert "changed" not in {row.sign for row in rows(old, style())}
    lines = [one for one in drawn if one.mark["layer"] == "distances"]
    assert {"new", "changed"}.isdisjoint(row.sign for row in rows(lines, style()))


def test_a_plate_draws_the_tags() -> None:
    plain, tagged = (render(scene(), view, form=Form("svg")).data for view in (View(), SINCE))
    assert b"New since 1 Jun 2025" in tagged
    assert b"New since" not in plain


@pytest.mark.parametrize("since", ["yesterday", "20250601", "2025-02-30", 3])
def test_what_is_neither_day_nor_briefing_is_refused(since: object) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        View.from_json({"since": since})
