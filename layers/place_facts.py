"""What a card says of a place beside its name: where it lies, and who says so."""

from geo.index import Places
from geo.place import Kind, Place

# Whose entry a place is, by the first part of its id.
AUTHORITIES = {
    "gn": "GeoNames (CC BY 4.0)",
    "lo": "GeoNames (CC BY 4.0)",
    "ne": "Natural Earth (public domain)",
    "dl": "kept by hand for Dateline",
}


def within(place: Place, gazetteer: Places) -> list[str]:
    """Name the province and the country that a place lies in, the narrower first."""
    codes = () if place.kind is Kind.COUNTRY else (place.adm1, place.country)
    outer = [_name(code, gazetteer) for code in codes if code and f"ne:{code}" != place.id]
    return [name for name in outer if name]


def credit(place: Place) -> str | None:
    """Say whose entry a place is; None where that is not known, as for a bare coordinate.

    >>> credit(Place("gn:524901", "Moscow", Kind.CITY, 55.75, 37.62))
    'GeoNames (CC BY 4.0)'
    """
    return place.attribution or AUTHORITIES.get(place.id.partition(":")[0])


def _name(code: str, gazetteer: Places) -> str | None:
    try:
        return gazetteer.place(f"ne:{code}").name
    except KeyError:
        return None
