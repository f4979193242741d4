"""Sources: who says so, from the speaker nearest to the reader to the root of what was said."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import sentence_of, text_of
from reports.claims.speakers import Speakers, is_person, name_of, speakers
from reports.lexicon import words
from reports.syntax import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    children,
    lemma,
    path,
    subject,
)

_OUTSIDE = frozenset({"advcl", "npadvmod", "relcl", "conj", *SUBJECTS})
_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_REMEMBERED = 12  # earlier speakers among whom a pronoun is resolved


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody saying something at an offset of the report."""

    at: int
    name: str
    person: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a report.

    Attributes
    ----------
    known
        The names in it.
    spoken
        Everyone who says something, in reading order.
    cited
        Whom a speaker cites, by the speaker's name and by the noun they are called by.
    according
        Offset and noun of what stands behind each "according to", in reading order.
    """

    known: Speakers
    spoken: Sequence[Spoken]
    cited: Mapping[str, str]
    according: Sequence[tuple[int, Token]]

    def in_full(self, name: str) -> str:
        """Give the full name of whoever was once named in full and then by surname."""
        if " " in name:
            return name
        longer = (s.name for s in self.spoken if s.name.endswith(f" {name}"))
        return next((full for full in longer if full.istitle()), name)


def voices(passages: Sequence[Passage], places: frozenset[Token]) -> Voices:
    """Read who speaks in a report, so that later chains can refer back.

    Parameters
    ----------
    places
        The words that belong to place names.
    """
    known = speakers(passages, places)
    spoken: list[Spoken] = []
    cited: dict[str, str] = {}
    according: list[tuple[int, Token]] = []
    for passage in passages:
        for token in passage.doc:
            start = passage.start + token.idx
            if token.lower_ == "according":
                nouns = _objects(token)
                according += [(start, noun) for noun in nouns]
            elif token.pos_ in VERBAL:
                _note_citation(token, known, cited, [s for s in spoken if s.at >= passage.start])
                speaks = lemma(token) in words("speech", "say", "verbs")
                speaker = _speaker(token) if speaks else None
                nouns = [speaker] if speaker is not None else []
            else:
                continue
            named = ((noun, _back_to(noun, name_of(noun, known), spoken)) for noun in nouns)
            spoken += [Spoken(start, name, is_person(noun, known)) for noun, name in named if name]
    return Voices(known, spoken, cited, according)


def _note_citation(
    verb: Token, known: Speakers, cited: dict[str, str], spoken: Sequence[Spoken]
) -> None:
    """Note whom a speaker cites; "he" is the last who spoke in the same paragraph."""
    if lemma(verb) not in words("speech", "cite", "verbs"):
        return
    speaker, source = _speaker(verb), _cited(verb, known)
    if speaker is None or source is None:
        return
    name = name_of(speaker, known) or _last_spoken(speaker, spoken)
    for key in filter(None, (name, lemma(speaker) if speaker.pos_ == "NOUN" else None)):
        cited.setdefault(key, source)


def _cited(verb: Token, known: Speakers) -> str | None:
    """Name what is cited: "citing the NIS", "cited information from the agency"."""
    for thing in children(verb, "dobj"):
        for preposition in children(thing, "prep"):
            if preposition.lower_ in words("speech", "cite", "by"):
                for noun in children(preposition, "pobj"):
                    return name_of(noun, known)
        return name_of(thing, known)
    return None


def _speaker(verb: Token) -> Token | None:
    """Return the noun of who says it; for "the lawmaker who cited …" the noun before "who"."""
    noun = subject(verb)
    if noun is not None and noun.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    if noun is None and verb.dep_ == "acl":
        return verb.head
    return noun if noun is not None and not noun.like_num else _beside(verb)


def _beside(verb: Token) -> Token | None:
    """Return the person next to a verb whose subject the parse has lost."""
    last = len(verb.doc) - 1
    around = [verb.doc[i] for i in (verb.i - 1, verb.i + 1) if 0 <= i <= last]
    return next((token for token in around if token.ent_type_ == "PERSON"), None)


def _objects(preposition: Token) -> list[Token]:
    """Give what stands behind "according to" or another preposition."""
    inner = [n for to in children(preposition, "prep") for n in children(to, "pobj", "pcomp")]
    return inner + children(preposition, "pobj")


def chain(token: Token, passage: Passage, heard: Voices) -> tuple[str, ...]:
    """Read the source chain of a figure.

    Returns
    -------
    tuple of str
        From the speaker nearest to the reader to the root; empty for the report's own voice.
    """
    found: list[str] = []
    for node, below in _stated(token):
        owner = _owner(node, below, heard)
        if owner is not None:
            found.append(owner)
            break
        if node.pos_ in VERBAL:
            found += _inserted(node, passage, heard) + _said(node, below, passage, heard)
    found += _said_of_sentence(token, passage, heard)
    if not found:
        found = _quoted(token, passage, heard)
    return tuple(dict.fromkeys(reversed(found)))


def _stated(token: Token) -> Iterator[tuple[Token, Token]]:
    """Climb a sentence, each word with the one below it.

    Above a relative clause only what is said in so many words reaches the figure: who "claimed
    responsibility for bombings that killed 44" has not said how many.
    """
    relative = False
    below = token
    for node in path(token):
        if not relative or below.dep_ in ("ccomp", "parataxis") or node.pos_ not in VERBAL:
            yield node, below
        relative = relative or node.dep_ == "relcl"
        below = node


def _owner(noun: Token, below: Token, heard: Voices) -> str | None:
    """Name whose claim or estimate a figure is: "a Kyiv claim that …", "an estimate by the UN"."""
    hangs = below.dep_ in ("acl", "relcl", "prep", "ccomp", "appos")
    if noun.pos_ not in NOMINAL or not hangs or lemma(noun) not in words("speech", "cite", "nouns"):
        return None
    for child in noun.lefts:
        if child.dep_ in ("poss", "compound", "amod", "nmod") and child.text[:1].isupper():
            return name_of(child, heard.known)
    for preposition in children(noun, "prep"):
        if preposition.lower_ in ("by", "from") and preposition.i != below.i:
            for owner in children(preposition, "pobj"):
                return name_of(owner, heard.known)
    return None


def _said(verb: Token, below: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name who says what hangs below a verb, the root of it first."""
    if verb.i == below.i or below.dep_ in _OUTSIDE:
        return []
    found = _heard_from(verb, heard)
    if _reports(verb, below) and not children(verb, "neg"):
        speaker = _speaker(verb)
        if speaker is not None:
            found += _named(speaker, passage, heard)
        citing = (child for child in children(verb, "advcl") if child.lower_ == "citing")
        found = [*(c for verb_ in citing if (c := _cited(verb_, heard.known))), *found]
    return found


