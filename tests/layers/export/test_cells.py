"""CSV that no spreadsheet runs, and the codes of when."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.export.cells import FORMULA_STARTS, cell, csv_text
from layers.export.precision import acled_time_precision, ucdp_date_prec


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_what_a_spreadsheet_might_run_is_guarded(start: str) -> None:
    assert cell(f"{start}SUM(A1:A9)").startswith("'")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_spaces_before_it_hide_nothing(start: str) -> None:
    assert cell(f"  {start}SUM(A1:A9)").startswith("'")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-77.5, "-77.5"),
        (12_345_678_901.0, "12345678901"),
        (0.333, "0.333"),
        (0, "0"),
        (False, "false"),
        (None, ""),
        ("65 km - about", "65 km - about"),
    ],
)
def test_values(value: float | str | None, written: str) -> None:
    assert cell(value) == written


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_every_text_comes_back_but_for_its_guard(rows: list[tuple[str, str]]) -> None:
    written = csv_text(["a", "b"], [{"a": a, "b": b} for a, b in rows])
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert read == [["a", "b"], *([cell(a), cell(b)] for a, b in rows)]
    assert not any(each.startswith(FORMULA_STARTS) for row in read for each in row)


@pytest.mark.parametrize(
    ("last", "ucdp", "acled"),
    [
        ("2025-06-01", 1, 1),
        ("2025-06-06", 2, 2),
        ("2025-06-07", 3, 2),
        ("2025-06-30", 4, 3),
        ("2025-08-30", 5, None),
        ("2026-12-31", None, None),
        (None, None, None),
        ("2025-05-01", None, None),
    ],
)
def test_precision_of_days(last: str | None, ucdp: int | None, acled: int | None) -> None:
    assert ucdp_date_prec("2025-06-01", last) == ucdp
    assert acled_time_precision("2025-06-01", last) == acled
