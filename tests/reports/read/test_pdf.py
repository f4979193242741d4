"""PDF files: paragraphs out of lines, pages without their furniture, properties with doubt."""

from datetime import date
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure
from pypdf import PdfWriter

from reports.errors import BrokenReportError, EmptyReportError, EncryptedReportError, ReportError
from reports.read import read
from tests.reports.read.files import (
    SECOND,
    SENTENCE,
    TITLE,
    drawn_pdf,
    pdf,
    pdf_with_form,
    rewritten_pdf,
)

LONG = (
    "Rescuers brought forty-five people to the hospital of the district; the accommodation that was"
    " promised for displaced families remained unavailable throughout the evening and the night."
)
PAGED = """
#set page(header: [Institute of River Studies])
#set page(footer: context [Page #counter(page).display() of 9])
#set par(justify: true)
"""


def _words(text: str) -> list[str]:
    return text.replace("’", "'").split("\n\n")


def test_paragraphs_are_joined_from_lines() -> None:
    reading = read(
        pdf(f"= {TITLE}\n\n14 August 2025\n\n{SENTENCE}\n\n{LONG}\n\n{SECOND}"), "flood.pdf"
    )
    assert _words(reading.text) == [TITLE, "14 August 2025", SENTENCE, LONG, SECOND]
    assert reading.title == TITLE
    assert reading.published == date(2025, 8, 14)
    assert reading.warnings == ()


@pytest.mark.parametrize(
    "layout", ["#set page(columns: 2)", "#set par(justify: true)\n#set text(hyphenate: true)"]
)
def test_columns_and_broken_words(layout: str) -> None:
    body = "\n\n".join([LONG] * 12)
    reading = read(pdf(f'{layout}\n#set text(lang: "en")\n= {TITLE}\n\n{body}'), "flood.pdf")
    assert _words(reading.text)[1:] == [LONG] * 12


def test_what_pages_repeat_is_left_out_and_paragraphs_run_on() -> None:
    reading = read(pdf(PAGED + f"= {TITLE}\n\n" + "\n\n".join([LONG] * 30)), "flood.pdf")
    assert _words(reading.text) == [TITLE, *[LONG] * 30]


def test_a_line_of_the_report_that_two_pages_have_stays() -> None:
    page = b"BT /F1 12 Tf 20 200 Td (Some 340 families left Etulia on Tuesday.) Tj ET"
    assert read(drawn_pdf(page, page), "flood.pdf").text.count("340 families") == 2


def test_a_print_of_a_web_page_tells_its_address_and_its_outlet_but_not_its_day() -> None:
    page = "#set page(footer: [https://botna.example/flood #h(1fr) 1/1])\n"
    whole = pdf(f"{page}= {TITLE}\n\n{SENTENCE}\n\n{SECOND}", title=f"{TITLE} | The Botna Courier")
    made = {"/CreationDate": "D:20250901120000Z", "/Producer": "Skia/PDF m156"}
    reading = read(rewritten_pdf(whole, lambda w: w.add_metadata(made)), "flood.pdf")
    assert reading.url == "https://botna.example/flood"
    assert reading.publisher == "The Botna Courier"
    assert reading.published is None
    assert "botna.example" not in reading.text


def test_a_day_of_the_file_alone_comes_with_a_warning_in_its_own_zone() -> None:
    made = {
        "/CreationDate": "D:20250901003000+03'00'",
        "/Author": "Ana Rusu",
        "/Title": "flood_v2.docx",
    }
    reading = read(
        rewritten_pdf(pdf(f"{SENTENCE}\n\n{SECOND}"), lambda w: w.add_metadata(made)), "flood.pdf"
    )
    assert (reading.author, reading.published) == ("Ana Rusu", date(2025, 9, 1))
    assert reading.published_basis == "file"
    assert reading.title is None
    assert "correct it" in reading.warnings[0]


@pytest.mark.parametrize("line", ["Published 14 August 2025", "Comrat, August 14, 2025."])
def test_a_day_that_is_printed_goes_before_that_of_the_file(line: str) -> None:
    made = {"/CreationDate": "D:20250901003000+03'00'"}
    whole = pdf(f"= {TITLE}\n\n{line}\n\n{SENTENCE}\n\n{SECOND}")
    reading = read(rewritten_pdf(whole, lambda w: w.add_metadata(made)), "flood.pdf")
    assert (reading.published, reading.published_basis) == (date(2025, 8, 14), "document")
    assert reading.warnings == ()


