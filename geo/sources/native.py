"""Names of towns in the language of their country, where it is certain which alternate that is."""

import re

from geo.names import normalise
from geo.sources.tables import by, romanisations

LANGUAGE = {"RU": "ru", "UA": "uk", "KP": "ko", "KR": "ko"}
SYLLABLES_AN_INITIAL = 588
"""Syllables of the Unicode block of Hangul that begin with the same consonant."""
_HANGUL = re.compile(r"[가-힣]+")


def native_names(town_id: int, country: str, name: str, alternates: list[str]) -> dict[str, str]:
    """Give names by language code.

    GeoNames does not say the language of an alternate name in this set. A Cyrillic one counts as
    Russian in Russia, Ukrainian in Ukraine, if its letters belong to that language, if it romanises
    to the town's main name, and if no other one does. A Korean one must be the only one, or the
    shortest with the others built on it, and begin like the main name. Our table adds the towns
    that reports name most.
    """
    row = by("town_names", "id").get(f"gn:{town_id}")
    if row:
        return {lang: row[lang] for lang in ("ru", "uk", "ko") if row[lang]}
    lang = LANGUAGE.get(country)
    if lang is None:
        return {}
    found = _korean(name, alternates) if lang == "ko" else _cyrillic(lang, name, alternates)
    return {lang: found} if found else {}


def official(name: str) -> str | None:
    """Romanise a Ukrainian name by Ukraine's rules of 2010, as reports from there do.

    None if it has letters of another language. Some letters differ at the start of a word.

    >>> official("Слов'янськ"), official("Новий Яр"), official("Курск-ы")
    ('Sloviansk', 'Novyi Yar', None)
    """
    letters = romanisations()["official"]["uk"]
    first = letters | romanisations()["official"]["uk_first"]
    latin, before = "", " "
    for char in name.lower():
        spelt = (letters if before.isalpha() or before in "'’ʼ" else first).get(char)
        if spelt is None:
            return None
        latin, before = latin + spelt, char
    return re.sub(r"(?:^|(?<=[ -]))\w", lambda letter: letter[0].upper(), latin)


def _korean(name: str, alternates: list[str]) -> str | None:
    found = sorted({other for other in alternates if _HANGUL.fullmatch(other)}, key=len)
    if not found or not all(other.startswith(found[0]) for other in found):
        return None
    initial = (ord(found[0][0]) - ord("가")) // SYLLABLES_AN_INITIAL
    sound = romanisations()["initials"]["ko"][initial]
    return found[0] if re.match(sound, normalise(name)) else None


def _cyrillic(lang: str, name: str, alternates: list[str]) -> str | None:
    foreign = re.compile(romanisations()["foreign"][lang])
    latin = normalise(name)
    found = [
        other
        for other in dict.fromkeys(alternates)
        if not foreign.search(other.lower()) and _romanises(other, lang, latin)
    ]
    return found[0] if len(found) == 1 else None


def _romanises(name: str, lang: str, latin: str) -> bool:
    """Say whether a name has letters of this language only and may be spelt so in Latin."""
    letters = romanisations()[lang]
    try:
        pattern = "".join(f"(?:{letters[char]})" for char in name.lower())
    except KeyError:
        return False
    return re.fullmatch(pattern, latin) is not None
