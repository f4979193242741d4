"""What has changed since: nothing against itself; each number has its sentence, denials stay so."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.briefing.basis import basis, basis_on
from layers.briefing.changes import LINES, Changes, changes, changes_step
from layers.briefing.compared import KINDS, Change
from layers.briefing.statements import credit, numbers
from layers.prose.words import period, plain
from layers.view import View
from layers.visibility import STATUSES
from tests.layers.export_cases import empty_scene, scene

SCENE = scene()
REPORTS = [report["id"] for report in SCENE["reports"]]
DAYS = st.integers(-30, 300).map(lambda days: date(2024, 10, 1) + timedelta(days))
Scene = dict[str, Any]
IDS = [item["id"] for item in SCENE["items"]]
GROUPS = [group["id"] for group in SCENE["groups"]]
RELATIONS = st.sampled_from([None, "agree", "differ", "conflict"])
EDITS = st.fixed_dictionaries(
    {
        "status": st.sampled_from(STATUSES),
        "review": st.sampled_from(["unverified", "verified", "rejected"]),
    }
)


def without(read: Scene, gone: set[str]) -> Scene:
    """Take reports out, and what hangs on them."""
    items = [item for item in read["items"] if item["report"] not in gone]
    kept = {item["id"] for item in items}
    groups = [
        {**group, "claims": [id_ for id_ in group["claims"] if id_ in kept]}
        for group in read["groups"]
    ]
    return {
        **read,
        "reports": [report for report in read["reports"] if report["id"] not in gone],
        "items": items,
        "groups": [group for group in groups if group["claims"]],
        "marks": [mark for mark in read["marks"] if kept & set(mark["items"])],
    }


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Make scenes with some reports, in which some items were checked, denied or re-read."""
    made = without(scene(), draw(st.sets(st.sampled_from(REPORTS))))
    edits = draw(st.dictionaries(st.sampled_from(IDS), EDITS, max_size=12))
    for item in made["items"]:
        item.update(edits.get(item["id"], {}))
    relations = draw(st.dictionaries(st.sampled_from(GROUPS), RELATIONS, max_size=6))
    for group in made["groups"]:
        group["relation"] = relations.get(group["id"])
    days = [report["published"] for report in made["reports"]]
    made["meta"]["asOf"] = max(days, default=None)
    return made


def item_of(read: Scene, id_: str) -> dict[str, Any]:
    return next(item for item in read["items"] if item["id"] == id_)


def told(found: Changes, kind: str) -> list[str]:
    return [change.text for change in found.changes if change.kind == kind]


@given(scenes())
def test_nothing_has_changed_against_itself(made: Scene) -> None:
    noted = json.loads(json.dumps(basis(made)))
    assert changes(made, noted).changes == ()


def unsourced(change: Change, made: Scene) -> list[str]:
    """List the numbers of a change that no cited sentence has, days and names left out."""
    reports = {report["id"]: report for report in made["reports"]}
    items = {item["id"]: item for item in made["items"]}
    line = " ".join((change.text, *change.beside.cells))
    names: list[str] = [group["label"] for group in made["groups"]]
    names += [each["name"] for each in made["marks"] if "name" in each]
    for id_ in change.cites:
        item = items[id_]
        report = reports[item["report"]]
        names += [f"{report['ref']} {credit(report)}", plain(report["title"]), report["ref"]]
        names += [period(item["earliest"], item["latest"]), item.get("label") or ""]
    if not change.cites:
        names += [credit(report) for report in SCENE["reports"]]
        names += [report["ref"] for report in SCENE["reports"]]
    for name in sorted(filter(None, names), key=len, reverse=True):
        line = line.replace(name, "")
    sentences = [
        reports[items[id_]["report"]]["text"][slice(*items[id_]["sentence"])]
        for id_ in change.cites
    ]
    own = numbers(" ".join(sentences))
    return [number for number in numbers(line) if number not in own]


@given(scenes(), scenes())
def test_every_number_of_a_line_is_in_a_sentence_that_it_cites(then: Scene, now: Scene) -> None:
    found = changes(now, basis(then))
    assert {change.text: unsourced(change, now) for change in found.changes} == {
        change.text: [] for change in found.changes
    }


@given(scenes(), st.one_of(scenes().map(basis), DAYS))
def test_before_and_now_are_those_of_the_line(now: Scene, before: Mapping[str, Any] | date) -> None:
    found = changes(now, before).changes
    assert all(change.beside.about for change in found)
    for change in found:
        if change.kind.startswith("figure_") and change.kind != "figure_gone":
            about, then, since, _ = change.beside.cells
            assert change.text.startswith(f"{about}: {then or since}") or then == ""
            assert since in change.text


