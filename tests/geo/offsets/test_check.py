"""Stated offsets beside the map: the worse of distance and bearing."""

import pytest

from geo.measure import Verdict
from geo.mention import Mention
from geo.offsets import Bearing, Offset, check
from geo.place import Kind, Place, Role

KURSK = Place("gn:538560", "Kursk", Kind.CITY, 51.737, 36.187, "RU", "RU-KRS", 440_000)
RYLSK = Place("gn:500004", "Rylsk", Kind.CITY, 51.567, 34.681, "RU", "RU-KRS", 16_000)


def offset(
    low_m: float, high_m: float | None, degrees: float | None, located: Place | None = RYLSK
) -> Offset:
    return Offset(
        start=0,
        end=1,
        text="x",
        low_m=low_m,
        high_m=high_m,
        approx=False,
        within=False,
        bearing=None if degrees is None else Bearing(degrees, 22.5),
        anchor=mention(KURSK),
        border=False,
        located=mention(located) if located else None,
    )


def mention(place: Place) -> Mention:
    return Mention(0, 1, "x", Role.LITERAL, "", place, 1.0)


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        (offset(100_000, 110_000, 270), Verdict.CONSISTENT),
        (offset(100_000, 110_000, None), Verdict.CONSISTENT),
        (offset(100_000, None, 270), Verdict.CONSISTENT),
        (offset(100_000, 110_000, 225), Verdict.PLAUSIBLE),
        (offset(100_000, 110_000, 90), Verdict.INCONSISTENT),
        (offset(20_000, 30_000, 270), Verdict.INCONSISTENT),
        (offset(100_000, 110_000, 270, None), Verdict.NOT_CHECKABLE),
        (offset(0, 10_000, 0, KURSK), Verdict.CONSISTENT),
    ],
)
def test_the_worse_of_both_counts(stated: Offset, verdict: Verdict) -> None:
    assert check(stated).verdict is verdict
