"""Place names in the grammar: the words that belong to mentions, and what leads up to them."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Kind, Place, Role
from geo.sentences import text_of
from reports.claim import PlaceRef
from reports.lexicon import words
from reports.syntax import children, lemma, tokens_between

Named = Mapping[int, Mention]
"""Mentions by the number of each of their words in the block."""

_INSIDE = ("compound", "nmod", "appos", "poss", "amod")
_DEEPEST = 3


def named(passage: Passage, mentions: Sequence[Mention]) -> Named:
    """Lay the mentions of a report, in the order of the text, over the words of one passage."""
    last = passage.start + len(text_of(passage.doc))
    found: dict[int, Mention] = {}
    first = bisect_left(mentions, passage.start, key=lambda mention: mention.start)
    for mention in itertools.islice(mentions, first, None):
        if mention.start >= last:
            break
        if mention.end <= last:
            start, end = mention.start - passage.start, mention.end - passage.start
            found |= {token.i: mention for token in tokens_between(passage.doc, start, end)}
    return found


def reference(mention: Mention, *, inherited: bool = False) -> PlaceRef:
    """Put a mention into a slot."""
    place = mention.place
    return PlaceRef(
        name=place.name if place else mention.text,
        place_id=place.id if place else None,
        start=mention.start,
        end=mention.end,
        inherited=inherited,
    )


def country(mention: Mention) -> str:
    """Give the country of a mention, so that a capital and its country are one party."""
    if mention.place is None:
        return mention.text
    return mention.place.country or mention.place.name


def by_country(mentions: Sequence[Mention]) -> list[Mention]:
    """Let a capital that acts for its country be that country, where the report names it too."""
    countries = {
        mention.place.country: mention.place
        for mention in mentions
        if mention.place is not None and mention.place.kind is Kind.COUNTRY
    }
    return [_as_country(mention, countries) for mention in mentions]


def _as_country(mention: Mention, countries: Mapping[str | None, Place]) -> Mention:
    place = mention.place
    if mention.role is not Role.METONYM or place is None or place.kind is not Kind.CITY:
        return mention
    named = countries.get(place.country) if place.country else None
    return replace(mention, place=named) if named is not None else mention


def place_in(noun: Token, names: Named, depth: int = _DEEPEST) -> Mention | None:
    """Find the place that a phrase is about: "the port of Odesa", "a post near Bol"."""
    if noun.i in names:
        return _placed(names[noun.i])
    for child in children(noun, *_INSIDE):
        if child.i in names and (found := _placed(names[child.i])):
            if child.dep_ == "poss" and found.role is Role.METONYM:
                continue  # "in India's worst accident"
            return found
    if depth:
        for phrase in children(noun, "prep"):
            if phrase.lower_ in words("slots", "prepositions", "inner"):
                for inner in children(phrase, "pobj"):
                    if found := place_in(inner, names, depth - 1):
                        return found
    return None


def _is_people(word: Token, noun: Token) -> bool:
    """Whether a name is that of a people, who may live in any state: "Serbs", "Croat villagers"."""
    name = lemma(word).removesuffix("s")
    of_a_state = name in words("slots", "peoples", "nations") and word.i != noun.i
    return name in words("slots", "peoples", "names") and not of_a_state


def _placed(mention: Mention) -> Mention | None:
    return None if mention.role in (Role.DEMONYM, Role.LIKENESS) else mention


def party_in(noun: Token, names: Named) -> Mention | None:
    """Find who a phrase acts for: "Pyongyang", "Germany's 45th brigade", "Russian forces"."""
    own = [noun] if noun.i in names else children(noun, "poss", "compound", "amod", "nmod")
    sides = (names[one.i] for one in own if one.i in names and is_side(one, noun, names))
    return next(sides, None)


def is_side(word: Token, noun: Token, names: Named) -> bool:
    """Whether a name before a noun says for which country or place somebody acts.

    A people or a movement is no state: "Kurdish fighters", "ethnic Armenians", "pro-Russian
    forces", "Bosnian Serb police", "Syrian rebels".
    """
    mention = names[word.i]
    kind = mention.place.kind if mention.place is not None else None
    rebels = words("slots", "peoples", "rebels")
    rebels |= words("slots", "peoples", "armed") if kind is not Kind.COUNTRY else frozenset()
    if lemma(noun) in rebels:
        return False
    if mention.role is not Role.DEMONYM:
        return True
    if kind is Kind.REGION or _is_people(word, noun):
        return False
    before = {one.lower_ for one in word.doc[max(0, word.i - 2) : word.i]}
    if before & words("slots", "peoples", "sided"):
        return False
    beside = [word.doc[i] for i in (word.i - 1, word.i + 1) if 0 <= i < len(word.doc)]
    peoples = words("slots", "peoples", "names")
    doubled = (names.get(one.i, mention) is not mention or lemma(one) in peoples for one in beside)
    return not any(doubled)


def led_up_to(head: Token, names: Named) -> Iterator[tuple[str, Mention]]:
    """Give the places that hang on a verb or noun by a preposition, with the preposition.

    "North of Mafraq" counts as near it; a place with a stated distance ("20 km east of Tbilisi")
    is not where something is.
    """
    for lead, noun in _leads(head):
        place = place_in(noun, names)
        if place is not None:
            # "From 600 to 1,000 men in Bol": the numbers are led up to, not the place.
            counted = lead in ("from", "to") and noun.i not in names and _is_numbered(noun)
            yield "in" if counted else lead, place
            yield from _onward(lead, noun, names)
        elif lead in words("slots", "prepositions", "means"):
            # "by rail from Augustdorf", "on ships from Chongjin to Vladivostok", "en route to Goma"
            for inner, object_ in _leads(noun):
                place = place_in(object_, names)
                if place is not None and inner in ("from", "to"):
                    yield inner, place


def _onward(lead: str, noun: Token, names: Named) -> Iterator[tuple[str, Mention]]:
    """Read "from Haifa to Eilat" where the parse hangs "to" on the name or on "from".

    So it may hang the other way about: "to Eilat from Haifa".
    """
    there = words("slots", "prepositions", "goal") | words("slots", "prepositions", "aimed")
    if lead in there and noun.i in names:
        last = [noun, *(one for one in children(noun, "conj") if one.i in names)]
        for phrase in (phrase for one in last for phrase in children(one, "prep")):
            if phrase.lower_ in words("slots", "prepositions", "from"):
                places = (place_in(one, names) for one in children(phrase, "pobj"))
                yield from ((phrase.lower_, place) for place in places if place is not None)
    if lead in words("slots", "prepositions", "from"):
        for phrase in (*children(noun, "prep"), *children(noun.head, "prep")):
            if phrase.lower_ in words("slots", "prepositions", "goal"):
                places = (place_in(one, names) for one in children(phrase, "pobj"))
                yield from ((phrase.lower_, place) for place in places if place is not None)


def _is_numbered(noun: Token) -> bool:
    return noun.like_num or bool(children(noun, "nummod"))


def _leads(head: Token) -> Iterator[tuple[str, Token]]:
    for phrase in children(head, "prep", "dative"):
        for each in (phrase, *children(phrase, "conj")):  # "out of Sake and into Goma"
            if each.lower_ in words("slots", "prepositions", "compound"):
                yield from _inner(each)
            for noun in children(each, "pobj"):
                yield each.lower_, noun
    for direction in children(head, "advmod"):
        if children(direction, "npadvmod"):
            continue
        if direction.lower_ in words("slots", "prepositions", "compound"):
            yield from _inner(direction)  # "sent back to Bol"
        for preposition in children(direction, "prep"):
            if preposition.lower_ == "of":
                yield from (("near", noun) for noun in children(preposition, "pobj"))


def _inner(direction: Token) -> Iterator[tuple[str, Token]]:
    for preposition in children(direction, "prep"):
        lead = "from" if direction.lower_ == "out" else preposition.lower_
        yield from ((lead, noun) for noun in children(preposition, "pobj"))
