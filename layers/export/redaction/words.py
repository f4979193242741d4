"""Words that are withheld: found in any spelling of the page, replaced, with offsets that follow.

Letters count, not how they are dressed: case, accents, hyphens, line ends, characters that do not
show and look-alike letters hide no name from being found.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from geo.scripts import disguised, undisguised

BAR = "[withheld]"
"""Stands for every word alike: a bar as long as the word would tell one short name from another."""
POSITION = "[position coarsened]"
ENDINGS = "*"
"""At the end of a word to withhold: with whatever ending it has."""
UNSPACED = re.compile("[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]")
"""Scripts that put particles on a name, or the next word, without a space."""
REST_OF_SYLLABLE = "\u1160-\u11ff"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Folded:
    """Letters and digits of a text, one space between words; ``at`` is where each was."""

    letters: str
    at: Sequence[int]


def fold(text: str) -> Folded:
    r"""Undress a text.

    >>> fold("Kim\n Jong-Ün").letters
    'kim jong un'
    """
    letters: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char).casefold():
            category = unicodedata.category(part)
            if category.startswith("M") or category == "Cf":
                continue
            word = part.isalnum()
            if word or (letters and letters[-1] != " "):
                letters.append(part if word else " ")
                at.append(place)
    return Folded("".join(letters), at)


@dataclass(frozen=True)
class Words:
    """What is withheld.

    Attributes
    ----------
    listed
        Names and words as the user wrote them, each whole words unless it ends in ``*``.
    positions
        Coordinates as reports print them, which would undo a coarsening.
    """

    listed: Sequence[str] = ()
    positions: Sequence[str] = ()

    def spans(self, text: str) -> list[Span]:
        """Find what is withheld in a text: spans in order that share no character."""
        pattern = self._pattern
        if pattern is None or not text:
            return []
        folded = fold(self._plain(text))
        found = [
            (folded.at[match.start(1)], _end(text, folded.at[match.end(1) - 1] + 1))
            for match in pattern.finditer(folded.letters)
        ]
        return list(_joined(found))

    def hide(self, text: str) -> str:
        """Give a text without what is withheld.

        >>> Words(["Kim Jong-un"]).hide("So KIM JONG UN's envoy said.")
        "So [withheld]'s envoy said."
        """
        return Hidden.of(text, self).text

    def within(self, text: str) -> bool:
        """Tell whether something that is withheld stands in a text."""
        return bool(self.spans(text))

    def found(self, texts: Iterable[str]) -> list[str]:
        """Give those listed that stand in any of the texts."""
        known = list(texts)
        return [word for word in self.listed if any(map(Words([word]).within, known))]

    def is_position(self, text: str) -> bool:
        """Tell whether a piece of text that is withheld is a position rather than a name."""
        return fold(text).letters.strip() in self._folded_positions

    @cached_property
    def _folded_positions(self) -> frozenset[str]:
        return frozenset(fold(each).letters.strip() for each in self.positions)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        plain = filter(None, map(_alternative, (*self.listed, *self.positions)))
        # The longer first, so that of two names that begin alike the whole of the longer is found.
        ranked = sorted(dict.fromkeys(plain), key=len, reverse=True)
        return re.compile(f"(?=({'|'.join(ranked)}))") if ranked else None

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset(word for name in self.listed for word in fold(name).letters.split())

    def _plain(self, text: str) -> str:
        """Write look-alike letters as what they look like; no offset changes."""
        known = disguised(text, 0, len(text), lambda word: fold(word).letters in self._letters)
        return undisguised(text, known)


def _alternative(word: str) -> str | None:
    """Write a word as a pattern over folded text; None where it has neither letter nor digit."""
    letters = fold(word).letters.strip()
    if not letters:
        return None
    opens = "" if UNSPACED.match(letters[0]) else r"(?<![^ ])"
    if word.rstrip().endswith(ENDINGS):
        closes = "[^ ]*"
    elif UNSPACED.match(letters[-1]):
        closes = f"(?![{REST_OF_SYLLABLE}])"
    else:
        closes = "(?![^ ])"
    return f"{opens}{re.escape(letters)}{closes}"


def _end(text: str, end: int) -> int:
    """Take along what hangs on the last letter: accents and characters that do not show."""
    while end < len(text) and unicodedata.category(text[end]) in {"Mn", "Mc", "Me", "Cf"}:
        end += 1
    return end


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for start, end in sorted(spans):
        if last is not None and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


@dataclass(frozen=True)
class Hidden:
    """A text without what is withheld, and where its offsets went."""

    text: str
    spans: Sequence[Span]
    bars: Sequence[Span]

    @classmethod
    def of(cls, text: str, words: Words) -> "Hidden":
        """Hide words in a text."""
        spans = words.spans(text)
        bars: list[Span] = []
        parts: list[str] = []
        last = length = 0
        for start, end in spans:
            bar = POSITION if words.is_position(text[start:end]) else BAR
            parts += [text[last:start], bar]
            length += start - last
            bars.append((length, length + len(bar)))
            length += len(bar)
            last = end
        return cls("".join([*parts, text[last:]]), spans, bars)

    def span(self, start: int, end: int) -> Span:
        """Give where a span of the old text is in the new one; of a bar, the whole.

        >>> hidden = Hidden.of("In Sumy today", Words(["Sumy"]))
        >>> hidden.text, hidden.span(3, 7), hidden.span(8, 13)
        ('In [withheld] today', (3, 13), (14, 19))
        """
        return self._at(start, 0), self._at(end, 1)

    def _at(self, offset: int, side: int) -> int:
        number = bisect_right(self.spans, offset - side, key=lambda span: span[0]) - 1
        if number < 0:
            return offset
        (_, end), bar = self.spans[number], self.bars[number]
        if offset - side < end:
            return bar[side]
        return bar[1] + offset - end
