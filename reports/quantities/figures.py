"""Whether a number is a figure, and not a date, an age, part of a name or a list number."""

import re

from spacy.tokens import Token

from geo.sentences import sentence_of, text_of
from reports.claim import Comparator
from reports.lexicon import words
from reports.quantities.amounts import YEARS, Amount
from reports.quantities.counting import Thing, agrees
from reports.quantities.numerals import Shape
from reports.syntax import SUBJECTS, children, lemma

_WORD_BEFORE = re.compile(r"([^\W\d_]+\.?)[\s,]*$")
_WORD_AFTER = re.compile(r"\s*,?\s*([^\W\d_]+(?:\.[^\W\d_]+)*)")
_WORDS = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 4  # words between a calibre and its gun
_NEAR = 24  # characters looked at on either side
_LAST_DAY = 31
_YEAR_DIGITS = 4
_PAIR = 2  # pairs of things that nobody listed are seldom figures
_FEW = 12
_LONGEST_LIST = 12  # numbers in a row that are read as a list
_MANY = 1000
_NAME_BEFORE = re.compile(r"\b[^\W\d_a-z][\w’'-]*$")
_AGED = re.compile(r"\b(?:aged|(?:\w+s|children|men|women|people))\s+$")
_AGES = frozenset({"under", "over", "below", "above"})
_OLDEST = 100
_PERSONS = frozenset({"he", "she", "i", "who"})


def is_figure(amount: Amount, anchor: Token, counts: Thing | None) -> bool:
    """Decide on a number from its surroundings.

    Parameters
    ----------
    amount
        The number as read, in the block of ``anchor``.
    anchor
        Its last token: of the unit when it has one.
    counts
        What it counts, or None.
    """
    text = text_of(anchor.doc)
    if amount.measure is not None:
        return not (_is_age(text, amount) or _is_calibre(text, amount) or _is_span(amount))
    if _is_day(text, amount) or _is_listed(text, amount) or _is_limit_of_age(text, amount, counts):
        return False
    if counts is None:
        return not _is_name(text, amount) and not _is_year(amount) and _stands_alone(amount, anchor)
    return _is_count(amount, anchor, counts)


def in_brackets(amount: Amount, anchor: Token) -> bool:
    """Whether a bare number stands alone in brackets behind a name: "Lyman (12)".

    It counts something there if the name is a place, which `reports.claims` knows.
    """
    text, (start, end) = text_of(anchor.doc), amount.number
    alone = text[:start].endswith(" (") and text[end : end + 1] == ")"
    return alone and _NAME_BEFORE.search(text[: start - 2]) is not None and not _is_year(amount)


def _is_count(amount: Amount, anchor: Token, counts: Thing) -> bool:
    """Judge a number with a noun: "four sections", but not "11 Division" or "ten times"."""
    text, follows = text_of(anchor.doc), counts.noun.i > anchor.i
    behind = anchor.nbor(1).lower_ if follows else ""
    if follows and amount.size > 1 and behind not in ("of", "-") and not agrees(counts):
        return False
    uncounted = {lemma(counts.noun), lemma(anchor.nbor(1)) if follows else ""}
    if uncounted & words("numbers", "not_figures", "uncounted"):
        return False
    spelt_out = amount.shape is Shape.WORDS
    if spelt_out and amount.size <= 1 and anchor.nbor(1).lower_ == "of":
        return False
    if counts.kind == "count":
        few = amount.size <= _PAIR
        return not (few or _is_name(text, amount) or _is_year(amount))
    if _is_year(amount) and counts.kind not in words("numbers", "not_figures", "beside_years"):
        return False
    return not (spelt_out and amount.size <= _FEW and _is_definite(anchor))


def _is_age(text: str, amount: Amount) -> bool:
    behind = text[amount.end : amount.end + _NEAR].lower()
    return bool(re.match(r"[\s-]+(old\b|of age\b|sentence\b)", behind))


def _is_limit_of_age(text: str, amount: Amount, counts: Thing | None) -> bool:
    """Whether a number says how old those before it are: "340,000 children under five"."""
    hedged = len(amount.hedge.phrases) == 1 and amount.hedge.phrases[0] in _AGES
    plain = amount.size < _OLDEST and counts is None
    return hedged and plain and _AGED.search(text[: amount.start]) is not None


def _is_calibre(text: str, amount: Amount) -> bool:
    """Whether a width in mm names a gun: "170 mm howitzers"."""
    if amount.measure is None or amount.measure.unit not in ("mm", "cm"):
        return False
    behind = _WORDS.findall(text[amount.end : amount.end + 2 * _NEAR].lower())
    named = {form for word in behind[:_FEW_WORDS] for form in (word, word.removesuffix("s"))}
    return bool(named & words("units", "calibres", "nouns"))


def _is_span(amount: Amount) -> bool:
    """Whether a duration only describes something: "a 48-hour strike"."""
    return amount.joined and amount.measure is not None and amount.measure.kind == "duration"


