"""Structure: blocks cover a text's words, once, in order, whatever the text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.read.paragraphs import paragraphs
from reports.read.structure import structure

FIXTURES = Path(__file__).parents[1] / "fixtures"


def kinds(text: str, headline: str | None = None) -> list[tuple[str, str]]:
    """List a text's blocks as kind and words."""
    blocks = structure(text, headline).blocks
    return [(block.kind, text[block.start : block.end]) for block in blocks]


marks = ["\n", "\r\n", "\u2028", "\xa0", "❌", "Share", "Vue lecture", "Become a patron.", "x.jpg"]
heads = ["A title", "By Ana Rusu", "14 August 2025", "OSLO -", "Some 340 families left Etulia."]
pieces = st.one_of(st.text(max_size=30), st.sampled_from([*marks, *heads]))


@given(st.lists(pieces).map("".join))
@example("")
@example("\ufeff \x85\x0b")
def test_blocks_cover_exactly_the_words(text: str) -> None:
    at = 0
    for block in structure(text).blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        words = text[block.start : block.end]
        assert words == words.strip()
        at = block.end
    assert not text[at:].strip()


def test_paragraphs_are_lines() -> None:
    text = "One line.\nAnother line.\n\n  A third.  \r\nA fourth."
    spans = [text[start:end] for start, end in paragraphs(text)]
    assert spans == ["One line.", "Another line.", "A third.", "A fourth."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Rescue crews reached the village after nightfall, and their captain said\n"
        "that 17 houses had been lost to the water since Monday. A bridge on the\n"
        "road to Cahul, which had been shut for a week, was still under water."
    )
    text = f"A title\n\n{wrapped}\n\nThe end of it."
    spans = [text[start:end] for start, end in paragraphs(text)]
    assert spans == ["A title", wrapped, "The end of it."]


def test_a_list_of_headlines_is_no_wrapped_paragraph() -> None:
    lines = [
        "Three dead in Oslo crash",
        "Norway says it will send 200 engineers to Accra by autumn",
        "Did 100 die in the Lima fire?",
        "Quake shakes Chile",
    ]
    text = "\n".join(lines)
    assert [text[start:end] for start, end in paragraphs(text)] == lines


def test_very_long_paragraphs_are_cut_between_sentences() -> None:
    text = "Some 340 families left Etulia. " * 2_000
    spans = list(paragraphs(text))
    assert len(spans) > 1
    assert all(text[start:end].endswith("Etulia.") for start, end in spans)


def test_a_text_with_more_paragraphs_than_an_article_is_divided_all_the_same() -> None:
    assert len(structure("a\n" * 30_000).blocks) == 30_000


def test_head_of_an_article() -> None:
    text = (
        "Vue lecture\n\nFlood empties villages\n\nBy Ana Rusu\n\nPublished 6 May 2025\n\n"
        "COMRAT, Moldova - Some 340 families left three villages on Tuesday.\n\nNobody was hurt."
    )
    found = structure(text)
    assert kinds(text) == [
        ("boilerplate", "Vue lecture"),
        ("title", "Flood empties villages"),
        ("boilerplate", "By Ana Rusu"),
        ("dateline", "Published 6 May 2025"),
        ("dateline", "COMRAT, Moldova -"),
        ("text", "Some 340 families left three villages on Tuesday."),
        ("text", "Nobody was hurt."),
    ]
    assert (found.title, found.author) == ("Flood empties villages", "Ana Rusu")
    assert found.published == date(2025, 5, 6)


def test_a_dateline_on_a_line_of_its_own_dates_the_report() -> None:
    text = "Flood empties villages\n\nComrat, May 6, 2025.\n\nSome 340 families left on Tuesday."
    assert kinds(text)[1:] == [
        ("dateline", "Comrat, May 6, 2025."),
        ("text", "Some 340 families left on Tuesday."),
    ]
    assert structure(text).published == date(2025, 5, 6)


