"""From a report to all that Dateline holds about it: where reading, places and figures meet."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from spacy.tokens import Token

from geo.index import Index
from geo.limits import limits
from geo.losses import CarefulIndex, Losses
from geo.mention import Mention
from geo.offsets import Offset, offsets
from geo.passage import Passage
from geo.place import Place, Role
from geo.rulings import Rulings, rejected, ruled
from geo.scripts import doubted
from geo.sentences import sentence_of
from geo.toponyms import toponyms
from geo.toponyms.home import homes
from reports.bounds import bounded
from reports.claim import Claim, Stance, When
from reports.claims import claims
from reports.claims.status import stance
from reports.dates import dates, nearest
from reports.dates.edtf_time import Hemisphere
from reports.flags import flagged
from reports.language import passages
from reports.legible import legible, quoted
from reports.read import Reading
from reports.unquantified import Unquantified, unquantified

NO_RULINGS: Rulings = {}


@dataclass(frozen=True, slots=True)
class Located:
    """A mention with what its own clause says: the status of what happens there, and when."""

    mention: Mention
    stance: Stance
    when: When | None
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one report says, as found; offsets refer to ``reading.text``.

    ``notes`` are sentences for the reader: what the file made doubtful, and what was left out.
    """

    reading: Reading
    published: date | None
    published_basis: str | None
    located: tuple[Located, ...]
    claims: tuple[Claim, ...]
    offsets: tuple[Offset, ...] = ()
    unquantified: tuple[Unquantified, ...] = ()
    notes: tuple[str, ...] = ()


def extract(
    reading: Reading,
    gazetteer: Index,
    published: date | None = None,
    basis: str = "given",
    rulings: Rulings = NO_RULINGS,
) -> Extraction:
    """Find places, dates and figures in a report.

    Parameters
    ----------
    published
        The publication day when somebody gave it; it beats what the document says.
    basis
        Where ``published`` comes from: "given", "manifest" or "inferred".
    rulings
        What somebody decided of its names. What is no name stands there, and is used for nothing.
    """
    day, losses = published or reading.published, Losses()
    index = CarefulIndex(gazetteer, losses)
    blocks = bounded(reading.text, reading.blocks, losses)
    seen = legible(reading.text, blocks, index, losses)
    parsed = passages(seen.text, blocks)
    found_places = toponyms(parsed, index, home=_home(reading, index), losses=losses)
    named = [ruled(doubted(mention, seen.disguised), rulings) for mention in found_places]
    mentions = [mention for mention in named if not rejected(mention, rulings)]
    whens = losses.first(dates(parsed, day, hemisphere(mentions)), limits().dates, "dates were")
    found = claims(seen.text, parsed, mentions, whens, day, losses)
    located = tuple(_located(named, whens, parsed, losses, reading.text))
    return Extraction(
        reading=reading,
        published=day,
        published_basis=basis if published else reading.published_basis,
        located=located,
        claims=tuple(
            _checked([_as_written(each, reading.text) for each in found], losses, reading)
        ),
        unquantified=tuple(_unquantified(parsed, found, losses, reading.text)),
        offsets=tuple(_offsets(parsed, located, losses, reading.text)),
        notes=(*_notes(reading, given=published is not None), *losses.notes),
    )


def _notes(reading: Reading, *, given: bool) -> Iterator[str]:
    """Yield what reading found doubtful, but for the day once somebody has given that."""
    given = given or reading.published_basis in {"given", "manifest"}
    yield from (note for note in reading.warnings if not (given and note == reading.asks))


def _home(reading: Reading, gazetteer: Index) -> Sequence[Place]:
    """Find where a report comes from, by its first dateline and what the document says."""
    lines = (block for block in reading.blocks if block.kind == "dateline")
    filed = (reading.text[line.start : line.end] for line in lines)
    return homes(
        gazetteer,
        publisher=reading.publisher,
        author=reading.author,
        url=reading.url,
        dateline=next(filed, None),
    )


def hemisphere(mentions: Sequence[Mention]) -> Hemisphere:
    """Tell whose seasons a report means: those of most of the places it sets something in."""
    places = [m.place for m in mentions if m.place is not None and m.role is Role.LITERAL]
    south = sum(place.lat < 0 for place in places)
    return Hemisphere.SOUTH if 2 * south > len(places) else Hemisphere.NORTH


def _located(
    mentions: Sequence[Mention],
    whens: Sequence[When],
    parsed: Sequence[Passage],
    losses: Losses,
    text: str,
) -> Iterator[Located]:
    for mention in mentions:
        found = losses.attempt(f"“{mention.text}”", partial(_one, mention, whens, parsed, text))
        if found is not None:
            yield found


def _one(mention: Mention, whens: Sequence[When], parsed: Sequence[Passage], text: str) -> Located:
    passage = _passage_of(mention, parsed)
    token = _head(mention, passage)
    sentence = passage.span(sentence_of(token))
    when = nearest(token, whens, passage)
    # "Recent" and "earlier" say when somebody spoke as often as when something was.
    dated = quoted(when, text) if when and when.granularity != "vague" else None
    return Located(quoted(mention, text), stance(token), dated, sentence)


def _offsets(
    parsed: Sequence[Passage], located: Sequence[Located], losses: Losses, text: str
) -> Iterator[Offset]:
    mentions = [each.mention for each in located]
    found = losses.attempt("What lies at a distance", partial(offsets, parsed, mentions)) or []
    for offset in losses.first(found, limits().names, "distances from places were"):
        yield quoted(offset, text)


def _unquantified(
    parsed: Sequence[Passage], found: Sequence[Claim], losses: Losses, text: str
) -> Iterator[Unquantified]:
    read = partial(unquantified, parsed, found)
    mentions = losses.attempt("What is said without a number", read) or []
    for mention in losses.first(mentions, limits().figures, "mentions without a number were"):
        yield quoted(mention, text)


def _checked(found: Sequence[Claim], losses: Losses, reading: Reading) -> Sequence[Claim]:
    check = partial(flagged, found, reading.text)
    return losses.attempt("The check of figures against each other", check) or found


def _as_written(claim: Claim, text: str) -> Claim:
    return replace(quoted(claim, text), when=quoted(claim.when, text) if claim.when else None)


def _passage_of(mention: Mention, parsed: Sequence[Passage]) -> Passage:
    return parsed[bisect_right(parsed, mention.start, key=lambda passage: passage.start) - 1]


def _head(mention: Mention, passage: Passage) -> Token:
    """Return the token of the mention that its clause hangs on."""
    span = passage.doc.char_span(
        mention.start - passage.start, mention.end - passage.start, alignment_mode="expand"
    )
    if span is None:
        raise ValueError(f"{mention.text!r} is not where its passage says")
    return span.root
