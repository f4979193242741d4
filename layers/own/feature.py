"""A feature as a file tells it, before its geometry is checked: text is cut to what is kept."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from layers.legible import legible
from layers.own.settings import columns, heading, limits

Properties = tuple[tuple[str, str], ...]

NUMBERED = re.compile(r"Feature \d+")
"""What a feature is called that has no name."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A thing of a layer.

    Attributes
    ----------
    name
        As the file has it, or its number.
    geometry
        In degrees (longitude, latitude) once it was checked; None where it cannot be read.
    properties
        Names and texts, in the order of the file.
    """

    name: str
    geometry: BaseGeometry | None
    properties: Properties = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader finds in a file.

    Attributes
    ----------
    form
        What the file is called: "GeoJSON", "KML", …
    features
        Not checked yet.
    notes
        Sentences on what was left out or doubtful.
    geocoded
        How many points stand for a place's name.
    """

    form: str
    features: Sequence[Feature]
    notes: Sequence[str] = ()
    geocoded: int = 0


def feature(
    properties: Mapping[str, object],
    geometry: BaseGeometry | None,
    number: int,
    name: object = None,
) -> Feature:
    """Make a feature of what a file says of it; its name is a property of a known name.

    >>> feature({"NAME": "Depot", "note": None, "size": 3}, None, 1)
    Feature(name='Depot', geometry=None, properties=(('size', '3'),))
    """
    told = [(key, text) for key, value in properties.items() if (text := plain(value))]
    called = next((key for key, _ in told if heading(key) in columns()["name"]), None)
    found = plain(name) or next((text for key, text in told if key == called), "")
    kept = [pair for pair in told if pair[0] != called or plain(name)]
    return Feature(
        cut(found, limits().name) or f"Feature {number}",
        geometry,
        tuple((cut(key, limits().key), text) for key, text in kept[: limits().properties]),
    )


def is_numbered(name: str) -> bool:
    """Tell whether a feature has but a number for a name: nobody needs to read it on a map.

    >>> is_numbered("Feature 12"), is_numbered("Depot 12")
    (True, False)
    """
    return NUMBERED.fullmatch(name) is not None


def plain(value: object) -> str:
    """Print a property as text; nothing where there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False, default=str)
    return cut(str(value), limits().text)


def cut(text: str, most: int) -> str:
    """Cut a text to so many characters, on one line of what every format can hold.

    >>> cut("  a long  name ", 6)
    'a lon…'
    """
    words = str(legible(" ".join(text[: 4 * most].split())))
    return words if len(words) <= most else f"{words[: most - 1]}…"


def listed(names: Iterable[str], most: int) -> str:
    """Name some and count the rest.

    >>> listed(["a", "b", "c", "d"], 2)
    'a, b and 2 more'
    """
    all_ = list(names)
    more = f" and {len(all_) - most:,} more" if len(all_) > most else ""
    return ", ".join(all_[:most]) + more


def counted(count: int, word: str) -> str:
    """Print a count with its word.

    >>> counted(1, "feature"), counted(1200, "feature")
    ('1 feature', '1,200 features')
    """
    return f"{count:,} {word}{'' if count == 1 else 's'}"
