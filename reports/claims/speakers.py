"""The speakers of a report: full names for surnames, abbreviations, and "the lawmaker"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from geo.passage import Passage
from geo.sentences import sentence_of, text_of
from reports.lexicon import words
from reports.syntax import children, lemma, noun_phrase

_CAPITALISED = r"[A-Z][\w’'-]*"
_NAME = re.compile(rf"{_CAPITALISED}(?: (?:(?:of|for|and|the) ){{0,2}}{_CAPITALISED}){{1,6}}")
_SHORT = re.compile(r" \(([A-Z]{2,8})\)")
_BACK = frozenset({"the", "this", "that", "same"})
_PROPER = frozenset({"NORP", "GPE", "ORG"})
_TELLING = 3  # words by which the name of a body is known without its country
_JOINTS = frozenset({"of", "for", "and", "the"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who is named in a report.

    Attributes
    ----------
    persons
        The mentions of full names, by each part of the name ("Ellen", "Ford").
    full
        The different full names that each such part belongs to.
    roles
        Full name by the noun that the report gives one person and no other ("lawmaker").
    bodies
        Names of agencies, ministries and the like, in the order of the report.
    described
        Nouns for agencies with the words the report puts before them ("spy" agency).
    short
        Full name by abbreviation.
    places
        Words that belong to place names: "Jordan" is a country there, and no person.
    """

    persons: Mapping[str, Sequence[Span]]
    full: Mapping[str, set[str]]
    roles: Mapping[str, str]
    bodies: Sequence[str]
    described: Mapping[str, frozenset[str]]
    short: Mapping[str, str]
    places: frozenset[Token]


def speakers(passages: Sequence[Passage], places: frozenset[Token]) -> Speakers:
    """Collect the names of a report."""
    persons: dict[str, list[Span]] = defaultdict(list)
    full: dict[str, set[str]] = defaultdict(set)
    roles: dict[str, set[str]] = defaultdict(set)
    described: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, None] = {}
    short: dict[str, str] = {}
    for passage in passages:
        for entity in _people(passage, places):
            name = _name(entity)
            for part in {*name.split(), entity.root.text}:  # "jung" of "Lee Min-jung"
                persons[part].append(entity)
                full[part].add(name)
            for noun in _roles(entity):
                roles[noun].add(name)
        for token in passage.doc:
            if token.lower_ in words("speech", "speakers", "agencies"):
                described[token.lower_] |= {left.lower_ for left in token.lefts}
        regions = {entity.text for entity in passage.doc.ents if entity.label_ in ("GPE", "LOC")}
        for body, abbreviation in _bodies(text_of(passage.doc), regions):
            bodies[body] = None
            if abbreviation:
                short.setdefault(abbreviation, body)
    alone = {noun: next(iter(named)) for noun, named in roles.items() if len(named) == 1}
    before = {noun: frozenset(lefts) for noun, lefts in described.items()}
    return Speakers(persons, full, alone, tuple(bodies), before, short, places)


def _people(passage: Passage, places: frozenset[Token]) -> list[Span]:
    titled = [span for token in passage.doc if (span := _titled(token)) is not None]
    taken = {token.i for span in titled for token in span}
    return titled + [
        entity
        for entity in passage.doc.ents
        if entity.label_ == "PERSON"
        and " " in _name(entity)
        and entity.root not in places
        and not taken & {token.i for token in entity}
    ]


def _titled(title: Token) -> Span | None:
    """Read the full name behind "lawmaker" or "spokesman", whatever the parser makes of it."""
    if title.text not in words("speech", "speakers", "titles"):
        return None
    doc, end = title.doc, title.i + 1
    while end < sentence_of(title).end and _is_of_name(doc[end]):
        end += 1
    names = [token for token in doc[title.i + 1 : end] if token.text[:1].isupper()]
    return doc[title.i + 1 : end] if len(names) > 1 and doc[end - 1].text != "-" else None


def _is_of_name(token: Token) -> bool:
    hyphened = token.text == "-" or token.nbor(-1).text == "-"
    return (token.pos_ == "PROPN" and token.text[:1].isupper()) or hyphened


def _name(entity: Span) -> str:
    """Print a person's name without the titles and the genitive that the parser takes in."""
    parts = entity.text.removesuffix("’s").removesuffix("'s").split()
    while len(parts) > 1 and parts[0].lower().rstrip(".") in words("speech", "speakers", "titles"):
        parts = parts[1:]
    return " ".join(parts)


def _roles(entity: Span) -> list[str]:
    """Give the nouns that a person is called by: "lawmaker Ford", "Ford, a member of"."""
    titles = words("speech", "speakers", "titles")
    before = entity.doc[max(0, entity.start - 1) : entity.start]
    found = [lemma(token) for token in before if token.pos_ == "NOUN" or token.lower_ in titles]
    found += [token.lower_ for token in entity if token.lower_ in titles]
    return found + [
        lemma(child) for child in children(entity.root, "appos") if child.pos_ == "NOUN"
    ]


def _bodies(text: str, regions: set[str]) -> list[tuple[str, str | None]]:
    """Find the names of bodies, each with the abbreviation that the report gives it."""
    found = []
    for match in _NAME.finditer(text):
        name = match.group().removeprefix("The ")
        owner, _, region = name.rpartition(" of ")
        name = _without_owner(owner if owner and region in regions else name)
        short = _SHORT.match(text, match.end())
        abbreviation = short.group(1) if short and short.group(1) == _initials(name) else None
        known = {word.lower() for word in name.split()} & words("speech", "speakers", "bodies")
        if known or abbreviation:
            found.append((name, abbreviation))
    return found


