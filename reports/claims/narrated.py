"""Narration: whether a figure is told as a part of what happened, in the time of its sentence."""

from spacy.tokens import Token

from geo.sentences import sentence_of
from reports.claims.categories import Topic
from reports.claims.deeds import DONE, comes_back, is_phrasal, is_told, says, victims
from reports.dates import is_pluperfect, is_standing
from reports.dates.tense import Tense, clause_tense
from reports.lexicon import words
from reports.syntax import SUBJECTS, VERBAL, argument, children, clause_verb, is_passive, lemma

# Families of what befalls people and things on a day; who is stationed or lives somewhere is none.
_FATES = frozenset({"casualties", "displacement", "impact", "materiel"})
_IT = frozenset({"it", "they"})
_LASTING = frozenset({"duration", "speed", "range", "power"})
_STANDING = frozenset({"be", "miss"})
# A clause with one of these is about another time than the clause it hangs on.
_OTHER_TIME = frozenset({"after", "before", "since", "until", "once"})
_SETTING = frozenset({"after"})


def befalls(anchor: Token, about: Topic) -> bool:
    """Whether a figure counts whom or what something happened to."""
    counted, verb = argument(anchor), clause_verb(anchor)
    stays = verb is not None and lemma(verb) in words("dates", "happenings", "staying")
    if stays or is_standing(counted):
        return False
    if about.family in _FATES:
        return about.family != "materiel" or verb is None or not _is_trade(verb)
    told = verb is not None and is_told(verb) and not _begins_anew(verb)
    if told and counted.dep_ in {*SUBJECTS, "dobj"}:
        return True
    is_victim = any(token.lower_ in victims() for token in (counted, counted.head))
    among = verb is not None and lemma(verb) == "be" and comes_back(sentence_of(anchor)) & victims()
    if is_victim or among or verb is None:
        return is_victim or bool(among)
    again = told and any(actor.lower_ in _IT for actor in children(verb, *SUBJECTS))
    return again or says(verb, "verbs") or is_phrasal(verb)


def _begins_anew(verb: Token) -> bool:
    """Whether somebody named does something: "Iran sent", beside what befell others."""
    return any(actor.pos_ == "PROPN" for actor in children(verb, *SUBJECTS))


def _is_trade(verb: Token) -> bool:
    """Whether somebody named does with goods what harms nobody: "Brazil exported 4,000 tonnes"."""
    told = is_told(verb) and lemma(verb) not in words("dates", "governors", "speech")
    return told and _begins_anew(verb) and not (says(verb, "verbs") or is_phrasal(verb))


def is_headline(anchor: Token, about: Topic) -> bool:
    """Whether a headline is about those counted, and not about a city of so many."""
    counted = anchor.head if anchor.dep_ == "nummod" else anchor
    if counted.dep_ == "pobj" or about.category in _LASTING:
        return False
    verb = clause_verb(anchor)
    return verb is None or not (says(verb, "staying") or says(verb, "calm"))


def joins(anchor: Token) -> bool:
    """Whether those counted take part in something: "about 800 men took part", "are to join it"."""
    verb = clause_verb(anchor)
    if verb is None:
        return False
    name = lemma(verb)
    phrases = {name, *(f"{name} {lemma(thing)}" for thing in children(verb, "dobj"))}
    aboard = any(word.lower_ == "aboard" for word in children(verb, "advmod"))
    known = clause_tense(verb) in {*DONE, Tense.PRESENT, Tense.UNDER_WAY, Tense.FUTURE}
    return known and (aboard or bool(phrases & words("dates", "happenings", "joining")))


def is_narrated(anchor: Token, about: Topic) -> bool:
    """Whether a figure is told as something that happened, in the time of its sentence."""
    verbs = [t for t in (anchor, *anchor.ancestors) if t.pos_ in VERBAL]
    if not verbs:
        return about.event is not None
    if any(is_at_other_time(verb) for verb in verbs):
        return False
    verb = verbs[0]
    if _is_done_by_now(verb) or (about.family == "casualties" and _tolls(verb)):
        return True
    if is_pluperfect(verb):
        said = verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"
        return _by_the_hour(verb) or (said and lemma(verb.head) in words("speech", "say", "verbs"))
    if about.family == "casualties" and (lemma(verb) in _STANDING or _is_left(verb)):
        return True  # "are dead", "are missing", "are injured"
    return clause_tense(verb) in DONE


def _is_left(verb: Token) -> bool:
    return is_passive(verb) and clause_tense(verb) is Tense.PRESENT


def _tolls(verb: Token) -> bool:
    """Tell whether a verb in the present states a toll: "puts its losses at 59 dead"."""
    stating = words("dates", "governors", "speech") | words("dates", "governors", "restating")
    known = lemma(verb) in stating | words("dates", "happenings", "tolling")
    return known and not is_passive(verb) and clause_tense(verb) is Tense.PRESENT


def _is_done_by_now(verb: Token) -> bool:
    """Tell whether somebody claims to have done something: "claims to have shot down five jets"."""
    auxiliaries = {lemma(aux) for aux in children(verb, "aux")}
    claimed = verb.dep_ == "xcomp" and lemma(verb.head) in words("dates", "governors", "speech")
    return claimed and auxiliaries >= {"to", "have"}


def _by_the_hour(verb: Token) -> bool:
    """Tell whether something was done by a time of the day told of: "by the evening"."""
    hours = words("dates", "daytimes", "words") | words("dates", "daytimes", "hours")
    until = (by for by in children(verb, "prep") if by.lower_ == "by")
    return any(lemma(time) in hours for by in until for time in children(by, "pobj"))


def is_at_other_time(verb: Token) -> bool:
    """Tell whether a clause is about another time than the one it hangs on: "after 44 died"."""
    marks = {t.lower_ for t in children(verb, "mark", "prep")} if verb.dep_ == "advcl" else set()
    inside = verb.head.lower_ if verb.dep_ == "pcomp" else ""
    counted = children(verb, "npadvmod")  # "a week after 44 were killed"
    if marks & _SETTING and not counted and _is_outcome(verb.head):
        return False
    return bool(_OTHER_TIME & {*marks, inside})


def _is_outcome(verb: Token) -> bool:
    """Tell whether a clause says how things stand: "141 are missing after 40 homes were buried"."""
    stands = lemma(verb) in _STANDING or lemma(verb) == "remain"
    return stands or clause_tense(verb) in {Tense.PRESENT, Tense.PERFECT, Tense.UNDER_WAY}
