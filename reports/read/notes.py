"""Marks of footnotes: small raised numbers, which would run into the figure or word before them."""

import re

_MARK = re.compile(r"\s*(?:[\[(]?\d{1,3}(?:\s*[,–-]\s*\d{1,3})*[\])]?|[*†‡§]{1,3})\s*")
_UNIT = re.compile(r"(?i)(?:^|[^a-z])(?:[kcdm]?m|mi|ft|yd|inch|co|h|o)\s?$")


def is_note_mark(before: str, raised: str) -> bool:
    """Tell the mark of a footnote from what else is raised: the square of km², the 2 of CO₂.

    Parameters
    ----------
    before
        What stands before it on its line.
    raised
        The raised or lowered words.
    """
    return bool(_MARK.fullmatch(raised)) and not _UNIT.search(before[-8:])
