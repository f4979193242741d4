"""The store's own layers: read from files, kept, restyled, taken out and brought back."""

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from geo.gazetteer import Gazetteer
from layers.own.content import content, styled
from layers.own.errors import OwnLayerError
from layers.own.read import read
from reports.own_layers import Kept
from reports.store import Store

Json = Mapping[str, Any]

ID_BYTES = 6


def take_in(
    store: Store,
    file: tuple[str, bytes],
    words: tuple[str, str],
    open_gazetteer: Callable[[], Gazetteer],
    looks: Json | None = None,
) -> Kept:
    """Read a file and put it into the store as a layer, on top of the others.

    Parameters
    ----------
    file
        Its name and bytes.
    words
        What the layer is called (the file's name where that is empty), and where it is from.
    looks
        ``colour``, ``filled`` and ``width``, as far as they are chosen.

    Raises
    ------
    OwnLayerError
        When the file cannot be shown, or name or source are missing.
    """
    (called, data), (name, source) = file, words
    try:
        made = content(read(data, called, open_gazetteer), called, name or stem(called), source)
    except ValueError as error:
        raise OwnLayerError(called, "was not added", str(error)) from error
    kept = Kept(secrets.token_hex(ID_BYTES), {**made, **restyled(made, looks or {})}, _now())
    store.own_layers.add(kept.id, kept.content, kept.updated)
    return kept


def stem(name: str) -> str:
    """Name a layer after its file.

    >>> stem("border_crossings-2025.geojson")
    'border crossings 2025'
    """
    return " ".join(PurePath(name).stem.replace("_", " ").replace("-", " ").split())


def restyled(kept: Json, changed: Json) -> dict[str, Any]:
    """Give a layer other words or looks; a OwnLayerError says what is wrong with them."""
    looks = {key: kept[key] for key in ("name", "source", "colour", "filled", "width")}
    try:
        return styled(kept, **{**looks, **changed})
    except ValueError as error:
        raise OwnLayerError(str(kept["name"]), "was not changed", str(error)) from error


def change(store: Store, kept: Kept, changed: Json) -> None:
    """Give a layer of the store other words or looks."""
    store.own_layers.change(kept.id, restyled(kept.content, changed), _now())


def move(store: Store, id_: str, by: int) -> None:
    """Draw a layer so many places lower (or higher, where less than 0) among the others."""
    ids = [each.id for each in store.own_layers.kept()]
    at = ids.index(id_)
    ids.insert(max(0, at + by), ids.pop(at))
    store.own_layers.order(ids)


def take_out(store: Store, id_: str) -> bool:
    """Take a layer out; it can be brought back (``store.own_layers.restore``)."""
    return store.own_layers.remove(id_, _now())


def _now() -> str:
    return datetime.now(UTC).isoformat()
