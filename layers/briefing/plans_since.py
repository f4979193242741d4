"""Plans since: told as done, or their day passed and nothing here tells of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from layers.briefing.compared import Beside, Change, Compared
from layers.briefing.statements import credited, sources, stated
from layers.prose.words import period, plain

Json = Mapping[str, Any]

Matter = tuple[str, str, str, str]
NOT_DONE = frozenset({"planned", "possible", "denied"})
"""Statuses of figures that tell of nothing done."""
UNSAID = "Whether that is what was planned, these reports do not say."
PASSED = "That day has passed; no report here was found to say that it happened."


def found(compared: Compared) -> Iterator[Change]:
    """Tell what became of plans that were known before, as far as reports say."""
    since, until = compared.then["asOf"], compared.scene["meta"]["asOf"]
    done: dict[Matter, list[Json]] = {}
    for claim in compared.claims():
        if claim["status"] not in NOT_DONE:
            done.setdefault(_matter(claim), []).append(claim)
    for plan in compared.claims():
        if plan["status"] != "planned" or compared.is_new(plan):
            continue
        passed = bool(since and until and plan["latest"] and since < plan["latest"] <= until)
        told = [claim for claim in done.get(_matter(plan), []) if _is_later(claim, plan)]
        new = [c for c in told if compared.is_new(c) and (passed or _may_be(c, plan))]
        ref = compared.reports[plan["report"]]["ref"]
        days = f", for {period(plan['earliest'], plan['latest'])}" if passed else ""
        label, planned = plain(plan["label"]), f"{stated(plan)} ({ref}){days}"
        head = f"{label}: {planned}"
        if new:
            now = credited(new, compared.reports)
            beside = Beside(label, planned, f"{now}. {UNSAID}", sources(new, compared.reports))
            text = f"{head}; told since: {now}. {UNSAID}"
            yield compared.change("plan_told", text, [plan, *new], beside)
        elif passed and not told:
            beside = Beside(label, planned, PASSED)
            yield compared.change("plan_passed", f"{head}. {PASSED}", [plan], beside)


def _is_later(claim: Json, plan: Json) -> bool:
    return (claim["reported"] or "") > (plan["reported"] or "")


def _may_be(claim: Json, plan: Json) -> bool:
    """Tell whether a figure is as large as a plan, as far as both are bounded."""
    if claim["figure"] == plan["figure"]:
        return True
    ends: list[Any] = [item.get(end) for item in (claim, plan) for end in ("low", "high")]
    if claim["unit"] != plan["unit"] or None in ends:
        return False
    low, high, least, most = ends
    return bool(low <= most and least <= high)


def _matter(item: Json) -> Matter:
    """Name who does what where; "troops_planned" and "troops_deployed" are one."""
    who, where = item["actor"] or item["from"] or "", item["to"] or item["at"] or ""
    kind = item["category"].split("_")[0]
    return (item["family"], kind, who.casefold(), where.casefold())
