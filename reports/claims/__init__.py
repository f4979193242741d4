"""Claims: every figure of a report, with its status, its places, its time and who says so."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from spacy.tokens import Token

from geo.limits import limits
from geo.losses import Losses
from geo.mention import Mention
from geo.passage import Passage
from geo.sentences import sentence_of
from reports.claim import Claim, Stance, When
from reports.claims.anaphora import Referred, Told, leading, refer
from reports.claims.bracketed import of_places
from reports.claims.carried import carried
from reports.claims.categories import Topic, topic
from reports.claims.elsewhere import is_elsewhere
from reports.claims.events import events, is_added
from reports.claims.ground import Ground, ground
from reports.claims.located import Site, located_sites
from reports.claims.mentioned import Named, by_country, named
from reports.claims.moves import Move, moves
from reports.claims.placed import placed, where_the_force_is
from reports.claims.referents import referents
from reports.claims.sites import distance_slots, meant_by, size_slots
from reports.claims.slots import Slots, slots
from reports.claims.sources import chain
from reports.claims.standing import PLAIN, contested, is_told, outlook, restated
from reports.claims.timeline import Timeline, timeline
from reports.claims.timing import date_of, date_of_plan, from_the_report_on, is_possible
from reports.claims.voices import Voices, voices
from reports.dates import EVENT_RELATIVE, is_count, so_far
from reports.lexicon import words
from reports.quantities import Quantity, quantities
from reports.syntax import children

_GEOMETRY = "geometry"
# Families in which those counted come from where those counted before them did.
_OF_ONE_PEOPLE = frozenset({"deployment", "casualties"})
# Categories and kinds that belong to no place.
_EVERYWHERE = frozenset({"range", "duration", "speed", "power"})
_FATES = frozenset({"killed", "wounded", "captured", "missing"})
_ALL_SLOTS = ("actor", "from_", "to", "at")
_REMEMBERED = 12  # claims before this one that a size may belong to
_PLACES = 3  # decimals of a share: "a third" is 0.333


@dataclass(frozen=True, slots=True)
class _Report:
    """What is known of a report while its figures are read, in the order of the text."""

    mentions: Sequence[Mention]
    whens: Sequence[When]
    published: date | None
    names: Mapping[int, Named]
    moves: Sequence[Move]
    sites: Sequence[Site]
    paragraphs: Mapping[int, int]
    voices: Voices
    ground: Ground
    line: Timeline

    def mentions_before(self, offset: int) -> Sequence[Mention]:
        return self.mentions[: bisect_left(self.mentions, offset, key=lambda m: m.start)]

    def moves_before(self, offset: int) -> Sequence[Move]:
        return self.moves[: bisect_left(self.moves, offset, key=lambda move: move.at)]


def claims(
    text: str,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    whens: Sequence[When],
    published: date | None,
    losses: Losses | None = None,
) -> list[Claim]:
    """Read the claims of a report.

    Parameters
    ----------
    text
        The report's clean text, which all offsets refer to.
    passages
        Its parsed blocks.
    mentions
        Its place names.
    whens
        Its dates; the numbers in them are no figures.
    published
        Day of publication: what is told as done cannot lie after it.
    losses
        Takes notes of what is left out: figures beyond the limit, figures that cannot be read.

    Returns
    -------
    list of Claim
        In the order of the text; repeated statements stay separate rows. Places that another
        sentence names are marked as inherited; a date taken from another sentence is told by its
        offsets.

    Raises
    ------
    ValueError
        When the passages are not from this text.
    """
    losses = Losses() if losses is None else losses
    report = _known(passages, mentions, whens, published)
    figures = [
        (number, quantity)
        for number, passage in enumerate(passages)
        for quantity in losses.attempt(
            "What a paragraph counts", partial(_figures, passage, report)
        )
        or ()
    ]
    told: list[Told] = []
    for number, quantity in losses.first(figures, limits().figures, "figures were"):
        if text[quantity.start : quantity.end] != quantity.text:
            msg = f"{quantity.text!r} is not at {quantity.start}: the passages are another text's."
            raise ValueError(msg)
        read = partial(_told, quantity, number, passages[number], report, told)
        one = losses.attempt(f"“{quantity.text}”", read)
        told += [one] if one is not None else []
    return [one.claim for one in told]


def _told(
    quantity: Quantity, number: int, passage: Passage, report: _Report, told: Sequence[Told]
) -> Told:
    """Read one figure after those told before it."""
    referred = refer(quantity, told, number)
    earlier = [one.claim for one in told[-_REMEMBERED:]]
    lead = leading(quantity, told, number)
    return Told(referred.quantity, _claim(referred, passage, report, earlier, lead), number)


def _known(
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    whens: Sequence[When],
    published: date | None,
) -> _Report:
    ordered = by_country(sorted(mentions, key=lambda mention: mention.start))
    names = {passage.start: named(passage, ordered) for passage in passages}
    places = frozenset(passage.doc[i] for passage in passages for i in names[passage.start])
    sites = tuple(located_sites(passages, names))
    meant = referents(passages, names, ordered, sites)
    return _Report(
        mentions=ordered,
        whens=sorted(whens, key=lambda when: when.start),
        published=published,
        names=meant,
        moves=tuple(moves(passages, meant)),
        sites=sites,
        paragraphs={passage.start: number for number, passage in enumerate(passages)},
        voices=voices(passages, places),
        ground=ground(passages, meant, ordered),
        line=timeline(passages, sorted(whens, key=lambda when: when.start), published),
    )


def _figures(passage: Passage, report: _Report) -> list[Quantity]:
    """Give the quantities of a passage that are part of no date, name or position."""
    free = (one for one in quantities(passage) if _is_free(one, passage, report))
    return list(of_places(free, report.names[passage.start]))


def _is_free(quantity: Quantity, passage: Passage, report: _Report) -> bool:
    start, end = (passage.start + offset for offset in quantity.amount.number)
    return not _meets(report.whens, start, end) and not _meets(report.mentions, start, end)


def _meets(found: Sequence[When | Mention], start: int, end: int) -> bool:
    """Tell whether a stretch shares a character with one of those found, which are in order."""
    at = bisect_left(found, end, key=lambda one: one.start)
    return at > 0 and found[at - 1].end > start


def _claim(
    referred: Referred,
    passage: Passage,
    report: _Report,
    earlier: Sequence[Claim],
    lead: Quantity | None,
) -> Claim:
    """Put together what is known of one figure; ``lead`` is the one that it is joined to."""
    quantity, same = referred.quantity, referred.same
    governed = lead or quantity
    happening = events(governed.anchor, governed.noun, governed.of, _after(governed, passage))
    stance, done = outlook(governed, happening)
    about = topic(quantity, happening, done)
    if about.family == _GEOMETRY and not is_told(quantity):
        stance = PLAIN
    filled = _slots(referred, about, stance, passage, report, earlier)
    brought = about.event is not None and about.event.classes & {"bring", "send"} == {"bring"}
    if brought and filled.to is None and about.family == "deployment":
        about = replace(about, category="other")  # "were taken to hospital"
    if same is not None:
        if about.category not in _FATES:  # "including 31 children", but not "including 31 killed"
            about = Topic(same.category, same.family, same.unit)
        stance = restated(stance, same)
    elif referred.kin is not None and quantity.partitive:
        stance = restated(stance, referred.kin)
    sources = chain(quantity.anchor, passage, report.voices) or _sources_of_whole(referred, passage)
    stance = contested(stance, about, sources, filled.from_ or filled.actor, quantity.noun)
    when = _when(referred, about, filled, stance, passage, report, earlier)
    when = from_the_report_on(when, stance, report.published)
    sentence = passage.span(sentence_of(quantity.anchor))
    filled = report.ground.as_stated(filled, about).marked(sentence)
    claim = _row(quantity, about, stance, filled, when, sources, sentence)
    return replace(claim, increment=True) if is_added(happening) else claim


def _row(
    quantity: Quantity,
    about: Topic,
    stance: Stance,
    filled: Slots,
    when: When | None,
    sources: tuple[str, ...],
    sentence: tuple[int, int],
) -> Claim:
    amount = quantity.amount
    return Claim(
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        # The parser may end a sentence in the midst of a figure ("< 1~ half of").
        sentence_start=min(sentence[0], quantity.start),
        sentence_end=max(sentence[1], quantity.end),
        value=round(amount.value, _PLACES) if amount.value is not None else None,
        low=amount.low,
        high=amount.high,
        values=amount.values,
        comparator=amount.comparator,
        approx=amount.hedge.approx,
        increment=amount.hedge.increment,
        unit=about.unit,
        category=about.category,
        family=about.family,
        stance=stance,
        actor=filled.actor,
        from_=filled.from_,
        to=filled.to,
        at=filled.at,
        when=when,
        sources=sources,
        part_of=quantity.whole,
    )


def _sources_of_whole(referred: Referred, passage: Passage) -> tuple[str, ...]:
    """Give the speaker of the whole to a part that hangs loosely on it: "with 300 of them"."""
    kin = referred.kin if referred.quantity.partitive else None
    here = passage.span(sentence_of(referred.quantity.anchor))
    return kin.sources if kin is not None and kin.sentence_start == here[0] else ()


def _after(quantity: Quantity, passage: Passage) -> Token | None:
    """Return the token behind a figure, within its sentence."""
    span = passage.doc.char_span(
        quantity.start - passage.start, quantity.end - passage.start, alignment_mode="expand"
    )
    if span is None or span.end >= len(passage.doc):
        return None
    token = passage.doc[span.end]
    return None if token.is_sent_start else token


def _slots(
    referred: Referred,
    about: Topic,
    stance: Stance,
    passage: Passage,
    report: _Report,
    earlier: Sequence[Claim],
) -> Slots:
    """Fill the places of a figure, and those that the figure it refers to has."""
    quantity, names = referred.quantity, report.names[passage.start]
    if about.category in _EVERYWHERE or quantity.kind in _EVERYWHERE:
        return Slots()
    if about.family == _GEOMETRY:
        meant = meant_by(quantity, report.paragraphs[passage.start], report.sites)
        if about.category != "distance":
            return size_slots(quantity, names, earlier, meant)
        before = report.mentions_before(quantity.start)
        return distance_slots(quantity, passage, names, before, meant)
    filled = slots(quantity, about, names, report.moves_before(quantity.start))
    if referred.same is not None:
        same = referred.same
        ended = same.to is not None and filled.at is None and about.family in _OF_ONE_PEOPLE
        # A total counts where the counted got to, and no more where they came through.
        filled = filled.completed_by(replace(same, at=same.to) if ended else same, *_ALL_SLOTS)
    last = earlier[-1] if earlier else None
    if last is not None and _continues(quantity, about, filled, passage, last):
        filled = filled.completed_by(last, "actor", "from_")
    if referred.kin is not None and about.family in _OF_ONE_PEOPLE:
        left = referred.kin.category in words("slots", "carried", "leaving")
        filled = filled.completed_by(referred.kin, "actor", *(() if left else ("from_",)))
    filled = placed(filled, about, stance, quantity, passage, report.ground)
    part = quantity.partitive or quantity.whole is not None
    force = referred.kin if part and about.family == "casualties" else None
    return where_the_force_is(filled, force) if force is not None else filled


def _continues(
    quantity: Quantity, about: Topic, filled: Slots, passage: Passage, before: Claim
) -> bool:
    """Whether a sentence that names nobody goes on about those of the sentence before it."""
    if filled.actor is not None or filled.from_ is not None or before.category != about.category:
        return False
    names_doer = about.event is not None and children(about.event.token, "agent", "nsubj")
    sentence = sentence_of(quantity.anchor)
    follows = sentence.start and before.sentence_start >= passage.start
    previous = sentence_of(sentence[0].nbor(-1)) if follows else None
    next_to = previous is not None and before.start >= passage.start + previous.start_char
    return about.family == "deployment" and next_to and not names_doer


def _when(
    referred: Referred,
    about: Topic,
    filled: Slots,
    stance: Stance,
    passage: Passage,
    report: _Report,
    earlier: Sequence[Claim],
) -> When | None:
    """Date a figure by its clause, else by the plan or the event that it belongs to."""
    quantity = referred.quantity
    own = date_of(quantity, about, passage, report.whens)
    if own is not None and own.edtf is not None and not is_count(own):
        return own if is_possible(own, stance, report.published) else None
    of_plan = date_of_plan(about, filled.to, report.moves_before(quantity.start), report.whens)
    here = (report.paragraphs[passage.start], passage)
    kin = referred.same or referred.kin
    of_event = carried(quantity, about, stance, here, report.line, earlier, kin)
    if of_event and is_elsewhere(filled, quantity.start, of_event, report.line, report.mentions):
        of_event = None
    if own is None or of_event is None:
        return of_plan or of_event or own
    if is_count(own):
        return so_far(of_event, own.latest)
    # What is of a day that nobody can tell is not of the day of something else.
    return of_event if own.rule.endswith(EVENT_RELATIVE) else own
