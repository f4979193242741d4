"""Sources: who says so, from the speaker nearest to the reader to the root of what was said."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import sentence_of, text_of
from reports.claims.attribution import as_told, closing, counted_by, quoted_as
from reports.claims.denials import denies
from reports.claims.events import classes
from reports.claims.speakers import name_of
from reports.claims.voices import Spoken, Voices, back_to, cited_by, last_spoken, longer, speaker_of
from reports.lexicon import words
from reports.syntax import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    children,
    lemma,
    path,
)

_OUTSIDE = frozenset({"advcl", "npadvmod", "relcl", "conj", *SUBJECTS})
_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_REMEMBERED = 12  # earlier speakers among whom a pronoun is resolved


def chain(token: Token, passage: Passage, heard: Voices) -> tuple[str, ...]:
    """Read the source chain of a figure.

    Returns
    -------
    tuple of str
        From the speaker nearest to the reader to the root; empty for the report's own voice.
    """
    found: list[str] = []
    for node, below in _stated(token):
        owner = _owner(node, below, heard)
        if owner is not None:
            found.append(owner)
            break
        if node.pos_ in VERBAL:
            aside = [
                *as_told(node),
                *counted_by(node),
                *(quoted_as(node) if below.dep_ not in SUBJECTS else []),
            ]
            found += [name for noun in aside for name in _named(noun, passage, heard)]
            found += _inserted(node, passage, heard) + _said(node, below, passage, heard)
            if found and _contrasts(node):
                break
    found += _said_of_sentence(token, passage, heard)
    last = closing(token) if not found else []
    found += [name for noun in last for name in _named(noun, passage, heard)]
    if not found:
        found = _quoted(token, passage, heard)
    return tuple(dict.fromkeys(reversed(found)))


def _stated(token: Token) -> Iterator[tuple[Token, Token]]:
    """Climb a sentence, each word with the one below it.

    Above a relative clause only what is said in so many words reaches the figure: who "claimed
    responsibility for bombings that killed 44" has not said how many.
    """
    relative = False
    below = token
    for node in path(token):
        if not relative or below.dep_ in ("ccomp", "parataxis") or node.pos_ not in VERBAL:
            yield node, below
        relative = relative or node.dep_ == "relcl"
        below = node


def _owner(noun: Token, below: Token, heard: Voices) -> str | None:
    """Name whose claim or estimate a figure is: "a Kyiv claim that …", "an estimate by the UN"."""
    hangs = below.dep_ in ("acl", "relcl", "prep", "ccomp", "appos")
    if noun.pos_ not in NOMINAL or not hangs or lemma(noun) not in words("speech", "cite", "nouns"):
        return None
    for child in noun.lefts:
        if child.dep_ in ("poss", "compound", "amod", "nmod") and child.text[:1].isupper():
            return name_of(child, heard.known)
    for preposition in children(noun, "prep"):
        if preposition.lower_ in ("by", "from") and preposition.i != below.i:
            for owner in children(preposition, "pobj"):
                return name_of(owner, heard.known)
    return None


def _said(verb: Token, below: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name who says what hangs below a verb, the root of it first."""
    outside = below.dep_ in _OUTSIDE and below.pos_ != "ADJ" and not denies(verb, below)
    if verb.i == below.i or outside:
        return []
    found = _heard_from(verb, heard)
    if _reports(verb, below) and not children(verb, "neg"):
        speaker = speaker_of(verb)
        if speaker is not None:
            found += _named(speaker, passage, heard)
        clauses = [clause for one in (verb, below) for clause in children(one, "advcl")]
        citing = (clause for clause in clauses if clause.lower_ == "citing")
        found = [*(c for verb_ in citing if (c := cited_by(verb_, heard.known))), *found]
    return found


