"""The printed tables of the bench of taking in files."""

from bench.read.beside import Answers
from bench.read.results import Format, Result
from bench.read.tables import tables
from bench.results import Made
from bench.tables import NONE

RESULT = Result(
    Made("2025-06-30", None, 2, {}, None),
    files=4,
    reports=5,
    processes=2,
    wall_s=1.0,
    cpu_s=None,
    guard_ms=1.25,
    formats=(
        Format("zip", 1, 3, 0, 9, 12, 40.0),
        Format("pdf", 1, 0, 1, 0, 0, None),
    ),
    problems=("torn.pdf is cut off: get it again.",),
    idle=Answers(20, 30.0, 45.0),
    at_work=Answers(50, 60.0, 95.0),
)


def test_tables_say_what_was_measured_and_what_is_not_known() -> None:
    batch, formats, guard, answers, failed = tables(RESULT)
    assert batch.rows == (("4", "5", "2", "1.0", NONE, "0.25", "0.5"),)
    assert formats.rows == (
        ("zip", "1", "3", "0", "9", "12", "40"),
        ("pdf", "1", "0", "1", "0", "0", NONE),
    )
    assert guard.rows[0][1:] == ("1.2", "10")
    assert answers.rows[1] == ("taking the files in", "50", "60", "95")
    assert failed.rows == (("torn.pdf is cut off: get it again.",),)
