"""What happened in another place did not happen on the day of an event told before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from geo.mention import Mention
from geo.passage import Passage
from reports.claims import claims
from reports.dates import dates

PUBLISHED = date(2025, 6, 27)
ACCRA = "An explosion killed five people in {Accra|literal|city|GH} on Tuesday. The blast "
NORTH = {"Accra": 5.6, "Tema": 5.7, "Ghana": 8.0, "Lviv": 49.8, "Ukraine": 49.0}


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("also hurt 12 people.", date(2025, 6, 24)),
        ("also hurt 12 people in {Tema|literal|city|GH}.", date(2025, 6, 24)),
        ("also hurt 12 people in {Ghana|literal|country|GH}.", date(2025, 6, 24)),
        ("also hurt 12 people in {Lviv|literal|city|UA}.", None),
        ("also hurt 12 people in {Ukraine|literal|country|UA}.", None),
    ],
)
def test_a_day_is_carried_only_to_where_it_was_told_of(
    told: str,
    day: date | None,
    unmarked: Callable[[str], tuple[str, list[Mention]]],
    passages: Callable[[str], Sequence[Passage]],
) -> None:
    text, marked = unmarked(ACCRA + told)
    mentions = [
        replace(one, place=replace(one.place, lat=NORTH[one.text])) for one in marked if one.place
    ]
    parsed = passages(text)
    *_, hurt = claims(text, parsed, mentions, dates(parsed, PUBLISHED), PUBLISHED)

    assert (hurt.when.earliest if hurt.when else None) == day


NOWHERE = (
    "Rebels killed five soldiers on Tuesday. The army denied it. It was quiet. The mayor wept. "
)


@pytest.mark.parametrize(
    ("before", "day"), [("", None), ("Rebels met in {Tema|literal|city|GH}. ", date(2025, 6, 24))]
)
def test_a_place_that_comes_up_much_later_is_another(
    before: str,
    day: date | None,
    unmarked: Callable[[str], tuple[str, list[Mention]]],
    passages: Callable[[str], Sequence[Passage]],
) -> None:
    late = "He said 12 of the dead were from the raid in {Accra|literal|city|GH}."
    text, marked = unmarked(before + NOWHERE + late)
    parsed = passages(text)
    *_, dead = claims(text, parsed, marked, dates(parsed, PUBLISHED), PUBLISHED)

    assert (dead.when.earliest if dead.when else None) == day
