"""What dates mean, phrase by phrase; every day counts from Thursday 26 June 2025 unless said."""

from datetime import date
from functools import cache

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.passage import Passage
from reports.claim import When
from reports.dates import dates, plain
from reports.dates.edtf_time import Hemisphere
from reports.language import pipeline

PUBLISHED = date(2025, 6, 26)


@cache
def parsed(text: str) -> Passage:
    return Passage(0, pipeline()(text))


def found(text: str, published: date | None = PUBLISHED) -> list[When]:
    return dates([parsed(text)], published)


def only(text: str, published: date | None = PUBLISHED) -> When:
    (when,) = found(text, published)
    return when


ABSOLUTE = [
    ("The attack came on 12 March 2025.", "on 12 March 2025", "2025-03-12"),
    ("The attack came on March 12, 2025.", "on March 12, 2025", "2025-03-12"),
    ("Issued Tuesday 4 November 2025, 07:15 KST", "Tuesday 4 November 2025", "2025-11-04"),
    ("Signed 2025-03-12 in Oslo.", "2025-03-12", "2025-03-12"),
    ("Signed 31/12/2024 in Oslo.", "31/12/2024", "2024-12-31"),
    ("Signed 03.04.2024 in Oslo.", "03.04.2024", "2024-04-03"),
    ("They fought in June 2024.", "in June 2024", "2024-06"),
    ("They fought in 2014.", "in 2014", "2014"),
    ("They fought from 2014 to 2016.", "from 2014 to 2016", "2014/2016"),
    ("They fought from June to August 2024.", "from June to August 2024", "2024-06/2024-08"),
    (
        "They fought between 8 and 13 October 2024.",
        "between 8 and 13 October 2024",
        "2024-10-08/2024-10-13",
    ),
    ("They fought on 8–13 October 2024.", "on 8–13 October 2024", "2024-10-08/2024-10-13"),
    (
        "They met between December and January 2025.",
        "between December and January 2025",
        "2024-12/2025-01",
    ),
    (
        "It rose in the second half of 2023.",
        "in the second half of 2023",
        "2023-07/2023-12",
    ),
    ("It rose in summer 2024.", "in summer 2024", "2024-06~/2024-08~"),
    ("It rose in the 1990s.", "in the 1990s", "1990/1999"),
    ("It began in mid-October 2024.", "in mid-October 2024", "2024-10-11~/2024-10-20~"),
    ("It began in late 2023.", "in late 2023", "2023-09~/2023-12~"),
]

