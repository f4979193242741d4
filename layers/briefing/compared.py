"""Two states of the reports side by side, and what is said of a difference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from layers.facets import REJECTED
from layers.prose.quote import quote

Json = Mapping[str, Any]

KINDS: Mapping[str, str] = {
    "disagreement_new": "Reports now differ",
    "denied": "Denied since",
    "figure_revised": "Another figure from the same source",
    "figure_superseded": "A later count from the same source",
    "figure_other": "Another source, another figure",
    "plan_told": "Planned then, told since",
    "plan_passed": "The day of a plan has passed",
    "figure_gone": "No longer among the figures",
    "rejected": "Rejected since",
    "disagreement_gone": "Reports no longer differ",
    "place_new": "Named for the first time",
    "place_gone": "No longer named",
    "report_new": "New reports",
    "report_gone": "No longer among the reports",
    "figure_new": "Not told before",
    "figure_read": "Read differently now",
    "verified": "Verified since",
    "unchecked": "No longer marked as checked",
}
"""What is told of each kind of change, those first that a room must hear of."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Before and now, side by side; empty is what no report tells.

    Attributes
    ----------
    about
        The matter: whose figure of what, a place, a report.
    before, now
        What was told then, and what is told now, each with the reports that do.
    source
        Who says what is told now.
    """

    about: str = ""
    before: str = ""
    now: str = ""
    source: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Give them in the order of a table."""
        return self.about, self.before, self.now, self.source


NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes
    ----------
    kind
        One of `KINDS`.
    text
        One line.
    cites
        Ids of the scene's items whose sentences say so; none for what is no longer there.
    quotes
        Those sentences with whose they are, one line each.
    short
        A few words for a line that gathers all of a kind; empty where each has its own line.
    beside
        The same, before and now apart.
    """

    kind: str
    text: str
    cites: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    short: str = ""
    beside: Beside = NOTHING_BESIDE


@dataclass(frozen=True)
class Compared:
    """A scene and the basis that it is compared with, with look-ups.

    ``items`` are those of the scene that nobody has rejected, by id.
    """

    scene: Json
    then: Json
    reports: Mapping[str, Json] = field(init=False)
    items: Mapping[str, Json] = field(init=False)
    figures: Mapping[str, Json] = field(init=False)
    """Figures of the basis by id."""

    def __post_init__(self) -> None:
        """Make the look-ups."""
        once = object.__setattr__
        once(self, "reports", {report["id"]: report for report in self.scene["reports"]})
        kept = {each["id"]: each for each in self.scene["items"] if each["review"] != REJECTED}
        once(self, "items", kept)
        known = (report["figures"] for report in self.then["reports"].values())
        once(self, "figures", {id_: each for some in known for id_, each in some.items()})

    def is_new(self, item: Json) -> bool:
        """Tell whether an item was not there before: its report is new, or it was not read so."""
        if item["report"] not in self.then["reports"]:
            return True
        return item["type"] == "claim" and not self.was(item)

    def was(self, item: Json) -> Json | None:
        """Give what the basis has of a figure; None where other words stood under its id."""
        known = self.figures.get(item["id"])
        return known if known and known["start"] == item["start"] else None

    def group(self, group: Json) -> tuple[Sequence[Json], Sequence[Json]]:
        """Give the claims of a group that were there before, and those that are new.

        What is denied is in neither: it is told as denied.
        """
        claims = [self.items[id_] for id_ in group["claims"] if id_ in self.items]
        told = [claim for claim in claims if claim["status"] != "denied"]
        old = [claim for claim in told if not self.is_new(claim)]
        return old, [claim for claim in told if self.is_new(claim)]

    def change(
        self, kind: str, text: str, items: Sequence[Json], beside: Beside, short: str = ""
    ) -> Change:
        """Tell a change with the sentences of some items."""
        quotes = dict.fromkeys(quote(item, self.reports).text for item in items)
        cites = tuple(item["id"] for item in items)
        return Change(kind, text, cites, tuple(quotes), short, beside)

    def claims(self) -> Iterator[Json]:
        """Go through the figures that nobody has rejected."""
        return (item for item in self.items.values() if item["type"] == "claim")
