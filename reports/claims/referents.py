"""What stands for a place named before, or for a country: "there", "the city", "a Syrian town"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Kind, Role
from geo.sentences import sentence_of
from reports.claims.located import Site
from reports.claims.locatives import locatives
from reports.claims.mentioned import Named
from reports.lexicon import lexicon, words
from reports.syntax import children, lemma

_NAMES = ("compound", "nmod", "poss", "appos", "nummod")
_NAMING = (*_NAMES, "relcl", "acl")
_POINTING = frozenset({"the", "this", "that"})
_REMEMBERED = 40  # mentions before a word that it may go back to
_WORDS = 60  # words of its sentence before a word that it may go back to
_NEAR = 3  # passages that a site is remembered for
_PLAIN = 2.0  # strength from which a place can be gone back to


@dataclass(frozen=True, slots=True)
class _Told:
    """What a word may go back to.

    Attributes
    ----------
    before
        The places before it at which something was.
    here
        All names before it in its sentence.
    named
        All names before it.
    sites, countries
        The sites located before it, and the countries of the whole report.
    """

    before: Sequence[Mention]
    here: Sequence[Mention]
    named: Sequence[Mention]
    sites: Sequence[Site]
    countries: Mapping[str | None, Mention]


def referents(
    passages: Sequence[Passage],
    names: Mapping[int, Named],
    mentions: Sequence[Mention],
    sites: Sequence[Site],
) -> Mapping[int, Named]:
    """Add to the names of each passage the words that stand for a place.

    Parameters
    ----------
    names
        For each passage, by its start, the mentions over its words.
    mentions
        The mentions of the report, in order.
    sites
        The camps, bases and the like that the report has located.

    Returns
    -------
    mapping
        As ``names``; a word that goes back to another sentence carries the mention there.
    """
    standing = list(_standing(passages, names))
    countries = {
        m.place.country: m for m in mentions if m.place is not None and m.place.kind is Kind.COUNTRY
    }
    found: dict[int, Named] = {}
    for number, passage in enumerate(passages):
        own = names[passage.start]
        low, high = (
            bisect_left(sites, paragraph, key=lambda site: site.paragraph)
            for paragraph in (number - _NEAR, number + 1)
        )
        near = sites[low:high][-_REMEMBERED:]
        here = dict(own)
        for token in passage.doc:
            if token.i in own or not _may_refer(token):
                continue
            at = passage.start + token.idx
            told = _Told(
                before=_before(standing, at),
                named=_before(mentions, at),
                here=[own[i] for i in range(_first(token), token.i) if i in own],
                sites=[site for site in near if site.at < at],
                countries=countries,
            )
            if meant := _meant(token, own, told):
                here[token.i] = replace(meant, role=Role.LITERAL)
        found[passage.start] = here
    return found


def _standing(passages: Sequence[Passage], names: Mapping[int, Named]) -> Iterator[Mention]:
    """Give the places of a report at which something is told to have been, in order."""
    for passage in passages:
        own = names[passage.start]
        for sentence in passage.doc.sents if own else ():
            yield from (p.mention for p in locatives(sentence, own) if p.strength >= _PLAIN)


def _before(mentions: Sequence[Mention], at: int) -> Sequence[Mention]:
    last = bisect_left(mentions, at, key=lambda mention: mention.start)
    return mentions[max(0, last - _REMEMBERED) : last]


def _first(token: Token) -> int:
    """Return the number of the first word of a sentence, or of as much of it as is looked at."""
    return max(sentence_of(token).start, token.i - _WORDS)


def _may_refer(token: Token) -> bool:
    return token.tag_ == "NN" or token.lower_ in words("slots", "referents", "there")


def _meant(token: Token, own: Named, told: _Told) -> Mention | None:
    if token.lower_ in words("slots", "referents", "there"):
        return _last(told.before, set(Kind)) if token.dep_ == "advmod" else None
    if token.dep_ == "nsubj" and lemma(token) in words("slots", "referents", "acting"):
        return None  # "the country has sent 300 men"
    people = _people(token, own) if _kinds(token) else None
    owned = lemma(token) in words("slots", "referents", "owned")
    return people if people or owned or not _goes_back(token, own) else _named_before(token, told)


def _named_before(token: Token, told: _Told) -> Mention | None:
    """Find the last place of the kind that a word names."""
    if lemma(token) in words("slots", "sites", "nouns"):
        alike = [site.place for site in told.sites if site.noun == lemma(token)]
        return alike[-1] if alike else _last(told.before, {Kind.SITE})
    kinds = _kinds(token)
    if kinds == {Kind.COUNTRY}:
        return _country(told)
    found = _last([*told.before, *told.here], kinds) or _last(told.named, kinds)
    return found if found is not None and _fits(found, told.here) else None


def _kinds(token: Token) -> set[Kind]:
    table = lexicon("slots")["referents"]["kinds"].items()
    return {Kind(kind) for kind, nouns in table if lemma(token) in nouns}


def _people(token: Token, own: Named) -> Mention | None:
    """Read whose a place is, where it has no name: "a besieged Syrian town"."""
    if any(child.i in own for child in _behind(token)):
        return None
    mine = (own[child.i] for child in children(token, "amod", "compound") if child.i in own)
    return next((one for one in mine if one.role is Role.DEMONYM), None)


def _goes_back(token: Token, own: Named) -> bool:
    """Whether "the city" is one named before: it has an article and nothing that names it."""
    pointed = any(child.lower_ in _POINTING for child in children(token, "det"))
    # There is but one country to speak of, whatever else is said of it.
    naming = _NAMES if Kind.COUNTRY in _kinds(token) else _NAMING
    named = children(token, *naming) or any(child.i in own for child in _behind(token))
    return pointed and not named and token.dep_ != "compound"


def _behind(token: Token) -> Iterator[Token]:
    yield from children(token, "appos")
    for phrase in children(token, "prep"):
        yield from children(phrase, "pobj")


def _last(before: Sequence[Mention], kinds: set[Kind]) -> Mention | None:
    """Return the last place of some kinds."""
    fitting = (m for m in reversed(before) if m.place is not None and m.place.kind in kinds)
    return next((m for m in fitting if m.role is not Role.DEMONYM), None)


def _fits(found: Mention, here: Sequence[Mention]) -> bool:
    """Whether a place may be meant in a sentence that names a country: it lies there."""
    countries = (m.place for m in here if m.role is Role.LITERAL and m.place is not None)
    named = {place.country for place in countries if place.kind is Kind.COUNTRY}
    return not named or found.place is None or found.place.country in named


def _country(told: _Told) -> Mention | None:
    """Return the country that most of the places before lie in, if the report names it."""
    literal = [m for m in told.named if m.role is Role.LITERAL]
    lain = Counter(m.place.country for m in literal if m.place and m.place.country)
    if not lain:
        return None
    return told.countries.get(lain.most_common(1)[0][0])
