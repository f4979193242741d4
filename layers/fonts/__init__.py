"""The shipped fonts: where they lie, and which characters they can draw."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unicodedata import category, name

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
BOX = "□"
UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Categories of characters that have no sign of their own."""


@cache
def characters_of(font: str) -> frozenset[str]:
    """Give the characters that a font has, by the name of its file without the ending."""
    with TTFont(FONTS / f"{font}.ttf", lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


@cache
def _all_characters() -> frozenset[str]:
    return frozenset[str]().union(*(characters_of(path.stem) for path in FONTS.glob("*.ttf")))


def undrawn(shown: Iterable[str]) -> tuple[str, ...]:
    """List the characters to be seen that no shipped font can draw, each once.

    >>> undrawn("Kursk Курск 평양 أربيل ก")
    ('ก',)
    """
    return tuple(sorted(filter(_is_ink, set(shown) - _all_characters())))


def drawable(words: str) -> str:
    """Put a box in the place of each character that no shipped font can draw; marks are left out.

    >>> drawable("Kursk க")
    'Kursk □'
    """
    lost = undrawn(words)
    boxes = {ord(each): "" if category(each).startswith("M") else BOX for each in lost}
    return words.translate(boxes)


def named(character: str) -> str:
    """Name a character, as a warning has to that no font can draw it.

    >>> named("≠")
    '≠ (U+2260 NOT EQUAL TO)'
    """
    known = name(character, "")
    return f"{character} (U+{ord(character):04X}{' ' * bool(known)}{known})"


def scripts(shown: Iterable[str]) -> list[str]:
    """Name the scripts of characters by the first words of their letters' names.

    >>> scripts("กข⨁")
    ['Thai', 'signs']
    """
    return sorted({_script(each) for each in shown})


def _script(character: str) -> str:
    is_letter = category(character)[0] in "LM"
    return name(character, "signs").split()[0].title() if is_letter else "signs"


def _is_ink(character: str) -> bool:
    """Tell whether a character is drawn at all."""
    return not character.isspace() and category(character) not in UNSEEN
