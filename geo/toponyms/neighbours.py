"""Roles from the words next to a name, where grammar is no guide: hyphens and headlines."""

from spacy.tokens import Token

from geo.place import Role
from geo.toponyms.clauses import judged
from geo.toponyms.meaning import among, only_verb
from geo.toponyms.usage import Choice, Use

HYPHENS = frozenset({"-", "‑", "–"})
DASHES = ("-", "–", "—")
LISTING = frozenset({",", "and", "&", ";"})
CLEAR = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "dobj", "conj"})


def hyphened(use: Use) -> Choice | None:
    """Judge a name that is part of a compound: "Iran-backed", "Nairobi-based", "anti-France"."""
    before, prefix = use.before(), use.before(2)
    if before is not None and prefix is not None and _joins(before):
        if among(prefix, "hyphens", "for"):
            return Role.METONYM, f"{prefix.text.lower()} those who act in its name"
    at = 0
    while (word := use.after(at)) and (word.i in use.names or word.text == ","):
        at += 1  # "Pittsburgh, Pennsylvania-based"
    joint, word = use.after(at), use.after(at + 1)
    if joint is None or word is None or not _joins(joint):
        return None
    if among(word, "likeness", "hyphened"):
        return Role.LIKENESS, f"{word.text} of its kind"
    if among(word, "hyphens", "where"):
        return Role.LITERAL, f"{word.text} there"
    if word.tag_ in {"VBN", "VBD", "JJ"} and word.text.islower():
        return Role.METONYM, f"{word.text} by those who act in its name"
    return None


def opening(use: Use) -> Choice | None:
    """Take a name that opens a passage and stands apart for the place of the report."""
    following = use.after()
    if use.span.start or following is None:
        return None
    dashed = following.text.startswith(DASHES) and (following.whitespace_ or len(following) > 1)
    apart = following.text == "(" or dashed
    capitals = use.span.text.isupper() and not use.abbreviated
    if apart or (capitals and not use.span.doc.text.isupper()):
        return Role.LITERAL, "opens the report"
    return None


def attributed(use: Use) -> Choice | None:
    """Take a name after a colon at the end of a headline for the source: "fires missile: Seoul"."""
    before, end = use.before(), len(use.span.doc)
    if use.governs and before is not None and before.text == ":" and use.span.end == end:
        return Role.METONYM, "source of what is said"
    return None


def headlined(use: Use) -> Choice | None:
    """Judge by the next verb in headlines, where names and verbs alike are capitalised."""
    verb = use.after()
    while verb is not None and (verb.i in use.names or verb.lower_ in LISTING):
        verb = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if verb is None or not _opens(use):
        return None
    if verb.lower_ == "to" and verb.i + 1 < len(verb.doc) and verb.nbor(1).tag_ == "VB":
        verb = verb.nbor(1)
    elif not (only_verb(verb) and (verb.lower_.endswith("s") or verb.i > use.span.end)):
        return None
    elif use.word.dep_ in CLEAR and use.head.i == verb.i:
        return None
    return judged(use, verb, passive=False)


def _opens(use: Use) -> bool:
    """Tell whether nothing but other names stands before a name in its sentence."""
    before = use.span.doc[use.span.sent.start : use.span.start]
    return all(word.i in use.names or word.lower_ in LISTING or word.is_quote for word in before)


def _joins(token: Token) -> bool:
    spaced = bool(token.whitespace_) or (token.i > 0 and bool(token.nbor(-1).whitespace_))
    return token.text in HYPHENS and not spaced