def _is_day(text: str, amount: Amount) -> bool:
    """Whether a number is a day of a month or a time of day."""
    start, end = amount.number
    before = _WORD_BEFORE.search(text[max(0, start - _NEAR) : start])
    behind = _WORD_AFTER.match(text[end : end + _NEAR])
    months = words("numbers", "not_figures", "months")
    if behind and behind.group(1).lower() in words("numbers", "not_figures", "clock"):
        return True
    if amount.size > _LAST_DAY:
        return False
    if before and ("," in before.group() or _ends_a_sentence(before.group(1))):
        before = None  # "on 9 May, 22 people", "since July. Three boats"
    named = [
        m.group(1).lower().rstrip(".") for m in (before, behind) if m and m.group(1)[0].isupper()
    ]
    return any(name in months for name in named)


def _ends_a_sentence(word: str) -> bool:
    """Whether the stop behind a word is that of a sentence, and not of "Sept. 12"."""
    month = word.lower().removesuffix(".")
    return word.endswith(".") and month not in words("numbers", "not_figures", "months_cut")


def _is_listed(text: str, amount: Amount) -> bool:
    """Whether a number opens a list item or stands in a row of numbers."""
    start, end = amount.number
    opens = start < _NEAR and not text[:start].strip(" (")
    if opens and re.match(r"[.)]\s", text[end : end + 2]):
        return True
    row_before = re.search(r"[0-9]\s+$", text[max(0, start - 3) : start])
    return bool(row_before or re.match(r"\s+[0-9]", text[end : end + 3]))


def _is_name(text: str, amount: Amount) -> bool:
    """Whether the number names the thing before it: "Resolution 2254"."""
    before = _WORD_BEFORE.search(text[max(0, amount.start - _NEAR) : amount.start])
    if before is None or "," in before.group():
        return False
    return before.group(1).lower() in words("numbers", "not_figures", "designators")


def _is_year(amount: Amount) -> bool:
    if amount.shape is not Shape.DIGITS or amount.hedge.phrases:
        return False
    plain = amount.number[1] - amount.number[0] == _YEAR_DIGITS
    return plain and amount.comparator is Comparator.EQ and amount.size in YEARS


def _is_definite(anchor: Token) -> bool:
    before = anchor.nbor(-1) if anchor.i > sentence_of(anchor).start else None
    return before is not None and before.lower_ in words("numbers", "not_figures", "definite")


def _stands_alone(amount: Amount, anchor: Token) -> bool:
    """Whether a number without a noun is a figure: "lost 15", "it was 2,000"."""
    if amount.shape is Shape.WORDS and amount.size <= 1:
        return False
    following = [token.lower_ for token in _behind(anchor)]
    if set(following) & words("numbers", "bare", "states"):
        return True
    if following == ["who"] and amount.size > _FEW:
        return True  # "the 12,000 who fled", but not "the three who"
    if following == ["of"]:
        return not children(anchor.nbor(1), "pobj") or not _names_a_place(anchor.nbor(1))
    if amount.shape is Shape.SHARE:
        return anchor.dep_ in SUBJECTS or following[:1] != []
    return _is_argument(amount, anchor)


def _names_a_place(of: Token) -> bool:
    return any(noun.pos_ == "PROPN" for noun in children(of, "pobj"))


def _behind(anchor: Token) -> list[Token]:
    return list(anchor.doc[anchor.i + 1 : min(anchor.i + 2, sentence_of(anchor).end)])


def _is_argument(amount: Amount, anchor: Token) -> bool:
    anchor = _first_of_list(anchor)
    hedged = bool(amount.hedge.phrases) and amount.hedge.phrases != ("just",)
    weighty = amount.size >= _MANY or amount.shape is Shape.VAGUE or hedged
    head = anchor.head
    if anchor.dep_ in SUBJECTS:
        return True
    if anchor.dep_ in ("dobj", "oprd"):
        known = words("numbers", "bare", "objects")
        return lemma(head) in known or weighty or _tells_a_total(head)
    if anchor.dep_ == "attr":
        return not any(child.lower_ in _PERSONS for child in children(head, *SUBJECTS))
    if anchor.dep_ == "pobj":
        return _is_total(head) or hedged
    if anchor.dep_ == "npadvmod":
        return lemma(head) == "toll"  # "death toll now 72"
    return hedged and weighty


def _tells_a_total(verb: Token) -> bool:
    """Whether a verb says how far a total has come: "toll passes 150"."""
    counts = {lemma(noun) for noun in children(verb, *SUBJECTS)}
    return bool(counts & words("slots", "restated", "subjects"))


def _first_of_list(anchor: Token) -> Token:
    """Climb from a number to the first of those it is joined to ("lost 15, 20 and 30")."""
    for _ in range(_LONGEST_LIST):
        if anchor.dep_ != "conj" or not anchor.head.like_num:
            break
        anchor = anchor.head
    return anchor


def _is_total(preposition: Token) -> bool:
    """Whether what follows a preposition is a total: "raised it to …", "a toll of …"."""
    head = lemma(preposition.head)
    if preposition.lower_ == "of":
        return head in words("numbers", "bare", "of_nouns")
    totals = words("numbers", "bare", "totals")
    counted = preposition.head.lower_ in words(
        "units", "invariant", "fates"
    )  # "the injured at 310"
    known = counted or head in totals
    return preposition.lower_ in words("numbers", "bare", "total_preps") and known
