"""Fonts: Noto Sans and its sisters, as TrueType for plates and as WOFF2 for the browser."""

from collections.abc import Mapping
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LATIN = {
    "Regular": "400Regular/NotoSans_400Regular.ttf",
    "Italic": "400Regular_Italic/NotoSans_400Regular_Italic.ttf",
    "SemiBold": "600SemiBold/NotoSans_600SemiBold.ttf",
    "Bold": "700Bold/NotoSans_700Bold.ttf",
}
KOREAN = {
    "Regular": "400Regular/NotoSansKR_400Regular.ttf",
    "Bold": "700Bold/NotoSansKR_700Bold.ttf",
}
RIGHT_TO_LEFT = {
    script: {
        "Regular": f"400Regular/NotoSans{script}_400Regular.ttf",
        "Bold": f"700Bold/NotoSans{script}_700Bold.ttf",
    }
    for script in ("Arabic", "Hebrew")
}
CSS_WEIGHT = {"Regular": 400, "Italic": 400, "SemiBold": 600, "Bold": 700}
CSS_RULE = """\
@font-face {{
  font-family: "{family}";
  font-style: {style};
  font-weight: {weight};
  font-display: swap;
  src: url("{file}") format("woff2");
}}
"""


def build_fonts(latin: Path, korean: Path, others: Mapping[str, Path], target: Path) -> None:
    """Write the fonts, their licences and ``fonts.css`` into `target`.

    Noto Sans is copied whole. It has neither ``≈`` nor arrows: they come from Noto Sans KR, so the
    two families always go together. Noto Sans KR loses the Chinese characters that KS X 1001
    doesn't list, which makes it a third lighter and costs Korean news nothing.

    Parameters
    ----------
    latin, korean
        Unpacked packages of static instances of Noto Sans and Noto Sans KR.
    others
        The same of Noto Sans Arabic and Noto Sans Hebrew, by script.
    target
        Folder the browser gets fonts from.
    """
    target.mkdir(parents=True, exist_ok=True)
    rules = []
    families = [("Noto Sans", latin, LATIN), ("Noto Sans KR", korean, KOREAN)]
    families += [
        (f"Noto Sans {name}", others[name], faces) for name, faces in RIGHT_TO_LEFT.items()
    ]
    for family, folder, faces in families:
        stem = family.replace(" ", "")
        licence = (folder / "LICENSE_FONT").read_text("utf-8")
        (target / f"OFL-{stem}.txt").write_text(licence, "utf-8")
        for face, member in faces.items():
            font = folder / member
            keep = _korean_repertoire(font) if faces is KOREAN else None
            _save(font, keep, target / f"{stem}-{face}.ttf")
            web = target / f"{stem}-{face}.woff2"
            _save(font, keep, web)
            style = "italic" if face == "Italic" else "normal"
            rules.append(
                CSS_RULE.format(family=family, style=style, weight=CSS_WEIGHT[face], file=web.name)
            )
    (target / "fonts.css").write_text("\n".join(rules), "utf-8")


def _korean_repertoire(font: Path) -> set[int]:
    """Return the characters of a Korean font without the ideographs outside KS X 1001."""
    codes = (bytes((high, low)) for high in range(0xA1, 0xFF) for low in range(0xA1, 0xFF))
    standard = {ord(char) for code in codes for char in code.decode("euc_kr", "ignore")}
    return {char for char in TTFont(font).getBestCmap() if char in standard or not _is_han(char)}


def _is_han(char: int) -> bool:
    blocks = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
    return any(low <= char <= high for low, high in blocks)


def _save(font: Path, keep: set[int] | None, target: Path) -> None:
    """Write `font` with the characters in `keep` (all when None), in the format of the suffix.

    The time stamp inside the font stays that of the source, so that the bytes never change.
    """
    options = subset.Options(
        layout_features=["*"],
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=False,
        hinting=keep is None,
        flavor="woff2" if target.suffix == ".woff2" else None,
    )
    source = subset.load_font(font, options)
    if keep is not None:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=keep)
        subsetter.subset(source)
    subset.save_font(source, target, options)
    source.close()
