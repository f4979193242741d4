"""Angles in running text: "48.7164° N", "51°30′26″N", "38 46.92 N", "longitude 37.84"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.coordinates.found import Notation
from geo.lexicon import lexicon, meanings

FULL = {"lat": 90.0, "lon": 180.0}
SIDES = {"N": ("lat", 1), "S": ("lat", -1), "E": ("lon", 1), "W": ("lon", -1)}
SIXTY = 60
DECIMALS = 2
"""An angle with no sign for degrees needs so many decimals, or minutes."""
BARE_DECIMALS = 4
"""An angle with neither hemisphere nor axis needs so many."""


@dataclass(frozen=True, slots=True)
class Angle:
    """A latitude or a longitude at ``text[start:end]``.

    Attributes
    ----------
    axis
        "lat", "lon", or "" where the text does not say.
    degrees
        Signed decimal degrees.
    half
        Half a unit of the last digit, in degrees.
    """

    start: int
    end: int
    axis: str
    degrees: float
    half: float
    notation: Notation


def either(table: str) -> str:
    """Give an alternation of the words of a table, longest first; capitals as they are written."""
    words = [word for listed in lexicon("coordinates")[table].values() for word in listed]
    return "|".join(map(_spelt, sorted(words, key=len, reverse=True)))


def _spelt(word: str) -> str:
    escaped = re.escape(word)
    return escaped if word.isupper() else f"(?i:{escaped})"


_SIGN = r"\s?(?:[°º˚]|(?i:degrees?|deg\b\.?))"
_ENDS = r"(?!\d|[.,]\d|\s?[°º˚])"
_FINE = (
    rf"(?P<minutes>\d{{1,2}}(?:[.,]\d{{1,10}})?){_ENDS}\s?(?:['′’‘´`]|(?i:minutes?|min\b\.?))?"
    rf"(?:[\s-]?(?P<seconds>\d{{1,2}}(?:[.,]\d{{1,8}})?){_ENDS}"
    r"\s?(?:[\"″”“]|['′’]{2}|(?i:seconds?|sec\b\.?))?)?"
)
_DECIMAL = rf"(?P<decimal>\d{{1,3}}[.,]\d{{1,12}})(?!\d|[.,]\d)(?P<mark>{_SIGN})?"
_WHOLE = rf"(?P<whole>\d{{1,3}})(?!\d|[.,]\d)(?:(?P<sign>{_SIGN})\s?|[\s-])?(?:(?<!\d){_FINE})?"
_SIDE = rf"(?:{either('hemispheres')})(?![^\W\d_])"
_AXIS = rf"(?P<axis>{either('axes')})(?:\s(?i:of))?\s?[:=]?\s?"
_ANGLE = re.compile(
    r"(?:(?<![\w.,])|(?<=[\d°′″\"'][NSEW]))"
    rf"(?:{_AXIS})?(?:(?P<before>[NSEW])\.?\s?)?(?P<minus>[-−+])?(?:{_DECIMAL}|{_WHOLE})"
    rf"(?(before)|(?:\s?(?P<after>{_SIDE})(?:\s(?i:{either('axes')})\b)?)?)"
)


def angles(text: str) -> Iterator[Angle]:
    """Find the angles of a text that say which way they count, or are written with their signs.

    What is out of range ("95° N", "12° 75′ N") is no angle.
    """
    at = 0
    while match := _ANGLE.search(text, at):
        angle = _angle(match)
        at = match.end() if angle else _next(match)
        if angle is not None:
            yield angle


def _next(match: re.Match[str]) -> int:
    """Go on behind the first number of what is no angle: another may start inside."""
    return max(match.start() + 1, match.end("decimal"), match.end("whole"))


def _angle(match: re.Match[str]) -> Angle | None:
    named = meanings("coordinates", "axes").get((match["axis"] or "").lower(), ("",))[0]
    counted, sign = _side(match)
    axis = named or counted
    read = _degrees(match)
    if (named and counted and named != counted) or read is None or not _telling(match, axis):
        return None
    if match["minus"] and counted:
        return None
    degrees, half, notation = read
    if degrees > FULL.get(axis, FULL["lon"]):
        return None
    signed = degrees * (-sign if match["minus"] in ("-", "−") else sign)
    start, end = match.start(), match.start() + len(match.group().rstrip(" -"))
    return Angle(start, end, axis, signed, half, notation)


def _side(match: re.Match[str]) -> tuple[str, int]:
    """Give the axis and the sign of the hemisphere."""
    written = match["before"] or match["after"]
    if not written:
        return "", 1
    known = meanings("coordinates", "hemispheres")
    return SIDES[known[written if written in known else written.lower()][0]]


def _degrees(match: re.Match[str]) -> tuple[float, float, Notation] | None:
    """Add up degrees, minutes and seconds; only the last of them may have decimals."""
    written = (match["decimal"] or match["whole"], match["minutes"], match["seconds"])
    parts = [part.replace(",", ".") for part in written if part]
    numbers = [float(part) for part in parts]
    if any("." in part for part in parts[:-1]) or any(number >= SIXTY for number in numbers[1:]):
        return None
    degrees = sum(number / SIXTY**power for power, number in enumerate(numbers))
    half = 0.5 * 10.0 ** -_decimals(parts[-1]) / SIXTY ** (len(parts) - 1)
    return degrees, half, list(Notation)[len(parts) - 1]


def _decimals(number: str) -> int:
    return len(number.replace(",", ".").partition(".")[2])


def _telling(match: re.Match[str], axis: str) -> bool:
    """Tell whether a number is written as an angle, and not only followed by a letter."""
    fine = bool(match["minutes"])
    decimals = _decimals(match["decimal"] or "")
    marked = bool(match["mark"] or match["sign"])
    if not axis:
        return marked and (fine or decimals >= BARE_DECIMALS)
    if marked or match["axis"]:
        return True
    letter = (match["before"] or match["after"])[0].isupper()
    return letter and (fine or decimals >= DECIMALS)
