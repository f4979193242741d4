"""A CSV with coordinates, or with names of places that the gazetteer knows without doubt."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import shapely

from geo.coordinates import coordinates
from geo.gazetteer import Gazetteer, holds
from geo.place import Kind, Place
from layers.own.errors import OwnLayerError
from layers.own.feature import Feature, Found, counted, feature, listed
from layers.own.geojson import bounded
from layers.own.settings import columns, heading, limits

FORM = "CSV"
DELIMITERS = ",;\t|"
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
PAIR = re.compile(r"\(?\s*([+-]?\d+(?:\.\d+)?)\s*[,;/\s]\s*([+-]?\d+(?:\.\d+)?)\s*\)?")
WAY_OUT = "name its columns lat and lon, coordinates, or place"
DAY = re.compile(r"\d{4}-\d\d-\d\d")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """The columns that say where a row is; ``lat`` and ``lon``, ``position``, or ``place``."""

    lat: str | None = None
    lon: str | None = None
    position: str | None = None
    place: str | None = None
    country: str | None = None
    province: str | None = None

    @property
    def used(self) -> frozenset[str]:
        """Columns that are shown as a spot, not again as properties."""
        return frozenset(filter(None, (self.lat, self.lon)))


def read_table(text: str, name: str, open_gazetteer: Callable[[], Gazetteer]) -> Found:
    """Read a table: a row a feature.

    Parameters
    ----------
    open_gazetteer
        Called only where there are names of places and no coordinates.
    """
    heads, rows = _rows(text, name)
    where = _places(heads, name)
    bounded(name, len(rows), 0)
    if where.place:
        return _geocoded(rows, where, open_gazetteer(), name)
    features = [_placed(row, where, number) for number, row in enumerate(rows, 1)]
    return Found(FORM, features, list(_days(heads, rows)))


def _rows(text: str, name: str) -> tuple[Sequence[str], Sequence[Row]]:
    head = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(DELIMITERS, key=lambda each: len(next(csv.reader([head], delimiter=each), [])))
    try:
        reader = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter)
        heads = [each.strip() for each in next(reader, [])]
        rows = list[Row]()
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(dict(zip(heads, map(str.strip, cells), strict=False)))
            if len(rows) > limits().rows:
                break
    except csv.Error as error:
        raise OwnLayerError(name, f"is no table ({error})", "save it anew as CSV") from error
    if not rows:
        raise OwnLayerError(
            name, "has no rows", "give a line of headings and a line for each place"
        )
    return heads, rows


def _places(heads: Sequence[str], name: str) -> Places:
    def called(what: str, *but: str | None) -> str | None:
        found = (each for each in heads if heading(each) in columns()[what] and each not in but)
        return next(found, None)

    lat, lon = called("latitude"), called("longitude")
    if lat and lon:
        return Places(lat=lat, lon=lon)
    if position := called("position"):
        return Places(position=position)
    if place := called("place"):
        return Places(place=place, country=called("country"), province=called("province", place))
    raise OwnLayerError(name, "has no columns that say where", WAY_OUT)


def _placed(row: Row, where: Places, number: int) -> Feature:
    told = {key: value for key, value in row.items() if key not in where.used}
    if where.position:
        return feature(told, position(row.get(where.position, "")), number)
    spot = position_of(row.get(where.lat or "", ""), row.get(where.lon or "", ""))
    return feature(told, spot, number)


def position_of(lat: str, lon: str) -> shapely.Point | None:
    """Read a latitude and a longitude: decimals with point or comma, or degrees and minutes.

    >>> position_of("48,7164", "37.8378").wkt, position_of("48°43′N", "37°50′E").wkt[:11]
    ('POINT (37.8378 48.7164)', 'POINT (37.8')
    """
    if NUMBER.fullmatch(lat) and NUMBER.fullmatch(lon):
        return shapely.Point(float(lon.replace(",", ".")), float(lat.replace(",", ".")))
    return position(f"{lat} {lon}")


def position(text: str) -> shapely.Point | None:
    """Read a position in any notation that reports use, latitude first; None where it is none.

    >>> position("48.7, 37.8").wkt, position("37U DQ 12345 67890").wkt[:11], position("n/a")
    ('POINT (37.8 48.7)', 'POINT (37.7', None)
    """
    if pair := PAIR.fullmatch(text.strip()):
        return shapely.Point(float(pair[2]), float(pair[1]))
    found = coordinates(f"coordinates: {text}")
    return shapely.Point(found[0].lon, found[0].lat) if len(found) == 1 else None


def _geocoded(rows: Sequence[Row], where: Places, gazetteer: Gazetteer, file: str) -> Found:
    """Place rows by their names; what may mean several places gets no spot, and is listed."""
    features, several, unknown = list[Feature](), list[str](), list[str]()
    for number, row in enumerate(rows, 1):
        name = row.get(where.place or "", "")
        found = candidates(row, where, gazetteer) if name else []
        chosen = only(found)
        if chosen is not None:
            told = {**row, "Placed at": f"{chosen.name} ({chosen.kind.value}, {chosen.id})"}
            features.append(
                feature(told, shapely.Point(chosen.lon, chosen.lat), number, _name(row, name))
            )
        elif name:
            (several if found else unknown).append(name)
    if not features:
        names = listed([*several, *unknown], limits().named) or "none is named"
        problem = f"names no place that can be placed without doubt ({names})"
        raise OwnLayerError(file, problem, "add a column country or adm1, or columns lat and lon")
    notes = list(_geocoding_notes(len(features), several, unknown))
    return Found(FORM, features, [*notes, *_days(list(rows[0]), rows)], len(features))


def _name(row: Row, place: str) -> str:
    called = (value for key, value in row.items() if heading(key) in columns()["name"] and value)
    return next(called, place)


def candidates(row: Row, where: Places, gazetteer: Gazetteer) -> list[Place]:
    """List the places that a row may mean: of its name, within its province and country."""
    parts = [
        row.get(column, "") for column in (where.place, where.province, where.country) if column
    ]
    found = gazetteer.geocode(", ".join(filter(None, parts)), exactly_one=False)
    locations = found if isinstance(found, list) else []
    kind = _kind(where.place or "")
    places = [gazetteer.place(each.raw["id"]) for each in locations]
    return [place for place in places if kind is None or place.kind is kind]


def _kind(column: str) -> Kind | None:
    kinds = columns()["kinds"]
    return next((Kind(kind) for kind, names in kinds.items() if heading(column) in names), None)


def only(places: Sequence[Place]) -> Place | None:
    """Give the one place that is meant, if there can be but one.

    A town and the district that is named after it, and holds it, are one to who looks for a spot.
    """
    inner = [one for one in places if all(one is each or holds(each, one) for each in places)]
    return inner[0] if len(inner) == 1 else None


def _geocoding_notes(placed: int, several: Sequence[str], unknown: Sequence[str]) -> Iterator[str]:
    most = limits().named
    if placed:
        yield (f"{counted(placed, 'point')} placed by name with the gazetteer: each stands for the"
               " place named, not for a spot in it.")  # fmt: skip
    if several:
        yield (f"{counted(len(several), 'row')} not placed, as several places have the name: "
               f"{listed(several, most)}. A column country or adm1 says which.")  # fmt: skip
    if unknown:
        yield (f"{counted(len(unknown), 'row')} not placed, as the gazetteer has no such name: "
               f"{listed(unknown, most)}.")  # fmt: skip


def _days(heads: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """Tell of a column of days that the map does not filter by it."""
    for head in heads:
        values = [value for row in rows if (value := row.get(head, ""))]
        if heading(head) in columns()["day"] and values:
            whole = all(map(DAY.fullmatch, values))
            days = f"from {min(values)} to {max(values)}" if whole else "not all of them days"
            yield f"Its dates ({head}) are {days}; the layer does not follow the map's window."
            return
