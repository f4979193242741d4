"""A briefing from a file: read with care, and what is told of the story that is made of it."""

import json
from pathlib import Path

import pytest

from views.story import BriefingFileError, read_story, told

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
BRIEFING = FIXTURES / "briefing.json"


@pytest.mark.parametrize("text", ["no JSON", "[]", '{"format": "something else"}', "[" * 100_000])
def test_what_is_no_briefing_is_named_with_the_way_out(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BriefingFileError, match=r"b\.json is no briefing .*Briefing page"):
        read_story(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefingFileError, match=r"gone\.json cannot be read"):
        read_story(tmp_path / "gone.json")


def test_a_story_says_that_it_carries_notes_and_reports() -> None:
    scene = json.loads((FIXTURES / "scene.json").read_text("utf-8"))
    data, words = told({**scene, "marks": scene["marks"][:1]}, BRIEFING)
    assert words[0] == "7 steps, 2 with notes for the presenter"
    assert words[1] == f"holds all reports in full; {len(data):,} bytes"
