"""Figures that came, went, or stand beside others than before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from layers.briefing.compared import Beside, Change, Compared
from layers.briefing.statements import credited, same_source, source, sources
from layers.prose.words import plain

Json = Mapping[str, Any]

APART = frozenset({"differ", "conflict"})
TOGETHER = frozenset({None, "agree", "compatible"})
"""How claims stand that do not differ; one alone stands in no relation."""


def found(compared: Compared) -> Iterator[Change]:
    """Tell how figures changed, group by group; nothing is averaged or added."""
    for group in compared.scene["groups"]:
        old, new = compared.group(group)
        yield from _read_anew(compared, old)
        if new and old:
            yield from _stated(compared, group, old, new)
        elif new and group.get("weight", 1):
            label = plain(group["label"])
            now = credited(new, compared.reports)
            beside = Beside(label, now=now, source=sources(new, compared.reports))
            yield compared.change("figure_new", f"{label}: {now}", new, beside)
        yield from _settled(compared, group, [*old, *new])
    yield from _gone(compared)


def _stated(
    compared: Compared, group: Json, old: Sequence[Json], new: Sequence[Json]
) -> Iterator[Change]:
    """Tell what is newly stated on a matter that was told before, source by source."""
    reports, label = compared.reports, plain(group["label"])
    for fresh in _by_source(compared, new):
        own = [claim for claim in old if same_source(claim, fresh[0], reports)]
        before = _newest(own or old)
        known = {claim["figure"] for claim in own or old}
        other = [claim for claim in fresh if claim["figure"] not in known]
        if not other:
            continue
        who = source(other[0], reports)
        told, now = credited(before, reports), credited(other, reports)
        if own:
            text, kind = f"{label}: {told} → {now}; source: {who}", _kind(before, other)
        else:
            text, kind = f"{label}: {told}; {who}: {now}", _disagreement(compared, group)
        beside = Beside(label, told, now, who)
        yield compared.change(kind, text, [*before, *other], beside)


def _by_source(compared: Compared, claims: Sequence[Json]) -> list[list[Json]]:
    sources: list[list[Json]] = []
    for claim in claims:
        alike = (some for some in sources if same_source(some[0], claim, compared.reports))
        kept = next(alike, None)
        if kept is None:
            sources.append([claim])
        else:
            kept.append(claim)
    return sources


def _newest(claims: Sequence[Json]) -> list[Json]:
    """Give the claims of the newest report among some; the undated go before all."""
    last = max(claims, key=lambda claim: (claim["reported"] or "", claim["report"]))
    return [claim for claim in claims if claim["report"] == last["report"]]


def _kind(before: Sequence[Json], now: Sequence[Json]) -> str:
    """Tell a count of later days from another count of the same."""
    lasts = [claim["latest"] for claim in before]
    firsts = [claim["earliest"] or claim["latest"] for claim in now]
    later = all(lasts) and all(firsts) and min(firsts) > max(lasts)
    return "figure_superseded" if later else "figure_revised"


def _disagreement(compared: Compared, group: Json) -> str:
    then = compared.then["groups"].get(group["id"])
    was = then["relation"] if then else None
    is_new = group.get("relation") in APART and was in TOGETHER
    return "disagreement_new" if is_new else "figure_other"


def _settled(compared: Compared, group: Json, claims: Sequence[Json]) -> Iterator[Change]:
    then = compared.then["groups"].get(group["id"])
    if claims and then and then["relation"] in APART and group.get("relation") in TOGETHER:
        label, now = plain(group["label"]), credited(claims, compared.reports)
        beside = Beside(label, now=now, source=sources(claims, compared.reports))
        yield compared.change("disagreement_gone", f"{label}: {now}", claims, beside)


def _read_anew(compared: Compared, old: Sequence[Json]) -> Iterator[Change]:
    """Tell figures that stand where they stood and are read differently: a correction."""
    for claim in old:
        known = compared.was(claim)
        if known and (known["figure"], known["status"]) != (claim["figure"], claim["status"]):
            label, now = plain(claim["label"]), credited([claim], compared.reports)
            beside = Beside(label, now=now, source=source(claim, compared.reports))
            yield compared.change("figure_read", f"{label}: now {now}", [claim], beside)


def _gone(compared: Compared) -> Iterator[Change]:
    """Tell figures that are gone from a report that is still there; a rejected one is told so."""
    now = {item["id"]: item["start"] for item in compared.scene["items"]}
    for id_, report in compared.then["reports"].items():
        if id_ not in compared.reports:
            continue
        ref = compared.reports[id_]["ref"]
        gone = [
            each["label"]
            for figure, each in report["figures"].items()
            if now.get(figure) != each["start"]
        ]
        for label in dict.fromkeys(gone):
            text = f"{plain(label)}: a figure of {ref} that was there before"
            beside = Beside(plain(label), before=f"a figure of {ref}")
            yield Change("figure_gone", text, beside=beside)
