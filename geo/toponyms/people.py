"""Persons named in a report, so that Ellen Jordan is not taken for a country."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from geo.lexicon import lexicon, lines, words
from geo.passage import Passage
from geo.toponyms.surface import glued

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST_NAME = 4
LONGEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A full name or a name after a title, by token numbers in a passage (``end`` exclusive)."""

    passage: int
    start: int
    end: int
    given: str
    surname: str


class People:
    """The persons of a report, found by where they stand and by what they are called."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._words: dict[tuple[int, int], Person] = {}
        self._called: dict[str, list[Person]] = {}
        for person in persons:
            places = ((person.passage, i) for i in range(person.start, person.end))
            self._words.update(dict.fromkeys(places, person))
            for name in {person.given, person.surname}:
                self._called.setdefault(name, []).append(person)

    def names(self, passage: int, start: int, end: int) -> bool:
        """Tell whether any of these words belongs to a person's name that is no part of them."""
        touching = (self._words.get((passage, i)) for i in range(start, end))
        return any(
            person is not None and not _covers(start, end, person.start, person.end)
            for person in touching
        )

    def called(self, name: str) -> Sequence[Person]:
        """Give the persons who have this given name or surname, in the order of the report."""
        return self._called.get(name, ())


def _covers(start: int, end: int, inner_start: int, inner_end: int) -> bool:
    """Tell whether a stretch holds another and more."""
    return start <= inner_start and inner_end <= end and end - start > inner_end - inner_start


def persons(
    passages: Sequence[Passage], known: Callable[[str], bool], people: Callable[[str], bool]
) -> list[Person]:
    """Find the persons that a report names in full or by title.

    Parameters
    ----------
    known
        Says whether a whole name is that of a place, which then wins ("Jordan Valley").
    people
        Says whether a word is that of a people: "Crimean Tatars" is nobody's name.
    """
    found: list[Person] = []
    alone = {token.text for passage in passages for token in passage.doc if _alone(token)}
    for number, passage in enumerate(passages):
        doc = passage.doc
        given = _given_names(doc, known)
        spans = [*_entities(doc), *given, *_titled(doc), *_echoed(doc, alone, known)]
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            taken = found and found[-1].passage == number and span.start < found[-1].end
            if not taken and not known(span.text) and not _of_a_people(span, people):
                given_name = span[0].text if len(span) > 1 else ""
                found.append(Person(number, span.start, span.end, given_name, span[-1].text))
    return found


def _of_a_people(span: Span, people: Callable[[str], bool]) -> bool:
    opening = people(span[0].text) and not is_given(span[0])
    return opening or people(span.text) or (span[-1].text.endswith("s") and people(span[-1].text))


def is_title(token: Token) -> bool:
    """Tell whether a word is a title that a person's name may follow."""
    return token.lower_.rstrip(".") in words("people", "titles")


def is_given(token: Token) -> bool:
    """Tell whether a word is, capitalised, a common given name."""
    word = token.lower_
    listed = word in lines("given_names") or word in words("people", "given")
    return listed and token.text[:1].isupper()


def _entities(doc: Doc) -> Iterator[Span]:
    """Give the model's persons of two words and more, without titles and possessives."""
    for entity in doc.ents:
        if entity.label_ != "PERSON":
            continue
        start, end = entity.start, entity.end
        while start < end and (is_title(doc[start]) or not _is_name_word(doc[start])):
            start += 1
        while end > start and not _is_name_word(doc[end - 1]):
            end -= 1
        start = _after_office(doc, start, end)
        end = next((at for at in range(start + 1, end) if _ends_a_name(doc[at])), end)
        span = doc[start:end]
        if (
            start
            and doc[start - 1].lower_ in words("context", "inside")
            and not is_given(doc[start])
        ):
            continue  # "in Khan Younis"
        if len(span) > 1 and _is_feature(span[-1]):
            continue
        if len(span) > 1 and all(_is_name_word(token) or _is_hyphen(token) for token in span):
            yield span


def _is_hyphen(token: Token) -> bool:
    return token.text == "-" and glued(token) and not token.whitespace_


