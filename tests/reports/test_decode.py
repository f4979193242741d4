"""Encodings: marks, UTF-8, and guesses that own up."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import ReportError, UndecodableReportError
from reports.read.decode import decode

RUSSIAN = "Курск, 11 000 военных прибыли в Россию, сообщила разведка. «Мы не знаем», — сказал он."
FRENCH = "L’armée française a quitté Abéché, à 650 km. Où ? « Noël », dit-elle."
POLISH = "Przesmyk suwalski: Suwałki, Łódź, 1 200 żołnierzy, większość ćwiczeń."
KOREAN = "북한은 러시아에 병력 12,000명을 보냈다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        ("Курск, 11 000", "cp1251"),
        ("Курск, 11 000", "koi8-r"),
        ("Курск, 11 000", "cp866"),
        ("Курск, 11 000", "iso8859-5"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (KOREAN, "cp949"),
    ],
)
def test_guess_is_right_and_says_so(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x.txt")
    assert decoded.text == text
    assert decoded.warnings == (
        f"x.txt is not UTF-8; it was read as {encoding}: check its foreign names.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, POLISH, KOREAN])
def test_unicode_needs_no_guess(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "x.txt")
    assert decoded.text == text
    assert decoded.warnings == ()


def test_wide_characters_without_a_mark() -> None:
    assert decode("Some 340 families left.".encode("utf-16-le"), "x").text.startswith("Some 340")
    assert decode("Some 340 families left.".encode("utf-16-be"), "x").text.startswith("Some 340")


def test_a_broken_byte_does_not_turn_utf8_into_a_code_page() -> None:
    decoded = decode(FRENCH.encode() + b"\x92", "x.txt")
    assert decoded.text == f"{FRENCH}\ufffd"
    assert decoded.warnings == ("x.txt: what is not UTF-8 was replaced, 1 times.",)


def test_declared_code_page_is_trusted_except_latin1() -> None:
    greek = "Η Αθήνα έστειλε 40 φορτηγά"
    assert decode(greek.encode("cp1253"), "x.html", declared="windows-1253").text == greek
    assert decode(RUSSIAN.encode("cp1251"), "x.html", declared="ISO-8859-1").text == RUSSIAN


@pytest.mark.parametrize("declared", ["unicode_escape", "zip", "punycode", "no-such-code"])
def test_declared_codecs_that_are_no_code_pages_are_ignored(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), "x.html", declared=declared).text == RUSSIAN


def test_text_that_breaks_off_is_refused() -> None:
    with pytest.raises(UndecodableReportError, match=r"begins as utf-16-le but breaks off"):
        decode("Kursk".encode("utf-16")[:-1], "x.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_exportable_text_or_a_report_error(data: bytes) -> None:
    with suppress(ReportError):
        decoded = decode(data, "x.txt")
        assert decoded.text.encode("utf-8").decode() == decoded.text
        assert "\x00" not in decoded.text
