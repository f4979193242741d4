"""A sheet as a file: PNG, SVG or PDF, the same bytes for the same sheet."""

import io
from html import escape

from layers.plate.form import Kind
from layers.plate.sheet import Sheet, quiet_about_glyphs
from layers.web.fonts import FACE, font_faces

MAKER = "Dateline"
# Matplotlib's name for a weight of Noto Sans, as the style sheet of an SVG has to give it.
SEMIBOLD_FACE = '"Noto Sans SemiBold"'


def written(sheet: Sheet, kind: Kind, dpi: int, title: str, alt: str) -> bytes:
    """Write a sheet to bytes; title and alternative text go into the file.

    Nothing in it tells when it was made, so that the same plate is the same file.
    """
    out = io.BytesIO()
    save = sheet.figure.savefig
    with quiet_about_glyphs():
        if kind == "png":
            named = {"Software": MAKER, "Title": title, "Description": alt}
            save(out, format="png", dpi=dpi, metadata=named)
        elif kind == "pdf":
            about = {"Title": title, "Subject": alt, "Creator": MAKER, "CreationDate": None}
            save(out, format="pdf", metadata=about)
        else:
            save(out, format="svg", metadata={"Title": title, "Creator": MAKER, "Date": None})
            return _with_alt_and_fonts(out.getvalue().decode(), sheet, title, alt).encode()
    return out.getvalue()


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
