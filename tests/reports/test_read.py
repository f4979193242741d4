"""The door: which reader a name gets, what is refused and how, what a Reading holds."""

from datetime import date
from hashlib import sha256

import pytest

from reports.errors import (
    BinaryReportError,
    BrokenReportError,
    EmptyReportError,
    OversizeReportError,
    ReportError,
    UndecodableReportError,
    UnknownFormatError,
)
from reports.read import read, read_text
from reports.read.sizes import sizes

PLAIN = b"Flood empties villages\n\nSome 340 families left Etulia on Tuesday.\n"
PAGE = b"<!DOCTYPE html><html><body><p>Some 340 families left Etulia on Tuesday.</p></body></html>"
SENTENCE = "Some 340 families left Etulia on Tuesday."


def test_text_file_stands_as_it_is() -> None:
    reading = read(PLAIN, "folder/flood.v2.txt")
    assert reading.text == PLAIN.decode()
    assert reading.slug == "flood.v2"
    assert reading.name == "folder/flood.v2.txt"
    assert reading.sha256 == sha256(PLAIN).hexdigest()
    assert reading.title == "Flood empties villages"
    assert reading.lang == "en"
    assert reading.warnings == ()
    assert not reading.sample


def test_line_breaks_are_kept() -> None:
    data = b"A title\r\n\r\nSome 340 families left Etulia.\r\n"
    reading = read(data, "flood.txt")
    assert reading.text == data.decode()
    assert [reading.text[b.start : b.end] for b in reading.blocks] == [
        "A title",
        "Some 340 families left Etulia.",
    ]


def test_byte_order_mark_is_not_text() -> None:
    data = b"\xef\xbb\xbf" + PLAIN
    reading = read(data, "flood.txt")
    assert reading.text == PLAIN.decode()
    assert reading.sha256 == sha256(data).hexdigest()
    assert read_text("\ufeff" + PLAIN.decode(), "pasted").text == PLAIN.decode()


def test_pasted_text_is_hashed_as_utf8() -> None:
    text = "Garnison d'Abéché : 40 camions."
    assert read_text(text, "pasted").sha256 == sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "-", "pasted page"])
def test_web_page_by_suffix_or_by_content(name: str) -> None:
    assert read(PAGE, name).text == SENTENCE


@pytest.mark.parametrize("name", ["page.txt", "page.TXT"])
def test_suffix_beats_content(name: str) -> None:
    assert read(PAGE, name).text == PAGE.decode()


def test_name_without_suffix_is_text_unless_it_is_a_page() -> None:
    assert read(PLAIN, "-").text == PLAIN.decode()
    assert read(PLAIN, "Vol. 2 of the notes").text == PLAIN.decode()


REFUSED = [
    ("empty.txt", b"", EmptyReportError),
    ("blank.txt", b" \r\n\t\n", EmptyReportError),
    ("empty.html", b"", EmptyReportError),
    ("script.html", b"<html><script>var n = 12000;</script></html>", EmptyReportError),
    ("paper.txt", b"%PDF-1.7 ...", BrokenReportError),
    ("paper.html", b"%PDF-1.7 ...", BrokenReportError),
    ("office.odt", PLAIN, UnknownFormatError),
    ("photo.txt", b"\x89PNG\r\n\x1a\n", BinaryReportError),
    ("photo.html", b"\xff\xd8\xff\xe0 JFIF", BinaryReportError),
    ("zeros.txt", b"\x00" * 50, BinaryReportError),
    ("noise.txt", bytes(range(256)) * 4, BinaryReportError),
    ("cut.txt", b"\xff\xfeK\x00u", UndecodableReportError),
    ("signs.txt", "11 000 ▒▓│┤╡".encode("cp866") * 9, UndecodableReportError),
    ("long.txt", b"a" * (sizes().text + 1), OversizeReportError),
    ("long.html", b"a" * (sizes().html + 1), OversizeReportError),
    ("article.pdf", PLAIN, BrokenReportError),
    ("article.docx", PLAIN, BrokenReportError),
]


@pytest.mark.parametrize(("name", "data", "kind"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refusal_names_the_file_and_the_way_out(
    name: str, data: bytes, kind: type[ReportError]
) -> None:
    with pytest.raises(kind) as refusal:
        read(data, name)
    error = refusal.value
    assert str(error) == f"{name} {error.problem}: {error.way_out}."
    assert "\n" not in str(error)
    assert error.way_out


def test_refusal_says_what_a_file_looks_like() -> None:
    with pytest.raises(BinaryReportError, match=r"paper\.txt looks like a picture: .*\.docx"):
        read(b"\x89PNG\r\n", "paper.txt")


def test_stray_control_characters_keep_their_places() -> None:
    reading = read_text("Over 1,200\x00 men\x1b reached Gao\ud800 on Monday.", "pasted")
    assert reading.text == "Over 1,200\ufffd men\ufffd reached Gao\ufffd on Monday."
    assert reading.warnings == ("pasted: control characters were replaced, 3 times.",)


def test_dates_and_bylines_of_a_text() -> None:
    text = "A title\n\nBy Ana Rusu and Ion Munteanu\n\n6 May 2025\n\nSome 340 families left Etulia."
    reading = read_text(text, "flood.txt")
    assert reading.author == "Ana Rusu and Ion Munteanu"
    assert reading.published == date(2025, 5, 6)
    assert reading.published_basis == "document"
    assert [block.kind for block in reading.blocks] == ["title", "boilerplate", "dateline", "text"]


def test_undated_text_stays_undated() -> None:
    reading = read(PLAIN, "flood.txt")
    assert reading.published is None
    assert reading.published_basis is None