def _after_office(doc: Doc, start: int, end: int) -> int:
    """Give where the person starts in "Avondale Mayor Ed Rieker"; the end in "Greer Station"."""
    if start == end or is_given(doc[start]):
        return start
    offices = (token.i for token in doc[start:end] if _is_office(token))
    return max((at + 1 for at in offices), default=start)


def _is_office(token: Token) -> bool:
    capitals = token.text.isupper() and len(token.text) > 1
    return capitals or is_title(token) or _ends_a_person(token)


def _is_feature(token: Token) -> bool:
    """Tell whether a word makes a place of what stands before it, and is no surname: "Cay"."""
    return token.lower_ in words("types", "joined", "words") - words("people", "features")


def _given_names(doc: Doc, known: Callable[[str], bool]) -> Iterator[Span]:
    """Give runs of capitalised words that begin with a common given name.

    Where the model sees a place or an organisation, it is right if the given name is a place too.
    """
    for token in doc:
        if not is_given(token) or token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
            continue
        end = _run_end(doc, token.i)
        span = doc[token.i : end]
        other = token.ent_type_ in PLACE_LABELS or token.ent_type_ == "ORG"
        if len(span) > 1 and not (other and known(token.text)):
            yield span


def _echoed(doc: Doc, alone: AbstractSet[str], known: Callable[[str], bool]) -> Iterator[Span]:
    """Give pairs of words of which the second stands alone elsewhere: "Israel Adesanya".

    So does a surname after the full name. The first may be a place's; the second is none, or a
    common surname.
    """
    for token in doc[1:]:
        first = doc[token.i - 1]
        if token.text not in alone or not _is_name_word(first) or not known(first.text):
            continue
        pair = _run_end(doc, first.i) == token.i + 1 and (first.i == 0 or not _joins(first))
        surname = token.lower_ in lines("surnames") or not known(token.text)
        if pair and surname and token.tag_ == "NNP" and not _ends_a_person(token):
            yield doc[first.i : token.i + 1]


def _alone(token: Token) -> bool:
    """Tell whether a capitalised word stands by itself and does something: "Adesanya said"."""
    if not token.text.istitle() or not token.is_alpha or token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    return not token.i or not _joins(token)


def _joins(token: Token) -> bool:
    """Tell whether a capitalised word stands right before another."""
    before = token.nbor(-1)
    return _is_name_word(before) and not before.is_sent_start


def _titled(doc: Doc) -> Iterator[Span]:
    """Give capitalised words after a capitalised title ("Rep. Austin Paris", "Mr Jordan")."""
    weak = words("people", "weak_titles")
    for token in doc[:-1]:
        if not is_title(token) or token.lower_.rstrip(".") in weak or not token.text[0].isupper():
            continue
        end = _run_end(doc, token.i + 1)
        if end > token.i + 1:
            yield doc[token.i + 1 : end]


def _run_end(doc: Doc, start: int) -> int:
    """Give the end of the run of name words that starts here, possessive left out."""
    end = start
    while end < len(doc) and end - start < LONGEST_NAME and _is_name_word(doc[end]):
        if end > start and _ends_a_name(doc[end]):
            break
        end += 1
    return end


def _is_name_word(token: Token) -> bool:
    initial = token.text[0].isupper() and token.text[1:] == "."
    return initial or (
        token.text[0].isupper() and token.text.replace("'", "").replace("’", "").isalpha()
    )


def _ends_a_name(token: Token) -> bool:
    return _ends_a_person(token) or _starts_another(token)


def _starts_another(token: Token) -> bool:
    """Tell whether letters that stand for a country or a date follow a name: "Ann Lee US-based"."""
    letters = (
        token.text.isalpha() and token.text.isupper() and 1 < len(token.text) <= LONGEST_LETTERS
    )
    if letters and not token.nbor(-1).text.isupper():
        return True
    return token.ent_type_ == "DATE"


def _ends_a_person(token: Token) -> bool:
    """Tell whether a capitalised word shows that no person is meant ("Austin City Council")."""
    lower = token.lower_
    kinds = lexicon("types")["after"].values()
    return lower in words("carriers", "after") | words("carriers", "organs") or any(
        lower in kind for kind in kinds
    )
