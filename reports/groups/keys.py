"""Which claims are about the same thing.

Claims belong together when they agree in actor, category, kind of unit, place, status, whether they
are a total, an increment or a share, and when their periods are compatible. What that means differs
by family and is written down in ``data/lexicons/groups.toml``.

Where nothing shows that two are about the same thing, they are not: a figure of which it is not
known what it counts stands alone, one that names neither who nor where stays within its report, and
undated ones meet only if their reports came out within a month.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import blake2s

from reports.groups.clusters import Cluster, clusters_of, text_of
from reports.groups.names import called
from reports.groups.value_text import Row, is_share, measures, number
from reports.lexicon import lexicon

# What is said to happen within a month is an event, over longer it is a total.
LONGEST_EVENT = 31
Countries = Mapping[str, str | None]
Key = tuple[str, ...]


def keyed(rows: Sequence[Row], countries: Countries) -> Mapping[str, str]:
    """Give the group id of every claim by the claim's id.

    Parameters
    ----------
    rows
        Claims with the columns of the store, in any order, and where it is known with the day that
        their report was ``published``.
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
        for cluster in clusters_of(members, timeless=_is_timeless(members[0]))
        for claim in cluster.ids
    }


def is_comparable(a: Row, b: Row, countries: Countries) -> bool:
    """Tell whether two claims are about the same thing, in periods that have a day in common."""
    if _key(a, countries) != _key(b, countries):
        return False
    return len(clusters_of([a, b], timeless=_is_timeless(a))) == 1


def subject(row: Row, countries: Countries) -> str:
    """Name who a claim is about: the actor, or where the people come from."""
    who = (row["actor_id"], row["actor"]), (row["from_id"], row["from_name"])
    return next((country(*place, countries) for place in who if any(map(text_of, place))), "")


def destination(row: Row, countries: Countries, grain: str) -> str:
    """Name where it happens, as finely as ``grain`` ("country" or "own") asks."""
    where = (row["to_id"], row["to_name"]), (row["at_id"], row["at_name"])
    for id_, name in where:
        if text_of(id_) or text_of(name):
            return (
                country(id_, name, countries)
                if grain == "country"
                else text_of(id_) or text_of(name)
            )
    return ""


def country(id_: object, name: object, countries: Countries) -> str:
    """Name the country of a place; the place itself where no country is known of it."""
    place = text_of(id_)
    known = text_of(countries.get(place))
    if known:
        return known
    authority, _, code = place.partition(":")
    # Natural Earth ids are ISO 3166 codes: ne:RU, ne:RU-KRS.
    return code[:2] if authority == "ne" else place or text_of(name).casefold()


def rules(row: Row) -> Mapping[str, str]:
    """Return how claims of this family are brought together."""
    families: Mapping[str, Mapping[str, str]] = lexicon("groups")["families"]
    return families.get(str(row["family"]), families["other"])


def _is_timeless(row: Row) -> bool:
    return rules(row)["time"] == "any"


def _key(row: Row, countries: Countries) -> Key:
    if row["category"] in lexicon("groups")["alone"]["categories"]:
        return ("alone", str(row["id"]))
    rule = rules(row)
    kind, _ = measures().get(str(row["unit"]), (str(row["unit"]), 1.0))
    common = (str(row["family"]), str(row["category"]), called(row), kind, str(row["status"]))
    measure = ("increment" if row["increment"] else "total", _whole(row), _span(row, rule))
    if rule["subject"] == "place":
        place = text_of(row["at_id"]) or text_of(row["at_name"]).casefold()
        other = text_of(row["from_id"]) or text_of(row["from_name"]).casefold()
        about: Key = (place, other)
    else:
        about = (subject(row, countries), destination(row, countries, rule["place"]))
    return (*common, *measure, *(about if any(about) else ("", "", str(row["report_id"]))))


def _whole(row: Row) -> str:
    """Tell parts from wholes: a share is never compared with what it is a share of."""
    whole = number(row["part_of"])
    if whole is not None:
        return f"part of {whole:g}"
    return "share" if is_share(row) else "whole"


def _span(row: Row, rule: Mapping[str, str]) -> str:
    if rule["time"] != "event":
        return ""
    earliest, latest = text_of(row["earliest"]), text_of(row["latest"])
    if not (earliest or latest):
        return "undated"
    if not (earliest and latest):
        return "total"
    days = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days
    return "event" if days < LONGEST_EVENT else "total"


def _id(key: Key, cluster: Cluster) -> str:
    content = json.dumps([*key, cluster.begins], ensure_ascii=False).encode()
    return f"g:{blake2s(content, digest_size=6).hexdigest()}"