def _without_owner(name: str) -> str:
    """Print "Chad's National Security Agency" without Chad; what every country has keeps its own.

    "Chad's Defence Ministry" and another country's must stay two.
    """
    body = re.split(r"[’']s (?=[A-Z])", name)[-1]
    content = [word.lower() for word in body.split() if word not in _JOINTS]
    known = set(content) & words("speech", "speakers", "bodies")
    common = set(content) & words("speech", "speakers", "shared")
    return body if known and not common and len(content) >= _TELLING else name


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in _JOINTS)


def is_person(noun: Token, known: Speakers) -> bool:
    """Whether a speaker is a person, who can be "he" or "she" later, and not a body."""
    no_person = words("speech", "speakers", "bodies") | words("speech", "speakers", "things")
    if noun in known.places or lemma(noun) in no_person:
        return False
    return noun.ent_type_ == "PERSON" or noun.text in known.persons or noun.tag_ == "NN"


def name_of(noun: Token, known: Speakers) -> str | None:
    """Name a speaker as fully as the report does; None for pronouns.

    Parameters
    ----------
    noun
        Head of the phrase that names the speaker.
    """
    nobody = noun.lower_ in words("speech", "speakers", "nobody")
    if nobody or noun.pos_ == "PRON" or noun.like_num:
        return None
    person = _person(noun, known)
    if person is not None:
        return person
    phrase = _phrase(noun)
    return known.short.get(phrase) or _body(noun, phrase, known) or _by_role(noun, known) or phrase


def _person(noun: Token, known: Speakers) -> str | None:
    """Read a name, a surname, or a noun with a name beside it ("the head of the office, Ford").

    The parse may hang the name on the office.
    """
    of = [one for p in children(noun, "prep") for one in children(p, "pobj")]
    whose = [one for body in of for one in children(body, "appos") if noun.tag_ == "NN"]
    for token in (noun, *children(noun, "appos"), *whose):
        named = known.persons.get(token.text, ())
        if token.pos_ != "PROPN" or token in known.places or not named:
            continue
        if len(known.full[token.text]) == 1:
            return _name(named[0])
        before = [e for e in named if e.doc is token.doc and e.start <= token.i]
        return _name(before[-1]) if before else None
    return None


def _phrase(noun: Token) -> str:
    """Print a noun phrase without article, title, or the capital that opens a sentence."""
    start, end = noun_phrase(noun)
    parts = text_of(noun.doc)[start:end].split()
    skipped = words("speech", "speakers", "articles")
    if noun.pos_ == "PROPN" and lemma(noun) not in words("speech", "speakers", "bodies"):
        skipped |= words("speech", "speakers", "titles")
    first = noun.doc.char_span(start, start + 1, alignment_mode="expand")
    named = noun.pos_ == "PROPN" and noun.text[:1].isupper()
    while len(parts) > 1 and (
        parts[0].lower().rstrip(".") in skipped or (named and parts[0][0].islower())
    ):
        parts, first = parts[1:], None
    proper = first is not None and (first[0].pos_ == "PROPN" or first[0].ent_type_ in _PROPER)
    opens = first is not None and first[0].is_sent_start and not proper
    if opens and parts[0][1:].islower():
        parts[0] = parts[0].lower()
    return _without_owner(" ".join(_behind_role(parts) if named else parts))


def _behind_role(parts: list[str]) -> list[str]:
    """Leave out what somebody is: "Chadian lawmaker Ellen Ford"."""
    roles = [i for i, part in enumerate(parts) if part.islower() and part not in _JOINTS]
    name = parts[roles[-1] + 1 :] if roles else parts
    return name if name and name[0][:1].isupper() else parts


def _by_role(noun: Token, known: Speakers) -> str | None:
    """Resolve "the lawmaker", or "lawmaker" in a headline, to whom the report calls so."""
    lefts = [left.lower_ for left in noun.lefts]
    definite = not lefts or "the" in lefts or "this" in lefts
    return known.roles.get(lemma(noun)) if definite and noun.tag_ == "NN" else None


def _body(noun: Token, phrase: str, known: Speakers) -> str | None:
    """Resolve "the intelligence agency" or "the agency" to the one body that can be meant."""
    if noun.pos_ == "PROPN" and noun not in known.places and " " in phrase:
        longer = {body for body in known.bodies if body.startswith(f"{phrase} ")}
        if len(longer) == 1:
            return longer.pop()
    if lemma(noun) not in words("speech", "speakers", "bodies"):
        return None
    common = words("speech", "speakers", "common")
    telling = {word.lower() for word in phrase.split()} - common
    exact = [body for body in known.bodies if phrase.startswith(body)]
    if exact:
        return max(exact, key=len)
    if noun.pos_ == "PROPN":
        return None
    telling -= {noun.lower_, *_BACK}
    alike = [
        body
        for body in known.bodies
        if telling & ({word.lower() for word in body.split()} - common)
    ]
    if not telling and any(left.lower_ in _BACK for left in noun.lefts):
        alike = _by_kind(noun, known)
    return alike[0] if len(alike) == 1 else None


def _by_kind(noun: Token, known: Speakers) -> list[str]:
    """Give the bodies of a kind: services for "the service", for "the agency" services too.

    A synonym only serves where the report describes no other agency.
    """
    same = [body for body in known.bodies if body.split()[-1].lower() == noun.lower_]
    kinds = words("speech", "speakers", "agencies")
    if same or noun.lower_ not in kinds or known.described[noun.lower_] - _BACK:
        return same
    return [body for body in known.bodies if body.split()[-1].lower() in kinds]
