"""Markdown: its words without its signs, and its front matter."""

from datetime import date

import pytest

from reports.errors import EmptyReportError
from reports.read import read
from tests.reports.read.files import SECOND, SENTENCE, TITLE


def test_headings_emphasis_links_and_tables() -> None:
    table = "| Village | Families |\n|---|---|\n| Etulia | 340 |"
    prose = "**Some 340** families [left](https://x.example) Etulia."
    reading = read(f"# {TITLE}\n\n{prose}\n\n{table}\n\n{SECOND}".encode(), "flood.md")
    lines = [TITLE, "Some 340 families left Etulia.", "Village | Families", "Etulia | 340", SECOND]
    assert reading.text.split("\n\n") == lines
    assert reading.title == TITLE


def test_front_matter_is_what_the_file_states() -> None:
    front = (
        f'---\ntitle: "{TITLE}"\ndate: 2025-08-14\nauthor: Ana Rusu\nsource: The Botna Courier\n'
        "url: https://botna.example/1\ntags:\n  - flood\n---\n"
    )
    reading = read(f"{front}\n{SENTENCE}\n".encode(), "flood.md")
    assert reading.text == f"{TITLE}\n\n{SENTENCE}"
    assert (reading.title, reading.author) == (TITLE, "Ana Rusu")
    assert reading.publisher == "The Botna Courier"
    assert reading.url == "https://botna.example/1"
    assert reading.published == date(2025, 8, 14)


def test_a_rule_is_no_front_matter() -> None:
    reading = read(f"---\n\n{SENTENCE}\n\n---\n\n{SECOND}\n".encode(), "flood.md")
    assert SECOND in reading.text


@pytest.mark.parametrize("data", [b"", b"\n\n", b"---\ntitle: x\n---\n", b"<script>x</script>"])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(EmptyReportError, match=r"^flood\.md "):
        read(data, "flood.md")


def test_markup_in_it_is_no_text() -> None:
    reading = read(
        f"<script>x()</script>\n\n{SENTENCE}\n\n<b onclick='x'>{SECOND}</b>".encode(), "a.md"
    )
    assert reading.text == f"{SENTENCE}\n\n{SECOND}"
