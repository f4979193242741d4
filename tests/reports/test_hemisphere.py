"""Whose seasons a report means."""

from geo.mention import Mention
from geo.place import Kind, Place, Role
from reports.dates.edtf_time import Hemisphere
from reports.ingest import hemisphere


def mention(lat: float, role: Role = Role.LITERAL) -> Mention:
    place = Place(id="x", name="x", kind=Kind.CITY, lat=lat, lon=0)
    return Mention(0, 1, "x", role, "marked", place, 1)


def test_most_of_the_places_decide() -> None:
    assert hemisphere([mention(-41), mention(-37), mention(51)]) is Hemisphere.SOUTH
    assert hemisphere([mention(-41), mention(51), mention(48)]) is Hemisphere.NORTH


def test_a_government_is_not_where_it_is() -> None:
    assert hemisphere([mention(-35, Role.METONYM), mention(50)]) is Hemisphere.NORTH


def test_without_places_the_north_is_meant() -> None:
    assert hemisphere([]) is Hemisphere.NORTH
