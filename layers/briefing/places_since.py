"""Reports and places that came and went, and what was checked or denied since."""

from collections.abc import Iterator, Mapping
from typing import Any

from layers.briefing.basis import REJECTED, UNCHECKED, places
from layers.briefing.compared import Change, Compared
from layers.briefing.statements import credit, credited, source, stated, statuses
from layers.export.brief.words import plain

Json = Mapping[str, Any]

Matter = tuple[str | None, ...]
CHECKS = {"verified": "verified", REJECTED: "rejected", UNCHECKED: "unchecked"}
"""Kinds of change by the review state that an item has now."""


def found(compared: Compared) -> Iterator[Change]:
    """Tell reports, places, denials and checks."""
    yield from _reports(compared)
    yield from _places(compared)
    yield from _denials(compared)
    yield from _checks(compared)


def _reports(compared: Compared) -> Iterator[Change]:
    then = compared.then["reports"]
    first: dict[str, Json] = {}
    for item in compared.items.values():
        first.setdefault(item["report"], item)
    for id_, report in compared.reports.items():
        if id_ not in then:
            title = f": “{plain(report['title'])}”" if report["title"] else ""
            cites = (first[id_]["id"],) if id_ in first else ()
            text = f"{report['ref']} {credit(report)}{title}"
            yield Change("report_new", text, cites, short=report["ref"])
    for id_, report in then.items():
        if id_ not in compared.reports:
            labels = dict.fromkeys(map(_lost, report["figures"].values()))
            of = f"; with it went what it says of: {'; '.join(labels)}" if labels else ""
            yield Change("report_gone", f"{credit(report)}{of}")


def _lost(figure: Json) -> str:
    label = plain(figure["label"])
    return label if figure["status"] == "reported" else f"{label} ({figure['status']})"


def _places(compared: Compared) -> Iterator[Change]:
    named, then = set(), compared.then["places"]
    for mark in places(compared.scene):
        named.add(mark["placeId"])
        if mark["placeId"] in then:
            continue
        here = [compared.items[id_] for id_ in mark["items"] if id_ in compared.items]
        refs = dict.fromkeys(compared.reports[item["report"]]["ref"] for item in here)
        name, how = plain(mark["name"]), statuses(here)
        text = f"{name}: {how} ({', '.join(refs)})"
        short = name if how == "reported" else f"{name} ({how})"
        yield compared.change("place_new", text, here, short)
    for id_, name in then.items():
        if id_ not in named:
            text = f"{plain(name)}: no report here names it any more"
            yield Change("place_gone", text, short=plain(name))


def _denials(compared: Compared) -> Iterator[Change]:
    """Tell what is denied now: figures first, then names in sentences that deny no figure."""
    told: set[tuple[str, int]] = set()
    matters: dict[Matter, list[Json]] = {}
    for claim in compared.claims():
        if claim["status"] != "denied" and not compared.is_new(claim):
            matters.setdefault(_matter(claim), []).append(claim)
    for item in sorted(compared.items.values(), key=lambda each: each["type"] != "claim"):
        sentence = (item["report"], item["sentence"][0])
        if item["status"] != "denied" or not _is_news(compared, item) or sentence in told:
            continue
        told.add(sentence)
        ref = compared.reports[item["report"]]["ref"]
        if item["type"] != "claim":
            yield compared.change(
                "denied", f"{plain(item['text'])}: in what is denied ({ref})", [item]
            )
            continue
        who = source(item, compared.reports)
        before = matters.get(_matter(item), [])
        said = f"; told before: {credited(before, compared.reports)}" if before else ""
        text = f"{plain(item['label'])}: {stated(item)} ({ref}, {who}){said}"
        yield compared.change("denied", text, [item, *before])


def _is_news(compared: Compared, item: Json) -> bool:
    known = compared.was(item)
    return compared.is_new(item) or (known is not None and known["status"] != item["status"])


def _matter(claim: Json) -> Matter:
    """Name what a figure is about, whether it is told or denied."""
    return tuple(claim[key] for key in ("category", "actor", "from", "to", "at"))


def _checks(compared: Compared) -> Iterator[Change]:
    for item in compared.scene["items"]:
        report = compared.then["reports"].get(item["report"])
        if report is None or (item["type"] == "claim" and not compared.was(item)):
            continue
        noted = report["figures"].get(item["id"], {}).get("review")
        then = noted or report["checked"].get(item["id"], UNCHECKED)
        if then == item["review"]:
            continue
        ref = compared.reports[item["report"]]["ref"]
        if item["type"] == "claim":
            text = f"{plain(item['label'])}: {stated(item)} ({ref})"
        else:
            text = f"{plain(item['text'])}, {item['status']} ({ref})"
        yield compared.change(CHECKS[item["review"]], text, [item], text)
