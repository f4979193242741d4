"""Acronyms that a report defines in brackets: "Nagorno-Karabakh (NK)"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from geo.passage import Passage
from geo.toponyms.matches import Name

LETTERS = range(2, 7)
PASSED = frozenset({"of", "the", "and", "for", "in", "-", "'s", "’s"})
"""Words that may have no letter in the acronym."""


def with_acronyms(names: Sequence[Name], passages: Sequence[Passage]) -> list[Name]:
    """Add the later mentions of a place by its acronym, and drop acronyms of something else.

    A name that is the whole of what an acronym stands for gives it its places; an acronym of
    anything else is no place in this report, whatever the gazetteer has for its letters.
    """
    meant = dict(_meanings(names, passages))
    kept = [name for name in names if meant.get(name.span.text, name) is not None]
    taken = {(name.passage, token.i) for name in kept for token in name.span}
    for number, passage in enumerate(passages):
        for token in passage.doc:
            source = meant.get(token.text)
            if source is not None and (number, token.i) not in taken:
                span = passage.doc[token.i : token.i + 1]
                kept.append(replace(source, passage=number, span=span, dateline=False))
    return kept


def _meanings(
    names: Sequence[Name], passages: Sequence[Passage]
) -> Iterator[tuple[str, Name | None]]:
    """Give for each acronym the name it stands for, or None for what is no place."""
    ending: Mapping[tuple[int, int], Name] = {
        (name.passage, name.span.end): name for name in names if not name.demonym
    }
    for number, passage in enumerate(passages):
        for at in _brackets(passage.doc):
            start = _expansion(passage.doc, at)
            if start is None:
                continue
            name = ending.get((number, at))
            whole = name is not None and name.span.start <= start
            yield passage.doc[at + 1].text, name if whole else None


def _brackets(doc: Doc) -> Iterator[int]:
    """Give the places of "(" before a lone word in capitals."""
    for token in doc[1:-2]:
        word = doc[token.i + 1].text
        capitals = word.isalpha() and word.isupper() and len(word) in LETTERS
        if token.text == "(" and capitals and doc[token.i + 2].text == ")":
            yield token.i


def _expansion(doc: Doc, at: int) -> int | None:
    """Give where the words start whose initials the acronym after a bracket is, if they do.

    >>> import spacy
    >>> _expansion(spacy.blank("en")("the Democratic Republic of Congo (DRC)"), 5)
    1
    """
    letters = list(doc[at + 1].text)
    start = at
    while letters and start:
        start -= 1
        if doc[start].text[0].upper() == letters[-1] and doc[start].text[0].isalpha():
            letters.pop()
        elif doc[start].lower_ not in PASSED:
            return None
    return None if letters else start
