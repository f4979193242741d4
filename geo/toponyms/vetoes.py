"""What a place name may be part of without a place being meant: a person, a ship, a newspaper."""

from spacy.tokens import Span, Token

from geo.lexicon import words
from geo.toponyms.evidence import unmistakable
from geo.toponyms.leads import located
from geo.toponyms.matches import Name
from geo.toponyms.people import People, Person, is_title


def vetoed(name: Name, people: People) -> bool:
    """Tell whether a name belongs to something that is no place, whatever else speaks for it."""
    inside = people.names(name.passage, name.span.start, name.span.end)
    if inside or _carried(name.span) or _no_name(name):
        return True
    return _titled(name) or _known_person(name, people)


def _carried(span: Span) -> bool:
    """Tell whether the name is part of that of a ship, a club, a paper, a street or a treaty."""
    doc, start, end = span.doc, span.start, span.end
    if start and _labelled(doc[start - 1], span):
        return True
    if start > 1 and doc[start - 1].lower_ == "of":
        head = doc[start - 2]
        if head.lower_ in words("carriers", "before_of") and head.text[0].isupper():
            return True
    if _dedicated(span):
        return True
    if end == len(doc) or not doc[end].text[0].isupper():
        return False
    following = doc[end].lower_.rstrip(".")
    return following in words("context", "streets") or following in words("carriers", "after")


def _dedicated(span: Span) -> bool:
    """Tell whether a saint of the name is meant: "St. Michael's Hospital"."""
    doc, start, end = span.doc, span.start, span.end
    if start and _is_saint(doc[start - 1]):
        return True
    owner = end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].text[0].isupper()
    return owner and _is_saint(span[0])


def _is_saint(token: Token) -> bool:
    return token.lower_.rstrip(".") in {"st", "ste", "saint", "sainte"}


def _no_name(name: Name) -> bool:
    """Tell whether it is no more than "South" or "Central", as many a province is called."""
    others = words("context", "directions") | words("carriers", "never")
    return len(name.span) == 1 and name.span[0].lower_ in others


def _labelled(before: Token, span: Span) -> bool:
    """Tell whether the word before says what is called so: "submarine Kursk", "AC Milan"."""
    if before.lower_ in words("carriers", "vessels"):
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
