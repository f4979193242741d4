"""Dateline as a system of the bench: its own reading, recognition, roles and resolution."""

from collections.abc import Sequence
from functools import cache

from bench.prediction import Prediction, Reader
from geo.footprint import footprint
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.mention import Mention
from geo.passage import Passage
from geo.place import Role
from geo.toponyms import toponyms
from reports.errors import ReportError
from reports.language import passages
from reports.read import Block, read_text


@cache
def gazetteer() -> Gazetteer:
    """Open the gazetteer, once per process."""
    return open_gazetteer()


def load() -> Reader:
    """Give Dateline, ready; every role counts, demonyms and datelines included."""
    index = gazetteer()
    passages("Ready.", [Block(0, 6, "text")])
    return lambda text: [_prediction(found) for found in mentions(parsed(text), index)]


def load_with_footprints() -> Reader:
    """Give Dateline with the shape of each place, for timing all of the way to the map."""
    index = gazetteer()
    passages("Ready.", [Block(0, 6, "text")])

    def read(text: str) -> list[Prediction]:
        found = mentions(parsed(text), index)
        for mention in found:
            if mention.place is not None:
                footprint(mention.place)
        return [_prediction(mention) for mention in found]

    return read


def mentions(parts: Sequence[Passage], index: Gazetteer) -> list[Mention]:
    """Find the place names as the bench counts them: datelines are names like others."""
    return toponyms(parts, index, datelines=True)


def parsed(text: str) -> list[Passage]:
    """Parse a text of a corpus as a report; offsets are those of the text given.

    A wire's dateline is parsed with its paragraph: corpora mark the towns in it. A text that is no
    report (empty, or longer than any) has no passages.
    """
    try:
        reading = read_text(text, "text")
    except ReportError:
        return []
    lead = len(text) - len(reading.text)  # a byte order mark
    found = passages(reading.text, with_datelines(reading.text, reading.blocks))
    return [Passage(passage.start + lead, passage.doc) for passage in found]


def with_datelines(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Join datelines with the text on the same line; a dateline alone on its line is text."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before and before.kind == "dateline" and "\n" not in text[before.end : block.start]:
            joined[-1] = Block(before.start, block.end, block.kind)
        else:
            joined.append(block)
    return [
        Block(block.start, block.end, "text") if block.kind == "dateline" else block
        for block in joined
    ]


def _prediction(mention: Mention) -> Prediction:
    place = mention.place
    return Prediction(
        start=mention.start,
        end=mention.end,
        point=(place.lat, place.lon) if place else None,
        literal=mention.role is Role.LITERAL,
        role=mention.role.value,
        confidence=mention.confidence,
    )
