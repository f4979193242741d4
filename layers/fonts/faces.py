"""The fonts of one file: the faces of ``static/fonts`` with only the characters that it shows."""

import base64
import io
import re
from functools import lru_cache

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from layers.fonts import FONTS, characters_of

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
    wanted = characters & characters_of(address["name"])
    # Fonts of other scripts have Latin letters, too, and another font comes before them.
    if not address["name"].startswith("NotoSans-"):
        wanted -= characters_of("NotoSans-Regular")
    if not wanted:
        return None
    data = base64.b64encode(_woff2(address["name"], wanted)).decode()
    return ADDRESS.sub(f'url("data:font/woff2;base64,{data}")', face)


def _woff2(name: str, characters: frozenset[str]) -> bytes:
    """Make a font of some characters; the same ones give the same bytes."""
    # HarfBuzz cuts in hundredths of a second what takes fontTools half a second.
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING
    for parts, kept in (
        (hb.SubsetInputSets.UNICODE, map(ord, characters)),
        (hb.SubsetInputSets.LAYOUT_FEATURE_TAG, map(_number, FEATURES)),
        (hb.SubsetInputSets.NAME_ID, NAMES),
    ):
        wanted.sets(parts).clear()
        wanted.sets(parts).set(set(kept))
    whole = hb.Face(hb.Blob.from_file_path(str(FONTS / f"{name}.ttf")))
    cut = io.BytesIO(hb.subset(whole, wanted).blob.data)
    with TTFont(cut, recalcTimestamp=False, lazy=True) as font:
        font.flavor = "woff2"
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()


def _number(tag: str) -> int:
    """Give the number that a tag of four letters is in a font."""
    return int.from_bytes(tag.encode("ascii"), "big")
