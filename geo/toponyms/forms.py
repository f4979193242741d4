"""Long and short forms of one name in a report, and type words that several names share."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from spacy.tokens import Doc

from geo.lexicon import meanings
from geo.names import normalise
from geo.place import Kind
from geo.toponyms.matches import Name

LIST_WORDS = 24
"""How far a type word may stand behind the first name of a list."""


def written(name: Name) -> str:
    """Give the form of a name in which its mentions in a report are equal."""
    return normalise(name.surface)


def in_full(names: Sequence[Name]) -> Mapping[str, Sequence[Name]]:
    """Find for each name, normalised, the longer names of the report that hold its words.

    "Congo" is in "Democratic Republic of the Congo"; a people's name is only in another's, as
    "Korean" is in "North Korean".
    """
    forms: dict[tuple[str, bool], list[Name]] = {}
    for name in names:
        forms.setdefault((written(name), name.demonym), []).append(name)
    found: dict[str, list[Name]] = {}
    for (longer, demonym), mentions in forms.items():
        for short in _parts(longer):
            if (short, demonym) in forms:
                found.setdefault(short, []).extend(mentions)
    return found


def _parts(longer: str) -> Iterator[str]:
    """Give the shorter runs of words in a name."""
    words = longer.split()
    for start, end in combinations(range(len(words) + 1), 2):
        if end - start < len(words):
            yield " ".join(words[start:end])


def shortened(short: Name, longer: Name) -> bool:
    """Tell whether a longer name is the short one and a type word: "DeKalb", "DeKalb County"."""
    first, second = written(short), written(longer)
    if not second.startswith(f"{first} "):
        return False
    return second.removeprefix(f"{first} ") in meanings("types", "after")


def shared_cues(name: Name) -> frozenset[Kind]:
    """Give the kinds that a type word behind a list asks for: "Kunar, Paktia and Khost provinces".

    The plural says that it belongs to every name of the list.
    """
    doc = name.span.doc
    at, names_in_list = name.span.end, 1
    while at < min(len(doc), name.span.end + LIST_WORDS):
        if doc[at].lower_ in {",", "and", "or"}:
            names_in_list += doc[at - 1].lower_ not in {",", "and", "or"}
        elif doc[at].tag_ == "NNS" or doc[at].lower_.endswith("s"):
            kinds = meanings("types", "after").get(_singular(doc, at), ())
            if kinds:
                return frozenset(map(Kind, kinds)) if names_in_list > 1 else frozenset()
        if not (doc[at].text[0].isupper() or doc[at].lower_ in {",", "and", "or"}):
            break
        at += 1
    return frozenset()


def _singular(doc: Doc, at: int) -> str:
    word = doc[at].lower_
    known = meanings("types", "after")
    endings = (word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y")
    return next((each for each in endings if each != word and each in known), "")
