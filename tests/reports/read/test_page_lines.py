"""Lines of pages: what ends a paragraph, how words come together, what is furniture."""

import pytest

from reports.read.page_lines import PageLine, body


def _page(*lines: str, top: float = 400.0, leading: float = 12.0) -> list[PageLine]:
    """Set lines one below the other; an empty one leaves its room."""
    places = enumerate(lines)
    return [PageLine(top - n * leading, 10.0, text).tidy() for n, text in places if text]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The council announ-", "ced it on Tuesday.", "The council announced it on Tuesday."),
        ("The council announ\u00ad", "ced it on Tuesday.", "The council announced it on Tuesday."),
        ("Roads to Ust-", "Kamenogorsk are closed.", "Roads to Ust-Kamenogorsk are closed."),
        ("It was a long-", "term loan for them.", "It was a long-term loan for them."),
        (
            "The of\ufb01cials of the \ufb02ood",
            "met in Etulia.",
            "The officials of the flood met in Etulia.",
        ),
        (
            "Some 340 families left",
            "Etulia on Tuesday.",
            "Some 340 families left Etulia on Tuesday.",
        ),
    ],
    ids=["hyphen", "soft hyphen", "name", "prefix", "ligatures", "no hyphen"],
)
def test_words_come_together(first: str, second: str, joined: str) -> None:
    assert body([_page(first, second)]).text == joined


def test_a_compound_that_is_written_elsewhere_keeps_its_hyphen() -> None:
    lines = _page(
        "The flood-", "plain was under water.", "", "Nobody lives in the flood-plain now."
    )
    assert body([lines]).text.startswith("The flood-plain was")


def test_a_paragraph_runs_on_over_a_page_and_ends_with_a_sentence_there() -> None:
    first = _page("Some 340 families left Etulia on Tuesday, and the council", "said that others")
    second = _page("would follow on Wednesday.", top=400.0)
    third = _page("Schools stay closed.")
    text = body([first, second, third]).text
    assert "said that others would follow on Wednesday.\n\nSchools stay closed." in text
    assert text.count("\n\n") == 1


def test_numbers_of_pages_and_repeated_lines_go_only_from_the_edges() -> None:
    def page(number: int) -> list[PageLine]:
        text = [f"Words of page {number} that go", "on to its end.", "12", "They are its own."]
        return _page("River Studies", "", "", *text, "", "", f"Page {number} of 3")

    text = body([page(number) for number in (1, 2, 3)]).text
    assert "River Studies" not in text
    assert "Page 1" not in text
    assert text.count("12") == 3


def test_no_page_has_no_words() -> None:
    assert body([[], []]).text == ""
