"""The lowest and the highest figure among the claims that a view shows."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from layers.items import figure_text

Json = Mapping[str, Any]
Ends = tuple[str | None, str | None]

NUMBER = re.compile(r"(?P<about>≈?)(?P<low>\d[\d.,]*)(?:–(?P<high>\d[\d.,]*))?")
AT_LEAST, AT_MOST = re.compile(r"[≥>]\s?\d"), re.compile(r"[≤<]\s?\d")
SIGNS = re.compile(r"[≈≥≤<>,\s]")
PEOPLE = frozenset({"personnel", "killed", "deaths", "wounded", "casualties", "captured", "people"})
"""Units that the label of a group names already."""


def extremes_text(group: Json, claims: Sequence[Json]) -> str:
    """Print low and high of a group over some of its claims; nothing is averaged or summed.

    With all claims these are the group's own. With some left out they are read off those that
    remain; where one of these is no single quantity, each is printed.

    Parameters
    ----------
    claims
        Items of the scene, at least one.
    """
    unit = "" if group["unit"] in PEOPLE else claims[0]["unitText"]
    both = extremes(group, claims)
    ends = [end for end in dict.fromkeys(both or ()) if end is not None]
    if not ends:
        return "; ".join(dict.fromkeys(claim["figure"] for claim in claims))
    text = " – ".join(ends)
    # Ends of several units carry their own.
    return text if text[-1].isalpha() and any(map(str.isdigit, text)) else figure_text(text, unit)


def extremes(group: Json, claims: Sequence[Json]) -> Ends | None:
    """Give low and high as their reports print them, None for an end that one leaves open."""
    if len(claims) == len(group["claims"]):
        return group["low"], group["high"]
    found = [ends(claim["value"]) for claim in claims]
    both = [each for each in found if each is not None]
    if len(both) < len(found) or len({claim["unit"] for claim in claims}) > 1:
        return None
    lows, highs = [low for low, _ in both if low], [high for _, high in both if high]
    return (
        min(lows, key=_amount) if len(lows) == len(both) else None,
        max(highs, key=_amount) if len(highs) == len(both) else None,
    )


def ends(value: str) -> Ends | None:
    """Read low and high off a printed value; None where it is no single quantity.

    >>> ends("≈300"), ends("11,000–12,000"), ends("≥ 10,000"), ends("3.5 × 1.5")
    (('≈300', '≈300'), ('11,000', '12,000'), ('≥ 10,000', None), None)
    """
    if found := NUMBER.fullmatch(value):
        about, low, high = found["about"], found["low"], found["high"]
        return about + low, about + (high or low)
    if AT_LEAST.match(value):
        return value, None
    return (None, value) if AT_MOST.match(value) else None


def _amount(value: str) -> float:
    return float(SIGNS.sub("", value))
