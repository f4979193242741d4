"""How long a text is in the shipped fonts, so that no box is made too small for its words."""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from fontTools.ttLib import TTFont

from layers.fonts import FONTS

FACES = {
    False: ("NotoSans-Regular", "NotoSansKR-Regular"),
    True: ("NotoSans-Bold", "NotoSansKR-Bold"),
}
"""Fonts by whether they are bold; what one lacks, the next one has."""
SLACK = 1.06
"""A reader without Noto Sans sees another font: most are narrower, some a little wider."""
ELSEWHERE = 1.0
"""Width in em of a character that no shipped font has."""
CUT = " …"


@cache
def _advances(face: str) -> Mapping[int, float]:
    """Give the widths of a font's characters in em, by code point."""
    with TTFont(FONTS / f"{face}.ttf", lazy=True) as font:
        units, widths = font["head"].unitsPerEm, font["hmtx"]
        return {code: widths[name][0] / units for code, name in font.getBestCmap().items()}


@cache
def _advance(char: str, *, bold: bool) -> float:
    for face in FACES[bold]:
        if (found := _advances(face).get(ord(char))) is not None:
            return found
    return ELSEWHERE


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Measure a line, in the unit of ``size`` (the font's em), with some slack."""
    return SLACK * size * sum(_advance(char, bold=bold) for char in words)


def wrap(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines of at most ``room``; a word that is longer is broken, too."""
    return list(_wrapped(words, size, room, bold=bold))


@lru_cache(maxsize=4096)
def _wrapped(words: str, size: float, room: float, *, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if width(joined, size, bold=bold) <= room:
            lines[-1:] = [joined]
            continue
        lines.extend(_pieces(word, size, room, bold=bold))
    return tuple(lines)


def fit(words: str, size: float, room: float, lines: int, *, bold: bool = False) -> str:
    """Shorten a text to what goes into a number of lines; "…" marks the cut."""
    broken = wrap(words, size, room, bold=bold)
    if len(broken) <= lines:
        return words
    last = broken[lines - 1]
    while last and width(last + CUT, size, bold=bold) > room:
        last = last[:-1]
    return " ".join([*broken[: lines - 1], last.rstrip() + CUT])


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Break a word where the room ends; the last piece may be joined by what follows."""
    ends, used = [0], 0.0
    for place, char in enumerate(word):
        step = SLACK * size * _advance(char, bold=bold)
        if used + step > room and place > ends[-1]:
            ends.append(place)
            used = 0.0
        used += step
    return [word[start:end] for start, end in pairwise([*ends, len(word)])]
