"""Numbers in running text: digits, number words, shares and vague magnitudes."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reports.lexicon import lexicon, words
from reports.quantities.units import counted

_PIECE = re.compile(r"[0-9]+(?:[.,\u00a0\u202f\u2009][0-9]+)*|[^\W\d_]+|\S")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([,\u00a0\u202f\u2009])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_LONGEST = 24  # characters of one digit run; longer ones are hashes, not figures
_GREATEST = 1e15
_PLACES = 6  # decimals kept; more are noise of the multiplication
_HUNDRED = 100
_GROUP = 1000
_CURRENCY = "$€£¥₩₴₽₺₹₪"


class Shape(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    SHARE = "share"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``text[start:end]``.

    ``value`` of a vague magnitude is its least reading: "thousands" is at least 2,000. ``glued``
    holds the letters that follow without a space and are no scale ("km" of "65km").
    """

    start: int
    end: int
    value: float
    shape: Shape
    glued: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_digits(self) -> bool:
        return self.text[0] in "0123456789"


def numerals(text: str) -> list[Numeral]:
    """Find the numbers in a text, in order and without overlaps.

    Parts of names and codes ("KN-23", "07:15", hashes) are left out; years and days are not: what
    they are is only seen in the sentence.
    """
    pieces = [_Piece(m.start(), m.end(), m.group()) for m in _PIECE.finditer(text)]
    found = []
    at = 0
    while at < len(pieces):
        read = _Reader(text, pieces, at).read()
        if read is None:
            at += 1
            continue
        numeral, at = read
        if 0 <= numeral.value <= _GREATEST:
            found.append(numeral)
    return found


def digits(surface: str) -> float | None:
    """Read a run of digits with separators; None when it is no number.

    >>> digits("11,000"), digits("3.5"), digits("1.2.3"), digits("10,11")
    (11000.0, 3.5, None, None)
    """
    if len(surface) > _LONGEST:
        return None
    if _GROUPED.fullmatch(surface):
        return float(re.sub(r"[,\s]", "", surface))
    if _PLAIN.fullmatch(surface) and not re.match(r"0[0-9]", surface):
        return float(surface)
    return None


