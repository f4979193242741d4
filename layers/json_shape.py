"""Whether plain JSON that somebody else made has the shape that is relied on."""

from collections.abc import Mapping
from typing import Any

from layers.window import day

Shape = Any
"""A type, what tells of a value, None, a tuple of alternatives, a list of the shape of all members,
or an object's shapes by key: ``*`` for all keys, ``?`` behind one that may be missing."""
EVERY, MAYBE = "*", "?"


def misfit(value: object, shape: Shape, path: str = "it") -> str | None:
    """Say where a value has another shape; None where it has this one.

    >>> shape = {"name": str, "size?": (int, None), "points": [[float]]}
    >>> misfit({"name": "Depot", "points": [[1.0], [2.0, 3.0]]}, shape)
    >>> misfit({"name": "Depot", "points": [[1.0], "x"]}, shape)
    'points 2 is “x”'
    """
    if isinstance(shape, tuple):
        found = [misfit(value, each, path) for each in shape]
        return None if None in found else found[0]
    if isinstance(shape, list) and isinstance(value, list):
        own = "" if path == "it" else path
        parts = (misfit(each, shape[0], f"{own} {n}".strip()) for n, each in enumerate(value, 1))
        return next(filter(None, parts), None)
    if isinstance(shape, Mapping) and isinstance(value, Mapping):
        return next(filter(None, (_of_key(value, *pair) for pair in shape.items())), None)
    return None if _is(value, shape) else f"{path} is “{str(value)[:40]}”"


def _of_key(value: Mapping[str, Any], key: str, shape: Shape) -> str | None:
    if key == EVERY:
        return next(filter(None, (misfit(each, shape, own) for own, each in value.items())), None)
    name = key.removesuffix(MAYBE)
    if name not in value:
        return None if key.endswith(MAYBE) else f"{name} is missing"
    return misfit(value[name], shape, name)


def _is(value: object, shape: Shape) -> bool:
    if shape is None:
        return value is None
    if shape is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    if isinstance(shape, type):
        return isinstance(value, shape) and isinstance(value, bool) == (shape is bool)
    return callable(shape) and bool(shape(value))


def is_day(value: object) -> bool:
    """Tell whether a value is an ISO day."""
    try:
        return isinstance(value, str) and day(value) is not None
    except ValueError:
        return False
