"""Scenes that decks and handouts are tried on."""

import json
from pathlib import Path
from typing import Any

FIXTURE = Path(__file__).parents[1] / "fixtures" / "scene.json"
HOSTILE = "#panic() {{ 7*7 }} ${x} $\\frac{1}{2}$ <b> ]] *a* _b_ `c` \x1b\u202e31 @x \\u{41} =1+1"


def scene() -> dict[str, Any]:
    """Read the scene that browser and plates are tried on, too."""
    read: dict[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return read


def empty_scene() -> dict[str, Any]:
    """Give a scene in which nothing was reported."""
    full = scene()
    kinds = ("reports", "marks", "items", "groups", "tiles", "unquantified")
    nothing: dict[str, list[Any]] = {kind: [] for kind in kinds}
    return {**full, **nothing, "meta": {**full["meta"], "asOf": None}}


def hostile_scene(words: str = HOSTILE) -> dict[str, Any]:
    """Put the same words wherever a report's own can stand."""
    made = scene()
    for report in made["reports"]:
        length = len(report["text"])
        report |= {"title": words, "publisher": words, "url": words}
        report["text"] = (words * (length // len(words) + 1))[:length]
    for mark in made["marks"]:
        if "name" in mark:
            mark |= {"name": words, "local": words}
    for item in made["items"]:
        item["when"] = words
        if item["type"] == "claim":
            item |= {"source": words, "origin": words, "flags": [words]}
    for group in made["groups"]:
        group["label"] = words
    return made