def _inserted(verb: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name who is put into a sentence: "They plan, Ford said, to send 300"."""
    found: list[str] = []
    for said in children(verb, "parataxis"):
        whole = not children(said, "ccomp", "xcomp", "dobj")
        speaker = (
            _speaker(said) if whole and lemma(said) in words("speech", "say", "verbs") else None
        )
        found += _named(speaker, passage, heard) if speaker is not None else []
    return found


def _reports(verb: Token, below: Token) -> bool:
    """Whether a verb hands on what hangs below it as somebody's words."""
    name = lemma(verb)
    if name in words("speech", "say", "puts"):
        preps = words("speech", "say", "put_preps")
        return below.dep_ == "prep" and any(p.lower_ in preps for p in children(verb, "prep"))
    if name in words("speech", "say", "speaks_of"):
        return below.dep_ == "prep" and below.lower_ == "of"
    if name in words("speech", "say", "clause_only"):
        return below.dep_ in ("ccomp", "parataxis")
    return name in words("speech", "say", "verbs")


def _heard_from(verb: Token, heard: Voices) -> list[str]:
    """Read "a colleague had heard from Berlin that …": Berlin first, then the colleague."""
    if lemma(verb) not in words("speech", "hear", "verbs"):
        return []
    nouns = [n for p in children(verb, "prep") if p.lower_ == "from" for n in children(p, "pobj")]
    hearer = _speaker(verb) if nouns else None
    told = [*nouns, *([hearer] if hearer is not None else [])]
    return [name for noun in told if (name := name_of(noun, heard.known))]


def _named(noun: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name a speaker with whom they cite before and who quotes them after."""
    name = name_of(noun, heard.known)
    if name is None:
        name = _spoke_before(noun, passage, heard)
    if name is None:
        return []
    name = _described(noun, heard.in_full(name), passage, heard)
    roles = [role for role, person in heard.known.roles.items() if person == name]
    cited = next((heard.cited[key] for key in (name, *roles) if key in heard.cited), None)
    quoting = [
        by
        for verb in children(noun, "acl")
        if lemma(verb) in words("speech", "cite", "verbs")
        for agent in children(verb, "agent")
        for owner in children(agent, "pobj")
        if (by := name_of(owner, heard.known))
    ]
    return [*([cited] if cited and cited != name else []), name, *quoting]


def _described(noun: Token, name: str, passage: Passage, heard: Voices) -> str:
    """Name "the outlet", or "lawmakers" in the headline, as the report describes them."""
    if passage.start == 0 and not list(noun.lefts) and noun.pos_ != "PROPN":
        return _longer(name, heard.spoken)
    at = bisect_left(heard.spoken, passage.start + noun.idx, key=lambda spoken: spoken.at)
    return _back_to(noun, name, heard.spoken[:at]) or name


def _back_to(noun: Token, name: str | None, before: Sequence[Spoken]) -> str | None:
    """Resolve "the outlet" to the one "Chadian outlet" that spoke before."""
    definite = noun.pos_ != "PROPN" and any(left.lower_ == "the" for left in noun.lefts)
    return _longer(name, before) if name is not None and definite else name


def _longer(name: str, spoken: Sequence[Spoken]) -> str:
    longer = {one.name.lower(): one.name for one in spoken if one.name.endswith(f" {name}")}
    return next(iter(longer.values())) if len(longer) == 1 else name


def _spoke_before(pronoun: Token, passage: Passage, heard: Voices) -> str | None:
    """Resolve "he" or "it" to the last person or body that spoke."""
    if pronoun.lower_ not in words("speech", "speakers", "pronouns"):
        return None
    at = bisect_left(heard.spoken, passage.start + pronoun.idx, key=lambda spoken: spoken.at)
    return _last_spoken(pronoun, heard.spoken[max(0, at - _REMEMBERED) : at])


def _last_spoken(pronoun: Token, spoken: Sequence[Spoken]) -> str | None:
    """Return the last speaker who can be "he", "it" or "they"."""
    if pronoun.lower_ not in words("speech", "speakers", "pronouns"):
        return None
    person = pronoun.lower_ in words("speech", "speakers", "persons")
    fitting = (s.name for s in reversed(spoken) if s.person == person or pronoun.lower_ == "they")
    return next(fitting, None)


def _said_of_sentence(token: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name the source that "according to" gives for a whole sentence."""
    start, end = passage.span(sentence_of(token))
    first = bisect_left(heard.according, start, key=lambda entry: entry[0])
    found: list[str] = []
    for at, noun in heard.according[first : first + _REMEMBERED]:
        if at < end:
            found += _named(noun, passage, heard)
    return found


def _quoted(token: Token, passage: Passage, heard: Voices) -> list[str]:
    """Inside a quotation without its own "said", name the speaker of the paragraph."""
    text, at = text_of(passage.doc), token.idx
    opened = sum(text.count(sign, 0, at) for sign in _OPENING)
    closed = sum(text.count(sign, 0, at) for sign in _CLOSING)
    if opened <= closed and text.count(_STRAIGHT, 0, at) % 2 == 0:
        return []
    here = bisect_left(heard.spoken, passage.start, key=lambda spoken: spoken.at)
    nearby = bisect_left(heard.spoken, passage.start + at, key=lambda spoken: spoken.at)
    if nearby > here:
        return [heard.spoken[nearby - 1].name]
    following = heard.spoken[nearby : nearby + 1]
    return [s.name for s in following if s.at < passage.start + len(text)]
