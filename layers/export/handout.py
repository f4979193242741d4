"""A briefing as a handout: a tagged PDF with every figure's sentence, set by typst.

The page is ``handout.typ``; what it says comes as JSON and is set as text, so nothing in a report
can be markup there.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from layers.briefing.briefing import Briefing
from layers.export.changed import COLUMNS, changed
from layers.export.plates import Plates, beneath
from layers.export.story import (
    GONE,
    MAP,
    Story,
    Told,
    caveats,
    spans,
    story,
)
from layers.export.terms import EMPTY, HEADS, terms, unknown_words
from layers.fonts import FONTS, drawable, undrawn
from layers.plate.render import Plate
from layers.prose import NOT_VERIFIED, SILENCE, Figures, Quote
from layers.style import style

Json = Mapping[str, Any]

PAGE = Path(__file__).with_suffix(".typ")
EPOCH = date(1980, 1, 1)
"""Printed as the file's day when no report has one."""


def handout(scene: Json, briefing: Briefing, plates: Plates | None = None) -> bytes:
    """Make a PDF of a briefing; the same scene and briefing give the same bytes.

    Parameters
    ----------
    plates
        The scene's, where another document of the same briefing is made beside this one.
    """
    told, drawn = story(scene, briefing), plates or Plates(scene)
    maps = [drawn.inset(step) for step in told.mapped]
    as_of = scene["meta"]["asOf"]
    day = date.fromisoformat(as_of) if as_of else EPOCH
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number, plate in enumerate(maps):
            (root / f"map{number}.png").write_bytes(plate.data)
        (root / "data.json").write_text(json.dumps(_data(told, maps)), encoding="utf-8")
        (root / "page.typ").write_bytes(PAGE.read_bytes())
        compiler = typst.Compiler(root / "page.typ", root=root, font_paths=_fonts())
        made = compiler.compile(
            format="pdf",
            # Headings, tables and the pictures' texts are there for those who listen.
            pdf_standards="ua-1",
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made


@cache
def _fonts() -> typst.Fonts:
    """Give the shipped fonts and no others: the page is the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _data(told: Story, maps: Sequence[Plate]) -> Json:
    """Give what the page says; shapes as ``handout.typ`` reads them."""
    words = json.dumps(_said(told, maps), ensure_ascii=False)
    missing = undrawn(words)
    # A tagged PDF may have no character that is not drawn.
    said = json.loads(drawable(words))
    font = style()["font"]
    return {
        **said,
        "terms": [{"head": head, "words": words} for head, words in terms(told.brief, missing)],
        "colours": style()["light"],
        "fonts": [font["family"], font["korean"]],
        "heads": HEADS,
        "changes": COLUMNS,
        "nothing": {key: f"{words} {SILENCE}" for key, words in EMPTY.items()},
    }


def _said(told: Story, maps: Sequence[Plate]) -> Json:
    """Give the words that are a report's or a briefer's."""
    said, left = told.brief, iter(enumerate(maps))
    return {
        "title": said.title,
        "banner": told.banner,
        "window": said.window,
        "asOf": said.as_of,
        "remarks": said.remarks,
        "footer": f"As of {said.as_of}. {NOT_VERIFIED}",
        "parts": [
            {
                "name": part,
                "step": _step(step, told) if step else None,
                "map": _map(step, *next(left)) if part == MAP and step else None,
            }
            for part, step in told.outline
        ],
        "facts": _groups(said.facts),
        "plans": _groups(said.plans),
        "places": [
            {
                "name": place.name,
                "local": place.local,
                "kind": place.kind,
                "precision": place.precision,
                "statuses": place.statuses,
                "refs": ", ".join(place.refs),
                "quotes": [_quote(each) for each in place.quotes],
            }
            for place in said.places
        ],
        "unknown": [{"count": head, "words": words} for head, words in unknown_words(said)],
        "sources": [
            {
                "ref": each.ref,
                "title": each.title,
                "url": each.url,
                "publisher": each.publisher,
                "published": each.published,
            }
            for each in said.sources
        ],
    }


def _step(step: Told, told: Story) -> Json:
    cited = sorted({number for line in step.lines for number in line.numbers})
    return {
        "title": step.heading,
        "lines": [
            {"text": line.text, "numbers": f"{spans(line.numbers)}{GONE * line.gone}"}
            for line in step.lines
        ],
        "cited": [
            {"number": str(number), "quote": _quote(told.cited[number - 1])} for number in cited
        ],
        "changed": changed(step.lines),
        "remarks": caveats(step.lines),
    }


def _map(step: Told, number: int, plate: Plate) -> Json:
    return {"file": f"map{number}.png", "alt": plate.alt, "small": beneath(step, plate)}


def _groups(groups: Sequence[Figures]) -> list[Json]:
    return [
        {
            "ends": group.ends,
            "label": group.label,
            "status": group.status,
            "standing": group.standing,
            "carried": group.carried_by,
            "claims": [
                {
                    "id": claim.id,
                    "figure": claim.figure,
                    "status": claim.status,
                    "says": claim.says,
                    "when": claim.when,
                    "flags": claim.flags,
                    "quote": _quote(claim.quote),
                }
                for claim in group.claims
            ],
        }
        for group in groups
    ]


def _quote(quote: Quote) -> Json:
    return {"sentence": quote.sentence, "ref": quote.ref, "credit": quote.credit}
