"""Which case an address without one opens, and what a session keeps of none."""

from collections.abc import Mapping

import pytest

from reports.case import DEFAULT, SAMPLE, Case
from views import map as map_page
from views import online, search
from views.briefing import head, page, previews, session
from views.case_session import OF_A_CASE, usual_case
from views.cases.words import about
from views.export.page import LAST_KEY, WATCHED_KEY, WORK_KEY
from views.session import OPENED_KEY, VIEW_KEY


def case(id_: str, reports: int = 0, *, archived: bool = False) -> Case:
    put_away = "2025-06-26T12:00:00+00:00" if archived else None
    return Case(id_, id_, None, put_away, reports, None, None)


def listed(*cases: Case) -> Mapping[str, Case]:
    return {each.id: each for each in cases}


FULL, EMPTY, SAMPLES = case(DEFAULT, 3), case(DEFAULT), case(SAMPLE, 10)


@pytest.mark.parametrize(
    ("cases", "wanted", "linked", "opened"),
    [
        (listed(EMPTY, SAMPLES), (None, None), False, SAMPLE),
        (listed(FULL, SAMPLES), (None, None), False, DEFAULT),
        (listed(EMPTY), (None, None), False, DEFAULT),
        (listed(EMPTY, case(SAMPLE, 10, archived=True)), (None, None), False, DEFAULT),
        (listed(EMPTY, SAMPLES), (None, DEFAULT), False, DEFAULT),
        (listed(FULL, case("kursk")), (None, "kursk"), False, "kursk"),
        (listed(FULL, case("kursk"), case("sumy")), ("sumy", "kursk"), False, "sumy"),
        (listed(FULL, case("kursk", archived=True)), (None, "kursk"), False, DEFAULT),
        (listed(FULL), ("gone", "gone too"), False, DEFAULT),
        (listed(FULL, case("kursk")), (None, "kursk"), True, DEFAULT),
        (listed(EMPTY, case("kursk"), SAMPLES), (None, "kursk"), True, SAMPLE),
    ],
)
def test_the_usual_case(
    cases: Mapping[str, Case], wanted: tuple[str | None, ...], opened: str, *, linked: bool
) -> None:
    assert usual_case(cases, wanted, linked=linked) == opened


def test_another_case_finds_nothing_of_the_one_before_in_the_session() -> None:
    kept = {
        VIEW_KEY, OPENED_KEY, map_page.DESK_KEY, map_page.FILE_KEY, search.WIRE_KEY,
        online.RESULT_KEY, session.CURRENT_KEY, session.UNDO_KEY, session.SERIAL_KEY,
        session.REMOVED_KEY, head.REFUSED_KEY, page.STEPS_KEY, page.DONE_KEY, page.DRAFT_KEY,
        previews.WIRE_KEY, WORK_KEY, LAST_KEY, WATCHED_KEY,
    }  # fmt: skip
    assert kept - OF_A_CASE == set()


def test_what_is_in_a_case_is_said_in_words() -> None:
    assert about(EMPTY) == "No reports yet"
    assert about(case("kursk", 1)) == "1 report"
    day = "2025-06-27"
    assert about(Case("a", "A", None, None, 1200, day, None)) == "1,200 reports, newest 27 Jun 2025"
