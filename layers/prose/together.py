"""What several views show between them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from layers.visibility import STATUSES, Drawn, Visible

Json = Mapping[str, Any]

FATES = ("shown", "unlocated", "outside", "hidden")
"""Counts of the strip; of an item that views count apart, the first of these holds."""


def together(scene: Json, shown: Sequence[Visible]) -> Visible:
    """Join what views show: each mark once, with all items that any of them shows on it.

    Of a single view it is what that shows. The counts of several have ``left_out``, what none of
    them shows, for what each leaves out in its own way.
    """
    if len(shown) == 1:
        return shown[0]
    ids = {item["id"] for each in shown for item in each.items}
    items = [item for item in scene["items"] if item["id"] in ids]
    drawn = _drawn(scene, shown)
    on_a_mark = {item["id"] for one in drawn for item in one.items}
    counts = {
        "shown": len(on_a_mark),
        "unlocated": len(items) - len(on_a_mark),
        "undated": sum(not (item["earliest"] or item["latest"]) for item in items),
        "unverified": sum(item["review"] == "unverified" for item in items),
        "left_out": len(scene["items"]) - len(items),
    }
    every = [item["id"] for item in scene["items"]] if shown else []
    fates = {id_: _best(each.fates[id_] for each in shown) for id_ in every}
    return Visible(drawn, items, counts, fates)


def _drawn(scene: Json, shown: Sequence[Visible]) -> list[Drawn]:
    found: dict[str, list[Drawn]] = {}
    for each in shown:
        for one in each.drawn:
            found.setdefault(one.mark["id"], []).append(one)
    return [_joined(found[mark["id"]]) for mark in scene["marks"] if mark["id"] in found]


def _best(fates: Iterable[str]) -> str:
    return min(fates, key=FATES.index)


def _joined(parts: Sequence[Drawn]) -> Drawn:
    items = {item["id"]: item for part in parts for item in part.items}
    order = {id_: place for place, id_ in enumerate(parts[0].mark["items"])}
    ranked = sorted(items.values(), key=lambda item: order[item["id"]])
    status = min((part.status for part in parts), key=STATUSES.index)
    news = next((part.news for part in parts if part.news), None)
    return Drawn(parts[0].mark, ranked, status, news)
