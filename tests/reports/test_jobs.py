"""Jobs: what is in a file, what is left out of it, and who counts."""

from collections.abc import Iterator
from datetime import date

import pytest

from reports import jobs
from reports.errors import ReportError
from reports.intake import Outcome
from reports.jobs import Job, reports_in
from reports.read import LeftOut, Opened, Piece

GONE = Outcome("gone.txt", None, added=False, extraction=None, problem="gone.txt is gone.")
PICTURE = LeftOut("news.zip/map.png", "news.zip/map.png is a picture: give its text.")


def fake_pieces(data: bytes, name: str) -> Opened:
    """Open names as tests mean them: the readers have tests of their own."""
    if name == "torn.zip":
        raise ReportError(name, "is cut off", "send it again")
    if name == "pictures.zip":
        return Opened((), (PICTURE,))
    if name == "news.zip":
        return Opened((Piece("news.zip/a.txt", b"A"), Piece("news.zip/b.txt", b"B")), (PICTURE,))
    return Opened((Piece(name, data),))


@pytest.fixture(autouse=True)
def _opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "pieces", fake_pieces)


def test_a_file_with_one_report_is_its_own_job() -> None:
    job = Job("sumy.txt", b"Sumy", date(2025, 6, 26), "manifest")
    assert list(reports_in([job])) == [job]


def test_a_file_with_several_is_a_job_for_each_and_notes_what_was_left_out() -> None:
    a, b, rest = reports_in([Job("news.zip", b"", date(2025, 6, 26), "manifest")])
    assert a == Job("news.zip/a.txt", b"A", date(2025, 6, 26), "manifest")
    assert b == Job("news.zip/b.txt", b"B", date(2025, 6, 26), "manifest")
    assert isinstance(rest, Outcome)
    assert rest.problem is None
    assert rest.sentence == "news.zip: 1 part left out."
    assert rest.notes == ("news.zip/map.png is a picture: give its text.",)


def test_what_cannot_be_opened_costs_only_itself_in_its_place() -> None:
    found = list(reports_in([Job("a.txt", b"A"), Job("torn.zip", b""), GONE, Job("b.txt", b"B")]))
    assert [entry.name for entry in found] == ["a.txt", "torn.zip", "gone.txt", "b.txt"]
    assert isinstance(found[1], Outcome)
    assert found[1].problem == "torn.zip is cut off: send it again."
    assert found[2] is GONE


def test_a_file_without_any_report_is_a_failure_that_tells_what_it_held() -> None:
    (found,) = reports_in([Job("pictures.zip", b"")])
    assert isinstance(found, Outcome)
    assert found.problem is not None
    assert found.problem.startswith("pictures.zip holds no report")
    assert found.notes == ("news.zip/map.png is a picture: give its text.",)


def test_whoever_counts_is_told_of_more() -> None:
    told: list[int] = []
    given = [Job("news.zip", b""), Job("a.txt", b"A"), Job("torn.zip", b"")]
    assert len(list(reports_in(given, told.append))) == len(given) + sum(told)


def test_files_are_opened_as_they_are_asked_for() -> None:
    taken: list[str] = []

    def given() -> Iterator[Job]:
        for name in ("a.txt", "b.txt"):
            taken.append(name)
            yield Job(name, b"x")

    entries = reports_in(given())
    next(entries)
    assert taken == ["a.txt"]
