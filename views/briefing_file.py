"""A briefing read from a file."""

import json
from pathlib import Path

from layers.briefing.briefing import Briefing, from_json
from reports.errors import InputError

WAY_OUT = "give a JSON file as the Briefing page exports it"


class BriefingFileError(InputError):
    """A file holds no briefing."""


def read_briefing(path: Path) -> Briefing:
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
