"""A sheet as a file: PNG, SVG or PDF, the same bytes for the same sheet."""

import io
from collections.abc import Mapping
from html import escape

from layers.fonts.faces import FACE, font_faces
from layers.plate.form import Kind
from layers.plate.sheet import Sheet, quiet_about_glyphs

MAKER = "Dateline"
# Matplotlib's name for a weight of Noto Sans, as the style sheet of an SVG has to give it.
SEMIBOLD_FACE = '"Noto Sans SemiBold"'


def written(
    sheet: Sheet, kind: Kind, dpi: int, title: str, alt: str, *, bare: bool = False
) -> bytes:
    """Write a sheet to bytes; title and alternative text go into the file.

    A ``bare`` file has no properties: of an SVG, what is read aloud stays.

    Nothing in it tells when it was made, so that the same plate is the same file.
    """
    out = io.BytesIO()
    about = BARE[kind] if bare else _properties(kind, title, alt)
    with quiet_about_glyphs():
        sharp = dpi if kind == "png" else "figure"
        sheet.figure.savefig(out, format=kind, dpi=sharp, metadata=about)
    if kind == "svg":
        return _with_alt_and_fonts(out.getvalue().decode(), sheet, title, alt).encode()
    return out.getvalue()


BARE: Mapping[Kind, Mapping[str, None]] = {
    "png": {"Software": None},
    "svg": {"Creator": None, "Date": None, "Format": None, "Type": None},
    "pdf": {"Creator": None, "Producer": None, "CreationDate": None},
}
"""What matplotlib would write of itself unless it is told to leave it out."""


def _properties(kind: Kind, title: str, alt: str) -> dict[str, str | None]:
    if kind == "png":
        return {"Software": MAKER, "Title": title, "Description": alt}
    if kind == "pdf":
        return {"Title": title, "Subject": alt, "Creator": MAKER, "CreationDate": None}
    return {"Title": title, "Creator": MAKER, "Date": None}


def _with_alt_and_fonts(svg: str, sheet: Sheet, title: str, alt: str) -> str:
    """Give an SVG its alternative text, and the letters it shows: a reader may lack the fonts."""
    head, opening, rest = svg.partition("<svg ")
    tag, _, body = rest.partition(">")
    spoken = f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>"
    faces = font_faces(frozenset(sheet.written))
    style = f"<style>{_under_matplotlib_names(faces)}</style>"
    return f'{head}{opening}role="img" {tag}>\n {spoken}\n {style}{body}'


def _under_matplotlib_names(faces: str) -> str:
    """Name the faces as matplotlib does; there is no italic on a plate."""
    upright = [face for face in FACE.findall(faces) if "font-style: normal" in face]
    return "\n".join(
        face.replace("weight: 600", "weight: 400").replace('"Noto Sans"', SEMIBOLD_FACE)
        if "weight: 600" in face
        else face
        for face in upright
    )
