"""Reports and places that came and went, and what was checked or denied since."""

from collections.abc import Iterator, Mapping
from typing import Any

from layers.briefing.basis import UNCHECKED, places
from layers.briefing.compared import Beside, Change, Compared
from layers.briefing.statements import credit, credited, source, stated, statuses
from layers.facets import REJECTED
from layers.prose.words import plain

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
            name = f"{report['ref']} {credit(report)}"
            beside = Beside(name, now=plain(report["title"]))
            yield Change("report_new", f"{name}{title}", cites, (), report["ref"], beside)
    for id_, report in then.items():
        if id_ not in compared.reports:
            labels = dict.fromkeys(map(_lost, report["figures"].values()))
            of = f"; with it went what it says of: {'; '.join(labels)}" if labels else ""
            beside = Beside(credit(report), before="; ".join(labels))
            yield Change("report_gone", f"{credit(report)}{of}", beside=beside)


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
        now = f"{how} ({', '.join(refs)})"
        short = name if how == "reported" else f"{name} ({how})"
        beside = Beside(name, now=now)
        yield compared.change("place_new", f"{name}: {now}", here, beside, short)
    for id_, name in then.items():
        if id_ not in named:
            called, now = plain(name), "no report here names it any more"
            beside = Beside(called, now=now)
            yield Change("place_gone", f"{called}: {now}", short=called, beside=beside)


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
            name, now = plain(item["text"]), f"in what is denied ({ref})"
            yield compared.change("denied", f"{name}: {now}", [item], Beside(name, now=now))
            continue
        who = source(item, compared.reports)
        before = matters.get(_matter(item), [])
        then = credited(before, compared.reports)
        said = f"; told before: {then}" if before else ""
        label = plain(item["label"])
        text = f"{label}: {stated(item)} ({ref}, {who}){said}"
        beside = Beside(label, then, f"{stated(item)} ({ref})", who)
        yield compared.change("denied", text, [item, *before], beside)


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
            beside = Beside(plain(item["label"]), now=f"{stated(item)} ({ref})")
            text = f"{beside.about}: {beside.now}"
        else:
            beside = Beside(plain(item["text"]), now=f"{item['status']} ({ref})")
            text = f"{beside.about}, {beside.now}"
        yield compared.change(CHECKS[item["review"]], text, [item], beside, text)
