"""Where a report comes from: its dateline, its publisher's seat, its name, its country's domain."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from geo.index import Index
from geo.lexicon import lexicon, meanings, words
from geo.names import normalise
from geo.place import Kind, Place
from geo.toponyms.containment import within
from geo.toponyms.usage import is_capital

LONGEST_RUN = 4
MOST_HOMES = 12
HOMES = frozenset({Kind.CITY, Kind.ADM1, Kind.ADM2, Kind.COUNTRY})
AFTER_TOWN = re.compile(r"[,(:–—\d]|--|\s-(?=\s|$)")
DOMAINS = {"uk": "GB"}


def homes(
    index: Index,
    *,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    dateline: str | None = None,
) -> tuple[Place, ...]:
    """Find where a report was filed or is published, from what is said beside its text.

    Parameters
    ----------
    index
        Where names are looked up.
    publisher, author
        As the document gives them ("The Lima News"; "Jane Roe, Yonhap").
    url
        Its address.
    dateline
        The line or line beginning that says where it was filed ("SEOUL, Oct. 18 (Yonhap) -").

    Returns
    -------
    tuple of Place
        The best source's answer: one place where it is sure, all of a name's where it is not, the
        best known first; empty when nothing tells. A dateline beats a seat, that a place in the
        outlet's name, and that the country of the domain.
    """
    host, outlet = _host(url or ""), publisher or ""
    country = _domain_country(host, index)
    named = () if _everywhere(outlet) else _named(outlet, country, index)
    seat = _seat([outlet, author or "", host], index)
    return _filed(dateline or "", index) or seat or named or country


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that hold no address
        return ""


def _filed(dateline: str, index: Index) -> tuple[Place, ...]:
    """Look up the town of a dateline, and the land after it; a line with a date alone has none."""
    end = AFTER_TOWN.search(dateline)
    if end is None or end[0].isdigit():
        return ()
    after = AFTER_TOWN.split(dateline[end.end() :])[0].strip()
    places = _ranked(index.lookup(dateline[: end.start()].strip()))
    areas = (*index.lookup(after), *_abbreviated(after, index))
    inside = tuple(place for place in places if any(within(place, area) for area in areas))
    return (inside or places)[:1]


def _abbreviated(text: str, index: Index) -> Iterator[Place]:
    code = lexicon("abbreviations")["contained"].get(text)
    if code:
        yield index.place(f"ne:{code}")


def _seat(names: Sequence[str], index: Index) -> tuple[Place, ...]:
    """Look an outlet up in the table of those whose name does not say where they sit."""
    text = " ".join(map(_plain, names))
    seats = (
        place_id
        for outlet, place_ids in meanings("outlets", "seats").items()
        for place_id in place_ids
        if f" {outlet} " in f" {text} "
    )
    return tuple(index.place(place_id) for place_id in dict.fromkeys(seats))


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[,;|()]", " ", name.lower()).split())


def _everywhere(outlet: str) -> bool:
    text = f" {_plain(outlet)} "
    return any(f" {name} " in text for name in words("outlets", "everywhere", "names"))


def _named(outlet: str, country: Sequence[Place], index: Index) -> tuple[Place, ...]:
    """Find the place in an outlet's name, in the country of its domain if it has one there."""
    for run in _runs(outlet):
        places = _ranked(index.lookup(run))
        local = tuple(each for each in places if any(within(each, land) for land in country))
        if places:
            return (local or places)[:MOST_HOMES]
    return ()


def _runs(name: str) -> Iterator[str]:
    """Give runs of capitalised words, the longest first, that are more than an outlet's usual."""
    listed = name.replace(",", " ").replace("(", " ").replace(")", " ").split()
    for length in range(min(LONGEST_RUN, len(listed)), 0, -1):
        for start in range(len(listed) - length + 1):
            run = listed[start : start + length]
            usual = any(normalise(word) in words("outlets", "generic", "words") for word in run)
            if not usual and all(word[0].isupper() for word in run):
                yield " ".join(run)


def _ranked(places: Sequence[Place]) -> tuple[Place, ...]:
    """Put capitals first, then the larger; the rest as the gazetteer has it."""
    fit = [place for place in places if place.kind in HOMES]
    return tuple(sorted(fit, key=lambda place: (not is_capital(place), -place.population)))


def _domain_country(host: str, index: Index) -> tuple[Place, ...]:
    ending = host.rpartition(".")[2]
    if len(ending) != len("uk") or ending in words("outlets", "domains", "vanity"):
        return ()
    try:
        return (index.place(f"ne:{DOMAINS.get(ending, ending.upper())}"),)
    except KeyError:
        return ()