RELATIVE = [
    # bare months and weekdays: the tense chooses
    ("Troops arrived in January.", "in January", "2025-01"),
    ("Troops will arrive in July.", "in July", "2025-07"),
    ("Kim plans to send troops in July.", "in July", "2025-07"),
    ("The summit is due in September.", "in September", "2025-09"),
    ("Rukla is to take troops in August.", "in August", "2025-08"),
    ("Kim is sending troops in July.", "in July", "2025-07"),
    ("He promised in March to send them.", "in March", "2025-03"),
    ("He said in May that they would leave.", "in May", "2025-05"),
    ("The strikes hit Odesa on Monday.", "on Monday", "2025-06-23"),
    ("The ships will leave on Monday.", "on Monday", "2025-06-30"),
    ("He told a crowd on Thursday.", "on Thursday", "2025-06-26"),
    ("They crossed at dawn on Sunday.", "at dawn on Sunday", "2025-06-22"),
    ("They left last Thursday.", "last Thursday", "2025-06-19"),
    ("A bridge fell on Dec 20.", "on Dec 20", "2024-12-20"),
    ("They met on Tuesday of last week.", "on Tuesday of last week", "2025-06-17"),
    # counted from the day of publication
    ("The port was hit yesterday.", "yesterday", "2025-06-25"),
    ("The port was hit this morning.", "this morning", "2025-06-26"),
    ("The port was hit overnight.", "overnight", "2025-06-25/2025-06-26"),
    ("The port was hit last night.", "last night", "2025-06-25/2025-06-26"),
    ("The port was hit last week.", "last week", "2025-06-16/2025-06-22"),
    (
        "The port was hit in the last week of May.",
        "in the last week of May",
        "2025-05-21~/2025-05-31~",
    ),
    (
        "The port was hit in the week ending 22 June.",
        "in the week ending 22 June",
        "2025-06-16/2025-06-22",
    ),
    (
        "The port was hit in the 48 hours to Tuesday.",
        "in the 48 hours to Tuesday",
        "2025-06-22/2025-06-24",
    ),
    (
        "The port was hit between 11 p.m. and 6 a.m., he said.",
        "between 11 p.m. and 6 a.m.",
        "2025-06-25/2025-06-26",
    ),
    ("The port was hit last month.", "last month", "2025-05"),
    ("The port was hit last year.", "last year", "2024"),
    ("The port was hit last summer.", "last summer", "2024-06~/2024-08~"),
    ("The port was hit this month.", "this month", "2025-06-01/2025-06-26"),
    ("The port was hit earlier this year.", "earlier this year", "2025-01-01/2025-06-26"),
    ("The port will close next month.", "next month", "2025-07"),
    ("The port will close later this month.", "later this month", "2025-06-26/2025-06-30"),
    ("The pact was signed in June of last year.", "in June of last year", "2024-06"),
    ("They sank ten ships in the past year.", "in the past year", "2024-06-26/2025-06-26"),
    ("They sank it in the past 72 hours.", "in the past 72 hours", "2025-06-23/2025-06-26"),
    ("They will sink it in two weeks.", "in two weeks", "2025-07-10~"),
    ("They will sink it within six months.", "within six months", "2025-06-26/2025-12-26"),
    ("It sank two weeks ago.", "two weeks ago", "2025-06-12~"),
    ("It sank two hours ago.", "two hours ago", "2025-06-25/2025-06-26"),
    ("It sank a month ago.", "a month ago", "2025-05"),
    ("It sank three years ago.", "three years ago", "2022"),
    ("It was the fourth raid in a fortnight.", "in a fortnight", "2025-06-12/2025-06-26"),
    # bounds
    ("They will leave by late summer.", "by late summer", "../2025-08~"),
    ("They will leave by Christmas.", "by Christmas", "../2025-12-25"),
    ("They will leave by the end of the year.", "by the end of the year", "../2025-12~"),
    ("It will be ready by 2027.", "by 2027", "../2027"),
    ("They may leave as soon as July.", "as soon as July", "2025-07/.."),
    ("They could leave as early as July or August.", "as early as July or August", "2025-07/.."),
    ("He promised ten ships as early as September.", "as early as September", "2025-09/.."),
    ("It housed 300 as recently as November.", "as recently as November", "2024-11"),
    ("They have fled since 8 December.", "since 8 December", "2024-12-08/2025-06-26"),
    ("It has grown since late summer.", "since late summer", "2024-08~/2025-06-26"),
    ("It will stay until October.", "until October", "../2025-10"),
    # the report's own day, and vaguely before or after it
    ("Only 500 are in the country now.", "now", "2025-06-26"),
    ("Two brigades are already at Rylsk.", "already", "2025-06-26"),
    ("They recently moved.", "recently", "../2025-06-26"),
    ("They will move soon.", "soon", "2025-06-26/.."),
]

UNRESOLVED = [
    # no tense to choose the year by, or a day that could be read either way
    ("Talks in May", "in May"),
    ("Signed 03/04/2024 in Oslo.", "03/04/2024"),
    # counted from an event without a day
    ("He came about a month prior to the dispatch.", "about a month prior to"),
    # of the order, or of the leaving?
    ("Kim ordered them to leave in May.", "in May"),
]

