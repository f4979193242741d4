"""Mails: their words, their headers, and what is no word of the report."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reports.errors import BrokenReportError, EmptyReportError, OversizeReportError, ReportError
from reports.read import Reading, read
from reports.read.sizes import sizes
from tests.reports.read.files import SECOND, SENTENCE, TITLE, mail


def _kinds(reading: Reading, kind: str) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks if b.kind == kind]


def test_headers_say_title_author_and_day_in_the_senders_zone() -> None:
    late = "Thu, 14 Aug 2025 23:30:00 +0300"
    reading = read(mail(Date=late, Archived_At="<https://botna.example/1>"), "flood.eml")
    assert reading.text.startswith(f"{TITLE}\n\n{SENTENCE}")
    assert _kinds(reading, "title") == [TITLE]
    assert (reading.title, reading.author, reading.publisher) == (TITLE, "Ana Rusu", None)
    assert (reading.published, reading.published_basis) == (date(2025, 8, 14), "document")
    assert reading.url == "https://botna.example/1"
    assert reading.warnings == ()


def test_the_name_of_an_offices_address_is_an_outlets() -> None:
    reading = read(mail(From="The Botna Courier <newsletter@botna.example>"), "flood.eml")
    assert (reading.author, reading.publisher) == (None, "The Botna Courier")


def test_a_forwarded_mail_is_not_of_the_one_who_passed_it_on() -> None:
    head = "-----Original Message-----\nFrom: X\nSent: 12 August 2025\nTo: Y\n\n"
    subject, sent = f"Fwd: {TITLE}", "Thu, 14 Aug 2025 23:30:00 +0300"
    text = f"{head}{SENTENCE}\n\n{SECOND}\n"
    reading = read(mail(text, Subject=subject, Date=sent), "flood.eml")
    assert (reading.title, reading.author) == (TITLE, "X")
    assert reading.published == date(2025, 8, 12)
    assert _kinds(reading, "text") == [SENTENCE, SECOND]
    undated = read(mail(f"{SENTENCE}\n", Subject=subject, Date=sent), "flood.eml")
    assert undated.published == date(2025, 8, 14)
    assert "correct it" in undated.warnings[0]


def test_quotes_and_signatures_are_marked() -> None:
    quoted = "On Monday Ion Munteanu wrote:\n> Is it true?\n> Please check."
    reading = read(mail(f"{SENTENCE}\n\n{quoted}\n\n-- \nAna Rusu\nOffice 12\n"), "flood.eml")
    assert _kinds(reading, "text") == [SENTENCE]


BODY = f"{SENTENCE}\n\n{SECOND}\n"
LATER = "Sat, 14 Jun 2025 09:00:00 +0300"
MAILS = tomllib.loads((Path(__file__).parent / "mails.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("head", MAILS["forwarded"].values(), ids=MAILS["forwarded"])
def test_what_is_passed_on_has_its_own_day_and_sender(head: str) -> None:
    reading = read(mail(head + BODY, Subject=f"Fwd: {TITLE}", Date=LATER), "flood.eml")
    assert (reading.published, reading.published_basis) == (date(2025, 6, 10), "document")
    assert (reading.title, reading.author) == (TITLE, "Ana Rusu")
    assert _kinds(reading, "text")[-2:] == [SENTENCE, SECOND]
    assert "Munteanu" not in " ".join(_kinds(reading, "text"))


@pytest.mark.parametrize("tail", MAILS["answered"].values(), ids=MAILS["answered"])
def test_what_a_mail_answers_is_neither_its_words_nor_its_day(tail: str) -> None:
    reading = read(mail(f"{BODY}\n{tail}", Subject=f"Re: {TITLE}", Date=LATER), "flood.eml")
    assert reading.published == date(2025, 6, 14)
    assert _kinds(reading, "text") == [SENTENCE, SECOND]


def test_a_mail_of_many_mails_is_read_in_bounded_work() -> None:
    text = "From: Ion\nSent: 10 June 2025\n\nBest,\n\n" * 20_000 + BODY
    assert read(mail(text, Subject=f"Fwd: {TITLE}"), "flood.eml").text.endswith(f"{SECOND}\n")


def test_greetings_names_and_notices_at_the_foot_are_marked() -> None:
    foot = (
        "Best regards,\nAna Rusu\n4 Water Street, Comrat\n\nThis e-mail is intended solely for the"
        " addressee; please notify the sender.\n\nSent from my telephone\n"
    )
    reading = read(mail(f"{BODY}\n{foot}"), "flood.eml")
    assert _kinds(reading, "text") == [SENTENCE, SECOND]
    assert "4 Water Street" in reading.text


def test_an_article_passed_on_as_a_quote_is_read() -> None:
    reading = read(mail(f"> {SENTENCE}\n> {SECOND}\n", Subject=""), "flood.eml")
    assert SENTENCE in " ".join(_kinds(reading, "text"))


def test_a_page_is_read_where_there_is_no_plain_text() -> None:
    page = f"<html><body><script>x()</script><p>{SENTENCE}</p><p>{SECOND}</p></body></html>"
    assert read(mail(None, html=page), "flood.eml").text == f"{TITLE}\n\n{SENTENCE}\n\n{SECOND}"
    assert read(mail(html="<p>Another.</p>"), "flood.eml").text.count("Another") == 0


def test_headlines_that_are_links_belong_to_a_newsletter() -> None:
    linked = "<a href='https://botna.example/1'>Etulia counts its losses again</a>"
    item = f"<p>{linked}</p><p>{SECOND}</p>"
    reading = read(mail(None, html=f"<p>{SENTENCE}</p>{item}"), "flood.eml")
    assert "Etulia counts its losses again" in _kinds(reading, "text")


def test_a_mail_that_breaks_off_says_so() -> None:
    whole = mail(files={"a.bin": bytes(9000)})
    reading = read(whole[: len(whole) // 2], "flood.eml")
    assert reading.text.startswith(f"{TITLE}\n\n{SENTENCE}")
    assert reading.warnings == ("flood.eml breaks off: there may have been more of it.",)


def test_an_unknown_character_set_is_guessed() -> None:
    data = (
        b'Subject: A note\nContent-Type: text/plain; charset="nonesuch"\n\nCaf\xe9 owners left.\n'
    )
    reading = read(data, "flood.eml")
    assert "Café owners left." in reading.text
    assert "cp1252" in reading.warnings[0]


HEAD = b"From: a@botna.example\nMIME-Version: 1.0\n"
PARTED = HEAD + b'Content-Type: multipart/mixed; boundary="q"\n\n'
BROKEN: list[tuple[str, bytes, type[ReportError], str]] = [
    ("empty", b"", EmptyReportError, "is empty"),
    ("plain text", SENTENCE.encode(), BrokenReportError, "is no mail"),
    ("no words", mail(None), EmptyReportError, "has no text in it"),
    ("noise", bytes(range(256)) * 9, BrokenReportError, "is no mail"),
    (
        "parts",
        PARTED + b"--q\nContent-Type: text/plain\n\nx\n" * 10_000,
        OversizeReportError,
        "has 10,001 parts",
    ),
    ("bare parts", PARTED + b"--q\n\nx\n" * 10_000, OversizeReportError, "is divided more than"),
    ("an address", b"From: " + b"(" * 90_000 + b"\n\nx\n", OversizeReportError, "has a header of"),
    (
        "a subject",
        b"From: a\nSubject: " + b"=?utf-8?q?x?=\n " * 9_000 + b"\n\nx\n",
        OversizeReportError,
        "has a header of",
    ),
    ("brackets", b"Content-Type: " + b"(" * 3_900 + b"\n\nx\n", BrokenReportError, "is "),
]


@pytest.mark.parametrize(
    ("data", "kind", "problem"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_spoiled_mail_is_named(data: bytes, kind: type[ReportError], problem: str) -> None:
    with pytest.raises(kind, match=rf"^flood\.eml .*{problem}") as refusal:
        read(data, "flood.eml")
    assert "\n" not in str(refusal.value)


def test_mails_in_mails_end() -> None:
    deep = b"Content-Type: message/rfc822\n\n" * (sizes().mail_parts - 2)
    with pytest.raises(EmptyReportError, match="has no text in it"):
        read(HEAD + deep + b"Subject: x\n\nwords\n", "flood.eml")
