"""Claim groups: what belongs together, and what is shown of it."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.groups import group_ids, grouped, summarise, tiles
from reports.groups.origins import same_speaker

REPORTS = pd.DataFrame({"id": ["r1", "r2", "r3"], "published": ["2025-06-26", "2025-06-27", None]})
# The first example waits for imports and lexicons.
UNTIMED = settings(deadline=None)
NIS = "National Intelligence Service"


def claim(id_: str, report: str = "r1", **given_: object) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": id_,
        "report_id": report,
        "start": 0,
        "text": "",
        "value": None,
        "low": None,
        "high": None,
        "values": [],
        "comparator": "eq",
        "review": "unverified",
        "approx": False,
        "increment": False,
        "part_of": None,
        "unit": "personnel",
        "category": "troops_deployed",
        "family": "deployment",
        "status": "reported",
        "actor": "North Korea",
        "actor_id": "ne:KP",
        "from_name": None,
        "from_id": None,
        "to_name": "Russia",
        "to_id": "ne:RU",
        "at_name": None,
        "at_id": None,
        "earliest": None,
        "latest": None,
        "sources": [],
        "origin": None,
    }
    return plain | given_


SENT = claim(
    "a", value=11000.0, approx=True, earliest="2024-06-26", latest="2025-06-26", origin=NIS
)
SENT_TOO = claim("b", "r2", value=12000.0)
SOME = claim("c", low=2000.0, comparator="vague", text="thousands of soldiers")
PLANNED = claim(
    "d", value=4000.0, increment=True, status="planned", category="troops_planned", origin=NIS
)
BUILDERS = claim(
    "e", value=6000.0, approx=True, status="planned", category="workers_planned", origin=NIS
)
KILLED = claim("f", value=600.0, unit="killed", category="killed", family="casualties", to_id=None)
DISTANCE = claim(
    "g",
    "r2",
    value=65.0,
    unit="km",
    category="distance",
    family="geometry",
    at_name="Koksan County",
    at_id="dl:koksan",
    from_name="Korean Demilitarized Zone",
    from_id="dl:korean-dmz",
)
SIZE = claim(
    "h",
    "r2",
    values=[3.5, 1.5],
    unit="km",
    category="dimension",
    family="geometry",
    at_name="Koksan County",
    at_id="dl:koksan",
)
ALL = [SENT, SENT_TOO, SOME, PLANNED, BUILDERS, KILLED, DISTANCE, SIZE]


def frame(rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    return grouped(pd.DataFrame(rows))


def together(*rows: dict[str, Any]) -> bool:
    return len(set(group_ids(pd.DataFrame(rows)))) == 1


def headline(*rows: dict[str, Any]) -> str:
    claims = frame(rows)
    (tile,) = tiles(summarise(claims), claims, REPORTS)
    return " ".join(part["text"] for part in tile["headline"])


def test_same_matter_is_one_group() -> None:
    assert together(SENT, SENT_TOO, SOME)


@pytest.mark.parametrize(
    "other",
    [
        {"status": "planned"},
        {"status": "claimed"},
        {"category": "troops_present"},
        {"increment": True},
        {"actor": "Iran", "actor_id": "ne:IR"},
        {"to_name": "Ukraine", "to_id": "ne:UA"},
        {"unit": "brigades"},
        {"part_of": 12000.0},
        {"value": 0.333},
        {"earliest": "2022-01-01", "latest": "2022-12-31"},
    ],
)
def test_different_matters_are_not(other: dict[str, Any]) -> None:
    assert not together(SENT, {**SENT, "id": "z", **other})


def test_deployments_meet_at_the_level_of_the_country() -> None:
    kursk = {**SENT_TOO, "to_name": "Kursk Oblast", "to_id": "ne:RU-KRS"}
    city = {**SENT_TOO, "id": "x", "to_name": "Vladivostok", "to_id": "gn:2013348"}
    ids = group_ids(pd.DataFrame([SENT, kursk, city]), {"gn:2013348": "RU"})

    assert len(set(ids)) == 1


def test_a_total_and_one_day_are_two_casualty_groups() -> None:
    total = {**KILLED, "earliest": "2025-01-01", "latest": "2025-06-26"}
    day = {**KILLED, "id": "x", "earliest": "2025-03-01", "latest": "2025-03-01"}
    next_day = {**day, "id": "y", "earliest": "2025-03-02", "latest": "2025-03-02"}

    assert group_ids(pd.DataFrame([total, day, next_day])).nunique() == 3


def test_distances_meet_by_what_is_located_whatever_their_unit() -> None:
    miles = {**DISTANCE, "id": "x", "value": 40.0, "unit": "mi", "actor": None, "actor_id": None}
    (group,) = summarise(frame([DISTANCE, miles]))

    assert (group["low"], group["high"]) == ("40 miles", "65 km")


@UNTIMED
@given(st.permutations(ALL))
def test_ids_do_not_depend_on_order(rows: list[dict[str, Any]]) -> None:
    def ids(some: list[dict[str, Any]]) -> dict[str, str]:
        frame_ = pd.DataFrame(some)
        return dict(zip(frame_["id"], group_ids(frame_), strict=True))

    assert ids(rows) == ids(ALL)


@UNTIMED
@given(st.sets(st.sampled_from(range(len(ALL))), min_size=1))
def test_every_claim_is_in_exactly_one_group(chosen: set[int]) -> None:
    groups = summarise(frame([ALL[number] for number in chosen]))
    members = [id_ for group in groups for id_ in group["claims"]]

    assert sorted(members) == sorted(ALL[number]["id"] for number in chosen)


@UNTIMED
@given(st.lists(st.integers(1, 10**6 - 1), min_size=1, max_size=6))
def test_ends_are_figures_that_somebody_stated(values: list[int]) -> None:
    rows = [claim(f"c{n}", value=float(value)) for n, value in enumerate(values)]
    (group,) = summarise(frame(rows))

    assert (group["low"], group["high"]) == (f"{min(values):,}", f"{max(values):,}")
    assert group["best"] is None


def test_summary_of_two_reports() -> None:
    (group,) = summarise(frame([SENT, SENT_TOO, SOME]))

    assert group["label"] == "Sent, North Korea → Russia"
    assert (group["low"], group["high"]) == ("≈11,000", "12,000")
    assert (group["reports"], group["origins"]) == (2, [NIS, None])


@pytest.mark.parametrize(
    ("comparator", "expected"), [("gt", ("12,000", None)), ("le", (None, "≤ 13,000"))]
)
def test_open_ends_stay_open(comparator: str, expected: tuple[str | None, str | None]) -> None:
    bound = claim("x", value=13000.0, comparator=comparator)
    (group,) = summarise(frame([SENT_TOO, bound]))

    assert (group["low"], group["high"]) == expected


def test_vague_alone_keeps_its_word() -> None:
    (group,) = summarise(frame([SOME]))

    assert group["low"] == "thousands"


def test_tiles_of_two_reports() -> None:
    claims = frame(ALL)
    chosen = tiles(summarise(claims), claims, REPORTS)
    printed = [
        (" ".join(part["text"] for part in tile["headline"]), tile["unit"]) for tile in chosen
    ]

    assert printed == [
        ("12,000 and ≈11,000", "sent"),
        ("4,000 + ≈6,000", "planned"),
        ("600", "killed"),
        ("65 km", "from Korean Demilitarized Zone"),
        ("3.5 × 1.5 km", "Koksan County"),
    ]
    assert chosen[0]["lines"] == ["2 reports", f"origins: {NIS}; not stated"]
    assert chosen[1]["lines"] == [
        "troops + workers",
        "1 report",
        f"origin: {NIS}",
        "not added to those sent",
    ]


def test_numbers_carry_a_status_and_joiners_none() -> None:
    claims = frame([PLANNED, BUILDERS])
    (tile,) = tiles(summarise(claims), claims, REPORTS)

    assert [part.get("status") for part in tile["headline"]] == ["planned", None, "planned"]


def test_many_values_are_shown_as_a_range() -> None:
    rows = [claim(f"c{n}", value=value) for n, value in enumerate([300.0, 4700.0, 1000.0])]

    assert headline(*rows) == "300 to 4,700"


def test_a_category_says_of_a_unit_what_fits_it() -> None:
    damage = {**KILLED, "category": "damage", "family": "impact", "unit": "homes"}
    claims = frame([damage, {**damage, "id": "y", "unit": "customers"}])
    units = {tile["unit"] for tile in tiles(summarise(claims), claims, REPORTS)}

    assert units == {"homes damaged", "customers cut off"}


def test_migrants_are_not_called_displaced() -> None:
    fled = {**KILLED, "category": "displaced", "family": "displacement", "unit": "displaced"}
    migrants = {**fled, "id": "y", "text": "600 migrants"}
    labels = {group["label"] for group in summarise(frame([fled, migrants]))}

    assert labels == {"Displaced, North Korea, Russia", "Migrants, North Korea, Russia"}


def test_an_open_end_is_shown_as_it_was_stated() -> None:
    more = claim("x", value=9000.0, comparator="gt")

    assert headline(SENT, SENT_TOO, more) == "> 9,000 to 12,000"


def test_the_same_number_twice_is_shown_once() -> None:
    assert headline(SENT, {**SENT, "id": "x", "report_id": "r2"}) == "≈11,000"


def test_brigades_are_not_men() -> None:
    assert headline(claim("x", value=2.0, unit="brigades")) == "2 brigades"


def test_one_family_leaves_room_for_others() -> None:
    names = ["ne:A1", "ne:B1", "ne:C1", "ne:D1"]
    many = [{**SENT, "id": f"m{n}", "actor_id": name} for n, name in enumerate(names)]
    claims = frame([*many, KILLED, DISTANCE])
    units = [tile["unit"] for tile in tiles(summarise(claims), claims, REPORTS, limit=4)]

    assert units == ["sent", "sent", "killed", "from Korean Demilitarized Zone"]


def test_history_does_not_make_the_headline() -> None:
    now = {**KILLED, "id": "now", "value": 3.0, "earliest": "2025-06-20", "latest": "2025-06-20"}
    then = {**KILLED, "value": 241.0, "earliest": "1983-01-01", "latest": "1983-12-31"}
    claims = frame([now, then])
    first, *_ = tiles(summarise(claims), claims, REPORTS)

    assert first["headline"][0]["text"] == "3"


def test_what_did_not_happen_is_no_headline() -> None:
    claims = frame([{**KILLED, "value": 0.0}])

    assert tiles(summarise(claims), claims, REPORTS) == []


def test_nothing_to_show() -> None:
    empty = pd.DataFrame([SENT]).iloc[:0]
    claims = grouped(empty)

    assert summarise(claims) == []
    assert tiles([], claims, REPORTS) == []


SPEAKERS = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "speaker_cases.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", SPEAKERS, ids=lambda case: case["name"])
def test_the_shared_cases_of_speakers(case: dict[str, Any]) -> None:
    assert same_speaker(case["one"], case["other"]) is case["same"]
    assert same_speaker(case["other"], case["one"]) is case["same"]


@pytest.mark.parametrize(
    ("places", "label"),
    [
        (
            {"from_name": "Kenya", "at_name": "Kenya", "to_name": None},
            "Sent, North Korea, from Kenya",
        ),
        ({"from_name": "Kenya", "to_name": "Chad"}, "Sent, North Korea, Kenya → Chad"),
        ({"from_name": "North Korea", "to_name": "Chad"}, "Sent, North Korea → Chad"),
        ({"to_name": None, "at_name": "Chad"}, "Sent, North Korea, Chad"),
    ],
)
def test_an_arrow_leads_only_from_and_to_what_was_said(
    places: dict[str, str | None], label: str
) -> None:
    (group,) = summarise(frame([{**SENT, **places}]))

    assert group["label"] == label


@pytest.mark.parametrize("category", ["other", "cost", "duration"])
def test_figures_that_do_not_say_what_they_count_stand_alone(category: str) -> None:
    bail = {**KILLED, "category": category, "family": "impact", "unit": "USD"}

    assert not together(bail, {**bail, "id": "y", "report_id": "r2"})


def test_what_names_neither_who_nor_where_stays_within_its_report() -> None:
    unplaced = {**KILLED, "actor": None, "actor_id": None, "to_name": None}

    assert together(unplaced, {**unplaced, "id": "y"})
    assert not together(unplaced, {**unplaced, "id": "y", "report_id": "r2"})


def test_an_undated_figure_is_no_total_over_years() -> None:
    total = {**KILLED, "earliest": "2015-01-01", "latest": "2015-12-31"}

    assert not together(KILLED, {**total, "id": "y"})


@pytest.mark.parametrize(("day", "same"), [("2025-07-20", True), ("2025-09-01", False)])
def test_undated_figures_meet_only_when_reported_within_a_month(day: str, same: bool) -> None:  # noqa: FBT001 - a case of the table
    rows = pd.DataFrame([KILLED, {**KILLED, "id": "y", "report_id": "r2"}])
    ids = group_ids(rows, published={"r1": "2025-06-26", "r2": day})

    assert (ids[0] == ids[1]) is same


def test_news_without_a_date_does_not_join_what_ended_years_before() -> None:
    history = {**SENT, "id": "y", "earliest": "2003-03-01", "latest": "2003-05-01"}
    rows = pd.DataFrame([SENT_TOO, history])
    days = {"r1": "2025-06-26", "r2": "2025-06-26"}

    assert group_ids(rows, published=days).nunique() == 2
