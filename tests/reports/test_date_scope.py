"""Which date a figure has; every day counts from Friday 20 December 2024."""

from datetime import date

import pytest

from geo.passage import Passage
from reports.dates import dates, nearest
from reports.language import pipeline

PUBLISHED = date(2024, 12, 20)


def date_of(word: str, text: str) -> str | None:
    passage = Passage(0, pipeline()(text))
    token = next(token for token in passage.doc if token.text == word)
    when = nearest(token, dates([passage], PUBLISHED), passage)
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("64", "A convoy of 64 trucks left Odessa on Monday.", "2024-12-16"),
        # one subject, two verbs, the date after the last
        (
            "47",
            "Guards detained 47 smugglers and seized 1.2 tonnes in the past 72 hours.",
            "2024-12-17/2024-12-20",
        ),
        # one date before the first verb of two
        (
            "forty",
            "Soldiers stepped over the line on Sunday and stayed for forty minutes.",
            "2024-12-15",
        ),
        # the date stands with the infinitive
        ("300", "Germany plans to send 300 tanks in July.", "2025-07"),
        ("6,000", "It will send 6,000 builders to repair bridges by March.", "../2025-03"),
        # within the phrase of the figure
        ("300", "The camp holds 300 men captured in May.", "2024-05"),
        # the noun that does something carries the date
        ("17", "The attack on Sunday killed 17 soldiers.", "2024-12-15"),
        # a date that a clause takes up
        (
            "forty",
            "It was the largest raid since last month, when forty men were counted.",
            "2024-11-01/2024-11-30",
        ),
        # what says a day before what only says "now"
        ("300", "They are already moving 300 men in the past week.", "2024-12-13/2024-12-20"),
    ],
)
def test_takes_the_date_of_the_clause(word: str, text: str, expected: str) -> None:
    assert date_of(word, text) == expected


@pytest.mark.parametrize(
    ("word", "text"),
    [
        # the day of the statement
        ("47", "Jordan said on Friday that its guards had detained 47 smugglers."),
        ("2,000", "They sent the 2,000 men they promised us last year."),
        ("11,000", "In January Seoul raised the total to 11,000."),
        ("10,000", "Seoul put the total at 10,000, and in January raised it to 11,000."),
        # a clause with a subject of its own
        ("118", "After the submarine sank with 118 men, relatives laid wreaths on Tuesday."),
        # done, while the date is that of a plan
        ("11,000", "Kim has sent 11,000 men and plans to send engineers in March."),
        # the figure is part of the date
        ("72", "They seized a boat in the past 72 hours."),
    ],
)
def test_takes_no_date_from_elsewhere(word: str, text: str) -> None:
    assert date_of(word, text) is None


def test_dates_of_other_passages_do_not_count() -> None:
    first = Passage(0, pipeline()("A bridge fell on Monday."))
    second = Passage(100, pipeline()("The army lost 17 men."))
    whens = dates([first, second], PUBLISHED)

    assert nearest(second.doc[3], whens, second) is None