def _inserted(verb: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name who is put into a sentence: "They plan, Ford said, to send 300"."""
    found: list[str] = []
    for said in children(verb, "parataxis"):
        whole = not children(said, "ccomp", "xcomp", "dobj")
        speaker = (
            speaker_of(said) if whole and lemma(said) in words("speech", "say", "verbs") else None
        )
        found += _named(speaker, passage, heard) if speaker is not None else []
    return found


def _contrasts(verb: Token) -> bool:
    """Whether a clause sets a speaker of its own against another: "while the rebels put it at"."""
    marks = {mark.lower_ for mark in children(verb, "mark")}
    return bool(marks & words("speech", "say", "contrasting"))


def _reports(verb: Token, below: Token) -> bool:
    """Whether a verb hands on what hangs below it as somebody's words."""
    if denies(verb, below):
        return True
    put = any(p.lower_ in words("speech", "say", "put_preps") for p in children(verb, "prep"))
    deed = below.dep_ == "dobj" and bool(classes(below))
    told = below.dep_ in ("ccomp", "parataxis")
    only_so = {
        "puts": put and below.dep_ == "prep",
        "speaks_of": below.dep_ == "prep" and below.lower_ == "of",
        "gives": below.dep_ == "dobj" and lemma(below) in words("speech", "say", "given"),
        "claims": told or deed or below.dep_ == "xcomp",
        "clause_only": told,
    }
    name = lemma(verb)
    fitting = (holds for kind, holds in only_so.items() if name in words("speech", "say", kind))
    return next(fitting, name in words("speech", "say", "verbs"))


def _heard_from(verb: Token, heard: Voices) -> list[str]:
    """Read "a colleague had heard from Berlin that …": Berlin first, then the colleague."""
    if lemma(verb) not in words("speech", "hear", "verbs"):
        return []
    nouns = [n for p in children(verb, "prep") if p.lower_ == "from" for n in children(p, "pobj")]
    hearer = speaker_of(verb) if nouns else None
    told = [*nouns, *([hearer] if hearer is not None else [])]
    return [name for noun in told if (name := name_of(noun, heard.known))]


def _named(noun: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name a speaker with whom they cite before and who quotes them after."""
    name = _issuer(noun, heard) or name_of(noun, heard.known)
    if name is None:
        name = _spoke_before(noun, passage, heard)
    if name is None:
        return []
    name = _described(noun, heard.in_full(name), passage, heard)
    roles = [role for role, person in heard.known.roles.items() if person == name]
    cited = next((heard.cited[key] for key in (name, *roles) if key in heard.cited), None)
    quoting = [
        by
        for verb in children(noun, "acl")
        if lemma(verb) in words("speech", "cite", "verbs")
        for agent in children(verb, "agent")
        for owner in children(agent, "pobj")
        if (by := name_of(owner, heard.known))
    ]
    return [*([cited] if cited and cited != name else []), name, *quoting]


def _issuer(noun: Token, heard: Voices) -> str | None:
    """Name who speaks in "a report by the World Bank", "a statement from the army"."""
    if lemma(noun) not in words("speech", "cite", "nouns"):
        return None
    issuers = (
        owner
        for preposition in children(noun, "prep")
        for owner in children(preposition, "pobj")
        if preposition.lower_ in ("by", "from")
    )
    return next((name for owner in issuers if (name := name_of(owner, heard.known))), None)


def _described(noun: Token, name: str, passage: Passage, heard: Voices) -> str:
    """Name "the outlet", or "lawmakers" in the headline, as the report describes them."""
    if passage.start == 0 and not list(noun.lefts) and noun.pos_ != "PROPN":
        return longer(name, heard.spoken)
    at = bisect_left(heard.spoken, passage.start + noun.idx, key=lambda spoken: spoken.at)
    return back_to(noun, name, heard.spoken[:at]) or name


def _spoke_before(pronoun: Token, passage: Passage, heard: Voices) -> str | None:
    """Resolve "he" or "it" to the last person or body that spoke."""
    if pronoun.lower_ not in words("speech", "speakers", "pronouns"):
        return None
    at = passage.start + pronoun.idx
    spoken = _before(heard.spoken, at)
    if pronoun.lower_ == "they":
        here = [one for one in spoken if one.at >= passage.start]
        acting = _before(heard.acting, passage.start + sentence_of(pronoun).start_char)
        last = max([*spoken, *acting], key=lambda one: one.at, default=None)
        return here[-1].name if here else last.name if last is not None else None
    return last_spoken(pronoun, spoken)


def _before(spoken: Sequence[Spoken], at: int) -> Sequence[Spoken]:
    last = bisect_left(spoken, at, key=lambda one: one.at)
    return spoken[max(0, last - _REMEMBERED) : last]


def _said_of_sentence(token: Token, passage: Passage, heard: Voices) -> list[str]:
    """Name the source that "according to" gives for a whole sentence."""
    start, end = passage.span(sentence_of(token))
    first = bisect_left(heard.according, start, key=lambda entry: entry[0])
    found: list[str] = []
    for at, noun in heard.according[first : first + _REMEMBERED]:
        if at < end:
            found += _named(noun, passage, heard)
    return found


def _quoted(token: Token, passage: Passage, heard: Voices) -> list[str]:
    """Inside a quotation without its own "said", name the speaker of the paragraph."""
    text, at = text_of(passage.doc), token.idx
    opened = sum(text.count(sign, 0, at) for sign in _OPENING)
    closed = sum(text.count(sign, 0, at) for sign in _CLOSING)
    if opened <= closed and not _is_in_straight(text, at):
        return []
    here = bisect_left(heard.spoken, passage.start, key=lambda spoken: spoken.at)
    nearby = bisect_left(heard.spoken, passage.start + at, key=lambda spoken: spoken.at)
    if nearby > here:
        return [heard.spoken[nearby - 1].name]
    following = heard.spoken[nearby : nearby + 1]
    return [s.name for s in following if s.at < passage.start + len(text)]


def _is_in_straight(text: str, at: int) -> bool:
    """Whether the last straight quotation mark before an offset opens: a lost one opens nothing."""
    last = text.rfind(_STRAIGHT, 0, at)
    if last < 0 or text.count(_STRAIGHT, 0, at) % 2 == 0:
        return False
    before, behind = text[last - 1 : last], text[last + 1 : last + 2]
    return not behind.isspace() and (before.isspace() or before in tuple("([-–—") or last == 0)
