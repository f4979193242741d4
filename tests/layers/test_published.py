"""Days of publication wherever they are printed: a doubtful one says what it rests on."""

from typing import Any

import pytest

from layers.plate.quotes import credit
from layers.prose.words import published


@pytest.mark.parametrize(
    ("basis", "doubt"),
    [("document", ""), ("given", ""), ("inferred", "inferred"), ("file", "day of its file")],
)
def test_slides_and_plates_say_what_a_day_rests_on(basis: str, doubt: str) -> None:
    report: dict[str, Any] = {"ref": "R1", "publisher": "The Botna Courier", "basis": basis}
    report["published"] = "2025-09-01"
    assert published(report) == "1\u00a0Sep\u00a02025" + (f" ({doubt})" if doubt else "")
    assert credit(report).endswith("2025-09-01" + (f", {doubt}" if doubt else ""))
