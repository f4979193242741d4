"""The fonts of one file: the faces of ``static/fonts`` with only the characters that it shows."""

import base64
import io
import re
from functools import lru_cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
FACE = re.compile(r"@font-face \{[^}]*\}")
ADDRESS = re.compile(r'url\("(?P<name>[\w-]+)\.woff2"\)')
FEATURES = ("ccmp", "kern", "lnum", "locl", "mark", "mkmk", "tnum")
NAMES = (0, 1, 2, 13, 14)
"""Entries of a font's name table that stay: copyright, family, style, licence and its address."""


@lru_cache(maxsize=4)
def font_faces(characters: frozenset[str]) -> str:
    """Write the style sheet of the fonts, each in a ``data:`` address.

    A face is left out if none of the characters is left for it. What no shipped font has, the
    reader's own fonts must draw.

    Parameters
    ----------
    characters
        Every character that may be shown.
    """
    faces = FACE.findall((FONTS / "fonts.css").read_text("utf-8"))
    written = (_embedded(face, characters) for face in faces)
    return "\n".join(face for face in written if face)


def _embedded(face: str, characters: frozenset[str]) -> str | None:
    """Put the font that a rule names into the rule; None if it has nothing to show."""
    address = ADDRESS.search(face)
    if address is None:
        raise ValueError(f"fonts.css: no font is named in {face!r}")
    wanted = characters & _characters(address["name"])
    # Fonts of other scripts have Latin letters, too, and another font comes before them.
    if not address["name"].startswith("NotoSans-"):
        wanted -= _characters("NotoSans-Regular")
    if not wanted:
        return None
    data = base64.b64encode(_woff2(address["name"], wanted)).decode()
    return ADDRESS.sub(f'url("data:font/woff2;base64,{data}")', face)


@lru_cache(maxsize=16)
def _characters(name: str) -> frozenset[str]:
    with TTFont(FONTS / f"{name}.ttf", lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _woff2(name: str, characters: frozenset[str]) -> bytes:
    """Make a font of some characters; the same ones give the same bytes."""
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=list(FEATURES), name_IDs=list(NAMES)
    )
    with TTFont(FONTS / f"{name}.ttf", recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(sorted(characters)))
        subsetter.subset(font)
        font.flavor = "woff2"
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()
