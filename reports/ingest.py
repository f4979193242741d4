"""From a report to all that Dateline holds about it: where reading, places and figures meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from geo.gazetteer import Gazetteer
from geo.mention import Mention
from geo.passage import Passage
from geo.toponyms import toponyms
from reports.claim import Claim, Stance, When
from reports.claims import claims
from reports.claims.status import stance
from reports.dates import dates, nearest
from reports.language import passages
from reports.read import Reading


@dataclass(frozen=True, slots=True)
class Located:
    """A mention with what its own clause says: the status of what happens there, and when."""

    mention: Mention
    stance: Stance
    when: When | None
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one report says, as found; offsets refer to ``reading.text``."""

    reading: Reading
    published: date | None
    published_basis: str | None
    located: tuple[Located, ...]
    claims: tuple[Claim, ...]


def extract(
    reading: Reading, gazetteer: Gazetteer, published: date | None = None, basis: str = "given"
) -> Extraction:
    """Find places, dates and figures in a report.

    Parameters
    ----------
    published
        The publication day when somebody gave it; it beats what the document says.
    basis
        Where ``published`` comes from: "given", "manifest" or "inferred".
    """
    day = published or reading.published
    parsed = passages(reading.text, reading.blocks)
    mentions = toponyms(parsed, gazetteer)
    whens = dates(parsed, day)
    return Extraction(
        reading=reading,
        published=day,
        published_basis=basis if published else reading.published_basis,
        located=tuple(_located(mentions, whens, parsed)),
        claims=tuple(claims(reading.text, parsed, mentions, whens, day)),
    )


def _located(
    mentions: Sequence[Mention], whens: Sequence[When], parsed: Sequence[Passage]
) -> Iterator[Located]:
    for mention in mentions:
        passage = _passage_of(mention, parsed)
        token = _head(mention, passage)
        sentence = passage.span(token.sent)
        when = nearest(token, whens, passage)
        # "Recent" and "earlier" say when somebody spoke as often as when something was.
        dated = when if when and when.granularity != "vague" else None
        yield Located(mention, stance(token), dated, sentence)


def _passage_of(mention: Mention, parsed: Sequence[Passage]) -> Passage:
    return next(p for p in reversed(parsed) if p.start <= mention.start)


def _head(mention: Mention, passage: Passage) -> Token:
    """Return the token of the mention that its clause hangs on."""
    span = passage.doc.char_span(
        mention.start - passage.start, mention.end - passage.start, alignment_mode="expand"
    )
    if span is None:
        raise ValueError(f"{mention.text!r} is not where its passage says")
    return span.root
