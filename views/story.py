"""A briefing from a file, told as one HTML file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from layers.briefing.briefing import Briefing, from_json
from layers.web.story import story_page
from reports.errors import InputError

WAY_OUT = "give a JSON file as the Briefing page exports it"


class BriefingFileError(InputError):
    """A file holds no briefing."""


def read_story(path: Path) -> Briefing:
    """Read a briefing.

    Raises
    ------
    BriefingFileError
        When the file cannot be read, or is none.
    """
    try:
        return from_json(json.loads(path.read_bytes()))
    except OSError as error:
        raise BriefingFileError(str(path), f"cannot be read ({error.strerror})", WAY_OUT) from error
    except (ValueError, RecursionError) as error:
        raise BriefingFileError(str(path), f"is no briefing ({error})", WAY_OUT) from error


def told(scene: Mapping[str, Any], path: Path) -> tuple[bytes, list[str]]:
    """Make the one-file story of a briefing, and what the user should know of it."""
    briefing = read_story(path)
    data = story_page(scene, briefing)
    steps, notes = len(briefing.steps), sum(bool(step.notes) for step in briefing.steps)
    return data, [
        f"{steps} step{'' if steps == 1 else 's'}, {notes} with notes for the presenter",
        f"holds all reports in full; {len(data):,} bytes",
    ]
