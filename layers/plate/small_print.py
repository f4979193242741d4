"""The small print of a plate: what it knows, how it is drawn, and whose all of it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.plate.choice import LETTERS
from layers.plate.projection import Frame
from layers.plate.quotes import credit
from layers.prose import NOT_VERIFIED, SAMPLE
from layers.prose.headings import counts_text
from layers.visibility import Visible

Json = Mapping[str, Any]

SCHEMATIC = "Movements are schematic great circles, not routes."
TYPE = "Type: Noto Sans, Noto Sans KR (OFL)."


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """What the small print says, by what it is for: a document says some of it elsewhere.

    Attributes
    ----------
    known
        Up to when it is known, how much is shown, and how the scene was redacted.
    method
        How it is drawn: schematic movements, projections.
    ground
        Whose boundaries, data and type.
    sources
        The reports.
    more
        The analyst's own layers, and the names that found no room.
    """

    known: str
    method: str
    ground: str
    sources: str
    more: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Give all of it, in its order."""
        method = f"{NOT_VERIFIED} {self.method}"
        return (self.known, method, self.ground, self.sources, *self.more)


def small_print(
    scene: Json, shown: Visible, frames: Sequence[Frame], note: str, more: tuple[str, ...]
) -> SmallPrint:
    """Write the small print; ``note`` explains the coverage, where there is one."""
    used = {item["report"] for item in shown.items}
    sources = "; ".join(credit(r) for r in scene["reports"] if r["id"] in used)
    meta = scene["meta"]
    sample = f" {SAMPLE}" if meta["sample"] else ""
    redaction = f" {meta['redaction']}." if meta.get("redaction") else ""
    schematic = f"{SCHEMATIC} " if any(one.mark["layer"] == "flows" for one in shown.drawn) else ""
    known = f"Known up to the newest report. {counts_text(shown)}."
    return SmallPrint(
        known=f"{known}{sample}{redaction} {note}".strip(),
        method=f"{schematic}{_projections(frames)}",
        ground=f"Boundaries: {meta['policy']} Data: {', '.join(meta['attribution'])}. {TYPE}",
        sources=f"Sources: {sources or 'none in this view'}.",
        more=more,
    )


def _projections(frames: Sequence[Frame]) -> str:
    if len(frames) == 1:
        return f"Projection: {frames[0].name}; WGS 84."
    listed = "; ".join(f"{n} {f.name}" for n, f in zip(LETTERS, frames, strict=False))
    return f"Projections: {listed}; WGS 84."
