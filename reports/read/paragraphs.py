"""Paragraphs: the stretches of a plain text between its line breaks, as spans of the text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.limits import limits

Span = tuple[int, int]

SENTENCE_FINAL = tuple(mark + quote for mark in ".!?…:;。" for quote in ("", *"\"'”’»)"))

_LINE = re.compile("\\S[^\n\r\v\f\x85\u2028\u2029]*")
_WORD_START = re.compile(r"\S")
_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")

_WIDEST_WRAPPED_LINE = 120
_NARROWEST_WRAPPED_LINE = 40
_FEWEST_WRAPPED_LINES = 3


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs: lines, or runs of lines that were broken to one width.

    Very long ones are cut between sentences, or failing that between words, so that what parses
    them stays within bounds. No white space at the ends, and nothing but white space between.
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    for group in _neighbours(text, lines):
        for start, end in _unwrapped(text, group):
            yield from _cut(text, start, end)


def _neighbours(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Group the lines that have no blank line between them."""
    group: list[Span] = []
    for line in lines:
        if group and len(_BREAK.findall(text, group[-1][1], line[0])) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _unwrapped(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Join lines that were broken only because the next word would not have fitted.

    In what was broken to a width most lines are full; in a list only the longest may be.
    """
    width = max(end - start for start, end in lines)
    first = lines[0][0]
    full = [_is_full(text, line, following, width) for line, (following, _) in pairwise(lines)]
    broken = len(lines) >= _FEWEST_WRAPPED_LINES and 2 * sum(full) >= len(full)
    for (start, end), (following, _), fills in zip(lines, lines[1:], full, strict=False):
        likely = broken or not text[following].isupper()
        wrapped = fills and likely and not text[start:end].rstrip().endswith(SENTENCE_FINAL)
        if not wrapped or not _NARROWEST_WRAPPED_LINE <= width <= _WIDEST_WRAPPED_LINE:
            yield first, end
            first = following
    yield first, lines[-1][1]


def _is_full(text: str, line: Span, following: int, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    start, end = line
    next_word = text[following : following + width + 1].split(maxsplit=1)[0]
    return len(text[start:end].rstrip()) + 1 + len(next_word) > width


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span without white space at its end, in pieces no longer than the limit."""
    end = start + len(text[start:end].rstrip())
    while end - start > limits().paragraph:
        window = text[start : start + limits().paragraph]
        sentence = max(window.rfind(mark) + 1 for mark in (". ", "! ", "? "))
        at = sentence or max(window.rfind(" "), 0) or limits().paragraph
        yield start, start + len(window[:at].rstrip())
        start = next(_WORD_START.finditer(text, start + at, end)).start()
    if start < end:
        yield start, end