class _Reader:
    """One attempt to read a number that begins at a given piece."""

    def __init__(self, text: str, pieces: list[_Piece], first: int) -> None:
        self.text = text
        self.pieces = pieces
        self.first = first

    def read(self) -> tuple[Numeral, int] | None:
        """Return the number and the index of the piece after it."""
        piece = self.pieces[self.first]
        if piece.is_digits:
            return self._digits()
        if not piece.text[0].isalpha() or self._inside_a_word():
            return None
        return self._share() or self._vague() or self._words()

    def _at(self, index: int) -> _Piece | None:
        return self.pieces[index] if index < len(self.pieces) else None

    def _low(self, index: int) -> str:
        piece = self._at(index)
        return piece.low if piece else ""

    def _inside_a_word(self) -> bool:
        start = self.pieces[self.first].start
        return start > 0 and (self.text[start - 1].isalnum() or self.text[start - 1] in "_#@/\\")

    def _touches(self, left: int) -> bool:
        """Whether the pieces at ``left`` and ``left + 1`` stand without a space between them."""
        one, two = self._at(left), self._at(left + 1)
        return one is not None and two is not None and one.end == two.start

    def _over_hyphen(self, index: int) -> int:
        """Step over one hyphen that joins two words ("twenty-five", "two-thirds")."""
        if self._low(index) == "-" and self._touches(index - 1) and self._touches(index):
            return index + 1
        return index

    def _numeral(
        self, value: float, shape: Shape, after: int, glued: str = ""
    ) -> tuple[Numeral, int]:
        start, end = self.pieces[self.first].start, self.pieces[after - 1].end
        return Numeral(start, end, round(value, _PLACES), shape, glued), after + bool(glued)

    def _digits(self) -> tuple[Numeral, int] | None:
        value = digits(self.pieces[self.first].text)
        if value is None or self._in_a_code():
            return None
        after = self.first + 1
        glued = self.pieces[after].text if self._touches(self.first) else ""
        if not glued.isalpha():
            glued = ""
        suffix = self._suffix(glued)
        if suffix:
            return self._numeral(value * suffix, Shape.DIGITS, after + 1)
        if glued:
            return self._numeral(value, Shape.DIGITS, after, glued)
        value, after = self._thin_groups(value, after)
        scale = self._over_hyphen(after)
        if self._low(scale) in lexicon("numbers")["scales"] and self._low(scale) != "score":
            value *= lexicon("numbers")["scales"][self._low(scale)]
            after = scale + 1
        return self._numeral(value, Shape.DIGITS, after)

    def _suffix(self, glued: str) -> float:
        """Return what the letters directly behind digits multiply by; 0 when they do not."""
        factor: float = lexicon("numbers")["suffixes"].get(glued, 0)
        if glued in words("numbers", "suffixes_of_money", "needs_currency"):
            before = self._low(self.first - 1) if self.first else ""
            counts = counted(self._low(self.first + 2)) is not None
            return factor if counts or (before and before in _CURRENCY) else 0
        return factor

    def _thin_groups(self, value: float, after: int) -> tuple[float, int]:
        """Read on through thousands set apart by plain spaces ("12 000")."""
        if not 0 < value < _GROUP or "." in self.pieces[self.first].text:
            return value, after
        while (piece := self._at(after)) and re.fullmatch(r"[0-9]{3}", piece.text):
            gap = self.text[self.pieces[after - 1].end : piece.start]
            if gap != " ":
                break
            value, after = value * _GROUP + float(piece.text), after + 1
        return value, after

    def _in_a_code(self) -> bool:
        """Whether the digits belong to a name, a clock time, a date or a file name."""
        piece = self.pieces[self.first]
        before = self.text[piece.start - 1] if piece.start else " "
        two_before = self.text[piece.start - 2] if piece.start > 1 else " "
        after = self.text[piece.end : piece.end + 2] + "  "
        if before.isalnum() or before in "_#@/\\.+'’&=%":
            return True
        if before in "-:" and two_before.isalnum() and not two_before.isdigit():
            return True
        if before == ":" and two_before.isdigit():
            return True
        return after[0] in "_/\\°@=" or (after[0] in ":'’" and after[1].isalnum())

    def _words(self) -> tuple[Numeral, int] | None:
        read = self._cardinal(self.first)
        return self._numeral(read[0], Shape.WORDS, read[1]) if read else None

    def _cardinal(self, at: int) -> tuple[float, int] | None:
        """Read number words from piece ``at``; return the value and the index after them."""
        lists = lexicon("numbers")
        scales = lists["scales"]
        if self._low(at) == "half" and self._low(at + 1) in ("a", "an"):
            scale = scales.get(self._low(at + 2))
            return (scale / 2, at + 3) if scale and self._low(at + 2) != "score" else None
        if self._low(at) in ("a", "an"):
            if self._low(at + 1) not in scales or self._low(at + 1) == "score":
                return None
            return self._accumulate(at + 1, 1)
        if self._low(at) in lists["units"] or self._low(at) in lists["tens"]:
            return self._accumulate(at, 0)
        return (float(scales["dozen"]), at + 1) if self._low(at) == "dozen" else None

    def _accumulate(self, at: int, current: float) -> tuple[float, int]:
        lists = lexicon("numbers")
        total, room = 0.0, float(_HUNDRED)  # the next unit word must be smaller than ``room``
        while at < len(self.pieces):
            word = self._low(at)
            small = lists["units"].get(word, lists["tens"].get(word))
            scale = lists["scales"].get(word)
            if small is not None and small < room:
                current += small
                room = 10 if word in lists["tens"] else 0
            elif scale and scale <= _HUNDRED and 0 < current < _HUNDRED:
                current, room = current * scale, _HUNDRED if scale == _HUNDRED else 0
            elif scale and scale > _HUNDRED and current:
                total, current, room = total + current * scale, 0, _HUNDRED
            else:
                break
            at += 1
            at = self._next_word(at, room)
        if self._low(at) == "and" and self._low(at + 1) == "a" and self._low(at + 2) == "half":
            return self._and_a_half(total + current, at + 3)
        return total + current, at

    def _next_word(self, at: int, room: float) -> int:
        """Step over a hyphen or an "and" when another number word follows it."""
        lists = lexicon("numbers")
        after = self._over_hyphen(at)
        if after == at and self._low(at) == "and" and room == _HUNDRED:
            after = at + 1
        following = self._low(after)
        known = following in lists["units"] or following in lists["tens"]
        return after if known or following in lists["scales"] else at

    def _and_a_half(self, value: float, at: int) -> tuple[float, int]:
        scale = lexicon("numbers")["scales"].get(self._low(at))
        return ((value + 0.5) * scale, at + 1) if scale else (value + 0.5, at)

    def _vague(self) -> tuple[Numeral, int] | None:
        lists = lexicon("numbers")
        vague, scales = lists["vague"], lists["scales"]
        at = self.first
        at += self._low(at) == "a" and self._low(at + 1) in ("few", "couple")
        if self._low(at) in words("numbers", "vague_determiners", "words"):
            scale_at = at + 1 + (self._low(at + 1) == "of")
            scale = scales.get(self._low(scale_at)) or vague.get(self._low(scale_at), 0) / 2
            if not scale or self._low(scale_at) == "score":
                return None
            return self._numeral(2.0 * scale, Shape.VAGUE, scale_at + 1)
        if self._low(at) not in vague:
            return None
        low = float(vague[self._low(at)])
        if self._low(at + 1) == "of" and self._low(at + 2) in vague:
            low *= vague[self._low(at + 2)] / 2
            return self._numeral(low, Shape.VAGUE, at + 3)
        bare = self._low(at) in words("numbers", "vague_determiners", "only_before_of")
        if bare and self._low(at + 1) != "of":
            return None
        return self._numeral(low, Shape.VAGUE, at + 1)

    def _share(self) -> tuple[Numeral, int] | None:
        """Read "a third of", "two-thirds of" or "half the" without the "of" or "the"."""
        at = self.first
        rules = lexicon("numbers")["fraction_rules"]
        if at and self._low(at - 1) in rules["not_after"]:
            return None
        top: float = 1
        if self._low(at) not in ("half", "halves"):
            top = 1 if self._low(at) == "a" else lexicon("numbers")["units"].get(self._low(at), 0)
            at = self._over_hyphen(at + 1)
        bottom = lexicon("numbers")["fractions"].get(self._low(at).removesuffix("s"), 0)
        if not top or not bottom or top >= bottom:
            return None
        scale = lexicon("numbers")["scales"].get(self._low(at + 3))
        if scale and self._low(at + 1) == "of" and self._low(at + 2) in ("a", "an"):
            return self._numeral(top / bottom * scale, Shape.WORDS, at + 4)
        return self._numeral(top / bottom, Shape.SHARE, at + 1) if self._shares(at) else None

    def _shares(self, at: int) -> bool:
        """Whether what follows the share at ``at`` is something that can be shared out."""
        rules = lexicon("numbers")["fraction_rules"]
        following = self._low(at + 1)
        if following != "of":
            half = self._low(at) == "half"
            return half and (following in rules["half_before"] or self._is_hedged(at))
        return not {self._low(at + 2), self._low(at + 3)} & set(rules["not_of"])

    def _is_hedged(self, at: int) -> bool:
        before = self._low(at - 1) if at else ""
        return before in lexicon("numbers")["left"]["approx"] or before == "than"
