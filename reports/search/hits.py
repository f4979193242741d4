"""What a search gives: reports with the words around what was found, and places."""

from dataclasses import dataclass

AROUND = 70
"""Code points of the text to either side of what was found."""


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that has the words.

    Attributes
    ----------
    report_id
        The report.
    start, end
        Where the first of the words stands in its text, in code points, end exclusive; both 0
        where only the title or the publisher has them.
    snippet
        The words around it.
    marks
        What was found in the snippet: starts and ends in its own code points.
    """

    report_id: str
    start: int
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place that has the words in one of its names, and that name."""

    place_id: str
    name: str


def hit(report_id: str, pieces: list[str]) -> ReportHit:
    """Make a hit of a report's text in pieces, every second of which was found."""
    text = "".join(pieces)
    spans, at = [], 0
    for number, piece in enumerate(pieces):
        if number % 2:
            spans.append((at, at + len(piece)))
        at += len(piece)
    first = spans[0] if spans else (0, 0)
    begin, end = _around(text, *first)
    within = tuple((a - begin, b - begin) for a, b in spans if begin <= a and b <= end)
    return ReportHit(report_id, *first, text[begin:end], within)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to the words around it, inside its line."""
    left = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    line_end = text.find("\n", end)
    right = min(len(text) if line_end < 0 else line_end, end + AROUND)
    if left > 0 and text[left - 1].isalnum():
        left = min((text.find(" ", left, start) + 1) or left, start)
    if right < len(text) and text[right].isalnum():
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else right
    return left, right
