"""What of a briefing the reports bear, and what they do not any more."""

from layers.briefing.briefing import Line, Step
from layers.briefing.draft import draft
from layers.briefing.standing import evidence, gone, known, unsupported
from layers.visibility import STATUSES
from tests.layers.export_cases import scene

SCENE = scene()
KNOWN = known(SCENE)
STEP = Step("s1", "view", "Losses", {})


def test_a_line_shows_the_sentences_it_cites_each_once() -> None:
    filed: dict[object, list[str]] = {}
    for item in SCENE["items"]:
        filed.setdefault((item["report"], item["sentence"][0]), []).append(item["id"])
    several = next(ids for ids in filed.values() if len(ids) > 1)
    assert len(evidence(Line("…", (*several, "gone")), KNOWN)) == 1


def test_a_number_that_no_cited_sentence_has_is_told() -> None:
    lines = [line for step in draft(SCENE, {}).steps for line in step.lines]
    sent = next(line for line in lines if "12,000" in line.text)
    other = Line(sent.text.replace("12,000", "13,000"), sent.cites)
    assert unsupported(sent, STEP, KNOWN) == []
    assert unsupported(other, STEP, KNOWN) == ["13,000"]
    assert unsupported(Line("about 40 of them"), STEP, KNOWN) == ["40"]


def test_after_a_report_was_removed_its_steps_stay_and_say_so() -> None:
    made = draft(SCENE, {})
    left = scene()
    left["reports"] = left["reports"][:-1]
    kept = {report["id"] for report in left["reports"]}
    left["items"] = [item for item in left["items"] if item["report"] in kept]
    ids = {item["id"] for item in left["items"]}
    for row in (*left["marks"], *left["groups"]):
        key = "items" if "items" in row else "claims"
        row[key] = [id_ for id_ in row[key] if id_ in ids]
    left["groups"] = [group for group in left["groups"] if group["claims"]]
    figures = next(step for step in made.steps if step.kind == "figures")
    assert "are not in the reports any more" in next(gone(figures, known(left)))


def test_a_place_that_was_rejected_is_not_on_the_map_any_more() -> None:
    step = Step("s1", "place", "Kursk", {"selection": {"kind": "mark", "id": "p:gone"}})
    assert list(gone(step, KNOWN)) == ["What it has selected is not on the map any more."]


def test_a_view_of_nothing_says_so() -> None:
    view = {"statuses": dict.fromkeys(STATUSES, False)}
    assert list(gone(Step("s1", "view", "", view), KNOWN)) == [
        "Its view shows nothing of the reports."
    ]


def test_a_briefing_that_stands_has_nothing_gone() -> None:
    assert [text for step in draft(SCENE, {}).steps for text in gone(step, KNOWN)] == []
