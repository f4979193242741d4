"""Coordinates among the place names of a report."""

from collections.abc import Callable

import pytest

from geo.mention import Mention
from geo.place import Kind, Role

Mentions = Callable[[str], list[Mention]]


def test_coordinates_are_mentions_between_the_names(mentions: Mentions) -> None:
    found = mentions("In Kharkiv a shell fell at 49.9935° N, 36.2304° E, north of Daraa.")
    assert [one.text for one in found] == ["Kharkiv", "49.9935° N, 36.2304° E", "Daraa"]
    position = found[1]
    assert (position.role, position.role_reason) == (Role.LITERAL, "coordinates in the text")
    assert position.place is not None
    assert position.place.kind is Kind.SITE
    assert (position.place.lat, position.place.lon) == (49.9935, 36.2304)
    assert position.candidates[0].reasons == ("decimal degrees, ±7 m",)


@pytest.mark.parametrize("text", ["Grid 37U DB 12345 67890 was hit.", "At 48.123N 37.123E it was."])
def test_letters_of_a_position_are_no_names(mentions: Mentions, text: str) -> None:
    assert len(mentions(text)) == 1
