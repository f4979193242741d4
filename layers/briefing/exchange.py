"""Briefings as files: JSON to hand on, and read from strangers with care."""

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from layers.briefing.briefing import Briefing, from_json, to_json
from layers.briefing.edit import clean
from layers.briefing.errors import BriefingError

MOST_BYTES = 8_000_000
MOST_STEPS = 200
WAY_OUT = "give a JSON file as the Briefing page exports it"
NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")
NAME_LENGTH = 60


def as_file(briefing: Briefing) -> bytes:
    """Write a briefing as JSON; the same briefing gives the same bytes."""
    text = json.dumps(to_json(briefing), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def file_name(briefing: Briefing, ending: str) -> str:
    """Name a file after a briefing, in letters that every system takes.

    >>> file_name(Briefing("b", "Kursk: what 2 reports say"), ".json")
    'kursk-what-2-reports-say.json'
    """
    plain = unicodedata.normalize("NFKD", briefing.title).encode("ascii", "ignore").decode()
    stem = NOT_IN_NAMES.sub("-", plain).strip("-").lower()[:NAME_LENGTH].strip("-")
    return f"{stem or 'briefing'}{ending}"


def read_briefing(name: str, data: bytes) -> Briefing:
    """Read a briefing from a file; it has no id, so that it takes no other one's place.

    Raises
    ------
    BriefingError
        When it is none, or more than anybody presents.
    """
    if len(data) > MOST_BYTES:
        raise BriefingError(name, f"has more than {MOST_BYTES:,} bytes", WAY_OUT)
    try:
        read = from_json(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise BriefingError(name, f"is no briefing ({error})", WAY_OUT) from error
    if len(read.steps) > MOST_STEPS:
        raise BriefingError(name, f"has {len(read.steps):,} steps", f"present {MOST_STEPS} at most")
    return clean(replace(read, id=""))


def open_file(path: Path) -> Briefing:
    """Read a briefing from a file; BriefingError when it is missing or is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BriefingError(str(path), f"cannot be read ({error.strerror})", WAY_OUT) from error
    return read_briefing(str(path), data)
