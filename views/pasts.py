"""Earlier briefings of a store, for telling what has changed since."""

from collections.abc import Iterator, Mapping
from typing import Any

from layers.briefing.basis import read_basis
from layers.briefing.briefing import Briefing, from_json
from layers.since import past
from reports.store import Store

Json = Mapping[str, Any]


def earlier(store: Store) -> Iterator[Briefing]:
    """Go through the briefings that noted what the reports said, the one changed last first.

    One that cannot be read is left out, and so is what it noted: the Briefing page tells of it.
    """
    for saved in store.briefings.saved():
        try:
            briefing = from_json(store.briefings.load(saved.id))
            read_basis(briefing.basis)
        except (ValueError, KeyError):
            continue
        yield briefing


def pasts(store: Store, scene: Json) -> list[dict[str, Any]]:
    """Lay out what a scene can be compared with, as its ``pasts``."""
    return [past(each.id, each.title, each.basis, scene) for each in earlier(store)]
