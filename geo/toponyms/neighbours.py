"""Roles from the words next to a name, where grammar is no guide: hyphens and headlines."""

from calendar import month_abbr, month_name

from spacy.tokens import Token

from geo.place import Role
from geo.toponyms.clauses import judged, treated
from geo.toponyms.meaning import listed, only_verb, sense
from geo.toponyms.usage import Choice, Use

HYPHENS = frozenset({"-", "‑", "–"})
DASHES = ("-", "–", "—")
MONTHS = frozenset({*month_name, *month_abbr, "Sept"}) - {""}
DATELINE = 10
"""Words that a dateline may have after its town."""
LISTING = frozenset({",", "and", "&", ";"})
PARTICIPLES = frozenset({"VBN", "VBD", "JJ"})


def opening(use: Use) -> Choice | None:
    """Take a name that opens a passage and stands apart for the place of the report."""
    following = use.after()
    if use.span.start or following is None:
        return None
    dashed = following.text.startswith(DASHES) and (following.whitespace_ or len(following) > 1)
    shouted = use.span.text.isupper() and not use.abbreviated and not use.span.doc.text.isupper()
    if dashed or shouted or following.text == "(" or _dated(use):
        return Role.LITERAL, "opens the report"
    return None


def _dated(use: Use) -> bool:
    """Tell whether a day and a dash follow that close a dateline: "Bamako, 3 March - Armed men"."""
    rest = use.span.doc[use.span.end : use.span.end + DATELINE]
    dash = next((at for at, word in enumerate(rest) if word.text.startswith(DASHES)), 0)
    told = [word for word in rest[:dash] if not word.is_punct]
    return bool(told) and all(_is_of_date(word) or word.i in use.names for word in told)


def _is_of_date(word: Token) -> bool:
    return word.like_num or word.text.rstrip(".") in MONTHS


def hyphened(use: Use) -> Choice | None:
    """Judge a name that is part of a compound: "Iran-backed", "Nairobi-based", "anti-France"."""
    joint, prefix = use.before(), use.before(2)
    if joint and prefix and _joins(joint) and listed(prefix, "hyphens", "for"):
        return Role.METONYM, f"{prefix.text.lower()} those who act in its name"
    at = 0
    while (word := use.after(at)) and (word.i in use.names or word.text == ","):
        at += 1  # "Pittsburgh, Pennsylvania-based"
    joint, word = use.after(at), use.after(at + 1)
    if joint is None or word is None or not _joins(joint):
        return None
    if listed(word, "likeness", "hyphened"):
        return Role.LIKENESS, f"{word.text} of its kind"
    if listed(word, "hyphens", "where"):
        return Role.LITERAL, f"{word.text} there"
    if word.tag_ in PARTICIPLES and word.text.islower():
        return Role.METONYM, f"{word.text} by those who act in its name"
    return None


def flown(use: Use) -> Choice | None:
    """Take a name after "Air" for that of an airline: "Air Zimbabwe"."""
    before = use.before()
    if before is not None and before.text == "Air" and before.whitespace_:
        return Role.METONYM, "an airline called so"
    return None


def attributed(use: Use) -> Choice | None:
    """Take a name after a colon at the end of a headline for the source: "fires missile: Seoul"."""
    before, end = use.before(), len(use.span.doc)
    if use.governs and before is not None and before.text == ":" and use.span.end == end:
        return Role.METONYM, "source of what is said"
    return None


def headlined(use: Use) -> Choice | None:
    """Judge by the next word where it can only be a verb, though headlines capitalise it."""
    doc, at = use.span.doc, use.span.end
    while at < len(doc) and (at in use.names or doc[at].lower_ in LISTING):
        at += 1
    if at == len(doc) or not _opens(use):
        return None
    verb, following = doc[at], doc[min(at + 1, len(doc) - 1)]
    if verb.lower_ == "to" and following.tag_ == "VB":
        return judged(use, following, passive=False)
    several = at > use.span.end  # "Mali, Niger agree"
    ends = verb.lower_.endswith("s")
    struck = ends and following.i in use.names and sense(verb, "subjects")  # "US STRIKES IRAN"
    if struck or (only_verb(verb) and (several or ends)):
        return judged(use, verb, passive=False)
    return None


def addressed(use: Use) -> Choice | None:
    """Judge by the word before where it can only be a verb and the grammar says nothing."""
    verb = use.before()
    if verb is not None and listed(verb, "prepositions", "inside"):
        return Role.LITERAL, f'"{verb.lower_}" the place'
    return treated(use, verb) if verb is not None and only_verb(verb) else None


def _opens(use: Use) -> bool:
    """Tell whether nothing but other names stands before a name in its sentence."""
    before = use.span.doc[use.span.sent.start : use.span.start]
    return all(word.i in use.names or word.lower_ in LISTING or word.is_quote for word in before)


def _joins(token: Token) -> bool:
    spaced = bool(token.whitespace_) or (token.i > 0 and bool(token.nbor(-1).whitespace_))
    return token.text in HYPHENS and not spaced
