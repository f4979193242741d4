"""Word documents: what is read of them, what is not, what is believed of their properties."""

from datetime import UTC, date, datetime

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reports.errors import BrokenReportError, EmptyReportError, EncryptedReportError, ReportError
from reports.read import read
from tests.reports.read.files import SECOND, SENTENCE, TITLE, changed_zip, docx, locked_zip, pdf


def test_title_paragraphs_and_tables_in_their_order() -> None:
    def build(document: Document) -> None:
        table = document.add_table(2, 2)
        for row, cells in zip(
            table.rows, (("Village", "Families"), ("Etulia", "340")), strict=True
        ):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.add_paragraph("Schools stay closed.")

    reading = read(docx(build), "flood.docx")
    table_lines = ["Village | Families", "Etulia | 340"]
    assert reading.text.split("\n\n") == [
        TITLE,
        SENTENCE,
        SECOND,
        *table_lines,
        "Schools stay closed.",
    ]
    assert reading.title == TITLE
    assert reading.blocks[0].kind == "title"
    assert reading.lang == "en"


def _body(markup: str) -> bytes:
    body = f"<w:body {nsdecls('w')}><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>{markup}</w:body>"
    document = f"<w:document {nsdecls('w')}>{body}</w:document>"
    return changed_zip(docx(), {"word/document.xml": document.encode()})


@pytest.mark.parametrize(
    ("markup", "read_as"),
    [
        ("<w:p><w:ins><w:r><w:t>Added words.</w:t></w:r></w:ins></w:p>", "Added words."),
        ("<w:p><w:del><w:r><w:t>Gone</w:t></w:r></w:del></w:p>", ""),
        ("<w:p><w:moveFrom><w:r><w:t>Gone</w:t></w:r></w:moveFrom></w:p>", ""),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>", ""),
        (
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>A form.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "A form.",
        ),
        (
            "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>B</w:t></w:r></w:p></w:txbxContent></w:r></w:p>",
            "B",
        ),
        ("<w:p><w:r><w:t>Two</w:t><w:br/><w:t>lines</w:t></w:r></w:p>", "Two\nlines"),
    ],
    ids=["inserted", "deleted", "moved", "hidden", "form", "text box", "line break"],
)
def test_what_the_document_shows_is_read(markup: str, read_as: str) -> None:
    text = read(_body(markup), "flood.docx").text
    assert text == "\n\n".join(filter(None, (SENTENCE, read_as)))


@pytest.mark.parametrize(
    "line",
    [
        "14 August 2025",
        "Published 14 August 2025",
        "Comrat, August 14, 2025.",
        "By Ana Rusu | 14 August 2025",
    ],
)
def test_a_day_that_is_printed_goes_before_that_of_the_file(line: str) -> None:
    made = datetime(2025, 9, 1, tzinfo=UTC)
    printed = read(
        docx(
            lambda d: d.paragraphs[1].insert_paragraph_before(line),
            author="A",
            created=made,
        ),
        "flood.docx",
    )
    assert (printed.published, printed.published_basis) == (date(2025, 8, 14), "document")
    assert printed.warnings == ()


def test_a_day_within_the_story_does_not_go_before_that_of_the_file() -> None:
    story = "On August 14, 2025, Comrat lost its bridge, the council wrote."
    whole = docx(
        lambda d: d.paragraphs[1].insert_paragraph_before(story),
        author="A",
        created=datetime(2025, 9, 1, tzinfo=UTC),
    )
    told = read(whole, "flood.docx")
    assert (told.published, told.published_basis) == (date(2025, 9, 1), "file")


def test_a_day_of_the_file_alone_comes_with_a_warning() -> None:
    made = datetime(2025, 9, 1, tzinfo=UTC)
    reading = read(docx(author="Ana Rusu", created=made), "flood.docx")
    assert (reading.author, reading.published) == ("Ana Rusu", date(2025, 9, 1))
    assert reading.published_basis == "file"
    assert any("2025-09-01" in warning and "correct it" in warning for warning in reading.warnings)


