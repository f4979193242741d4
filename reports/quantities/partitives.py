"""Parts of a whole: "4,000 of the 11,000", "half of them", "three of their men"."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from geo.sentences import sentence_of
from reports.lexicon import words
from reports.quantities.amounts import Amount
from reports.quantities.counting import as_thing, thing
from reports.quantities.numerals import Shape
from reports.syntax import tokens_between

_WIDEST = 9  # words of an "of" phrase that are looked at
_CLOSED = frozenset({"VERB", "AUX", "PUNCT", "SCONJ"})


@dataclass(frozen=True, slots=True)
class Whole:
    """What a number is a part of, or what it is a number of.

    ``amount`` is the whole where it is a number, ``noun`` the thing; ``pronoun`` when it was named
    before. ``token`` carries the grammar of it; ``end`` is a character offset of the block.
    """

    end: int
    token: Token
    noun: Token | None = None
    amount: Amount | None = None
    pronoun: bool = False


def whole(anchor: Token, amount: Amount, by_start: Mapping[int, Amount]) -> Whole | None:
    """Read the "of" phrase behind a number; None where there is none.

    Parameters
    ----------
    anchor
        The last token of the number.
    by_start
        The amounts of the block by the offset where their number starts.
    """
    following = anchor.doc[anchor.i + 1 : min(anchor.i + _WIDEST, sentence_of(anchor).end)]
    opens = len(following) > 0 and (following[0].lower_ == "of" or amount.shape is Shape.SHARE)
    share = amount.measure is not None and amount.measure.kind == "share"
    if not opens or not (share or amount.measure is None):
        return None
    found: Whole | None = None
    for token in following:
        end = token.idx + len(token.text)
        if token.idx in by_start:
            return _number(token, by_start[token.idx])
        if token.lower_ in words("numbers", "partitive", "pronouns"):
            return _named_before(anchor, token, end) or Whole(end, token, pronoun=True)
        if token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS":
            continue  # "14 of that state's 17 townships"
        if found is None and _is_substantive(token):
            return Whole(end, token, token)
        if token.pos_ in _CLOSED or (found and token.pos_ not in ("NOUN", "PROPN")):
            break
        if token.pos_ in ("NOUN", "PROPN"):
            found = Whole(end, token, token)
    return found


def _named_before(anchor: Token, pronoun: Token, end: int) -> Whole | None:
    """Read "the troops, several thousand of whom fight": whom the clause describes.

    Where these are counted themselves, the number is a part of that number.
    """
    clause = next((node for node in anchor.ancestors if node.dep_ == "relcl"), None)
    if clause is None or pronoun.tag_ not in ("WP", "WDT"):
        return None
    head = clause.head
    counted = any(child.dep_ == "nummod" for child in head.children)
    counts = None if counted or head.pos_ != "NOUN" else as_thing(head)
    return Whole(end, pronoun, head) if counts is not None and counts.kind != "count" else None


def _is_substantive(token: Token) -> bool:
    """Whether an adjective stands for people: "four of the injured"."""
    return token.pos_ in ("ADJ", "VERB") and token.lower_ in words("units", "invariant", "nouns")


def _number(token: Token, amount: Amount) -> Whole:
    counts = thing(token)
    if counts is None:
        return Whole(amount.end, token, amount=amount)
    noun = counts.noun
    return Whole(noun.idx + len(noun.text), noun, noun, amount)


def is_definite(doc: Doc, amount: Amount) -> bool:
    """Whether a whole was spoken of before ("the 11,000"), so that it is not stated again here."""
    start = max(0, amount.start - 1)
    tokens = tokens_between(doc, start, amount.number[0] + 1)
    before = [tokens[0].nbor(-1)] if tokens and tokens[0].i else []
    definite = words("numbers", "not_figures", "definite")
    return any(token.lower_ in definite for token in (*before, *tokens))