def test_a_byline_tells_its_day() -> None:
    found = structure("A flood\n\nBy Ana Rusu | 6 May 2025\n\nSome 340 families left Etulia.")
    assert (found.author, found.published) == ("Ana Rusu", date(2025, 5, 6))


def test_towns_and_days_over_the_entries_of_a_chronology_date_no_report() -> None:
    entry = "{}, {} May 2025. Some 340 families left the villages near the river."
    text = "\n\n".join(["A flood by the day", entry.format("Etulia", 6), entry.format("Comrat", 7)])
    assert structure(text).published is None
    assert [kind for kind, _ in kinds(text)] == ["title", "text", "text"]


def test_a_title_with_a_day_stays_the_title() -> None:
    text = "Flood Assessment, May 6, 2025\n\nSome 340 families left Etulia."
    assert structure(text).title == "Flood Assessment, May 6, 2025"


def test_first_sentence_is_no_title() -> None:
    assert kinds("Some 340 families left.\n\nNobody was hurt.")[0][0] == "text"


def test_lone_line_is_no_title() -> None:
    assert kinds("340 families leave Etulia") == [("text", "340 families leave Etulia")]


def test_headline_of_the_markup_is_the_title_wherever_it_stands() -> None:
    text = "Politics\n\nFlood empties  villages\n\nSome 340 families left."
    assert kinds(text, "Flood empties villages") == [
        ("text", "Politics"),
        ("title", "Flood empties  villages"),
        ("text", "Some 340 families left."),
    ]


def test_headline_that_begins_as_furniture_does_is_still_the_title() -> None:
    text = "Watch: flood empties villages\n\nSome 340 families left."
    assert kinds(text, "Watch: flood empties villages")[0][0] == "title"
    assert kinds(text)[0][0] == "boilerplate"


def test_chronologies_keep_their_dates() -> None:
    entry = "Some {} families left the villages near the river, the governor said."
    text = "A flood by the day\n\n" + "\n\n".join(
        f"{day} May 2025\n\n{entry.format(day * 40)}" for day in range(6, 12)
    )
    assert [kind for kind, words in kinds(text) if words == "11 May 2025"] == ["text"]


def test_publication_line_at_the_end_is_a_dateline() -> None:
    text = "\n\n".join([f"Some {n} families left the village on Tuesday." for n in range(300, 306)])
    assert kinds(f"{text}\n\nPublished: 6 May 2025")[-1] == ("dateline", "Published: 6 May 2025")


def test_own_report_with_furniture_of_every_sort() -> None:
    text = (FIXTURES / "own_second.txt").read_text("utf-8")
    marked = [words.split()[0] for kind, words in kinds(text) if kind == "boilerplate"]
    assert marked == ["Vue", "kim", "Our", "❌"]
    assert sum(kind == "text" for kind, _ in kinds(text)) == 6


def test_hostile_report_is_all_text() -> None:
    text = (FIXTURES / "hostile.txt").read_text("utf-8")
    found = kinds(text)
    assert found[0][0] == "title"
    assert {kind for kind, _ in found[1:]} == {"text"}
    assert "{{ 7*191 }}" in text


@pytest.mark.parametrize(
    ("name", "dateline", "published"),
    [
        ("o1_two_georgias", "WASHINGTON, 12 March 2025 -", date(2025, 3, 12)),
        ("o2_two_kursks", "14 August 2025", date(2025, 8, 14)),
        ("o3_dmz_bearings", "Published Tuesday 4 November 2025, 07:15 KST", date(2025, 11, 4)),
        ("o4_jordan_said", "AMMAN, Dec 20 (own report) -", None),
        ("o6_nested_baltic", "VILNIUS -", None),
    ],
)
def test_original_reports_begin_with_a_dateline(
    name: str, dateline: str, published: date | None
) -> None:
    text = (FIXTURES / "original" / f"{name}.txt").read_text("utf-8")
    found = kinds(text)
    assert found[0] == ("dateline", dateline)
    assert {kind for kind, _ in found[1:]} == {"text"}
    assert structure(text).published == published
