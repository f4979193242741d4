"""Dates counted from what the report told before: the 17th, that evening, since the vote."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from geo.passage import Passage
from reports.claims.covered import covered
from reports.dates import dates, plain

Passages = Callable[[str], Sequence[Passage]]
PUBLISHED = date(2025, 6, 26)

# The text, the words of its last date, and what they mean.
COUNTED = [
    ("A ferry sank on Monday.\nThe same day, a barge ran aground.", "The same day", "2025-06-23"),
    ("A ferry sank on Monday.\nTen days earlier, a barge sank.", "Ten days earlier", "2025-06-13"),
    ("A ferry sank on Monday.\nThat evening a tug went down.", "That evening", "2025-06-23"),
    (
        "A ferry sank on Monday.\nThe night before, gales had blown.",
        "The night before",
        "2025-06-22/2025-06-23",
    ),
    ("A ferry sank on Monday.\nThe next morning, divers came.", "The next morning", "2025-06-24"),
    (
        "A ferry sank on Monday.\nHours earlier, a dam had burst.",
        "Hours earlier",
        "2025-06-22/2025-06-23",
    ),
    # What is named near by comes first, and of that what happened, not when it was told.
    (
        "A ferry sank on Monday, the navy said on Wednesday. The day before, a barge sank.",
        "The day before",
        "2025-06-22",
    ),
    ("The dam burst in May. A week earlier, a levee broke.", "A week earlier", None),
    # The 17th is of the month that was named, else of those around the report.
    ("The pit collapsed on the 17th.", "on the 17th", "2025-06-17"),
    ("The pit collapsed on the 30th.", "on the 30th", "2025-05-30"),
    ("The pit will close on the 17th.", "on the 17th", "2025-07-17"),
    ("The pit opened on 28 March. It shut on the 3rd.", "on the 3rd", "2025-04-03"),
    (
        "Guards fired from the 16th to the 18th.",
        "from the 16th to the 18th",
        "2025-06-16/2025-06-18",
    ),
    # What is dated in other words.
    (
        "Officers seized power on 2 May.\nSince the coup, ten towns have rebelled.",
        "Since the coup",
        "2025-05-02/2025-06-26",
    ),
    (
        "The truce took effect on 9 June. Nine men have died since it began.",
        "since it began",
        "2025-06-09/2025-06-26",
    ),
    (
        "A quake struck on 3 June.\nThe day after the earthquake, the dam broke.",
        "The day after",
        "2025-06-04",
    ),
    (
        "The feud broke out on 2 May.\nSince the start of the feud, 40 men have died.",
        "Since the start of the feud",
        "2025-05-02/2025-06-26",
    ),
    (
        "Rebels attacked on 2 May. They have since taken nine towns.",
        "since",
        "2025-05-02/2025-06-26",
    ),
    # Days of what is dated in other words.
    ("They voted on 2 June.\nOn polling day, two men died.", "On polling day", "2025-06-02"),
    (
        "They voted on 2 June.\nOn the eve of the vote, a man died.",
        "On the eve of the vote",
        "2025-06-01",
    ),
    (
        "An offensive began on 2 June.\nOn the third day it stopped.",
        "On the third day",
        "2025-06-04",
    ),
    (
        "A mine caved in on 2 June. Earlier in the day, a beam broke.",
        "Earlier in the day",
        "2025-06-02",
    ),
    ("A mine caved in on 2 May. A fire that month shut it.", "that month", "2025-05"),
    # Parts of a year are counted from its ends.
    (
        "In the first two months of the year, 90 came.",
        "In the first two months of the year",
        "2025-01/2025-02",
    ),
    ("The last ten days of May were dry.", "The last ten days of May", "2025-05-22/2025-05-31"),
    # What is arranged lies ahead though the verb stands in the present.
    ("The drill starts on Friday.", "on Friday", "2025-06-27"),
    # What goes on is known by its age.
    (
        "The nearly five-year-old war has killed 900 people.",
        "nearly five-year-old",
        "2020/2025-06-26",
    ),
    ("The war, now in its third year, has killed 900.", "now in its third year", "2022/2025-06-26"),
    ("Ten years ago today, a dam burst.", "Ten years ago today", "2015-06-26"),
    ("Ten years ago this month, a dam burst.", "Ten years ago this month", "2015-06"),
    ("A court jailed two men for the floods of 2020.", "2020", "2020"),
]


@pytest.mark.parametrize(
    ("text", "words", "meant"), COUNTED, ids=[f"{w}: {m}" for _, w, m in COUNTED]
)
def test_counts_from_what_was_told(
    passages: Passages, text: str, words: str, meant: str | None
) -> None:
    last = dates(passages(text), PUBLISHED)[-1]
    assert last.text == words
    assert text[last.start : last.end] == words
    assert plain(last) == meant


@pytest.mark.parametrize(
    "text",
    [
        "They live on the 17th floor of a tower.",
        "On the third day it rained.",
        "On polling day, two men died.",
        "The 17th brigade has 900 men.",
        "Pupils in their third year sat on the wall.",
        "The festival, now in its third year, drew 900 people.",
        "They said that day labourers had gone.",
        "Since the coup, ten towns have rebelled.",
        "The three-year-old boy has two sisters.",
    ],
)
def test_reads_no_date_where_none_is_said(passages: Passages, text: str) -> None:
    assert dates(passages(text), PUBLISHED) == []


def test_resolves_nothing_without_a_day_of_publication(passages: Passages) -> None:
    text = "Officers seized power on Monday.\nSince the coup, and on the 17th, ten men have died."
    assert [one.edtf for one in dates(passages(text), None)] == [None, None]


def test_knows_the_period_that_a_report_covers(passages: Passages) -> None:
    for opening in (
        "Situation Report No. 4, 1-7 May 2025",
        "Flash update\nReporting period: 1-7 May 2025",
        "This report covers the week from 1 to 7 May 2025.",
    ):
        read = passages(f"{opening}\nShells killed nine men.")
        period = covered(read, dates(read, PUBLISHED))
        assert period is not None
        assert plain(period) == "2025-05-01/2025-05-07"
    news = passages("Between 1 and 7 May 2025, shells killed nine men.\nAn update is expected.")
    assert covered(news, dates(news, PUBLISHED)) is None