NO_DATES = [
    "They may leave, and some will march on Kyiv.",
    "The 3rd Infantry and the 45th brigade held.",
    "A 19-year-old, aged 19, called +82 2 2025 1234 at 07:15.",
    "They seized 2,000 rifles in 2,000 villages.",
    "They searched homes in 2000 villages.",
    "The price rose by 2000.",
    "Generals watched the 9 May parade.",
    "The Sunday Times wrote a story.",
    "Many died on Bloody Sunday.",
    "A second wave and the first quarter of the men left.",
    "They took the town in two weeks.",
    "The last French soldiers sold a quarter of it.",
    "KN-23 missiles cost $2024 each.",
]


@pytest.mark.parametrize(("text", "phrase", "expected"), ABSOLUTE + RELATIVE)
def test_reads(text: str, phrase: str, expected: str) -> None:
    when = only(text)

    assert (when.text, when.edtf) == (phrase, expected)
    assert text[when.start : when.end] == phrase


@pytest.mark.parametrize(("text", "phrase", "expected"), ABSOLUTE)
def test_absolute_dates_need_no_day_of_publication(text: str, phrase: str, expected: str) -> None:
    when = only(text, None)

    assert (when.text, when.edtf) == (phrase, expected)


@pytest.mark.parametrize("text", ["It fell on Monday.", "It fell in May.", "It fell last year."])
def test_relative_dates_stay_open_without_a_day_of_publication(text: str) -> None:
    when = only(text, None)

    assert (when.edtf, when.earliest, when.latest, plain(when)) == (None, None, None, None)


@pytest.mark.parametrize(("text", "phrase"), UNRESOLVED)
def test_does_not_guess(text: str, phrase: str) -> None:
    when = only(text)

    assert (when.text, when.edtf) == (phrase, None)


@pytest.mark.parametrize("text", NO_DATES)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", [expected for _, _, expected in ABSOLUTE + RELATIVE])
def test_readings_are_edtf(text: str) -> None:
    assert str(edtf.parse_edtf(text)) == text


def test_two_dates_that_do_not_touch_are_two() -> None:
    assert [when.edtf for when in found("They fought in 2014 and in 2022.")] == ["2014", "2022"]


def test_counts_from_the_date_named_before() -> None:
    text = "Agencies counted 1,150 arrivals a day in January. The year before, it was 2,000."

    assert [when.edtf for when in found(text, date(2025, 2, 3))] == ["2025-01", "2024"]


def test_bounds_and_core_of_as_early_as() -> None:
    when = only("They could leave as early as July or August.")

    assert (when.earliest, when.latest) == (date(2025, 7, 1), None)
    assert (when.core_from, when.core_to) == (date(2025, 7, 1), date(2025, 8, 31))


def test_a_plan_lies_between_the_report_and_its_deadline() -> None:
    when = only("They will leave by late summer.")

    assert (when.earliest, when.latest) == (PUBLISHED, date(2025, 8, 31))


def test_a_finished_deadline_has_no_lower_bound() -> None:
    when = only("They had left by March.")

    assert (when.earliest, when.latest) == (None, date(2025, 3, 31))


def test_seasons_of_the_southern_hemisphere() -> None:
    passage = parsed("They will leave by late summer.")

    (when,) = dates([passage], PUBLISHED, Hemisphere.SOUTH)

    assert when.latest == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will leave by late summer.", "../2025-08"),
        ("They may leave as soon as July.", "2025-07/.."),
        ("They sank ten ships in the past year.", "2024-06-26/2025-06-26"),
        ("They recently moved.", None),
    ],
)
def test_plain_has_no_qualifiers(text: str, expected: str | None) -> None:
    assert plain(only(text)) == expected


# No deadline: the first sentence waits for the model.
@settings(deadline=None)
@given(st.sampled_from(RELATIVE), st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_readings_are_valid_on_any_day(case: tuple[str, str, str], published: date) -> None:
    for when in found(case[0], published):
        assert when.edtf is None or edtf.parse_edtf(when.edtf)
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
