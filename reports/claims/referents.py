"""What stands for a place named before, or for a country: "there", "the city", "a Syrian town"."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Kind, Role
from reports.claims.located import Site
from reports.claims.mentioned import Named
from reports.claims.syntax import children, lemma
from reports.lexicon import lexicon, words

_NAMING = ("compound", "nmod", "poss", "appos", "relcl", "acl", "nummod")
_POINTING = frozenset({"the", "this", "that"})
_REMEMBERED = 40  # mentions before a word that it may go back to
_NEAR = 3  # passages that a site is remembered for


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
    found: dict[int, Named] = {}
    for number, passage in enumerate(passages):
        own = names[passage.start]
        near = [site for site in sites if 0 <= number - site.paragraph <= _NEAR]
        here = dict(own)
        for token in passage.doc:
            if token.i in own:
                continue
            at = passage.start + token.idx
            last = bisect_left(mentions, at, key=lambda mention: mention.start)
            before = mentions[max(0, last - _REMEMBERED) : last]
            known = [site for site in near if site.at < at]
            if meant := _meant(token, own, before, known):
                here[token.i] = meant
        found[passage.start] = here
    return found


def _meant(
    token: Token, own: Named, before: Sequence[Mention], sites: Sequence[Site]
) -> Mention | None:
    if token.lower_ in words("slots", "referents", "there"):
        return _last(before, set(Kind)) if token.dep_ == "advmod" else None
    if token.tag_ != "NN" or (token.dep_ == "nsubj" and _acts(token)):
        return None
    kinds = _kinds(token)
    if kinds and (people := _people(token, own)):
        return replace(people, role=Role.LITERAL)
    if not _goes_back(token, own):
        return None
    if lemma(token) in words("slots", "sites", "nouns"):
        alike = [site.place for site in sites if site.noun == lemma(token)]
        return alike[-1] if alike else _last(before, {Kind.SITE})
    if kinds == {Kind.COUNTRY}:
        return _country(before)
    return _last(before, kinds) if kinds else None


def _kinds(token: Token) -> set[Kind]:
    table = lexicon("slots")["referents"]["kinds"].items()
    return {Kind(kind) for kind, nouns in table if lemma(token) in nouns}


def _acts(token: Token) -> bool:
    """Whether a noun may be those who govern: "the country has sent 300 men"."""
    return lemma(token) in words("slots", "referents", "acting")


def _people(token: Token, own: Named) -> Mention | None:
    """Read whose a place is, where it has no name: "a besieged Syrian town"."""
    if any(child.i in own for child in _complements(token)):
        return None
    mine = (own[child.i] for child in children(token, "amod", "compound") if child.i in own)
    return next((one for one in mine if one.role is Role.DEMONYM), None)


def _goes_back(token: Token, own: Named) -> bool:
    """Whether "the city" is one named before: it has an article and nothing that names it."""
    pointed = any(child.lower_ in _POINTING for child in children(token, "det"))
    named = children(token, *_NAMING) or any(child.i in own for child in _complements(token))
    return pointed and not named and token.dep_ != "compound"


def _complements(token: Token) -> Iterator[Token]:
    yield from children(token, "appos", "compound", "amod")
    for phrase in children(token, "prep"):
        yield from children(phrase, "pobj")


def _last(before: Sequence[Mention], kinds: set[Kind]) -> Mention | None:
    """Return the last place of some kinds at which something was, else that acted."""
    fitting = [m for m in before if m.place is not None and m.place.kind in kinds]
    literal = [m for m in fitting if m.role is Role.LITERAL]
    acting = [m for m in fitting if m.role is Role.METONYM and m.place and m.place.kind in _TOWNS]
    last = (literal or acting or [None])[-1]
    return replace(last, role=Role.LITERAL) if last is not None else None


_TOWNS = frozenset({Kind.CITY, Kind.ADM1, Kind.ADM2, Kind.REGION})


def _country(before: Sequence[Mention]) -> Mention | None:
    """Return the country that the last place lies in, if the report has named it."""
    places = [m.place for m in before if m.role is Role.LITERAL and m.place and m.place.country]
    if not places:
        return None
    countries = [m for m in before if m.place is not None and m.place.kind is Kind.COUNTRY]
    own = [m for m in countries if m.place and m.place.country == places[-1].country]
    return replace(own[-1], role=Role.LITERAL) if own else None
