"""All that an export is made from: the redacted scene, the view, and what was chosen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from geo.gazetteer import Gazetteer
from layers.briefing.briefing import Briefing
from layers.export.plates import Plates
from layers.export.redaction import Redacted
from layers.export.selection import Selection
from layers.export.sidecar import Choice, sidecar
from layers.export.story import of_view
from layers.lengths import in_unit
from layers.plate.form import SIZES, Form, Kind, SizeName
from layers.prose.headings import headline
from layers.view import View
from layers.visibility import Visible, visible
from reports.errors import InputError
from reports.groups.best import Rule
from reports.store import Store
from views.dataset import dataset

Json = Mapping[str, Any]

THEMES = ("light", "dark")
ITEMS = "items"
"""The shape of a CSV that has what all other formats have."""
LONGEST_NAME = 60


class ExportError(InputError):
    """A file could not be exported."""


@dataclass(frozen=True)
class Job:
    """All that a file is made from.

    Attributes
    ----------
    redacted
        The scene as the audience may have it.
    saved
        The saved view, redacted as well.
    choice
        What was chosen beside it.
    shape
        Columns of a CSV.
    briefing
        What documents and pages tell instead of the one view, if any; redacted as well.
    """

    store: Store
    gazetteer: Gazetteer
    redacted: Redacted
    saved: Json
    choice: Choice
    shape: str = ITEMS
    briefing: Briefing | None = None

    @cached_property
    def scene(self) -> dict[str, Any]:
        """Give the scene as the audience may have it, in its unit of length."""
        return in_unit(self.redacted.scene, self.choice.units)

    @cached_property
    def view(self) -> View:
        """Give the view that the filter and the camera are taken from."""
        return View.from_json(self.saved)

    @cached_property
    def visible(self) -> Visible:
        """Give what the view shows."""
        return visible(self.scene, self.view)

    @property
    def title(self) -> str | None:
        """Give the user's title; None where it is to be made from what is shown."""
        return self._shown_text(self.choice.title)

    @property
    def headline(self) -> str:
        """Give the title, or one that names the places and says whose words these are."""
        return self.title or headline(self.visible.drawn)

    @property
    def marked(self) -> str:
        """Give the title with the handling marking before it, for what has no banner."""
        banner = self._shown_text(self.choice.banner)
        return f"{banner} · {self.headline}" if banner else self.headline

    @property
    def one_step(self) -> Briefing:
        """Give the view as a briefing of one step."""
        banner = self._shown_text(self.choice.banner) or ""
        return replace(of_view(self.view, self.title), banner=banner)

    def form(self, kind: Kind) -> Form:
        """Give the form of a picture."""
        banner, page = self._shown_text(self.choice.banner), self._shown_text(self.choice.page)
        return Form(kind, size_named(self.choice.size), banner, page)

    def named(self, ending: str) -> str:
        """Name a file after its title and the day that it knows of.

        A title that is made has its places before a colon.
        """
        title = self.title or self.headline.partition(":")[0]
        day = self.scene["meta"]["asOf"]
        last = ending if ending.startswith(".") else f"-{ending}"
        return "-".join(filter(None, (slug(title), day))) + last

    @cached_property
    def plates(self) -> Plates:
        """Draw each plate once for all documents."""
        return Plates(self.scene)

    @cached_property
    def rows(self) -> Selection:
        """Give what a data file holds, laid out once for all files."""
        return self._rows(everything=True) if self.choice.everything else self.shown

    @cached_property
    def shown(self) -> Selection:
        """Give what the view shows, as a picture has it."""
        return self._rows(everything=False)

    def sidecar(self, name: str, data: bytes, notes: list[str], *, of_data: bool) -> bytes:
        """Describe a file; pictures and pages open with the view, whatever was chosen for data."""
        chosen = self.choice
        told = replace(
            chosen,
            title=self._shown_text(chosen.title),
            banner=self._shown_text(chosen.banner),
            page=self._shown_text(chosen.page),
            best=self._shown_text(chosen.best),
        )
        if of_data:
            return sidecar(self.rows, self.saved, told, (name, data), notes)
        return sidecar(self.shown, self.saved, replace(told, everything=False), (name, data), notes)

    def _shown_text(self, text: str | None) -> str | None:
        """Give what the user typed for all to read, without what is withheld."""
        return self.redacted.words.hide(text) if text else None

    def _rows(self, *, everything: bool) -> Selection:
        rule = Rule.parse(self.choice.best) if self.choice.best else None
        return dataset(
            self.store,
            self.gazetteer,
            self.scene,
            self.view,
            rule,
            everything=everything,
            redacted=self.redacted,
        )


def size_named(name: str) -> SizeName:
    """Look a size up; an ExportError says which there are."""
    found = next((each for each in SIZES if each == name), None)
    if found is None:
        raise ExportError(f"--size {name}", "is no size of a picture", f"use {', '.join(SIZES)}")
    return found


def slug(title: str) -> str:
    """Make a file's name of a title, in whatever script, at most 60 characters of whole words.

    >>> slug("Kursk, Sumy & Koksan: 11,000?"), slug("../..")
    ('kursk-sumy-koksan-11-000', 'dateline')
    """
    words = re.findall(r"[^\W_]+", title.lower())
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST_NAME]
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    return name or "dateline"
