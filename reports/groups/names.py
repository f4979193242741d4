"""What groups of claims are called, and how much they tell a briefer."""

from collections.abc import Mapping
from typing import Any

from reports.groups.value_text import Row, measures, unit_text
from reports.lexicon import lexicon


def label(row: Row) -> str:
    """Name what a claim is about: its category and its places ("Sent, North Korea → Russia").

    An arrow leads to nowhere but the stated destination, and from an actor only where no other
    start is stated.
    """
    entry = _category(row)
    who, start = _name(row, "actor"), _name(row, "from_name")
    to, at = _name(row, "to_name"), _name(row, "at_name")
    match entry["shape"]:
        case "between":
            places = [" to ".join(filter(None, (at, start)))]
        case "move":
            places = _moved(who, start, to, at)
        case _:
            places = list(dict.fromkeys((who or start, at or to)))
    return ", ".join(filter(None, (str(entry["label"]), *places)))


def _moved(who: str, start: str, to: str, at: str) -> list[str]:
    """Print a movement: whose it is, and its ends as far as they are stated."""
    if to:
        way = [f"{start or who} → {to}" if start or who else to]
        return [who, *way] if who not in (start, "") and start else way
    ends = [f"from {start}" if start else "", at if at != start else ""]
    return list(dict.fromkeys(filter(None, (who if who != start else "", *ends))))


def called(row: Row) -> str:
    """Name what is counted, without its places."""
    return str(_category(row)["label"])


def noun(row: Row) -> str | None:
    """Name who or what is meant, for a tile that shows several groups ("troops")."""
    found = _category(row).get("noun")
    return str(found) if found else None


def weight(row: Row) -> int:
    """Tell how much a kind of figure tells a briefer; 0 is never a headline."""
    full = int(_category(row)["weight"])
    return full - int(lexicon("groups")["discount"].get(row["status"], 0)) if full else 0


def tile_unit(row: Row) -> str:
    """Say what a number on a tile is a number of ("sent", "from the DMZ")."""
    entry = _category(row)
    slots = {
        "unit": unit_text(row),
        "from": _name(row, "from_name"),
        "to": _name(row, "to_name"),
        "at": _name(row, "at_name"),
    }
    pattern = str(entry["unit"])
    unsaid = any(f"{{{slot}}}" in pattern and not said for slot, said in slots.items())
    return str(entry["label"]).lower() if unsaid else pattern.format_map(slots)


def tile_text(row: Row, text: str) -> str:
    """Add the unit to a printed number, where the words after it on a tile do not imply one."""
    unit = str(row["unit"])
    implied = unit in lexicon("groups")["implied"]["units"] or "{unit}" in _category(row)["unit"]
    return text if implied and unit not in measures() else f"{text} {unit_text(row)}".rstrip()


def _category(row: Row) -> Mapping[str, Any]:
    """Return the entry of a category, or one for a unit or word of which it says something else.

    One that has none is named by its own words.
    """
    words = lexicon("groups")
    known: Mapping[str, Mapping[str, Any]] = words["categories"]
    category = str(row["category"])
    said = (f"{category}~{word.removesuffix('s')}" for word in str(row["text"]).lower().split())
    keys = (*said, f"{category}:{row['unit']}", category)
    entry = next((known[key] for key in keys if key in known), None)
    if entry is not None:
        return entry
    family = words["families"].get(row["family"], words["families"]["other"])
    own = str(row["category"]).replace("_", " ")
    return {"label": own.capitalize(), "unit": own, "shape": "stay", "weight": family["weight"]}


def _name(row: Row, column: str) -> str:
    return row[column] if isinstance(row[column], str) else ""
