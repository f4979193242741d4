"""What the list of steps asks for, as edits of the briefing."""

from collections.abc import Callable, Mapping
from typing import Any

from layers.briefing import edit
from layers.briefing.briefing import Briefing

Json = Mapping[str, Any]
Edit = Callable[[Briefing, Json], Briefing]

EDITS: Mapping[str, Edit] = {
    "move": lambda b, act: edit.move(b, act["step"], int(act["to"])),
    "duplicate": lambda b, act: edit.duplicate(b, act["step"]),
    "remove": lambda b, act: edit.remove(b, act["step"]),
    "rename": lambda b, act: edit.rename(b, act["step"], str(act["text"])),
    "annotate": lambda b, act: edit.annotate(b, act["step"], str(act["text"])),
    "reword": lambda b, act: edit.reword(b, act["step"], int(act["at"]), str(act["text"])),
    "add-line": lambda b, act: edit.add_line(b, act["step"]),
    "move-line": lambda b, act: edit.move_line(b, act["step"], int(act["at"]), int(act["to"])),
    "remove-line": lambda b, act: edit.remove_line(b, act["step"], int(act["at"])),
}
"""What each act does, by its name in static/web/briefing-desk.js."""
TYPED = frozenset({"rename", "annotate", "reword"})


def apply(briefing: Briefing, act: Json) -> Briefing:
    """Do what an act asks for; one that is none changes nothing."""
    found = EDITS.get(str(act.get("name")))
    try:
        return found(briefing, act) if found else briefing
    except (KeyError, TypeError, ValueError):
        return briefing


def subject(act: Json) -> tuple[str, ...] | None:
    """Tell what is being typed, so that one undo takes back all of it; None for other acts."""
    name = str(act.get("name"))
    return (name, str(act.get("step")), str(act.get("at"))) if name in TYPED else None
