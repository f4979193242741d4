"""From the store to the scene: where reports and layers meet."""

from typing import Any

from geo.gazetteer import Gazetteer
from layers import basemap
from layers.distances import distances
from layers.flows import flows
from layers.places import mentioned, places
from layers.scene import scene
from layers.style import style
from reports.groups import grouped, summarise, tiles
from reports.store import Store


def assemble(store: Store, gazetteer: Gazetteer) -> dict[str, Any]:
    """Lay out all that is in the store, ready to be filtered and drawn."""
    reports, mentions = store.reports(), store.mentions()
    countries = dict(zip(mentions["place_id"], mentions["country"], strict=True))
    claims = grouped(store.claims(), countries)
    groups = summarise(claims)
    drawn = [
        places(mentions, claims, gazetteer),
        flows(claims, gazetteer),
        distances(claims, gazetteer),
        mentioned(mentions, gazetteer),
    ]
    meta = {
        "sample": bool(reports["sample"].astype(bool).any()),
        "policy": basemap.boundary_policy(),
        "attribution": basemap.attribution(),
        "style": style(),
    }
    return scene(reports, mentions, claims, drawn, groups, tiles(groups, claims, reports), meta)
