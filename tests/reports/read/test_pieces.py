"""What a given file holds: every article once, and a reason for all that is left out."""

import struct
import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import (
    BrokenReportError,
    EmptyReportError,
    EncryptedReportError,
    OversizeReportError,
    ReportError,
)
from reports.read import READABLE_SUFFIXES, Opened, Piece, pieces, read
from reports.read.archive import inside
from reports.read.sizes import sizes
from reports.read.zipped import unpacked
from tests.reports.read.files import (
    SECOND,
    SENTENCE,
    TITLE,
    docx,
    locked_zip,
    mail,
    pdf,
    rss,
    table,
    zipped,
)

TEXT, OTHER = SENTENCE.encode(), SECOND.encode()
NO_TEXTS = (
    "is a table without a column of texts (its columns are a, b): name the column that holds the"
    " articles “text”"
)
DAMAGED = "breaks off or is damaged (File is not a zip file): get it again from where it came"
PAGE = f"<html><body><p>{SENTENCE}</p></body></html>".encode()


def _names(opened: Opened) -> list[str]:
    return [one.name for one in opened.pieces]


def _reasons(opened: Opened) -> list[str]:
    return [one.why for one in opened.left_out]


def test_a_file_of_one_article_is_its_own_piece() -> None:
    assert pieces(TEXT, "flood.txt") == Opened((Piece("flood.txt", TEXT),))


def test_an_archive_of_every_kind_opens_to_articles_that_read_again() -> None:
    files = {
        "a.txt": TEXT,
        "in/b.html": PAGE,
        "in/deep/c.md": f"# {TITLE}\n\n{SENTENCE}".encode(),
        "d.docx": docx(),
        "e.pdf": pdf(f"= {TITLE}\n\n{SENTENCE}"),
        "f.eml": mail(f"{SENTENCE} " * 5),
        "g.csv": table(("title", "text"), ("One", SENTENCE), ("Two", SECOND)),
        "h.rss": rss(
            f"<title>A</title><description>{SENTENCE}</description>", "<title>B c</title>"
        ),
        "i.zip": zipped({"j.txt": OTHER}),
    }
    opened = pieces(zipped(files), "news.zip")
    assert _names(opened) == [
        "news.zip/a.txt",
        "news.zip/in/b.html",
        "news.zip/in/deep/c.md",
        "news.zip/d.docx",
        "news.zip/e.pdf",
        "news.zip/f.eml",
        "news.zip/g.csv/1-one.csv",
        "news.zip/g.csv/2-two.csv",
        "news.zip/h.rss/1-a.xml",
        "news.zip/h.rss/2-b-c.xml",
        "news.zip/i.zip/j.txt",
    ]
    assert opened.left_out == ()
    assert all(read(one.data, one.name).text for one in opened.pieces)


def test_what_is_not_read_is_left_out_with_a_reason() -> None:
    files = {
        "a.txt": TEXT,
        "b.jpg": b"x",
        "c.odt": b"x",
        "d.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "e.csv": table(("a", "b"), ("1", "2")),
        "again/a.txt": TEXT,
        "f.zip": b"PK\x03\x04 no archive",
        "g.zip": zipped({"h.zip": zipped({"i.txt": OTHER})}),
        "__MACOSX/._a.txt": b"x",
        ".hidden/k.txt": OTHER,
        "Thumbs.db": b"x",
    }
    opened = pieces(zipped(files), "n.zip")
    assert _names(opened) == ["n.zip/a.txt"]
    assert _reasons(opened) == [
        "n.zip/b.jpg is a picture: give its text.",
        "n.zip/c.odt is a .odt file: save it as .docx or PDF.",
        "n.zip/d.doc is an old Office document or an Outlook message: save it as .docx or PDF.",
        f"n.zip/e.csv {NO_TEXTS}.",
        "n.zip/again/a.txt is the same file as n.zip/a.txt.",
        f"n.zip/f.zip {DAMAGED}.",
        "n.zip/g.zip/h.zip lies too deep in other files: give it by itself.",
    ]


def test_a_mail_and_what_is_attached() -> None:
    inner = mail(f"{SECOND} " * 5, Subject="Bridge opened")
    files = {
        "flood.docx": docx(),
        "plan.png": b"\x89PNG",
        "b.eml": inner,
        "c.zip": zipped({"d.txt": TEXT}),
    }
    opened = pieces(mail(f"{SENTENCE} " * 5, files=files), "m.eml")
    assert _names(opened) == ["m.eml", "m.eml/flood.docx", "m.eml/b.eml", "m.eml/c.zip/d.txt"]
    assert _reasons(opened) == ["m.eml/plan.png is a picture: give its text."]
    assert read(opened.pieces[0].data, "m.eml").text.startswith(f"{TITLE}\n\n{SENTENCE}")


