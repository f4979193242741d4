"""Distances that lead up to a name: "some 40 miles southeast of", "within 30 km of"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.lexicon import lexicon
from geo.offsets.bearings import Bearing, bearing, pattern
from geo.offsets.lengths import Length, either, lengths


@dataclass(frozen=True, slots=True)
class Phrase:
    """A distance at ``text[start:end]`` up to where the name begins.

    Attributes
    ----------
    unit_end
        Offset behind the unit.
    """

    start: int
    unit_end: int
    end: int
    length: Length
    bearing: Bearing | None


@cache
def _leads() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give what may follow a length: with a bearing, all around, and any way."""
    lists = lexicon("offsets")["words"]
    other = r"(?:\s?[(/]\s?[^()\n/]{1,24}[)])?"  # 40 miles (65 km) from
    gap = rf"{other}(?:,?\s+(?i:{either(lists['between'])}))?,?\s+"
    return (
        re.compile(rf"{gap}{pattern()}\s+(?i:{either(lists['of'])})\s+"),
        re.compile(
            rf"{other}(?:[\s-](?i:{either(lists['radius'])}))?\s+(?i:{either(lists['within'])})\s+"
        ),
        re.compile(rf"{gap}(?i:{either(lists['from'])})\s+"),
    )


def phrases(text: str) -> Iterator[Phrase]:
    """Find the distances of a text that are measured from something, in order."""
    sided, around, apart = _leads()
    radius = re.compile(rf"[\s-](?i:{either(lexicon('offsets')['words']['radius'])})\b")
    for length in lengths(text):
        if match := sided.match(text, length.end):
            towards = bearing(match)
            if towards is not None:
                yield Phrase(length.start, length.end, match.end(), length, towards)
        elif length.within and (match := around.match(text, length.end)):
            yield Phrase(length.start, length.end, match.end(), length, None)
        elif radius.match(text, length.end) and (match := around.match(text, length.end)):
            whole = Length(length.start, length.end, 0.0, length.high_m, length.approx, within=True)
            yield Phrase(length.start, length.end, match.end(), whole, None)
        elif match := apart.match(text, length.end):
            yield Phrase(length.start, length.end, match.end(), length, None)
