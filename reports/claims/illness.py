"""Deaths of illness, which nobody was killed by: "12 died of cholera", "40 cases and 3 deaths"."""

from spacy.tokens import Span, Token

from geo.sentences import sentence_of
from reports.claims.events import Event, classes
from reports.dates import happenings
from reports.lexicon import words
from reports.syntax import children, lemma, subject


def of_illness(anchor: Token, event: Event | None) -> bool:
    """Whether the dead of a figure died of a disease.

    That is what they died "of", or whose subject kills; else what the sentence is about, where it
    tells of nothing that kills.

    Parameters
    ----------
    event
        What happened to the counted, where that is said.
    """
    sentence = sentence_of(anchor)
    if event is not None and "kill" not in event.classes and _names_illness(event.token):
        return True
    deadly = [word for word in sentence if word.pos_ == "VERB" and "kill" in classes(word)]
    if deadly or (event is not None and "kill" in event.classes):
        doer = subject(event.token) if event is not None else None
        return doer is not None and _is_illness(doer)
    told = any(lemma(word) in happenings("nouns") - _outbreaks() for word in sentence)
    ill = any(_is_illness(word) or _is_case(word) for word in sentence)
    return not told and (ill or _goes_on(sentence))


def _goes_on(sentence: Span) -> bool:
    """Whether a sentence counts the deaths of the cases before it: "Deaths climbed to 187"."""
    total = sentence[0].tag_ == "NNS" and lemma(sentence[0]) == "death"
    before = sentence_of(sentence[0].nbor(-1)) if total and sentence.start else ()
    return any(lemma(word) == "case" for word in before)


def _names_illness(death: Token) -> bool:
    """Read "died of cholera", "deaths from measles" and "cholera deaths"."""
    causes = [noun for phrase in children(death, "prep") for noun in children(phrase, "pobj")]
    return any(_is_illness(noun) for noun in (*causes, *children(death, "compound", "amod")))


def _is_illness(word: Token) -> bool:
    """Whether a word is a disease, or the outbreak of none but one."""
    if lemma(word) in _outbreaks():
        of = [noun for phrase in children(word, "prep") for noun in children(phrase, "pobj")]
        return not of or any(_is_illness(noun) for noun in of)
    return bool({lemma(word), word.lower_} & words("categories", "illness", "names"))


def _outbreaks() -> frozenset[str]:
    return words("categories", "illness", "outbreaks")


def _is_case(word: Token) -> bool:
    """Whether a word counts the ill: "1,842 suspected cases"."""
    kinds = {child.lower_ for child in children(word, "amod")}
    return lemma(word) == "case" and bool(kinds & words("categories", "illness", "cases"))
