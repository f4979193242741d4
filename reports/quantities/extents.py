"""What a length is the length of: a size ("1.2 km long") or a distance from somewhere."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from geo.sentences import text_of
from reports.lexicon import lexicon
from reports.syntax import tokens_between

_BEARING = (
    r"(?:(?:due|straight)\s+)?"
    r"(?:(?:north|south)(?:-?(?:north|south))?(?:-?(?:east|west))?"
    r"|(?:east|west)(?:-(?:north|south)-?(?:east|west))?)(?:ern|wards?)?\b"
)
_REACH = 60  # characters behind the unit that are looked at


def _either(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


_LISTS = lexicon("units")["extents"]
_SIZE = re.compile(rf"[\s-]+(?:{_either(_LISTS['size'])})\b", re.IGNORECASE)
_SIDE = re.compile(
    rf"[\s-]+(?:to\s+the\s+)?(?:further\s+)?{_BEARING}"
    rf"(?P<of>\s+(?:{_either(_LISTS['side'])})\b)?",
    re.IGNORECASE,
)
_FROM = re.compile(rf"[\s-]+(?:{_either(_LISTS['from'])})\b", re.IGNORECASE)
_AWAY = re.compile(
    rf"[\s-]+(?:{_either(_LISTS['away'])})\b(?P<of>\s+(?:from|of)\b)?", re.IGNORECASE
)
_IN_A_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})


@dataclass(frozen=True, slots=True)
class Extent:
    """How a length is used.

    Attributes
    ----------
    form
        "distance", "dimension", or "" when the text does not say.
    end
        Offset in the block behind the words that say so, the reference included.
    reference
        Offsets in the block of what a distance is measured from; None when it is not said here.
    """

    form: str
    end: int
    reference: tuple[int, int] | None = None


def extent(doc: Doc, end: int) -> Extent:
    """Read what follows a length that ends at a character offset of the block."""
    tail = text_of(doc)[end : end + _REACH]
    if size := _SIZE.match(tail):
        return Extent("dimension", end + size.end())
    for pattern in (_SIDE, _AWAY):
        if side := pattern.match(tail):
            if side.group("of"):
                return _distance(doc, end + side.end())
            return Extent("distance", end + side.end())
    if start := _FROM.match(tail):
        reach = _distance(doc, end + start.end())
        lead = " ".join(start.group().lower().split())
        if lead not in _LISTS["named"] or _is_name(doc, reach):
            return reach
    return Extent("", end)


def _distance(doc: Doc, at: int) -> Extent:
    """Take in the name that the distance is measured from."""
    last: Token | None = None
    first: Token | None = None
    for token in _from_offset(doc, at):
        linked = token.lower_ == "of" and last is not None
        if token.pos_ not in _IN_A_NAME and not linked and token.text not in "-’'":
            break
        first = first or token
        last = last if linked else token
    if first is None or last is None:
        return Extent("distance", at)
    end = last.idx + len(last.text)
    return Extent("distance", end, (first.idx, end))


def _is_name(doc: Doc, reach: Extent) -> bool:
    span = tokens_between(doc, *reach.reference) if reach.reference else []
    return any(token.pos_ == "PROPN" for token in span)


def _from_offset(doc: Doc, at: int) -> list[Token]:
    """Give the next few tokens from a character offset on."""
    span = doc.char_span(at, min(len(text_of(doc)), at + _REACH), alignment_mode="expand")
    return [token for token in span if token.idx >= at] if span is not None else []
