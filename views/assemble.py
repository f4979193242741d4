"""From the store to the scene: where reports and layers meet."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from geo.gazetteer import Gazetteer
from layers import basemap
from layers.coverage import coverage
from layers.distances import distances
from layers.flows import flows
from layers.items import unquantified
from layers.offsets import bearings, offsets, rightly_read
from layers.own.content import with_own
from layers.places import mentioned, places
from layers.scene import scene
from layers.style import style
from reports.decided import REJECTED
from reports.groups import grouped, summarise, tiles
from reports.groups.plans import if_all_plans
from reports.known_places import KnownPlaces
from reports.store import Store
from views import collector
from views.amounts import with_amounts
from views.pasts import pasts

# What is drawn on the ground, under the marks: coverage from rows of its own, disputed areas from
# those of the ground.
GROUND = (
    {"id": "coverage", "label": "Coverage", "on": False},
    {"id": "disputed", "label": "Disputed areas", "on": True},
)
Json = Mapping[str, Any]
Say = Callable[[float, str], object]
"""Hears how much is done, from 0 to 1, and what comes next."""
SLOTS = ["actor_id", "from_id", "to_id", "at_id"]


def _silent(done: float, words: str) -> None:
    del done, words


@collector.at_rest
def assemble(store: Store, gazetteer: Gazetteer, say: Say = _silent) -> dict[str, Any]:
    """Lay out all that is in the store, ready to be filtered and drawn; `say` hears how it goes."""
    known = KnownPlaces(gazetteer, store.places())
    reports, measured = store.reports(), store.offsets()
    say(0.05, f"Reading {_counted(reports, 'report')}")
    mentions = _located(store.mentions(), ["place_id"], known)
    countries = _countries(mentions)
    say(0.2, f"Reading figures beside {_counted(mentions, 'name')} of places")
    claims = grouped(_located(store.claims(), SLOTS, known), countries, _published(reports))
    say(0.35, f"Grouping {_counted(claims, 'figure')}")
    groups = summarise(claims)
    claims = with_amounts(claims, known)
    measured = rightly_read(measured, claims[claims["review"] == REJECTED])
    named, stated = _stands(mentions), _stands(claims)
    say(0.6, f"Placing {_counted(mentions, 'name')} and {_counted(claims, 'figure')}")
    drawn = [
        places(named, stated, known, frozenset(measured["anchor_id"])),
        offsets(measured, named, stated, known),
        flows(stated, known),
        distances(stated, known, bearings(measured, stated)),
        mentioned(named, known),
    ]
    meta = {
        "sample": bool(reports["sample"].astype(bool).any()),
        "policy": basemap.boundary_policy(),
        "attribution": [*basemap.attribution(), *_credits(mentions, known)],
        "style": style(),
    }
    say(0.8, f"Laying out {_counted(mentions, 'name')} and {_counted(claims, 'figure')}")
    headlines = tiles(_of(groups, stated), stated, reports)
    laid = scene(reports, mentions, claims, drawn, groups, headlines, meta)
    own = [(each.id, each.content) for each in store.own_layers.kept()]
    whole = {
        **laid,
        "layers": [*laid["layers"], *GROUND],
        "coverage": coverage(named, stated, known),
        "unquantified": unquantified(store.unquantified()),
        "derived": if_all_plans(_of(groups, stated), stated, countries),
        "pasts": pasts(store, laid),
    }
    return with_own(whole, own)


def _stands(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out what somebody found to be misread: it is listed, and nothing is drawn from it."""
    return rows[rows["review"] != REJECTED]


def _of(groups: Sequence[Json], claims: pd.DataFrame) -> list[Json]:
    """Give the groups of some claims."""
    ids = frozenset(claims["group_id"])
    return [group for group in groups if group["id"] in ids]


def _counted(rows: pd.DataFrame, word: str) -> str:
    return f"{len(rows):,} {word}{'' if len(rows) == 1 else 's'}"


def claims_in_groups(store: Store, known: KnownPlaces) -> pd.DataFrame:
    """Give the store's claims in their groups, as the scene has them."""
    mentions = _located(store.mentions(), ["place_id"], known)
    claims = _located(store.claims(), SLOTS, known)
    return grouped(claims, _countries(mentions), _published(store.reports()))


def _published(reports: pd.DataFrame) -> dict[str, str | None]:
    """Give the days of reports by their ids."""
    return dict(zip(reports["id"], reports["published"], strict=True))


def _countries(mentions: pd.DataFrame) -> dict[str, str | None]:
    """Give the country codes of the places that reports name, by place id."""
    return dict(zip(mentions["place_id"], mentions["country"], strict=True))


def _located(frame: pd.DataFrame, columns: Sequence[str], known: KnownPlaces) -> pd.DataFrame:
    """Take out ids that no place has any more: what hangs on them counts as unlocated."""
    kept = {column: frame[column].where(frame[column].map(known.has), None) for column in columns}
    return frame.assign(**kept)


def _credits(mentions: pd.DataFrame, known: KnownPlaces) -> list[str]:
    """Give what must be printed beside the places that came from elsewhere."""
    ids = mentions["place_id"].dropna().unique()
    return sorted({credit for id_ in ids if (credit := known.place(id_).attribution)})
