"""Files made to exhaust or to fool their reader: each ends soon, in a text or in one sentence."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.errors import ReportError
from reports.read import pieces, read
from tests.reports.read.files import SENTENCE, changed_zip, docx, drawn_pdf, rss, zipped

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 100}">' for n in range(8))


def _word(body: str, doctype: str = "") -> bytes:
    document = f"{doctype}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return changed_zip(docx(), {"word/document.xml": document.encode()})


def _lying_docx() -> bytes:
    length = 40_000_000
    data = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * length})
    return data.replace(struct.pack("<I", length), struct.pack("<I", 1_000))


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a document of 150 MB": (
        "a.docx",
        lambda: changed_zip(docx(), {"word/document.xml": b" " * 150_000_000}),
    ),
    "a document that lies about its length": ("a.docx", _lying_docx),
    "a document of laughs": (
        "a.docx",
        lambda: _word(
            "<w:p><w:r><w:t>&e8;</w:t></w:r></w:p>", f'<!DOCTYPE w [<!ENTITY e0 "ha">{LAUGHS}]>'
        ),
    ),
    "tables in tables": ("a.docx", lambda: _word("<w:tbl><w:tr><w:tc>" * 9_000)),
    "a page of operators": (
        "a.pdf",
        lambda: drawn_pdf(b"BT /F1 9 Tf 1 0 0 1 20 20 Tm (word) Tj ET\n" * 90_000),
    ),
    "a page of 60 MB": ("a.pdf", lambda: drawn_pdf(b" " * 60_000_000)),
    "a thousand pages and more": ("a.pdf", lambda: drawn_pdf(*[b""] * 1_001)),
    "parts in parts": (
        "a.eml",
        lambda: (
            b"From: a\n"
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="q%d"\n\n--q%d\n' % (n, n)
                for n in range(900)
            )
        ),
    ),
    "a feed of laughs in an attribute": (
        "a.xml",
        lambda: (
            f'<!DOCTYPE rss [<!ENTITY e0 "ha">{LAUGHS}]>'.encode()
            + rss("<title>x</title>").replace(b"<item>", b'<item a="&e8;">')
        ),
    ),
    "quotes in quotes": ("a.md", lambda: b">" * 200_000 + b" x"),
    "a heading of a million columns": ("a.csv", lambda: b"," * 1_000_000 + b"\n1\n"),
}


@pytest.mark.parametrize(("name", "make"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_ends_in_one_sentence(name: str, make: Callable[[], bytes]) -> None:
    with pytest.raises(ReportError, match=rf"^{name} ") as refusal:
        read(make(), name)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 400


def test_a_document_tells_nothing_of_this_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("sesame")
    body = f"<w:p><w:r><w:t>{SENTENCE}&e;</w:t></w:r></w:p>"
    data = _word(body, f'<!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>')
    assert "sesame" not in read(data, "a.docx").text


def test_an_archive_in_an_archive_is_no_way_round_the_bounds() -> None:
    bombs = {f"{n}.zip": zipped({"a.txt": bytes([n]) + b" " * 9_000_000}) for n in range(20)}
    with pytest.raises(ReportError, match=r"^n\.zip holds no article .* and 17 more"):
        pieces(zipped(bombs), "n.zip")
