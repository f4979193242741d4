"""Briefings as files: read back the same, and refused with a reason when they are none."""

import json
from pathlib import Path

import pytest

from layers.briefing.briefing import Briefing, Line, Step, to_json
from layers.briefing.errors import BriefingError
from layers.briefing.exchange import MOST_STEPS, as_file, file_name, open_file, read_briefing

STEPS = (Step("s1", "view", "Kursk", {"axis": "event"}, (Line("“300”", ("c1",)),), "notes"),)
BRIEFING = Briefing("b", "What two reports say", STEPS, "ko", "FOR TRAINING", "2025-06-27")


def test_a_file_is_read_back_the_same_without_its_id() -> None:
    read = read_briefing("a.json", as_file(BRIEFING))
    assert read.id == ""
    assert (read.title, read.steps, read.names) == (BRIEFING.title, BRIEFING.steps, "ko")
    assert as_file(BRIEFING) == as_file(BRIEFING)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe{",
        b"[" * 100_000,
        b'{"format": "dateline briefing", "version": NaN}',
        json.dumps([to_json(BRIEFING)]).encode(),
        json.dumps({**to_json(BRIEFING), "steps": "none"}).encode(),
        json.dumps(
            {**to_json(BRIEFING), "steps": [{"id": str(n)} for n in range(MOST_STEPS + 1)]}
        ).encode(),
        b" " * 8_000_001,
    ],
)
def test_a_file_that_is_none_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(BriefingError, match=r"^strange\.json "):
        read_briefing("strange.json", data)


def test_words_that_hide_or_turn_round_are_taken_out() -> None:
    hostile = to_json(BRIEFING) | {"title": "\u202eeno\x00", "banner": "<b>\ud800"}
    read = read_briefing("a.json", json.dumps(hostile).encode())
    assert (read.title, read.banner) == ("eno", "<b>")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"gone\.json cannot be read"):
        open_file(tmp_path / "gone.json")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kursk: what 2 reports say", "kursk-what-2-reports-say.json"),
        ("../../etc/passwd", "etc-passwd.json"),
        ("서울", "briefing.json"),
    ],
)
def test_a_file_is_named_after_its_briefing(title: str, name: str) -> None:
    assert file_name(Briefing("b", title), ".json") == name