def test_pages_that_cannot_be_read_are_named_and_the_others_read() -> None:
    page = b"BT /F1 12 Tf 20 200 Td (Some 340 families left Etulia on Tuesday.) Tj ET"
    reading = read(drawn_pdf(page, b" " * 6_000_000, page), "flood.pdf")
    assert reading.text.count("340 families") == 2
    assert reading.warnings == (
        "flood.pdf: page 2 is left out: it unpacks to more than any page of text.",
    )


def test_a_form_that_unpacks_to_too_much_is_not_passed_over_in_silence() -> None:
    assert read(pdf_with_form(b" " * 90), "flood.pdf").text == "Some words."
    with pytest.raises(BrokenReportError, match="unpacks to more than any page"):
        read(pdf_with_form(b" " * 6_000_000), "flood.pdf")


def _locked(user: str, owner: str, cipher: str = "RC4-128") -> bytes:
    def change(writer: PdfWriter) -> None:
        writer.encrypt(user, owner, algorithm=cipher)

    return rewritten_pdf(pdf(f"= {TITLE}\n\n{SENTENCE}"), change)


@pytest.mark.parametrize("cipher", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_that_only_its_owner_may_change_is_read(cipher: str) -> None:
    assert TITLE in read(_locked("", "secret", cipher), "flood.pdf").text


def _scan() -> bytes:
    figure = Figure(figsize=(2, 2))
    figure.figimage(np.eye(40))
    out = BytesIO()
    figure.savefig(out, format="pdf")
    return out.getvalue()


WHOLE = pdf(f"= {TITLE}\n\n{SENTENCE}")
BROKEN: list[tuple[str, bytes, type[ReportError], str]] = [
    ("truncated", WHOLE[: len(WHOLE) // 2], BrokenReportError, "is no PDF, or a damaged one"),
    ("without its end", WHOLE[:-80], BrokenReportError, "is no PDF, or a damaged one"),
    ("empty", b"", EmptyReportError, "is empty"),
    ("plain text", SENTENCE.encode(), BrokenReportError, "is no PDF, or a damaged one"),
    (
        "noise",
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        BrokenReportError,
        "is no PDF, or a damaged one",
    ),
    (
        "no words",
        drawn_pdf(b"0 0 90 90 re f", b""),
        EmptyReportError,
        "2 pages but no text: it may be a scan",
    ),
    ("a scan", _scan(), EmptyReportError, "page 1 is only a picture.*it may be a scan"),
    ("a password", _locked("secret", "secret"), EncryptedReportError, "password"),
    ("another cipher", _locked("secret", "secret", "AES-256"), EncryptedReportError, "password"),
    ("a bomb", drawn_pdf(b" " * 60_000_000), BrokenReportError, "unpacks to more than any page"),
]


@pytest.mark.parametrize(
    ("data", "kind", "problem"), [case[1:] for case in BROKEN], ids=[c[0] for c in BROKEN]
)
def test_a_spoiled_file_is_named(data: bytes, kind: type[ReportError], problem: str) -> None:
    with pytest.raises(kind, match=rf"^flood\.pdf .*{problem}") as refusal:
        read(data, "flood.pdf")
    assert "\n" not in str(refusal.value)


def test_a_day_that_pages_repeat_is_read_once_and_the_rest_is_told() -> None:
    edges = "#set page(header: [The Botna Courier | 10 June 2025], footer: [Special report])\n"
    told = (f"{number} families left the village of Etulia that day." for number in range(40, 80))
    reading = read(pdf(edges + "\n\n".join([f"= {TITLE}", *told])), "flood.pdf")
    assert reading.published == date(2025, 6, 10)
    assert reading.title == TITLE
    assert reading.text.count("Botna Courier") == 1
    assert "Special report" not in reading.text
    assert reading.warnings == (
        "flood.pdf: what its pages repeat at their edges was left out (“Special report”).",
    )


def test_marks_of_footnotes_run_into_no_figure() -> None:
    text = "Some 340#footnote[By the council.] families left 12 km#super[2] of land."
    raised = "#set super(typographic: false)\n"
    reading = read(pdf(f"{raised}= {TITLE}\n\n{text}"), "flood.pdf")
    assert "Some 340 families left 12 km2 of land." in reading.text
    assert "\n\nBy the council." in reading.text
