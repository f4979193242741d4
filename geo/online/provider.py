"""Which online geocoders there are, and how each is reached."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geopy.geocoders import GeoNames, Nominatim, Pelias, Photon
from geopy.geocoders.base import Geocoder

from geo.errors import OnlineError
from geo.online.adapter import OneRequestAdapter
from geo.settings import data_dir, home_dir

USER_AGENT = "Dateline (news reports to briefing maps; asks for single place names by hand)"
TIMEOUT_S = 10
SETTINGS = "online.toml"


@dataclass(frozen=True, slots=True)
class Provider:
    """An online geocoder.

    Attributes
    ----------
    id, label
        ``nominatim`` and "Nominatim".
    host
        Where the names go; with a port if it is not the usual one. Empty when it must be set.
    scheme
        ``https``, or ``http`` for a server of one's own.
    attribution
        What must be printed beside a place that came from it.
    terms
        Where its terms of use are.
    pause_s
        Least seconds from one request to the next.
    missing
        Settings without which it cannot be asked.
    username, api_key
        For those that want an account.
    """

    id: str
    label: str
    host: str
    scheme: str
    attribution: str
    terms: str
    pause_s: float
    missing: tuple[str, ...]
    username: str | None = None
    api_key: str | None = None


def providers() -> tuple[Provider, ...]:
    """Give all providers, as shipped and as the user's own settings have them.

    Raises
    ------
    OnlineError
        When the user's settings cannot be read.
    """
    own_path = home_dir() / SETTINGS
    shipped, own = _tables(data_dir() / SETTINGS), _tables(own_path)
    strange = [name for name in own if name not in shipped]
    if strange:
        known = ", ".join(shipped)
        raise OnlineError(f"{own_path}: no provider {strange[0]}; there are {known}")
    return tuple(_provider(name, {**table, **own.get(name, {})}) for name, table in shipped.items())


def provider(provider_id: str) -> Provider:
    """Give the provider of this id, ready to be asked.

    Raises
    ------
    OnlineError
        When there is none, or a setting is missing without which it cannot be asked.
    """
    known = {each.id: each for each in providers()}
    if provider_id not in known:
        raise OnlineError(f"no online geocoder {provider_id}; there are {', '.join(known)}")
    chosen = known[provider_id]
    if chosen.missing:
        raise OnlineError(how_to_set(chosen))
    return chosen


def how_to_set(chosen: Provider) -> str:
    """Say which settings are missing and where they go."""
    keys = " and ".join(chosen.missing)
    return f"{chosen.label} needs {keys}: write it under [{chosen.id}] in {home_dir() / SETTINGS}"


def geocoder(chosen: Provider) -> Geocoder:
    """Make geopy's geocoder for a provider: one request a call, no redirects, our name on it."""
    common = {
        "user_agent": USER_AGENT,
        "timeout": TIMEOUT_S,
        "adapter_factory": OneRequestAdapter,
        "scheme": chosen.scheme,
        "domain": chosen.host,
    }
    if chosen.id == "geonames":
        return GeoNames(chosen.username, **common)
    if chosen.id == "pelias":
        return Pelias(api_key=chosen.api_key, **common)
    return (Nominatim if chosen.id == "nominatim" else Photon)(**common)


def _provider(provider_id: str, table: Mapping[str, Any]) -> Provider:
    return Provider(
        id=provider_id,
        label=table["label"],
        host=table.get("host", ""),
        scheme=table.get("scheme", "https"),
        attribution=table["attribution"],
        terms=table["terms"],
        pause_s=float(table["pause_s"]),
        missing=tuple(key for key in table.get("needs", ()) if not table.get(key)),
        username=table.get("username"),
        api_key=table.get("api_key"),
    )


def _tables(path: Path) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (OSError, ValueError) as error:
        raise OnlineError(f"{path} cannot be read ({error}): mend or remove it") from error
