"""Attributions beside the clause of a figure: "…, the agency said", "as X said", "by X's count"."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from geo.sentences import BLOCKS, sentence_of
from reports.lexicon import words
from reports.syntax import NOMINAL, SUBJECTS, children, is_passive, lemma, subject

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BREAKS = frozenset({",", "—", "–", "”", '"', "“", "(", ")", ":"})
_ASKING = frozenset({"WDT", "WP", "WRB", "WP$"})
_LONGEST = 16  # words of a phrase that names who speaks


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb of saying behind what is said, with those it names.

    ``verb``, ``opens`` and ``behind`` are the numbers of the verb, of the first word of who speaks,
    and of the last semicolon in front of the verb (-1 where there is none).
    """

    verb: int
    opens: int
    behind: int
    named: tuple[Token, ...]


def closing(token: Token) -> list[Token]:
    """Give who is named at the end of what they say: "30 died, the agency said on Monday".

    The parse often loses the clause of a figure behind such words, so they are found by the commas
    around them. What stands behind a semicolon is another statement. Who is quoted comes before who
    quotes: "30 died, the paper quoted the mayor as saying".
    """
    told, end = _told(token.doc), sentence_of(token).end
    for one in told[bisect_right(told, token.i, key=lambda each: each.verb) :]:
        if one.verb >= end or one.behind > token.i:
            break
        if token.i < one.opens:
            return list(one.named)
    return []


@lru_cache(maxsize=BLOCKS)
def _told(doc: Doc) -> tuple[_Told, ...]:
    """Find the verbs of saying of a block that may close what is said, once for all its figures."""
    found, behind = [], -1
    for word in doc:
        if word.text == ";":
            behind = word.i
        elif word.tag_ in _FINITE and lemma(word) in words("speech", "say", "verbs"):
            sentence = sentence_of(word)
            who = _told_before(word, sentence) or _told_behind(word, sentence)
            if who is not None:
                named = tuple(quoted_as(word) or [who])
                found.append(_Told(word.i, who.left_edge.i, behind, named))
    return tuple(found)


def _told_before(verb: Token, sentence: Span) -> Token | None:
    """Read ", the agency said …": a phrase between a comma and a verb that ends the statement."""
    first = verb.i
    while first > sentence.start and verb.doc[first - 1].text not in _BREAKS:
        first -= 1
    phrase = verb.doc[first : verb.i]
    if first == sentence.start or not 0 < len(phrase) <= _LONGEST or not _is_over(verb, sentence):
        return None
    return _speaker_in(phrase, verb)


def _told_behind(verb: Token, sentence: Span) -> Token | None:
    """Read ", reported the agency": a verb behind a comma, with who speaks behind it."""
    if verb.i == sentence.start or verb.nbor(-1).text not in _BREAKS or verb.tag_ != "VBD":
        return None
    last = _until_break(verb, sentence)
    phrase = verb.doc[verb.i + 1 : last]
    named = len(phrase) and (phrase[0].tag_ in ("DT", "NNP", "NNPS", "PRP$"))
    counts = any(word.like_num for word in phrase)
    return _speaker_in(phrase, verb) if named and not counts and len(phrase) <= _LONGEST else None


def _until_break(verb: Token, sentence: Span) -> int:
    behind = (word.i for word in verb.doc[verb.i + 1 : sentence.end] if word.text in _BREAKS)
    end = sentence.end - 1 if sentence[-1].is_punct else sentence.end
    return next(behind, end)


def _is_over(verb: Token, sentence: Span) -> bool:
    """Whether a verb of saying governs nothing behind it but when, where or to whom it was."""
    rest = verb.doc[verb.i + 1 : _until_break(verb, sentence)]
    if any(word.tag_ in _FINITE or word.lower_ == "that" or word.like_num for word in rest):
        return False
    if quoted_as(verb):
        return True
    things = any(word.dep_ in ("dobj", "attr") and word.head.i == verb.i for word in rest)
    return not things or lemma(verb) in words("slots", "spoken", "addressing")


def _speaker_in(phrase: Span, verb: Token) -> Token | None:
    if any(word.tag_ in _ASKING or word.tag_ in _FINITE for word in phrase):
        return None
    mine = (w for w in phrase if w.dep_ in SUBJECTS and w.head.i == verb.i)
    found = next(mine, phrase.root)
    return found if found.pos_ in NOMINAL and not found.like_num else None


def as_told(verb: Token) -> Iterator[Token]:
    """Give who says what an aside hands on: "as the minister said", "as reported by Interfax"."""
    for said in children(verb, "advcl"):
        marked = any(mark.lower_ == "as" for mark in children(said, "mark", "advmod"))
        if marked and lemma(said) in words("speech", "say", "verbs"):
            agents = [noun for by in children(said, "agent") for noun in children(by, "pobj")]
            yield from agents or children(said, "nsubj")


def counted_by(verb: Token) -> Iterator[Token]:
    """Give whose count it is: "by the ministry's reckoning", "per the coroner"."""
    for phrase in children(verb, "prep"):
        for noun in children(phrase, "pobj"):
            if phrase.lower_ == "per" and (noun.pos_ == "PROPN" or children(noun, "det")):
                yield noun
            elif phrase.lower_ == "by" and lemma(noun) in words("speech", "cite", "nouns"):
                owners = (one for one in noun.lefts if one.dep_ in ("poss", "compound", "nmod"))
                yield from (one for one in owners if one.dep_ == "poss" or one.text[:1].isupper())


def quoted_as(verb: Token) -> list[Token]:
    """Give who is quoted and then who quotes: "quoted doctors as saying", "was quoted by"."""
    saying = any(phrase.lower_ == "as" for phrase in children(verb, "prep"))
    if not saying or lemma(verb) not in words("speech", "cite", "verbs"):
        return []
    by = [noun for agent in children(verb, "agent") for noun in children(agent, "pobj")]
    speaker = subject(verb)
    told = [speaker] if speaker is not None else []
    return [*told, *by] if is_passive(verb) else [*children(verb, "dobj"), *told]
