"""Pages made to exhaust their reader: each ends, in text or in a report error."""

import pytest

from reports.errors import OversizeReportError
from reports.read import read, read_text

SENTENCE = "Some 340 families left Etulia."


@pytest.mark.parametrize(
    "opening",
    ["<div>" * 50_000, "<b>" * 50_000, "<table><tr><td>" * 20_000, "<a><div>" * 25_000],
    ids=["divs", "bolds", "tables", "links"],
)
def test_depth_loses_nothing(opening: str) -> None:
    page = f"<html><body>{opening}<p>{SENTENCE}</p></body></html>"
    assert read(page.encode(), "bomb.html").text == SENTENCE


def test_what_follows_a_deep_element_is_read() -> None:
    page = f"<p>{SENTENCE}</p>{'<div>' * 25_000}{'</div>' * 25_000}<p>Nobody was hurt.</p>"
    assert read(page.encode(), "bomb.html").text == f"{SENTENCE}\n\nNobody was hurt."


@pytest.mark.parametrize(
    "tail",
    ["<" * 100_000, "<!" * 50_000, "<a " * 50_000, "<!--" * 50_000, "&" * 100_000],
    ids=["brackets", "declarations", "tags", "comments", "ampersands"],
)
def test_unfinished_markup_ends(tail: str) -> None:
    page = f"<html><body><p>{SENTENCE}</p>{tail}"
    assert read(page.encode(), "bomb.html").text.startswith(SENTENCE)


def test_attributes_without_end() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(50_000))
    page = f"<html><body><p {attributes}>{SENTENCE}</p></body></html>"
    assert read(page.encode(), "bomb.html").text == SENTENCE


def test_entities_do_not_multiply() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(20))
    page = f'<!DOCTYPE html [<!ENTITY e0 "x">{entities}]><html><body><p>{SENTENCE} &e20;</p>'
    assert len(read(page.encode(), "bomb.html").text) < 2 * len(page)


def test_elements_beyond_any_page_are_refused() -> None:
    with pytest.raises(OversizeReportError, match=r"bomb\.html has more than 300,000 elements"):
        read(b"<i></i>" * 310_000, "bomb.html")


@pytest.mark.parametrize(
    "text",
    [
        "!" * 200_000,
        '."' * 100_000,
        " " * 200_000 + "x",
        "a1" * 100_000,
        "share on x " * 50_000,
        "x." + "Vue lecture" * 50_000,
        "a-" * 100_000 + ".jp",
        "copyright " * 50_000,
    ],
    ids=["bangs", "quotes", "spaces", "hash", "labels", "glued", "file name", "copyright"],
)
def test_text_made_of_cues_ends(text: str) -> None:
    reading = read_text(f"{SENTENCE}\n\n{text}\n\nNobody was hurt.", "bomb.txt")
    last = reading.blocks[-1]
    assert reading.text[last.start : last.end] == "Nobody was hurt."
