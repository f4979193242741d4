"""Names of places in the audience's language; static/web/names.js names by the same rule."""

from collections.abc import Mapping
from typing import Any

NAMINGS = ("both", "en", "local", "ru", "uk", "ko")


def names_of(mark: Mapping[str, Any], naming: str) -> tuple[str, str | None]:
    """Give the two lines that name a place; the second is None where there is none.

    A name that is not known in the language asked for is the English one.
    """
    name, local = mark["name"], mark.get("local")
    if naming == "both":
        return name, local
    if naming == "en":
        return name, None
    known = local if naming == "local" else (mark.get("names") or {}).get(naming)
    return known or name, None


def titled(mark: Mapping[str, Any], naming: str) -> Mapping[str, Any]:
    """Give a mark as it is named in a language; marks that name no place stay as they are."""
    if naming == "both" or not mark.get("name"):
        return mark
    name, local = names_of(mark, naming)
    return {**mark, "name": name, "local": local}
