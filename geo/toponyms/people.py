"""Persons named in a report, so that Ellen Jordan is not taken for a country."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from geo.lexicon import lexicon, lines, words
from geo.passage import Passage

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LONGEST_NAME = 4


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
        self._words: set[tuple[int, int]] = set()
        self._called: dict[str, list[Person]] = {}
        for person in persons:
            self._words.update((person.passage, i) for i in range(person.start, person.end))
            for name in {person.given, person.surname}:
                self._called.setdefault(name, []).append(person)

    def names(self, passage: int, start: int, end: int) -> bool:
        """Tell whether any of these words of a passage belongs to the name of a person."""
        return any((passage, i) in self._words for i in range(start, end))

    def called(self, name: str) -> Sequence[Person]:
        """Give the persons who have this given name or surname, in the order of the report."""
        return self._called.get(name, ())


def persons(passages: Sequence[Passage], known: Callable[[str], bool]) -> list[Person]:
    """Find the persons that a report names in full or by title.

    Parameters
    ----------
    known
        Says whether a whole name is that of a place, which then wins ("Jordan Valley").
    """
    found: list[Person] = []
    for number, passage in enumerate(passages):
        given = _given_names(passage.doc, known)
        spans = [*_entities(passage.doc), *given, *_titled(passage.doc)]
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            taken = found and found[-1].passage == number and span.start < found[-1].end
            if not taken and not known(span.text):
                given_name = span[0].text if len(span) > 1 else ""
                found.append(Person(number, span.start, span.end, given_name, span[-1].text))
    return found


def is_title(token: Token) -> bool:
    """Tell whether a word is a title that a person's name may follow."""
    return token.lower_.rstrip(".") in words("people", "titles")


def is_given(token: Token) -> bool:
    """Tell whether a word is, capitalised, a common given name."""
    return token.text[:1].isupper() and token.lower_ in lines("given_names") | _more_given()


def _more_given() -> frozenset[str]:
    return words("people", "given")


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
        span = doc[start:end]
        if len(span) > 1 and all(_is_name_word(token) or token.text == "-" for token in span):
            yield span


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
        if end > start and _ends_a_person(doc[end]):
            break
        end += 1
    return end


def _is_name_word(token: Token) -> bool:
    initial = token.text[0].isupper() and token.text[1:] == "."
    return initial or (
        token.text[0].isupper() and token.text.replace("'", "").replace("’", "").isalpha()
    )


def _ends_a_person(token: Token) -> bool:
    """Tell whether a capitalised word shows that no person is meant ("Austin City Council")."""
    lower = token.lower_
    kinds = lexicon("types")["after"].values()
    return lower in words("carriers", "after") | words("carriers", "organs") or any(
        lower in kind for kind in kinds
    )