def test_what_a_program_put_into_the_properties_says_nothing() -> None:
    reading = read(docx(), "flood.docx")
    assert (reading.author, reading.published, reading.warnings) == (None, None, ())


def test_footnotes_are_said_to_be_left_out() -> None:
    def note(document: Document) -> None:
        part = document.part
        part.relate_to(
            part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        )

    assert read(docx(note), "flood.docx").warnings == ("flood.docx: its footnotes were not read.",)


def test_comments_and_page_headers_are_said_to_be_left_out() -> None:
    def note(document: Document) -> None:
        document.add_comment(document.paragraphs[1].runs, "Is this so?", author="Ion Munteanu")
        document.sections[0].header.paragraphs[0].text = "The Botna Courier | 10 June 2025"
        document.sections[0].footer.paragraphs[0].text = "12"

    reading = read(docx(note), "flood.docx")
    assert "Is this so?" not in reading.text
    assert reading.warnings == (
        "flood.docx: its comments were not read.",
        "flood.docx: its page headers were not read (“The Botna Courier | 10 June 2025”).",
    )


def test_footnotes_without_words_are_not_missed() -> None:
    def separate(document: Document) -> None:
        document.sections[0].footer.paragraphs[0].text = "– 12 –"

    assert read(docx(separate), "flood.docx").warnings == ()


def test_a_raised_number_runs_into_no_figure() -> None:
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>"
    runs = f"<w:r><w:t>Some 340</w:t></w:r>{raised}<w:r><w:t> families left.</w:t></w:r>"
    assert "Some 340 families left." in read(_body(f"<w:p>{runs}</w:p>"), "flood.docx").text


def _without_words() -> bytes:
    def erase(document: Document) -> None:
        for paragraph in document.paragraphs:
            paragraph.text = ""

    return docx(erase)


WHOLE = docx()
BROKEN: list[tuple[str, bytes, type[ReportError], str]] = [
    ("truncated", WHOLE[: len(WHOLE) // 2], BrokenReportError, "breaks off or is damaged"),
    ("empty", b"", EmptyReportError, "is empty"),
    ("plain text", SENTENCE.encode(), BrokenReportError, "breaks off or is damaged"),
    ("no words", _without_words(), EmptyReportError, "no text"),
    ("no body", changed_zip(WHOLE, {"word/document.xml": b"<x/>"}), BrokenReportError, "no body"),
    ("no XML", changed_zip(WHOLE, {"word/document.xml": b"<x"}), BrokenReportError, "no Word"),
    (
        "no parts",
        changed_zip(WHOLE, {"[Content_Types].xml": b"<x/>"}),
        BrokenReportError,
        "no Word",
    ),
    ("a password", locked_zip({"word/document.xml": b"x"}), EncryptedReportError, "password"),
]


@pytest.mark.parametrize(
    ("data", "kind", "problem"), [case[1:] for case in BROKEN], ids=[c[0] for c in BROKEN]
)
def test_a_spoiled_document_is_named(data: bytes, kind: type[ReportError], problem: str) -> None:
    with pytest.raises(kind, match=rf"^flood\.docx .*{problem}") as refusal:
        read(data, "flood.docx")
    assert "\n" not in str(refusal.value)


def test_what_it_holds_beats_its_name() -> None:
    reading = read(pdf(f"= {TITLE}\n\n{SENTENCE}"), "flood.docx")
    assert reading.text == f"{TITLE}\n\n{SENTENCE}".replace("'", "’")
    assert reading.warnings == ("flood.docx is a PDF by what it holds, and was read as one.",)


def test_control_characters_are_replaced() -> None:
    markup = parse_xml(f"<w:t {nsdecls('w')}>&#x9F;</w:t>")
    assert markup.text == "\x9f"
    assert (
        "\ufffd men left."
        in read(_body("<w:p><w:r><w:t>\x9f men left.</w:t></w:r></w:p>"), "a.docx").text
    )
