"""Units of measure, currencies, rates, and the nouns that say what is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reports.lexicon import lexicon

WIDEST = 3
"""Words in the longest name of a unit."""
_DATING = ("ago", "earlier", "before", "later", "after", "prior")
_SHORTEST = 3  # letters before the ending of a noun: "gunboat"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure.

    ``base`` is its size in the SI unit of its ``kind``: metres, square metres, kilograms, …
    """

    unit: str
    kind: str
    base: float
    metric: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What a noun counts: ``kind`` ("personnel", "vehicles", …) and the unit it is printed in."""

    kind: str
    unit: str


@cache
def _measures() -> Mapping[str, Measure]:
    return {
        form: Measure(entry["unit"], entry["kind"], entry["base"], entry["metric"])
        for entry in lexicon("units")["measure"]
        for form in entry["forms"]
    }


@cache
def _nouns(table: str) -> Mapping[str, Counted]:
    return {
        noun: Counted(entry["kind"], entry.get("unit") or plural(noun.split()[-1]))
        for entry in lexicon("counted")[table]
        for noun in entry["nouns"]
    }


def plural(noun: str) -> str:
    """Give the plural that names a unit; irregular nouns have their unit in the lexicon.

    >>> plural("mine"), plural("battery"), plural("corps"), plural("launch")
    ('mines', 'batteries', 'corps', 'launches')
    """
    if noun.endswith("s"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "x")) else "s")


def measure(surface: str) -> Measure | None:
    """Look up a unit of measure by its written form ("km", "nautical miles", "%")."""
    return _measures().get(surface) or _measures().get(surface.lower())


def measure_in(wordlist: list[str]) -> tuple[Measure, int] | None:
    """Find the unit that a list of words begins with, and how many of the words it takes."""
    for width in range(min(WIDEST, len(wordlist)), 0, -1):
        found = measure(" ".join(wordlist[:width]))
        if found:
            return found, width
    return None


def counted(lemma: str) -> Counted | None:
    """Look up what a noun counts by its lemma, or by its ending; None when neither is known.

    >>> counted("speedboat") == counted("boat"), counted("autoworker") == counted("worker")
    (True, True)
    """
    nouns, single = _nouns("counted"), lemma.removesuffix("s")
    return nouns.get(lemma) or nouns.get(single) or _by_ending(single)


def _by_ending(noun: str) -> Counted | None:
    """Look up "paddleboat" by "boat"; the letters before must be a word's."""
    if not noun.isalpha():
        return None
    endings = _nouns("ending")
    starts = range(_SHORTEST, len(noun))
    return next((endings[noun[at:]] for at in starts if noun[at:] in endings), None)


def currency(before: str) -> tuple[str, int] | None:
    """Read the currency sign that ends ``before``; return its ISO code and its width in characters.

    >>> currency("nearly $"), currency("worth US$"), currency("worth ")
    (('USD', 1), ('USD', 3), None)
    """
    text = before.rstrip(" ")
    code = lexicon("units")["currency_signs"].get(text[-1:])
    if code is None:
        return None
    gap = len(before) - len(text)
    for prefix, national in lexicon("units")["currency_prefixes"].items():
        head = text[:-1].lower()
        if head.endswith(prefix) and not head[: -len(prefix)][-1:].isalpha():
            return national, 1 + gap + len(prefix)
    return code, 1 + gap


def rate(after: str) -> tuple[str, int] | None:
    """Read a rate at the head of ``after`` ("a day"); return the period and the width."""
    text = after.lower()
    for period, phrases in lexicon("units")["rates"].items():
        for phrase in phrases:
            rest = text[len(phrase) :]
            is_date = rest.lstrip().startswith(_DATING)  # "5.9 million a year ago"
            if text.startswith(phrase) and not rest[:1].isalpha() and not is_date:
                return period, len(phrase)
    return None
