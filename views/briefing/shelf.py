"""The store's briefings as values: opened, kept, taken out and brought back."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from layers.briefing.briefing import Briefing, from_json, to_json
from layers.briefing.errors import BriefingError
from reports.briefings import Saved
from reports.store import Store

Json = Mapping[str, Any]

UNTITLED = "Untitled briefing"


def new_id() -> str:
    """Give an id that no other briefing has."""
    return f"b-{secrets.token_hex(8)}"


def keep(store: Store, briefing: Briefing) -> Briefing:
    """Write a briefing to the store; one without an id is given one."""
    kept = briefing if briefing.id else replace(briefing, id=new_id())
    title = kept.title or UNTITLED
    store.briefings.save(kept.id, title, to_json(kept), datetime.now(UTC).isoformat())
    return kept


def fetch(store: Store, id_: str) -> Briefing:
    """Read a briefing from the store; BriefingError when there is none that can be read."""
    try:
        return from_json(store.briefings.load(id_))
    except KeyError:
        raise BriefingError(id_, "is no briefing of this store", "see `briefing list`") from None
    except ValueError as error:
        raise BriefingError(id_, f"cannot be read ({error})", "open another one") from error


def take_out(store: Store, id_: str) -> bool:
    """Take a briefing out of the list; it can be brought back (``store.briefings.restore``)."""
    return store.briefings.remove(id_, datetime.now(UTC).isoformat())


def listed(store: Store) -> dict[str, Saved]:
    """List the briefings by id, the one changed last first."""
    return {saved.id: saved for saved in store.briefings.saved()}