@given(scenes(), st.one_of(scenes().map(basis), DAYS))
def test_what_is_denied_is_told_as_denied(now: Scene, before: Mapping[str, Any] | date) -> None:
    items = {item["id"]: item for item in now["items"]}
    for change in changes(now, before).changes:
        if any(items[id_]["status"] == "denied" for id_ in change.cites):
            assert "denied" in change.text or change.kind == "report_new"


@given(scenes(), DAYS)
def test_what_is_rejected_is_told_as_nothing_else(now: Scene, day: date) -> None:
    rejected = {item["id"] for item in now["items"] if item["review"] == "rejected"}
    for change in changes(now, day).changes:
        assert change.kind == "rejected" or not rejected & set(change.cites)


@given(scenes(), DAYS)
def test_a_step_cites_what_is_there_and_fits_a_slide(now: Scene, day: date) -> None:
    step = changes_step(now, changes(now, day), {"axis": "event"})
    ids = {item["id"] for item in now["items"]}
    assert 0 < len(step.lines) <= LINES
    assert all(set(line.cites) <= ids for line in step.lines)
    assert View.from_json(step.view).axis == "event"


def test_a_basis_holds_no_text_of_a_report() -> None:
    noted = json.dumps(basis(SCENE), ensure_ascii=False)
    for item in SCENE["items"]:
        report = next(report for report in SCENE["reports"] if report["id"] == item["report"])
        assert report["text"][slice(*item["sentence"])] not in noted


def test_a_day_compares_with_what_was_published_by_then() -> None:
    found = changes(SCENE, date(2025, 6, 26))
    (line,) = told(found, "report_new")
    assert line.startswith(
        "R10 publisher not stated, 27\u00a0Jun\u00a02025 (inferred): “A mock city"
    )
    assert "Sumy Oblast: possible (R10)" in told(found, "place_new")
    assert changes(SCENE, date(2025, 6, 27)).changes == ()


def test_a_report_without_a_day_is_not_told_as_new() -> None:
    read = scene()
    read["reports"][-1]["published"] = None
    found = changes(read, date(2025, 6, 26))
    assert told(found, "report_new") == []
    assert found.remarks == ("Reports without a day count as known before: R10.",)


def test_a_later_count_of_the_same_source_goes_from_old_to_new() -> None:
    (line,) = told(changes(SCENE, date(2025, 4, 28)), "figure_superseded")
    assert line.startswith("Killed: ≈300 killed (R4) → ≈600 killed (R7, R9)")
    (change,) = [
        each
        for each in changes(SCENE, date(2025, 4, 28)).changes
        if each.kind == "figure_superseded"
    ]
    assert "Around 300" in change.quotes[0]
    assert "[R4] Dateline samples, 13\u00a0Jan\u00a02025" in change.quotes[0]
    assert len(change.quotes) == 3


def test_another_count_of_the_same_days_is_no_later_count() -> None:
    read = scene()
    for id_ in ("c035", "c046"):
        item_of(read, id_)["latest"] = item_of(read, "c022")["latest"]
    found = changes(read, date(2025, 4, 28))
    assert told(found, "figure_superseded") == []
    assert len(told(found, "figure_revised")) == 1


def test_another_source_is_no_revision() -> None:
    found = changes(SCENE, date(2025, 6, 26))
    (line,) = told(found, "figure_other")
    assert "12,000 personnel (R10)" in line
    assert "→ 12,000" not in line
    assert told(found, "figure_revised") == []


def test_a_disagreement_that_was_not_there_is_told_first() -> None:
    read = scene()
    read["groups"][0]["relation"] = "agree"
    noted = basis(without(read, {"r10"}))
    read["groups"][0]["relation"] = "differ"
    found = changes(read, noted)
    assert found.changes[0].kind == "disagreement_new"
    read["groups"][0]["relation"] = "agree"
    assert told(changes(read, noted), "disagreement_new") == []


def test_a_disagreement_goes_with_the_report_it_hung_on() -> None:
    read = scene()
    read["groups"][0]["relation"] = "differ"
    noted = basis(read)
    left = without(read, {"r10"})
    left["groups"][0]["relation"] = "agree"
    found = changes(left, noted)
    (line,) = told(found, "disagreement_gone")
    assert "12,000" not in line
    (gone,) = told(found, "report_gone")
    assert "Troops sent" in gone
    assert "Sumy Oblast: no report here names it any more" in told(found, "place_gone")