def test_a_cover_note_is_no_report_unless_it_is_all_there_is() -> None:
    opened = pieces(mail("See the enclosed note.", files={"flood.txt": TEXT}), "m.eml")
    assert _names(opened) == ["m.eml/flood.txt"]
    assert "only 4 words of its own" in _reasons(opened)[0]
    assert _names(pieces(mail(SENTENCE, files={"a.png": b"x"}), "m.eml")) == ["m.eml"]


@given(st.text(max_size=400))
def test_a_name_in_an_archive_leads_nowhere(path: str) -> None:
    name = inside(path)
    assert not name.startswith("/")
    assert "\\" not in name
    assert all(char.isprintable() for char in name)
    assert not {"..", "."}.intersection(name.split("/"))


def test_names_that_lead_out_of_the_archive_stay_in_it() -> None:
    files = {"../../etc/a.txt": TEXT, "/b.txt": OTHER, "C:\\d\\e.txt": PAGE, "f\x07.txt": b"Some."}
    assert _names(pieces(zipped(files), "n.zip")) == [
        "n.zip/etc/a.txt",
        "n.zip/b.txt",
        "n.zip/d/e.txt",
        "n.zip/f\ufffd.txt",
    ]


def test_a_member_that_lies_about_its_length_costs_only_itself() -> None:
    length = 3_000_000
    data = zipped({"a.txt": b" " * length, "b.txt": TEXT})
    lying = data.replace(struct.pack("<I", length), struct.pack("<I", 1_000))
    assert lying != data
    opened = pieces(lying, "n.zip")
    assert _names(opened) == ["n.zip/b.txt"]
    assert "n.zip/a.txt is damaged" in _reasons(opened)[0]


def test_what_comes_out_is_counted_not_what_is_claimed() -> None:
    with ZipFile(BytesIO(zipped({"a.txt": b" " * 90_000}))) as archive:
        member = archive.getinfo("a.txt")
        assert len(unpacked(archive, member, "a.txt", 90_000)) == 90_000
        with pytest.raises(OversizeReportError, match=r"^a\.txt unpacks to"):
            unpacked(archive, member, "a.txt", 80_000)


def test_archives_in_an_archive_share_one_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = [bytes((n * 7 + i * i) % 251 for i in range(2_000)) for n in range(4)]
    inner = {f"{n}.zip": zipped({"a.txt": TEXT + part}) for n, part in enumerate(noise)}
    most = sum(map(len, inner.values())) + 3_000
    small = replace(sizes(), archive_unpacked=most)
    monkeypatch.setattr(sys.modules[pieces.__module__], "sizes", lambda: small)
    opened = pieces(zipped(inner), "n.zip")
    assert len(opened.pieces) == 1
    assert len(opened.left_out) == 3


WHOLE = zipped({"a.txt": TEXT})
BROKEN: list[tuple[str, bytes, type[ReportError], str]] = [
    ("empty", b"", EmptyReportError, "is empty"),
    ("truncated", WHOLE[:-30], BrokenReportError, "breaks off or is damaged"),
    ("no file", zipped({}), EmptyReportError, "holds no article"),
    ("only pictures", zipped({"a.jpg": b"x"}), EmptyReportError, r"\(n\.zip/a\.jpg is a picture"),
    ("a password", locked_zip({"a.txt": TEXT}), EncryptedReportError, "password"),
    ("a bomb", zipped({"a.txt": b" " * 30_000_000}), OversizeReportError, "unpacks to 30.0 MB"),
    (
        "too many",
        zipped({f"{n}.txt": b"x" for n in range(sizes().members + 1)}),
        OversizeReportError,
        "holds 10,001 files",
    ),
]


@pytest.mark.parametrize(
    ("data", "kind", "problem"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_spoiled_archive_is_named(data: bytes, kind: type[ReportError], problem: str) -> None:
    with pytest.raises(kind, match=rf"^n\.zip .*{problem}"):
        pieces(data, "n.zip")


def test_an_archive_is_no_single_report() -> None:
    with pytest.raises(ReportError, match="holds several files"):
        read(WHOLE, "n.zip")


def test_the_suffixes_are_named_once() -> None:
    assert {
        ".txt",
        ".html",
        ".md",
        ".docx",
        ".pdf",
        ".eml",
        ".csv",
        ".rss",
        ".zip",
    } <= READABLE_SUFFIXES
