"""Words before bare numbers that say whether they are a position."""

from geo.lexicon import words

REACH = 48
"""Characters before the numbers that are looked at, in the same line."""
LONGEST = 3
"""Words of the longest cue."""


def cued(text: str, at: int) -> bool:
    """Tell whether a word before ``text[at]`` says that a position follows ("coordinates")."""
    return not words("coordinates", "cues", "before").isdisjoint(_phrases(text, at))


def led(text: str, at: int) -> bool:
    """Tell whether the word right before ``text[at]`` leads up to a position ("near")."""
    said = text[max(0, at - REACH) : at].rpartition("\n")[2].lower().split()
    return bool(said) and said[-1] in words("coordinates", "cues", "right_before")


def barred(text: str, at: int) -> bool:
    """Tell whether a word before ``text[at]`` says that something else follows ("a score of")."""
    return not words("coordinates", "cues", "not_before").isdisjoint(_phrases(text, at))


def _phrases(text: str, at: int) -> set[str]:
    before = text[max(0, at - REACH) : at].rpartition("\n")[2].lower()
    said = [word.strip(".,:;()[]") for word in before.split()]
    return {
        " ".join(said[first:last])
        for first in range(len(said))
        for last in range(first + 1, first + LONGEST + 1)
    }
