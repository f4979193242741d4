"""The offline gazetteer: names in any script to places, points to the nearest place."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from geopy.adapters import URLLibAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point
from pyproj import Geod

from geo.compile import data_version, ensure, silent
from geo.coordinates import spot_with_id
from geo.gazetteer_reader import GazetteerReader
from geo.names import normalise
from geo.place import Kind, Place
from geo.settings import home_dir
from geo.sources.progress import Progress

__all__ = ["Gazetteer", "default_path", "holds", "normalise", "open_gazetteer"]

GEOD = Geod(ellps="WGS84")
IN_TOWN_M = 30_000.0
"""How far from a town's point something "in" the town may be."""
NEAREST = 10
"""Places that :meth:`Gazetteer.reverse` gives when it is not told how many."""
NESTED = (Kind.SITE, Kind.CITY, Kind.ADM2, Kind.ADM1, Kind.COUNTRY)
"""Kinds of which the later hold the earlier, and never the other way."""
CODED = ("ne:{}", "ne:US-{}", "ne:CA-{}", "ne:AU-{}")
"""Ids of the countries, and of the states of those that write addresses with their codes."""


class Gazetteer(Geocoder):
    """A compiled gazetteer, open for reading from any thread.

    It is a geopy geocoder that needs no network, and answers by name in some ten microseconds.

    Parameters
    ----------
    path
        File that :func:`geo.compile.compile_gazetteer` made.
    timeout
        Taken for the sake of geopy; nothing here takes long enough.

    Raises
    ------
    GazetteerError
        When there is no such file.
    """

    def __init__(self, path: Path, *, timeout: object = DEFAULT_SENTINEL) -> None:
        super().__init__(timeout=timeout, adapter_factory=URLLibAdapter)
        self.path = path
        self._reader = GazetteerReader(path)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Give the places of this name in any script or spelling, best known first.

        Countries come first, then cities of a million, provinces, regions with lines, waters and
        sites, and then towns and districts by population.
        """
        return self._reader.lookup(name)

    def starts(self, word: str) -> int:
        """Give the greatest number of words of any name that starts with this normalised word.

        0 when no name does.
        """
        return self._reader.starts(word)

    def demonym(self, word: str) -> tuple[Place, ...]:
        """Give the places whose people or things are called so ("Korean": both Koreas)."""
        return self._reader.demonym(word)

    def place(self, place_id: str) -> Place:
        """Give the place with this id: an entry, or a position that a report stated.

        Raises
        ------
        KeyError
            When there is none.
        """
        found = spot_with_id(place_id) or self._reader.place(place_id)
        if found is None:
            raise KeyError(place_id)
        return found

    def aliases(self, place_id: str) -> tuple[str, ...]:
        """Give all names of a place as the sources write them, the display name first.

        Raises
        ------
        KeyError
            When there is no such place.
        """
        found = self._reader.aliases(place_id)
        if not found:
            raise KeyError(place_id)
        return found

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's signature
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """Find places by name, or by name and what contains them: ``"Birmingham, Alabama"``.

        Parameters
        ----------
        query
            A name, or names parted by commas from the inside out.
        exactly_one
            Give the best known place alone instead of all.
        timeout
            Not used.
        limit
            Greatest number of places; None for all.

        Returns
        -------
        None when there is nothing of the name; ``raw`` holds the fields of
        :class:`geo.place.Place`.
        """
        locations = [self._location(place) for place in self._contained(query)[:limit]]
        return _one_or_all(locations, exactly_one=exactly_one)

    def reverse(
        self,
        query: Point | str | Sequence[float],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's signature
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """Find the towns and sites nearest to a point, up to 100 km away.

        Parameters
        ----------
        query
            Latitude and longitude in any form that :class:`geopy.point.Point` takes.
        exactly_one
            Give the nearest alone instead of all.
        timeout
            Not used.
        limit
            Greatest number of places; 10 when None.

        Returns
        -------
        None when there is nothing near; ``raw`` has ``distance_m`` (geodesic) besides the fields of
        :class:`geo.place.Place`.
        """
        point = Point(query)
        count = 1 if exactly_one else limit or NEAREST
        locations = [
            self._location(near.place, distance_m=near.distance_m)
            for near in self._reader.near(point.latitude, point.longitude, count)
        ]
        return _one_or_all(locations, exactly_one=exactly_one)

    def _contained(self, query: str) -> tuple[Place, ...]:
        """Find a name as it stands, else its part before the comma inside the parts after it."""
        found = self.lookup(query)
        head, *outers = [part.strip() for part in query.split(",")]
        if found or not outers:
            return found
        found = self.lookup(head)
        for outer in filter(None, outers):
            around = (*self.lookup(outer), *self._coded(outer))
            found = tuple(place for place in found if any(holds(each, place) for each in around))
        return found

    def _coded(self, code: str) -> Iterator[Place]:
        """Give the countries and states with this code: GB, AL, NSW."""
        if code.isascii() and code.isupper():
            yield from filter(None, (self._reader.place(form.format(code)) for form in CODED))

    def _location(self, place: Place, **more: float) -> Location:
        outer = (self._reader.place(f"ne:{code}") for code in (place.adm1, place.country) if code)
        parts = dict.fromkeys([place.name, *(each.name for each in outer if each)])
        raw = {field.name: getattr(place, field.name) for field in fields(place)}
        raw.update(more, kind=place.kind.value, names=dict(place.names))
        return Location(", ".join(parts), Point(place.lat, place.lon), raw)


def holds(outer: Place, inner: Place) -> bool:
    """Say whether a place lies in another, as far as codes, points and radii tell."""
    if outer.id == inner.id or not _may_hold(outer.kind, inner.kind):
        return False
    if outer.kind is Kind.COUNTRY:
        return inner.country == outer.country
    if outer.kind is Kind.ADM1 and outer.adm1 == inner.adm1:
        return True
    if outer.country and inner.country != outer.country:
        return False
    reach = outer.radius_m or (0.0 if outer.kind is Kind.ADM1 else IN_TOWN_M)
    return float(GEOD.inv(outer.lon, outer.lat, inner.lon, inner.lat)[2]) <= reach


def _may_hold(outer: Kind, inner: Kind) -> bool:
    ranked = outer in NESTED and inner in NESTED
    return not ranked or NESTED.index(inner) < NESTED.index(outer)


def default_path() -> Path:
    """Return where the gazetteer of this checkout's data is kept, whether it is there or not."""
    return home_dir() / f"gazetteer-{data_version()}.sqlite"


def open_gazetteer(progress: Progress = silent) -> Gazetteer:
    """Open the gazetteer, compiling it first if need be (about a minute, once).

    Raises
    ------
    GazetteerError
        When it cannot be compiled; the message says what is missing.
    """
    path = default_path()
    ensure(path, progress)
    return Gazetteer(path)


def _one_or_all(
    locations: list[Location], *, exactly_one: bool
) -> Location | list[Location] | None:
    if not locations:
        return None
    return locations[0] if exactly_one else locations
