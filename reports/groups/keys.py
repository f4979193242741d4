"""Which claims are about the same thing.

Claims belong together when they agree in actor, category, kind of unit, place, status, whether they
are a total, an increment or a share, and when their periods are compatible. What that means differs
by family and is written down in ``data/lexicons/groups.toml``.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2s

from reports.groups.value_text import Row, is_share, measures, number
from reports.lexicon import lexicon

# What is said to happen within a month is an event, over longer it is a total.
LONGEST_EVENT = 31
# ISO days compare as texts; these stand for open ends.
BEFORE_ALL, AFTER_ALL = "", "~"

Countries = Mapping[str, str | None]
Key = tuple[str, ...]


@dataclass(slots=True)
class _Cluster:
    """Claims whose periods all have a day in common, from ``first`` to ``last``."""

    first: str
    last: str
    begins: str
    ids: list[str]


def keyed(rows: Sequence[Row], countries: Countries) -> Mapping[str, str]:
    """Give the group id of every claim by the claim's id.

    Parameters
    ----------
    rows
        Claims with the columns of the store, in any order.
    countries
        ISO 3166-1 alpha-2 codes by place id, for places whose id does not hold the country.

    Notes
    -----
    An id depends on what a group is about and on when its first claim begins. It stays when claims
    join, unless one begins earlier.
    """
    alike: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        alike[_key(row, countries)].append(row)
    return {
        claim: _id(key, cluster)
        for key, members in alike.items()
        for cluster in _clusters(members)
        for claim in cluster.ids
    }


def is_comparable(a: Row, b: Row, countries: Countries) -> bool:
    """Tell whether two claims are about the same thing, in periods that have a day in common."""
    if _key(a, countries) != _key(b, countries):
        return False
    if rules(a)["time"] == "any":
        return True
    (first, first_end, _), (second, second_end, _) = _periods([a, b])
    return first <= second_end and second <= first_end


def subject(row: Row, countries: Countries) -> str:
    """Name who a claim is about: the actor, or where the people come from."""
    who = (row["actor_id"], row["actor"]), (row["from_id"], row["from_name"])
    return next((country(*place, countries) for place in who if any(map(_text, place))), "")


def destination(row: Row, countries: Countries, grain: str) -> str:
    """Name where it happens, as finely as ``grain`` ("country" or "own") asks."""
    where = (row["to_id"], row["to_name"]), (row["at_id"], row["at_name"])
    for id_, name in where:
        if _text(id_) or _text(name):
            return (
                country(id_, name, countries) if grain == "country" else _text(id_) or _text(name)
            )
    return ""


def country(id_: object, name: object, countries: Countries) -> str:
    """Name the country of a place; the place itself where no country is known of it."""
    place = _text(id_)
    known = _text(countries.get(place))
    if known:
        return known
    authority, _, code = place.partition(":")
    # Natural Earth ids are ISO 3166 codes: ne:RU, ne:RU-KRS.
    return code[:2] if authority == "ne" else place or _text(name).casefold()


def rules(row: Row) -> Mapping[str, str]:
    """Return how claims of this family are brought together."""
    families: Mapping[str, Mapping[str, str]] = lexicon("groups")["families"]
    return families.get(str(row["family"]), families["other"])


def _key(row: Row, countries: Countries) -> Key:
    rule = rules(row)
    kind, _ = measures().get(str(row["unit"]), (str(row["unit"]), 1.0))
    common = (str(row["family"]), str(row["category"]), kind, str(row["status"]))
    measure = ("increment" if row["increment"] else "total", _whole(row), _span(row, rule))
    if rule["subject"] == "place":
        place = _text(row["at_id"]) or _text(row["at_name"]).casefold()
        other = _text(row["from_id"]) or _text(row["from_name"]).casefold()
        return (*common, *measure, place, other)
    return (*common, *measure, subject(row, countries), destination(row, countries, rule["place"]))


def _whole(row: Row) -> str:
    """Tell parts from wholes: a share is never compared with what it is a share of."""
    whole = number(row["part_of"])
    if whole is not None:
        return f"part of {whole:g}"
    return "share" if is_share(row) else "whole"


def _span(row: Row, rule: Mapping[str, str]) -> str:
    if rule["time"] != "event":
        return ""
    earliest, latest = _text(row["earliest"]), _text(row["latest"])
    if not (earliest and latest):
        return "total"
    days = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days
    return "event" if days < LONGEST_EVENT else "total"


def _clusters(members: Sequence[Row]) -> list[_Cluster]:
    """Part claims by period: those of one cluster share a day, the undated go with the latest."""
    if rules(members[0])["time"] == "any":
        return [_Cluster(BEFORE_ALL, AFTER_ALL, BEFORE_ALL, [str(row["id"]) for row in members])]
    clusters: list[_Cluster] = []
    undated: list[str] = []
    for first, last, claim in sorted(_periods(members)):
        if (first, last) == (BEFORE_ALL, AFTER_ALL):
            undated.append(claim)
        elif clusters and first <= clusters[-1].last:
            cluster = clusters[-1]
            cluster.first, cluster.last = max(cluster.first, first), min(cluster.last, last)
            cluster.ids.append(claim)
        else:
            clusters.append(_Cluster(first, last, first, [claim]))
    if undated and not clusters:
        return [_Cluster(BEFORE_ALL, AFTER_ALL, BEFORE_ALL, undated)]
    if undated:
        clusters[-1].ids += undated
    return clusters


def _periods(members: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    for row in members:
        yield (
            _text(row["earliest"]) or BEFORE_ALL,
            _text(row["latest"]) or AFTER_ALL,
            str(row["id"]),
        )


def _id(key: Key, cluster: _Cluster) -> str:
    content = json.dumps([*key, cluster.begins], ensure_ascii=False).encode()
    return f"g:{blake2s(content, digest_size=6).hexdigest()}"


def _text(cell: object) -> str:
    """Read a cell of a frame that holds text, or nothing."""
    return cell if isinstance(cell, str) else ""
