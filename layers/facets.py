"""What an item or a place is filed under, and what a view switches off of it.

A view keeps keys of paths ("casualties > killed"), and only of what is off. The browser applies the
same rules in static/web/facets.js; ``tests/fixtures/facet_cases.json`` holds both to one table.
"""

from collections.abc import Mapping, Sequence
from typing import Any

PLACE_NAME = "place name"
UNSTATED = "not stated"
STEP = " > "
CHAIN = " ← "

# Kinds of places under the words a reader looks for; a kind that stands alone is its own word.
KINDS: Mapping[str, str] = {
    "country": "country",
    "adm1": "region > adm1",
    "adm2": "region > adm2",
    "region": "region > region",
    "city": "city",
    "site": "site",
    "line": "line",
    "water": "water",
}

REJECTED = "rejected"
"""What somebody found to be misread is in no view: no switch brings it back."""

Json = Mapping[str, Any]
Off = Mapping[str, Sequence[str]]


def keys(item: Json) -> Mapping[str, str]:
    """Give the keys an item is filed under, by facet.

    A name in a text counts as what it is, so that every item is somewhere. The source of a claim is
    the root of its chain, then who is quoted.

    >>> keys({"type": "mention", "review": "verified"})["category"]
    'place name'
    >>> said = {"origin": "NIS", "source": "Lee ← NIS", "family": "casualties"}
    >>> keys({"type": "claim", "review": "verified", "category": "killed", **said})["source"]
    'NIS > Lee'
    """
    if item["type"] != "claim":
        return {"category": PLACE_NAME, "source": PLACE_NAME, "review": item["review"]}
    chain = item["source"].split(CHAIN) if item.get("source") else []
    root = item.get("origin") or (chain[-1] if chain else UNSTATED)
    speaker = chain[0] if chain else root
    category = (item.get("family") or "other", item.get("category") or "other")
    return {
        "category": STEP.join(category),
        "source": STEP.join((root, speaker)),
        "review": item["review"],
    }


def passes(item: Json, off: Off) -> bool:
    """Tell whether no facet keeps an item out of view, and nobody rejected it."""
    if item["review"] == REJECTED:
        return False
    return not off or all(key not in off.get(facet, ()) for facet, key in keys(item).items())


def kind_on(mark: Json, off: Off) -> bool:
    """Tell whether a mark's kind of place is drawn; marks that are no places always are."""
    return KINDS.get(mark.get("kind") or "") not in off.get("kind", ())
