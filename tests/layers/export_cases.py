"""Scenes that decks and handouts are tried on."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from layers.briefing.briefing import Briefing, Line, Step
from layers.view import Camera, View
from layers.window import Window

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


def briefing(**changed: Any) -> Briefing:  # noqa: ANN401  fields of a briefing
    """Give a briefing of several kinds of steps; its lines cite items of the scene."""
    all_, early = View(), View(window=Window(date(2024, 10, 1), date(2024, 12, 31)))
    kursk = View(camera=Camera(51.4, 35.5, 6.0))
    steps = (
        Step(
            "a",
            "overview",
            "What ten reports say",
            all_.to_json(),
            (
                Line("Moved by sea, says the NIS.", ("c007", "m001")),
                Line("Later reports differ.", ("c027", "c043")),
                Line("We read these ten reports and no others."),
            ),
            "Start with the sea route.",
        ),
        Step(
            "b",
            "place",
            "The border",
            kursk.to_json(),
            (Line("Named again and again.", ("c027", "c007")),),
        ),
        Step("c", "view", "By the end of 2024", early.to_json()),
        Step("d", "figures", "Figures", all_.to_json(), (Line("They differ.", ("c057",)),)),
        Step("e", "unknown", "What we do not know", all_.to_json(), (Line("Much.", ("m001",)),)),
    )
    return Briefing("b1", "Troops sent, as reported", **{"steps": steps, **changed})
