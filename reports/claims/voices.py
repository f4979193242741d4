"""Who speaks in a report: everyone who says something, whom they cite, and who is talked about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.passage import Passage
from reports.claims.speakers import Speakers, is_person, name_of, speakers
from reports.lexicon import words
from reports.syntax import SUBJECTS, VERBAL, children, lemma, subject


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
    acting
        Those many who do something in a sentence, whom "they" may mean, in reading order.
    """

    known: Speakers
    spoken: Sequence[Spoken]
    cited: Mapping[str, str]
    according: Sequence[tuple[int, Token]]
    acting: Sequence[Spoken]

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
    acting: list[Spoken] = []
    for passage in passages:
        acting += _acting(passage, known)
        for token in passage.doc:
            start = passage.start + token.idx
            if token.lower_ == "according":
                nouns = _objects(token)
                according += [(start, noun) for noun in nouns]
            elif token.pos_ in VERBAL:
                _note_citation(token, known, cited, [s for s in spoken if s.at >= passage.start])
                speaks = lemma(token) in words("speech", "say", "verbs")
                speaker = speaker_of(token) if speaks else None
                nouns = [speaker] if speaker is not None else []
            else:
                continue
            named = ((noun, back_to(noun, name_of(noun, known), spoken)) for noun in nouns)
            spoken += [Spoken(start, name, is_person(noun, known)) for noun, name in named if name]
    return Voices(known, spoken, cited, according, acting)


def _acting(passage: Passage, known: Speakers) -> Iterator[Spoken]:
    """Name the many whom the sentences of a passage are about: "Captured soldiers were shown"."""
    for sentence in passage.doc.sents:
        for noun in children(sentence.root, *SUBJECTS):
            name = name_of(noun, known) if noun.tag_ == "NNS" else None
            if name:
                yield Spoken(passage.start + noun.idx, name, person=False)


def _note_citation(
    verb: Token, known: Speakers, cited: dict[str, str], spoken: Sequence[Spoken]
) -> None:
    """Note whom a speaker cites; "he" is the last who spoke in the same paragraph."""
    quotes = any(phrase.lower_ == "as" for phrase in children(verb, "prep"))
    aside = verb.lower_ == "citing" and verb.dep_ == "advcl"
    if quotes or aside or lemma(verb) not in words("speech", "cite", "verbs"):
        return  # what is cited for one statement says nothing of the next
    speaker, source = speaker_of(verb), cited_by(verb, known)
    if speaker is None or source is None:
        return
    name = name_of(speaker, known) or last_spoken(speaker, spoken)
    for key in filter(None, (name, lemma(speaker) if speaker.pos_ == "NOUN" else None)):
        cited.setdefault(key, source)


def cited_by(verb: Token, known: Speakers) -> str | None:
    """Name what is cited: "citing the NIS", "cited information from the agency"."""
    for thing in children(verb, "dobj"):
        for preposition in children(thing, "prep"):
            if preposition.lower_ in words("speech", "cite", "by"):
                for noun in children(preposition, "pobj"):
                    return name_of(noun, known)
        return name_of(thing, known)
    return None


def speaker_of(verb: Token) -> Token | None:
    """Return the noun of who says it; for "the lawmaker who cited …" the noun before "who".

    What is reported or found does not speak, but who it is reported by may.
    """
    if children(verb, "auxpass", "nsubjpass"):
        agents = (noun for by in children(verb, "agent") for noun in children(by, "pobj"))
        return next(agents, None)
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


def back_to(noun: Token, name: str | None, before: Sequence[Spoken]) -> str | None:
    """Resolve "the outlet" to the one "Chadian outlet" that spoke before."""
    definite = noun.pos_ != "PROPN" and any(left.lower_ == "the" for left in noun.lefts)
    return longer(name, before) if name is not None and definite else name


def longer(name: str, spoken: Sequence[Spoken]) -> str:
    """Give the one longer name among those who spoke that ends in a name, else the name."""
    full = {one.name.lower(): one.name for one in spoken if one.name.endswith(f" {name}")}
    return next(iter(full.values())) if len(full) == 1 else name


def last_spoken(pronoun: Token, spoken: Sequence[Spoken]) -> str | None:
    """Return the last speaker who can be "he", "it" or "they"."""
    if pronoun.lower_ not in words("speech", "speakers", "pronouns"):
        return None
    person = pronoun.lower_ in words("speech", "speakers", "persons")
    fitting = (s.name for s in reversed(spoken) if s.person == person or pronoun.lower_ == "they")
    return next(fitting, None)
