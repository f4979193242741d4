"""Words that mix scripts: "Kуrsk" with a Cyrillic у looks like Kursk and is another word.

Only single words are judged: a Cyrillic name in an English sentence mixes nothing. Which letters
look alike is Unicode's list of confusables (UTS 39), as the package confusable-homoglyphs has it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.mention import Mention

CERTAINTY = 0.5
"""What is left of the confidence in a place whose name is only read as its look-alike."""
SHORTEST = 3
"""Letters of the shortest word that is judged: units and formulas mix scripts (μm, ΔT)."""

# Scripts with letters like those of another, by the first word of their letters' names. Those that
# are no scripts are Latin letters in another dress.
_ALIKE = {
    "LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek", "ARMENIAN": "Armenian",
    "CHEROKEE": "Cherokee", "COPTIC": "Coptic", "FULLWIDTH": "full-width",
    "MATHEMATICAL": "mathematical",
}  # fmt: skip
_DRESSES = frozenset({"full-width", "mathematical"})
# What Cyrillic letters stand for, where a slip of the keyboard is behind them and no likeness.
_SOUNDS = dict(zip("абвгдезиклмнопрстуфхцАБВГДЕЗИКЛМНОПРСТУФХЦ",
                   "abvgdeziklmnoprstufhcABVGDEZIKLMNOPRSTUFHC", strict=True))  # fmt: skip
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff"
_WORD = re.compile(rf"(?:[^\W\d_]|[\u0300-\u036f\u00ad{_HIDDEN}])+")


@dataclass(frozen=True, slots=True)
class Disguised:
    """A word at ``text[start:end]`` that is not what it looks like.

    ``plain`` is the word it looks like, of equal length; ``fault`` says what is odd about it.
    """

    start: int
    end: int
    written: str
    plain: str
    fault: str

    @property
    def reason(self) -> str:
        """Say in a few words what it was taken for and why that is doubtful."""
        return f"looks like {self.plain}: {self.fault}"

    @property
    def note(self) -> str:
        """Say in a sentence what is odd."""
        return f"‘{self.written}’ {self.fault}; it was read as {self.plain}."


def disguised(text: str, start: int, end: int, known: Callable[[str], bool]) -> list[Disguised]:
    """Find the words of ``text[start:end]`` that mix scripts and look like a word of one script.

    Parameters
    ----------
    known
        Says whether a word is the name of some place: у may stand for y or for u.

    >>> text = "Kуrsk, Сумы and U-банк"
    >>> [word.reason for word in disguised(text, 0, len(text), {"Kursk"}.__contains__)]
    ['looks like Kursk: mixes Latin and Cyrillic letters']
    """
    if text.isascii():
        return []
    words = _WORD.finditer(text, start, end)
    return [found for match in words if (found := _judged(match.group(), match.start(), known))]


def hidden(text: str) -> tuple[str, ...]:
    """Give the words of Latin, Greek or Cyrillic letters with characters inside that do not show.

    Joiners belong to the spelling of other scripts, and soft hyphens to typesetting.
    """
    if not any(char in text for char in _HIDDEN):
        return ()
    words = (word.strip(_HIDDEN) for word in _WORD.findall(text))
    found = (w for w in words if any(char in w for char in _HIDDEN) and _scripts(w))
    return tuple(dict.fromkeys(found))


def undisguised(text: str, words: Sequence[Disguised]) -> str:
    """Write the words as what they look like; no offset changes."""
    parts, last = [], 0
    for word in words:
        parts += [text[last : word.start], word.plain]
        last = word.end
    return "".join([*parts, text[last:]])


def doubted(mention: Mention, words: Sequence[Disguised]) -> Mention:
    """Lower the confidence in a place named by such a word, and say why among the reasons."""
    over = [word for word in words if word.start < mention.end and mention.start < word.end]
    if not over:
        return mention
    reasons = tuple(word.reason for word in over)
    return replace(
        mention,
        confidence=round(mention.confidence * CERTAINTY, 3),
        candidates=tuple(
            replace(candidate, reasons=(*candidate.reasons, *reasons))
            for candidate in mention.candidates
        ),
    )


def _judged(word: str, start: int, known: Callable[[str], bool]) -> Disguised | None:
    if word.isascii() or len(word) < SHORTEST:
        return None
    scripts = _scripts(word)
    if len(scripts) < 2:  # noqa: PLR2004 - one script mixes nothing
        return None
    readings = [
        plain
        for target in scripts
        for plain in _readings(word, target)
        if target not in _DRESSES and set(_scripts(plain)) == {target}
    ]
    if not readings:
        return None
    plain = next(filter(known, readings), readings[0])
    fault = f"mixes {' and '.join(scripts)} letters"
    return Disguised(start, start + len(word), word, plain, fault)


def _readings(word: str, script: str) -> Iterator[str]:
    """Write a word in one script, by the look of its letters and then by their sound."""
    yield "".join(_as(char, script) for char in word)
    if script == "Latin":
        yield "".join(_as(_SOUNDS.get(char, char), script) for char in word)


def _scripts(word: str) -> list[str]:
    """Name the scripts of a word, the commonest first."""
    return [name for name, _ in Counter(filter(None, map(_script, word))).most_common()]


@cache
def _script(char: str) -> str | None:
    return _ALIKE.get(unicodedata.name(char, "").partition(" ")[0]) if char.isalpha() else None


@cache
def _as(char: str, script: str) -> str:
    """Give the letter of a script that a letter looks like; the letter itself if there is none."""
    from confusable_homoglyphs import confusables  # noqa: PLC0415 - half a megabyte, seldom needed

    if _script(char) in {script, None}:
        return char
    listed = (each["c"] for each in confusables.confusables_data.get(char, ()))
    alike = [unicodedata.normalize("NFKC", char), *listed]
    fitting = (
        other
        for other in alike
        if len(other) == 1 and _script(other) == script and other.isupper() == char.isupper()
    )
    return next(fitting, char)
