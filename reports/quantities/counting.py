"""What a number counts: the noun, and the kind of thing that the noun stands for."""

from dataclasses import dataclass

from spacy.tokens import Token

from geo.sentences import sentence_of
from geo.toponyms.meaning import noun_sense
from reports.lexicon import lexicon, words
from reports.quantities.units import counted
from reports.syntax import OBJECTS, SUBJECTS, VERBAL, children, lemma

_BEFORE_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "det", "predet", "poss"}
)
_IN_PHRASE = frozenset({"ADJ", "NOUN", "PROPN"})
_PAIR = 2  # words from a number to the last of its nouns
_WIDEST = 8  # words between a number and its noun


@dataclass(frozen=True, slots=True)
class Thing:
    """A counted noun; ``kind`` is "count" for nouns that the lexicon does not know."""

    noun: Token
    kind: str
    unit: str


def thing(number: Token) -> Thing | None:
    """Find what a number counts, from its last token; None for a bare number or a name."""
    fate = _fate(number)
    if fate is not None:
        return fate
    noun = _parsed_noun(number)
    if noun is None or (_kind(noun) is None and noun.pos_ == "PROPN"):
        noun = _next_noun(number) or noun
    counts = as_thing(_content(_plural_before(number, noun))) if noun is not None else None
    if counts is not None and counts.kind == "people" and _is_with_soldiers(counts.noun):
        return Thing(counts.noun, "workers", "personnel")
    return counts


def _plural_before(number: Token, noun: Token) -> Token:
    """Return the counted in "took 18 sailors hostage", which the parse takes for one hostage."""
    if noun.tag_ != "NN" or noun.i - number.i < _PAIR or noun.lower_ in _invariant():
        return noun
    before = noun.nbor(-1)
    people = _kind(before) if before.tag_ == "NNS" else None
    known = people is not None and people.kind in ("people", "personnel", "workers")
    return before if known and _is_fate(noun) else noun


def _is_fate(noun: Token) -> bool:
    counts = _kind(noun)
    return counts is not None and counts.kind == "captured"


def _invariant() -> frozenset[str]:
    return words("units", "invariant", "nouns")


def _fate(number: Token) -> Thing | None:
    """Read "seven dead and 15 hurt", where the parse may give both numbers one noun."""
    behind = number.doc[number.i + 1 : min(number.i + 3, sentence_of(number).end)]
    if not behind or behind[0].lower_ not in words("units", "invariant", "fates"):
        return None
    men = len(behind) > 1 and behind[1].pos_ in _IN_PHRASE  # "12 wounded men"
    if men or behind[0].pos_ in VERBAL:
        return None
    return _kind(behind[0])


def _content(noun: Token) -> Token:
    """Return what is in "220 units of artillery"."""
    if lemma(noun) not in words("units", "containers", "nouns"):
        return noun
    of = (phrase for phrase in children(noun, "prep") if phrase.lower_ == "of")
    inner = (thing for phrase in of for thing in children(phrase, "pobj"))
    known = ((thing, _kind(thing)) for thing in inner)
    fired = lemma(noun) in words("units", "containers", "fired")
    return next((thing for thing, kind in known if kind and (not fired or _happens(kind))), noun)


def _happens(counts: Thing) -> bool:
    """Whether what is counted goes in rounds of its own: "two rounds of talks"."""
    return counts.kind == "events"


def _is_with_soldiers(noun: Token) -> bool:
    """Whether people are counted together with soldiers: "4,800 soldiers and 200 civilians"."""
    first = _kind(noun.head) if noun.dep_ == "conj" and noun.head.i < noun.i else None
    return first is not None and first.kind == "personnel"


def agrees(counts: Thing) -> bool:
    """Whether a noun can stand behind a plural number: not the "flight" of a "500 flight cap"."""
    plural = counts.noun.tag_ in ("NNS", "NNPS", "JJ", "VBN") or counts.noun.ent_type_ == "NORP"
    return plural or counts.noun.lower_ in words("units", "invariant", "nouns")


def as_thing(noun: Token) -> Thing | None:
    """Look up a noun; None for names that are not those of a people."""
    known = _kind(noun)
    if known is not None:
        return known
    if noun.ent_type_ == "NORP" and noun.tag_ in ("NNS", "NNPS"):
        return Thing(noun, "people", "people")
    if noun.ent_type_ == "NORP" and noun.tag_ == "NNP" and noun.dep_ in (*SUBJECTS, *OBJECTS):
        return Thing(noun, "people", "people")  # "300 Rohingya landed"
    if noun.tag_ == "NNPS" and noun.lower_.endswith("ans"):
        return Thing(noun, "people", "people")
    return _by_sense(noun) if noun.pos_ == "NOUN" else None


def _by_sense(noun: Token) -> Thing:
    """Count an unlisted noun by its commonest sense: "11 occupants" are people."""
    kind = lexicon("counted")["senses"]["kinds"].get(noun_sense(lemma(noun)))
    if kind is None or lemma(noun) in words("counted", "senses", "other"):
        return Thing(noun, "count", "count")
    return Thing(noun, kind, kind)


def _kind(noun: Token) -> Thing | None:
    """Look a noun up with the word before it, then alone ("aircraft carriers" are no aircraft)."""
    names = [lemma(noun), noun.lower_]
    if noun.i > sentence_of(noun).start:
        names.insert(0, f"{lemma(noun.nbor(-1))} {lemma(noun)}")
    for name in names:
        found = counted(name)
        if found is not None:
            return Thing(noun, found.kind, found.unit)
    return None


def _parsed_noun(number: Token) -> Token | None:
    """Follow the parse from a number to the noun behind it."""
    token = number
    for _ in range(_WIDEST):
        head = token.head
        if token.dep_ not in _BEFORE_NOUN or not token.i < head.i <= number.i + _WIDEST:
            break
        token = head
    return token if token.i > number.i and token.pos_ in _IN_PHRASE else None


def _next_noun(number: Token) -> Token | None:
    """Scan to the right for a known noun, where the parse goes astray ("1.8k people")."""
    last = None
    for token in number.doc[number.i + 1 : min(number.i + _WIDEST, sentence_of(number).end)]:
        inside = token.pos_ in _IN_PHRASE or token.tag_ == "VBN" or token.text == "-"
        joining = token.pos_ == "CCONJ" and last is None
        if not inside and not joining:
            break
        if token.pos_ in ("NOUN", "PROPN") and _kind(token) is not None:
            last = token
    return last
