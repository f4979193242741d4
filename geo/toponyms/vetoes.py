"""What a place name may be part of without a place being meant: a person, a ship, a newspaper."""

import re
from functools import cache

from spacy.tokens import Span, Token

from geo.lexicon import words
from geo.place import Kind, Place
from geo.toponyms.evidence import unmistakable
from geo.toponyms.leads import located
from geo.toponyms.matches import Name
from geo.toponyms.people import People, Person, is_title
from geo.toponyms.typed import after_list

WHOLE_REACH = 5
"""Words of a listed firm or outlet that may stand before or after the place in its name."""
CHURCH_REACH = 8
"""Words between a saint and what is dedicated to them."""


def vetoed(name: Name, people: People) -> bool:
    """Tell whether a name belongs to something that is no place, whatever else speaks for it."""
    inside = people.names(name.passage, name.span.start, name.span.end)
    if inside or _carried(name.span) or _no_name(name) or _campus(name):
        return True
    return _titled(name) or _known_person(name, people)


def _carried(span: Span) -> bool:
    """Tell whether the name is part of that of a ship, a club, a paper, a street or a treaty."""
    return (
        _led(span) or _followed(span) or _foreign(span) or _within_a_whole(span) or _dedicated(span)
    )


def _led(span: Span) -> bool:
    """Look at what stands before: "submarine Kursk", "ship Costa Concordia", "Bank of England"."""
    doc, start = span.doc, span.start
    if start and _labelled(doc[start - 1], span):
        return True
    if start <= 1:
        return False
    before, head = doc[start - 1], doc[start - 2]
    if before.text[0].isupper() and head.lower_ in words("carriers", "vessels") | {"ship"}:
        return True
    named = head.lower_ in words("carriers", "before_of") and head.text[0].isupper()
    return before.lower_ == "of" and named


def _followed(span: Span) -> bool:
    """Look at what stands after: "Sydney Morning Herald", "Warsaw Street", "Minsk agreements"."""
    doc, end = span.doc, span.end
    if end == len(doc):
        return False
    following = doc[end].lower_.rstrip(".")
    if following in words("carriers", "after_small") or _unit(span):
        return True
    if after_list(doc, end) in {"streets", "roads", "avenues"}:
        return True
    if not doc[end].text[0].isupper():
        return False
    if following in words("context", "streets"):
        return doc[min(end + 1, len(doc) - 1)].text not in {"Patrol", "Department"}
    return following in words("carriers", "after")


def _campus(name: Name) -> bool:
    """Tell whether a university is meant: "Kent State University", "Ohio State" by itself."""
    span = name.span
    following = span.doc[span.end : span.end + 2]
    if following.text.startswith("State ") and following[-1].lower_ in words("carriers", "after"):
        return True
    place = span.text.removesuffix(" State")
    if place == span.text or not any(map(_of_the_union, name.places)):
        return False
    before = span.doc[span.start - 1].lower_ if span.start else ""
    so_called = place.lower() in words("context", "called_state")
    return not so_called and before not in words("context", "statewide")


def _of_the_union(place: Place) -> bool:
    return place.country == "US" and place.kind is Kind.ADM1


def _unit(span: Span) -> bool:
    """Tell whether troops carry the name: "Azov Brigade", "Dnipro-1"."""
    rest = span.doc[span.end : span.end + 2]
    if rest[0].text in {"-", "–"} and rest[-1].text.isdigit():
        return True
    return rest[0].text[0].isupper() and rest[0].lower_ in words("carriers", "units")


def _within_a_whole(span: Span) -> bool:
    """Tell whether the name is part of a listed firm, club or outlet: "Radio Free Asia"."""
    doc = span.doc
    first, last = max(0, span.start - WHOLE_REACH), min(len(doc), span.end + WHOLE_REACH)
    if not _wholes().search(doc[first:last].text.lower()):
        return False
    return any(
        doc[start:end].text.lower() in words("carriers", "wholes")
        for start in range(first, span.start + 1)
        for end in range(span.end, last + 1)
    )


