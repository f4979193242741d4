"""How names are written: what the tokeniser leaves on them, and what may open one."""

import re

from spacy.tokens import Doc, Span, Token

from geo.lexicon import lexicon
from geo.sentences import text_of

POSSESSIVES = frozenset({"'s", "’s"})
LEFT_ON = re.compile(
    r"(?:[\s,;:!?)\]\"”‘'‒–—-]+"
    r"|(?<=\.)-[a-z]+"  # U.S.-led
    r"|(?<=[^\W\d_]{3})\."  # the stop of a sentence, not that of D.C.
    r"|(?<=\w{3})['’]s)$"  # Sudan’s, where the tokeniser leaves it whole
)
DATELINE = re.compile(
    r"\(?[^\W\d_a-z][^\d_a-z]{2,40}?"  # WASHINGTON, or (NEW YORK)
    r"(?:,?\s+[\w. ,]{1,24})?"  # , 12 March 2025
    r"(?:\s*\([^)\n]{1,30}\))?\)?\s*(?:--|[-–—])\s"  # (own report) -
    r"|[A-Z][\w.,'’ -]{2,40}\((?:[A-Z]{2,6}\)\s*(?:--|[-–—])"  # Paris (ANP) -
    r"|(?:AFP|AP|UPI|ANI|PTI|VOA|TASS|Xinhua|Reuters|Bloomberg)\))\s"  # Paris (AFP)
)


def surface(span: Span) -> str:
    """Give a name without what the tokeniser left on it: "U.S." of "U.S.-led", no comma.

    >>> import spacy
    >>> surface(spacy.blank("en")("Mali,")[0:2])
    'Mali'
    """
    text: str = span.text
    if text.replace(" ", "").isalpha():  # most are
        return text
    if span[-1].text in POSSESSIVES:  # part of the name: "St. John's"
        return text
    while not _short_form(text):
        shorter = LEFT_ON.sub("", text)
        if shorter == text or not shorter:
            return text
        text = shorter
    return text


def _short_form(text: str) -> bool:
    forms = lexicon("abbreviations")
    return text in forms["anywhere"] or text in forms["contained"]


def opens(token: Token) -> bool:
    """Tell whether a word may open a name: it is capitalised, or its script has no capitals."""
    first = token.text[0]
    return first.isupper() or (first.isalpha() and first.upper() == first.lower())


def glued(token: Token) -> bool:
    """Tell whether a word follows the one before it without a space."""
    return token.i > 0 and not token.nbor(-1).whitespace_


def datelines(doc: Doc) -> list[tuple[int, int]]:
    """Give the characters of wire datelines, at the start of a passage or after a headline.

    >>> import spacy
    >>> datelines(spacy.blank("en")("AMMAN, Dec 20 (own report) - Jordan said"))
    [(0, 29)]
    """
    starts = [sent.start_char for sent in doc.sents] if doc.has_annotation("SENT_START") else [0]
    found = (DATELINE.match(text_of(doc), start) for start in starts)
    return [match.span() for match in found if match]
