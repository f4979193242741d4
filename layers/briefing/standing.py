"""How a briefing stands to the reports as they are now: what its lines rest on, what is gone.

A step whose place was rejected or whose report was taken out stays as it is, and says so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.briefing.briefing import Line, Step
from layers.briefing.unknown import lines as unknown_lines
from layers.prose.quote import Quote, Reports, quote
from layers.prose.words import plain
from layers.view import View
from layers.visibility import visible

Json = Mapping[str, Any]

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of a scene by id."""

    scene: Json
    items: Mapping[str, Json]
    reports: Reports
    others: frozenset[str]


def known(scene: Json) -> Known:
    """Look a scene through once, for all lines of a briefing."""
    return Known(
        scene,
        {item["id"]: item for item in scene["items"]},
        {report["id"]: report for report in scene["reports"]},
        frozenset(row["id"] for kind in ("marks", "groups") for row in scene[kind]),
    )


def evidence(line: Line, scene: Known) -> list[Quote]:
    """Give the sentences that a line cites, each once; what is gone is left out."""
    cited = (scene.items[id_] for id_ in line.cites if id_ in scene.items)
    return list(dict.fromkeys(quote(item, scene.reports) for item in cited))


def gone(step: Step, scene: Known) -> Iterator[str]:
    """Say what of a step the reports do not bear any more, a sentence each."""
    cited = dict.fromkeys(id_ for line in step.lines for id_ in line.cites)
    if missing := sum(id_ not in scene.items for id_ in cited):
        yield (
            f"{missing} of the {len(cited)} names and figures that its lines cite are not in the"
            " reports any more: a report was removed, or a place rejected."
        )
    selected = (step.view.get("selection") or {}).get("id")
    if selected and selected not in scene.others and selected not in scene.items:
        yield "What it has selected is not on the map any more."
    if not visible(scene.scene, View.from_json(step.view)).items:
        yield "Its view shows nothing of the reports."


def unsupported(line: Line, step: Step, scene: Known) -> list[str]:
    """List the numbers of a line, as it writes them, that nothing it cites says.

    What a line may say without a sentence: who published a report and when, and how many reports
    it cites; in a step on what is not known, the counts of its view.
    """
    said = _said(line, scene)
    left = [number for number in NUMBER.findall(line.text) if _digits(number) not in said]
    if left and step.kind == "unknown":
        view = View.from_json(step.view)
        counts = unknown_lines(scene.scene, visible(scene.scene, view), view)
        counted = {number for each in counts for number in _numbers(each.text)}
        left = [number for number in left if _digits(number) not in counted]
    return left


def _said(line: Line, scene: Known) -> frozenset[str]:
    items = [scene.items[id_] for id_ in line.cites if id_ in scene.items]
    reports = {item["report"]: scene.reports[item["report"]] for item in items}
    words = [plain(item["text"]) for item in items]
    words += [text for report in reports.values() for text in _credit(report)]
    words += [f"{quote(item, scene.reports).text} {item.get('label') or ''}" for item in items]
    words += [plain(item.get("source")) for item in items]
    return frozenset({number for text in words for number in _numbers(text)} | {str(len(reports))})


def _credit(report: Json) -> Sequence[str]:
    return [plain(report.get(key)) for key in ("ref", "title", "publisher", "url", "published")]


def _numbers(text: str) -> list[str]:
    """List numbers as digits alone: 12,000 and 12000 are one.

    >>> _numbers("12,000 of 3.5")
    ['12000', '3.5']
    """
    return [_digits(found) for found in NUMBER.findall(text)]


def _digits(number: str) -> str:
    return number.replace(",", "")
