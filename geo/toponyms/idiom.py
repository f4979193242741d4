"""Idiom: which country's local affairs a report tells of, by words that are used of no other.

A sheriff's office, township trustees and a county road are American, barangays are Philippine. A
report full of them means the Dublin over there, though it never names the country.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from spacy.tokens import Doc

from geo.lexicon import meanings
from geo.sentences import text_of

STILL = 0.5
"""How much of the doubt each further word leaves."""


def lands(docs: Iterable[Doc]) -> Mapping[str, float]:
    """Give the countries whose idiom a report is written in, by ISO code, with a strength below 1.

    A word counts once, however often it stands there. Words of several countries weaken each other.
    """
    said = {_listed(word) for doc in docs for word in _idioms().findall(text_of(doc))}
    counts = Counter(code for word in said for code in meanings("idioms", "words")[word])
    return {code: (1 - STILL**count) * count / counts.total() for code, count in counts.items()}


@cache
def _idioms() -> re.Pattern[str]:
    """Make a pattern of all idioms, the longest first; small letters stand for capitals, too."""
    parts = (
        re.escape(word) if word != word.lower() else f"(?i:{re.escape(word)})"
        for word in sorted(meanings("idioms", "words"), key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?=s?(?!\w)|(?<=\W))")


def _listed(word: str) -> str:
    """Give an idiom as the lexicon has it."""
    return word if word in meanings("idioms", "words") else word.lower()
