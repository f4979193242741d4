"""What is doubtful about a report's day of publication, wherever that day is printed."""

from collections.abc import Mapping
from typing import Any

DOUBTS = {"inferred": "inferred", "file": "day of its file"}
"""By what the day rests on, where that is neither what the report prints nor what somebody gave."""


def doubt(report: Mapping[str, Any]) -> str:
    """Say in a few words why a report's day is doubtful; "" where it is not.

    >>> doubt({"basis": "file"}), doubt({"basis": "document"})
    ('day of its file', '')
    """
    return DOUBTS.get(report["basis"], "")
