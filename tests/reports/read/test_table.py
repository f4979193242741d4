"""Tables of articles: columns by their names, rows as tables of their own."""

from datetime import date

import pytest

from reports.errors import (
    BrokenReportError,
    EmptyReportError,
    OversizeReportError,
    ReportError,
    UnknownFormatError,
)
from reports.read import Piece, pieces, read
from tests.reports.read.files import SECOND, SENTENCE, TITLE, table

HEAD = ("id", "Headline", "Body", "Link", "Date", "Source", "Byline", "Language")
ROW = ("7", TITLE, SENTENCE, "https://botna.example/1", "2025-08-14", "Courier", "Ana Rusu", "en")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_known_by_their_names(delimiter: str) -> None:
    reading = read(table(HEAD, ROW, delimiter=delimiter), "news.csv")
    assert reading.text == f"{TITLE}\n\n{SENTENCE}"
    assert (reading.title, reading.publisher, reading.author) == (TITLE, "Courier", "Ana Rusu")
    assert (reading.url, reading.lang) == ("https://botna.example/1", "en")
    assert (reading.published, reading.published_basis) == (date(2025, 8, 14), "document")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-08-14T23:30:00+03:00", date(2025, 8, 14)),
        ("14 August 2025", date(2025, 8, 14)),
        ("2025/08/14", date(2025, 8, 14)),
        ("20250814T101500Z", date(2025, 8, 14)),
        ("Thu, 14 Aug 2025 23:30:00 +0300", date(2025, 8, 14)),
        ("3/4/2025", None),
        ("2025/13/40", None),
        ("yesterday", None),
    ],
)
def test_a_day_has_one_reading_or_none(written: str, day: date | None) -> None:
    reading = read(table(("text", "date"), (SENTENCE, written)), "news.csv")
    assert reading.published == day
    assert bool(reading.warnings) == (day is None)


def test_each_row_is_a_table_of_its_own() -> None:
    data = b"sep=;\r\n" + table(HEAD, ROW, ("8", "", SECOND), delimiter=";")
    opened = pieces(data, "news.csv")
    assert [one.name for one in opened.pieces] == [
        "news.csv/1-flood-empties-villages.csv",
        "news.csv/2.csv",
    ]
    assert [read(one.data, one.name).text for one in opened.pieces] == [
        f"{TITLE}\n\n{SENTENCE}",
        SECOND,
    ]
    assert [pieces(one.data, one.name).pieces for one in opened.pieces] == [
        (one,) for one in opened.pieces
    ]


def test_rows_without_a_text_and_rows_too_long_are_left_out_and_said() -> None:
    opened = pieces(table(HEAD, ROW, ("8", "A title"), (*ROW, "more")), "news.csv")
    assert len(opened.pieces) == 1
    assert [one.why for one in opened.left_out] == [
        "news.csv/2-a-title.csv has no text.",
        "news.csv/3-flood-empties-villages.csv has 9 cells under 8 headings.",
    ]


def test_a_table_that_breaks_off_gives_the_rows_before() -> None:
    opened = pieces(table(HEAD, ROW) + b'8,"Open', "news.csv")
    assert len(opened.pieces) == 1
    assert "breaks off in row 2" in opened.left_out[0].why


def test_markup_in_a_text_is_read_as_a_page_is() -> None:
    page = f"<div><p>{SENTENCE}</p><script>x()</script><p>{SECOND}</p></div>"
    assert read(table(("text",), (page,)), "news.csv").text == f"{SENTENCE}\n\n{SECOND}"


def test_an_article_may_be_longer_than_the_csv_module_expects() -> None:
    assert len(read(table(("text",), (f"{SENTENCE} " * 4_000,)), "news.csv").text) > 300_000


BROKEN: list[tuple[str, bytes, type[ReportError], str]] = [
    ("empty", b"", EmptyReportError, "is empty"),
    ("no texts", table(("a", "b"), ("1", "2")), UnknownFormatError, r"its columns are a, b\)"),
    ("only a heading", table(HEAD), EmptyReportError, "has no row below its heading"),
    ("several rows", table(HEAD, ROW, ROW), UnknownFormatError, "holds 2 articles"),
    ("an endless cell", b'text\n"' + b"x" * 6_000_000, EmptyReportError, "field limit"),
    ("many rows", b"text\n" + b"x\n" * 10_001, OversizeReportError, "holds 10,001 rows"),
    ("no text in it", table(HEAD, ("8", "A title")), BrokenReportError, "has no text"),
    ("a picture", b"\x89PNG\r\n", ReportError, "looks like a picture"),
]


@pytest.mark.parametrize(
    ("data", "kind", "problem"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_spoiled_table_is_named(data: bytes, kind: type[ReportError], problem: str) -> None:
    with pytest.raises(kind, match=rf"^news\.csv .*{problem}") as refusal:
        read(data, "news.csv")
    assert "\n" not in str(refusal.value)


def test_a_list_of_publication_days_is_known_for_what_it_may_be() -> None:
    with pytest.raises(ReportError, match=r"“text”, or give it with --manifest\.$"):
        read(b"File,Published\na.txt,2025-06-26\n", "days.csv")
    with pytest.raises(ReportError, match=r"“text”\.$"):
        read(b"File,Place\na.txt,Sumy\n", "places.csv")


def test_a_table_of_one_row_is_its_own_piece() -> None:
    data = table(HEAD, ROW)
    assert pieces(data, "news.csv").pieces == (Piece("news.csv", data),)
