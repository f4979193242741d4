"""The steps of a briefing as the browser gets them: their words, and what these rest on."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from layers.briefing.briefing import Briefing, Line, Step
from layers.briefing.standing import Known, evidence, gone, unsupported
from layers.prose.headings import window_text
from layers.view import View

Json = Mapping[str, Any]

MOST_QUOTES = 3
"""Under a line stand so many of the sentences it cites; the others are counted."""
KEY_LENGTH = 16


def shown_view(briefing: Briefing, step: Step) -> Json:
    """Give the view of a step in the audience's language."""
    return {**step.view, "names": briefing.names}


def preview_key(briefing: Briefing, step: Step, revision: str) -> str:
    """Tell a preview from every other."""
    drawn = [revision, shown_view(briefing, step), step.title, briefing.banner]
    text = json.dumps(drawn, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]


def row(briefing: Briefing, step: Step, scene: Known, revision: str) -> Json:
    """Lay a step out.

    Parameters
    ----------
    revision
        Tells this state of the store from others: a preview is drawn anew after a change.
    """
    return {
        "id": step.id,
        "kind": step.kind,
        "title": step.title,
        "notes": step.notes,
        "window": window_text(scene.scene, View.from_json(step.view)),
        "preview": preview_key(briefing, step, revision),
        "gone": list(gone(step, scene)),
        "lines": [_line(line, step, scene) for line in step.lines],
    }


def _line(line: Line, step: Step, scene: Known) -> Json:
    quotes = evidence(line, scene)
    return {
        "text": line.text,
        "cites": len(line.cites),
        "lost": sum(id_ not in scene.items for id_ in line.cites),
        "quotes": [
            {
                "ref": quote.ref,
                "credit": quote.credit,
                # A line that quotes a sentence need not have it under it once more.
                "sentence": "" if quote.sentence in line.text else quote.sentence,
            }
            for quote in quotes[:MOST_QUOTES]
        ],
        "more": len(quotes[MOST_QUOTES:]),
        "unsupported": unsupported(line, step, scene),
    }
