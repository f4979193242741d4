"""The sidecar of an exported file: what tells where it came from, and opens the same view again."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from geo.compile import data_version
from geo.settings import data_dir
from layers.export.selection import Selection

SCHEMA = "dateline sidecar"
SCHEMA_VERSION = 1
SUFFIX = ".dateline.json"
LOOK = ("title", "theme", "size", "units", "banner", "page")
REDACTION = ("coarsen", "withheld", "strip")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a file beside its view.

    Attributes
    ----------
    everything
        Whether the view's filter was left aside.
    best
        The rule that the best figures were chosen by, as it is typed; None for none.
    title, theme, size, units, banner, page
        Of a picture (:mod:`layers.plate.form`); a title of None is the one that names the places.
    coarsen, withheld, strip
        How it was redacted. How many words were withheld is told, and not which.
    """

    everything: bool = False
    best: str | None = None
    title: str | None = None
    theme: str = "light"
    size: str = "hd"
    units: str = "km"
    banner: str | None = None
    page: str | None = None
    coarsen: str = "none"
    withheld: int = 0
    strip: bool = False


@cache
def app_version() -> str:
    """Give the version of Dateline."""
    return (data_dir() / "VERSION").read_text(encoding="utf-8").strip()


def sidecar(
    chosen: Selection,
    view: Json,
    choice: Choice,
    file: tuple[str, bytes],
    notes: Sequence[str] = (),
) -> bytes:
    """Describe a file as JSON.

    Parameters
    ----------
    chosen
        What the file shows.
    view
        The saved view, camera and all, as static/web/state.js wrote it.
    choice
        What was chosen beside it.
    file
        The file's name and bytes.
    notes
        What the user was told of it, such as the labels that found no room.
    """
    name, data = file
    told = {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "app_version": app_version(),
        "gazetteer_version": data_version(),
        "file": {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()},
        "content_sha256": chosen.content_sha256,
        "view": dict(view),
        **{name: getattr(choice, name) for name in ("everything", "best")},
        "look": {name: getattr(choice, name) for name in LOOK},
        "redaction": {name: getattr(choice, name) for name in REDACTION},
        "about": dict(chosen.about),
        "ids": chosen.ids,
        "marks": [row["id"] for row in chosen.marks],
        "reports": list(chosen.reports),
        "notes": list(notes),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
