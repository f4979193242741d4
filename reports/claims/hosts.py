"""Subjects that are places: who has the counted, and who speaks of himself."""

from collections.abc import Mapping

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from reports.lexicon import words
from reports.syntax import argument, clause_verb, lemma, subject


def host(anchor: Token, passage: Passage, mentions: Mapping[int, Mention]) -> Mention | None:
    """Return the place that has the counted: "Italy has received 61,000 migrants".

    Parameters
    ----------
    mentions
        The report's mentions by their offsets.
    """
    return _place_that(anchor, "verbs", passage, mentions)


def reporter(anchor: Token, passage: Passage, mentions: Mapping[int, Mention]) -> Mention | None:
    """Return the place that says how many it has itself: "Malawi reported 12 cases"."""
    return _place_that(anchor, "reporting", passage, mentions)


def describes(anchor: Token) -> bool:
    """Whether a clause says how things are, and of nothing that happened: "it has 86 judges"."""
    verb = clause_verb(anchor)
    return verb is not None and lemma(verb) in words("slots", "hosting", "describing")


def _place_that(
    anchor: Token, does: str, passage: Passage, mentions: Mapping[int, Mention]
) -> Mention | None:
    verb = clause_verb(anchor)
    if verb is None or lemma(verb) not in words("slots", "hosting", does):
        return None
    doer = subject(verb) if argument(anchor).dep_ == "dobj" else None
    return mentions.get(passage.start + doer.idx) if doer is not None else None
