"""Names made comparable: one normal form for every spelling, script and apostrophe."""

import re
import unicodedata
from collections.abc import Iterator

# Letters that Unicode does not decompose but that a reader of English does.
_PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "ŋ": "ng", "ƿ": "w", "&": " and ",
}  # fmt: skip
# Full stops of initialisms; apostrophes, primes and half rings, which are spelt or left out at will
# (Kurs'k, N'Djamena).
_DROPPED = frozenset(".'’‘‛`´ʹʺʻʼʽʾʿˈˊˋ′″\"“”„")
# й, ї and ў are letters of their own in Cyrillic, not и, і and у with a mark.
_WHOLE = frozenset("йїў")
# Marks over Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowels; in other scripts marks
# carry the sense.
_MARK = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
_SHORT_FORMS = {"saint": "st", "mount": "mt", "fort": "ft"}
_LONG_FORMS = {short: long for long, short in _SHORT_FORMS.items()}
_GAPS = "PZSC"  # first letters of the categories of punctuation, separators, symbols, controls


class _Folding(dict[int, str]):
    """A table for ``str.translate`` that works each character out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = (
            char if char in _WHOLE else "".join(map(_fold, unicodedata.normalize("NFKD", char)))
        )
        self[code] = folded = unicodedata.normalize("NFC", folded)
        return folded


def _fold(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    category = unicodedata.category(char)
    if char in _DROPPED or _MARK.match(char) or category == "Cf":  # Cf: soft hyphens, joiners
        return ""
    return " " if category[0] in _GAPS else char


_FOLDING = _Folding()


def normalise(name: str) -> str:
    """Give the form in which two spellings of one name are equal.

    Case, diacritics, apostrophes and full stops go, hyphens become spaces, white space is
    collapsed. Scripts are kept apart: nothing is transliterated. Normalising twice changes nothing.

    >>> normalise("P’yŏngyang-si"), normalise("U.S."), normalise("Ку́рская  ОБЛАСТЬ")
    ('pyongyang si', 'us', 'курская область')
    >>> normalise("Suwałki Gap"), normalise("Київ"), normalise("평양")
    ('suwalki gap', 'київ', '평양')
    """
    lower = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(unicodedata.normalize("NFC", lower.translate(_FOLDING)).split())


def spellings(normal: str) -> Iterator[str]:
    """Give a normal form, and its like with Saint, Mount or Fort written short or long.

    >>> list(spellings("fort stewart"))
    ['fort stewart', 'ft stewart']
    """
    yield normal
    first, gap, rest = normal.partition(" ")
    other = _SHORT_FORMS.get(first) or _LONG_FORMS.get(first)
    if gap and other:
        yield f"{other} {rest}"