def test_only_what_is_certain_is_told_of_a_relation_on_a_day() -> None:
    read = scene()
    sent = read["groups"][0]
    sent["relation"] = "differ"
    for ends, relation in (((11_000, 11_500), "agree"), ((9_000, 9_000), "unknown")):
        item_of(read, "c027").update(low=ends[0], high=ends[1])
        known = basis_on(read, date(2025, 6, 26))["groups"]
        assert known[sent["id"]]["relation"] == relation
    assert basis_on(read, date(2025, 4, 1))["groups"][sent["id"]]["relation"] is None


def test_a_denial_says_what_was_told_before() -> None:
    read = scene()
    denial, known = item_of(read, "c057"), item_of(read, "c043")
    denial["status"] = "denied"
    for key in ("category", "actor", "from", "to", "at"):
        denial[key] = known[key]
    (line,) = told(changes(read, date(2025, 6, 26)), "denied")
    assert "12,000 personnel, denied (R10" in line
    _, before = line.split("; told before: ")
    assert "≈11,000 personnel (R5, R9)" in before
    assert "12,000" not in before


def test_what_was_checked_since_is_told() -> None:
    noted = basis(SCENE)
    read = scene()
    item_of(read, "c046")["review"] = "verified"
    item_of(read, "m048")["review"] = "unverified"
    item_of(read, "m050")["review"] = "rejected"
    found = changes(read, noted)
    assert told(found, "verified") == ["Killed: ≈600 killed (R9)"]
    assert told(found, "unchecked") == ["Kursk Oblast, reported (R10)"]
    assert told(found, "rejected") == ["Kharkiv, possible (R10)"]
    assert told(found, "place_gone") == ["Kharkiv Oblast: no report here names it any more"]


def test_a_figure_read_anew_and_one_withdrawn() -> None:
    noted = basis(SCENE)
    read = scene()
    item_of(read, "c046").update(figure="≈601 killed", text="About 601")
    read["items"] = [item for item in read["items"] if item["id"] != "c060"]
    found = changes(read, noted)
    assert told(found, "figure_read") == ["Killed: now ≈601 killed (R9)"]
    assert told(found, "figure_gone") == ["Mock city: a figure of R10 that was there before"]


def test_digits_that_are_not_the_report_s_give_way_to_its_words() -> None:
    read = scene()
    item_of(read, "c057")["text"] = "twelve thousand"
    (line,) = told(changes(read, date(2025, 6, 26)), "figure_other")
    assert "“twelve thousand” (R10)" in line


@pytest.mark.parametrize(
    ("latest", "figure", "kind"),
    [
        ("2025-06-26", "12,000 personnel", "plan_passed"),
        ("2025-06-27", "1,000 personnel", "plan_told"),
        ("2025-12-31", "1,000 personnel", "plan_told"),
        ("2025-12-31", "12,000 personnel", None),
        (None, "12,000 personnel", None),
    ],
)
def test_plans_whose_day_passed(latest: str | None, figure: str, kind: str | None) -> None:
    read = scene()
    plan, done = item_of(read, "c039"), item_of(read, "c057")
    plan["latest"] = latest
    done["figure"] = figure
    if figure.startswith("1,000"):
        for key in ("family", "actor", "from", "to", "at"):
            done[key] = plan[key]
        done["category"] = "troops_deployed"
        plan["category"] = "troops_planned"
    else:
        done["family"] = "other"
    found = changes(read, date(2025, 6, 17))
    lines = {each: told(found, each) for each in ("plan_passed", "plan_told")}
    assert [each for each, some in lines.items() if some] == ([kind] if kind else [])
    if kind == "plan_passed":
        assert "no report here was found to say that it happened" in lines[kind][0]
    if kind == "plan_told":
        assert "these reports do not say" in lines[kind][0]


@pytest.mark.parametrize("read", [{}, {"version": 9}, {"version": 1}, {"version": 1, "reports": 3}])
def test_what_is_no_basis_is_refused_with_a_way_out(read: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="compare with a day"):
        changes(SCENE, read)


def test_an_empty_scene_and_one_that_was_empty() -> None:
    nothing = empty_scene()
    assert changes(nothing, basis(nothing)).changes == ()
    (line,) = changes_step(nothing, changes(nothing, date(2025, 1, 1)), {}).lines
    assert "No report is not no event" in line.text
    assert len(told(changes(SCENE, basis(nothing)), "report_new")) == len(REPORTS)
    assert {change.kind for change in changes(nothing, basis(SCENE)).changes} == {
        "report_gone",
        "place_gone",
    }
    assert set(KINDS) >= {"report_gone", "place_gone"}