@cache
def _wholes() -> re.Pattern[str]:
    """Make a pattern that finds any of the wholes, to look closer only where there is one."""
    return re.compile("|".join(map(re.escape, sorted(words("carriers", "wholes")))))


def _foreign(span: Span) -> bool:
    """Tell whether the name ends a longer one in a Romance language: "Tomateros de Culiacán"."""
    doc, start = span.doc, span.start
    if start <= 1 or doc[start - 1].text not in words("carriers", "romance"):
        return False
    head = doc[start - 2]
    return head.text[0].isupper() and head.pos_ != "ADP" and not head.is_sent_start


def _dedicated(span: Span) -> bool:
    """Tell whether a saint of the name is meant: "St. Michael's Hospital", "church of St. Paul"."""
    doc, start, end = span.doc, span.start, span.end
    if start and _is_saint(doc[start - 1]):
        return True
    if not _is_saint(span[0]):
        return False
    owner = end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].text[0].isupper()
    return owner or _is_of_church(span)


def _is_of_church(span: Span) -> bool:
    """Look for the church, also beyond another saint: "St. Peter and St. Paul Church"."""
    doc = span.doc
    for token in doc[span.end : span.end + CHURCH_REACH]:
        if token.lower_ in words("carriers", "churches") and token.text[0].isupper():
            return True
        if not (token.text[0].isupper() or token.lower_ == "and"):
            break
    for token in reversed(doc[max(0, span.start - CHURCH_REACH) : span.start]):
        if token.lower_ == "of":
            return token.i > 0 and doc[token.i - 1].lower_ in words("carriers", "churches")
        if not (token.text[0].isupper() or token.lower_ in {"and", "the"}):
            break
    return False


def _is_saint(token: Token) -> bool:
    return token.lower_.rstrip(".") in {"st", "ste", "saint", "sainte"}


def _no_name(name: Name) -> bool:
    """Tell whether it is a seat of power, an agency, a people, or money: "White House", "US$"."""
    return name.surface.endswith("$") or name.surface.lower() in words("carriers", "never")


def _labelled(before: Token, span: Span) -> bool:
    """Tell whether the word before says what is called so: "submarine Kursk", "AC Milan"."""
    if before.lower_ in words("carriers", "vessels") or before.text in words("carriers", "clubs"):
        return True
    if before.tag_ == "IN":
        return False  # "such as Poland": the club would be AS Poland
    one = before.text[0].isupper() or before.head == span.root or span.root.head == before
    return one and not before.is_sent_start and before.lower_ in words("carriers", "labels")


def _titled(name: Name) -> bool:
    """Tell whether a title stands right before the name ("Rep. Paris")."""
    start = name.span.start
    if not start or unmistakable(name):
        return False
    title = name.span.doc[start - 1]
    weak = title.lower_ in words("people", "weak_titles")
    return is_title(title) and title.text[0].isupper() and not weak


def _known_person(name: Name, people: People) -> bool:
    """Tell whether a lone name means a person whom the report names in full.

    A surname does so after the full name in the same paragraph, unless the text treats it as a
    country ("Jordan says it hosts", "in Jordan"); in other paragraphs unless it is a country's name
    and nothing treats it as a person. A given name does so everywhere.
    """
    span = name.span
    namesakes = people.called(span.text)
    if not namesakes or len(span) != 1 or located(span) or name.cues:
        return False
    pronouns = _pronouns(span.root)
    if pronouns & words("people", "country_pronouns"):
        return False
    if any(person.given == span.text or _just_named(person, name) for person in namesakes):
        return True
    return not unmistakable(name) or bool(pronouns & words("people", "pronouns"))


def _just_named(person: Person, name: Name) -> bool:
    return person.passage == name.passage and person.end <= name.span.start


def _pronouns(subject: Token) -> frozenset[str]:
    """Give the pronouns that follow in the clause of which a word is the subject."""
    if subject.dep_ not in {"nsubj", "nsubjpass", "poss"}:
        return frozenset()
    clause = subject.head.subtree
    return frozenset(
        word.lower_ for word in clause if word.i > subject.i and word.tag_[:3] == "PRP"
    )
