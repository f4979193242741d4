"""How a name stands in its sentence, and whether somebody governs in its name."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from geo.lexicon import lexicon, meanings, words
from geo.place import Kind, Place, Role
from geo.toponyms.meaning import among

Choice = tuple[Role, str]
"""A role and the reason for it."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod"})
CHAINED = frozenset({"conj", "appos"})
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Use:
    """A name in its sentence.

    Attributes
    ----------
    span
        The name.
    word
        The word whose grammar it shares: the first of a list ("Sumy and Kharkiv"), or what it is
        an example of ("cities like Sumy").
    governs
        Whether somebody governs in its name: a country, a province, a capital.
    sovereign
        Whether that is a state's government.
    names
        Numbers of the words of this passage that belong to some place name.
    """

    span: Span
    word: Token
    governs: bool
    sovereign: bool
    names: frozenset[int]

    @property
    def head(self) -> Token:
        """Give what the name depends on: its verb, its owner's noun, its preposition."""
        return self.word.head

    @property
    def governor(self) -> Token:
        """Give what the preposition before the name depends on: "visit" in "visit to Kyiv"."""
        return self.word.head.head

    @property
    def abbreviated(self) -> bool:
        """Tell whether the name is letters that serve as an adjective too: "US", "U.K."."""
        letters = self.span.text.replace(".", "")
        return letters.isupper() and len(letters) <= ABBREVIATION

    def after(self, at: int = 0) -> Token | None:
        """Give the word so many places after the name, if the passage has one."""
        doc, end = self.span.doc, self.span.end + at
        return doc[end] if end < len(doc) else None

    def before(self, at: int = 1) -> Token | None:
        """Give the word so many places before the name, if the passage has one."""
        doc, start = self.span.doc, self.span.start - at
        return doc[start] if start >= 0 else None


def use(span: Span, place: Place | None, names: frozenset[int]) -> Use:
    """Look a name up in its sentence."""
    sovereign = place is not None and is_sovereign(place)
    governs = sovereign or (place is not None and place.kind is Kind.ADM1)
    word = _carrier(span)
    town = word.i != span.root.i and word.lower_ in words("types", "of", "city")
    return Use(span, word, governs and not town, sovereign and not town, names)


def is_sovereign(place: Place) -> bool:
    """Tell whether a state's government speaks in the name of a place: its own, its capital's."""
    if place.kind is Kind.COUNTRY or is_capital(place):
        return True
    return place.name in lexicon("capitals")["others"]["names"]


def is_capital(place: Place) -> bool:
    """Tell whether a town is the seat of a country's government."""
    return place.id in lexicon("capitals")["seats"].get(place.country or "", ())


def objects(word: Token) -> list[Token]:
    """Give the objects of a verb, with all members of their lists."""
    first = (child for child in word.children if child.dep_ in OBJECTS)
    return [thing for child in first for thing in (child, *child.conjuncts)]


def _carrier(span: Span) -> Token:
    word = span.root
    while True:
        if word.dep_ in CHAINED and word.head.i != word.i and word.head.pos_ in NOMINAL:
            word = word.head
        elif word.dep_ == "pobj" and (_gives_example(word.head) or _says_kind(word)):
            word = word.head.head
        else:
            return word


def _says_kind(word: Token) -> bool:
    """Tell whether a name only completes the word for its kind: "the city of Kursk"."""
    return word.head.lower_ == "of" and word.head.head.lower_ in meanings("types", "of")


def _gives_example(preposition: Token) -> bool:
    listed = among(preposition, "prepositions", "examples")
    if preposition.lower_ == "as" and (not preposition.i or preposition.nbor(-1).lower_ != "such"):
        return False
    return listed and preposition.head.tag_ in {"NNS", "NNPS"}
