"""The best figure of a group, by a rule that the user chooses; without a rule there is none.

A rule only chooses among what was stated: it never averages and never adds. Its words are printed
beside whatever it chose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reports.errors import InputError
from reports.groups.ends import ends, size, span, stated_rows
from reports.groups.origins import same_speaker
from reports.groups.value_text import Row, value_text

Days = Mapping[str, str | None]
"""Publication days by report id, as ISO days; None for undated reports."""


class Choice(StrEnum):
    """What a rule goes by."""

    LATEST = "latest"
    HIGHEST = "highest"
    LOWEST = "lowest"
    MEDIAN = "median"
    SOURCE = "source"


_WORDS = {
    Choice.LATEST: "of the latest report",
    Choice.HIGHEST: "the highest stated",
    Choice.LOWEST: "the lowest stated",
    Choice.MEDIAN: "the middle of those stated",
}


class RuleError(InputError):
    """A rule is not known."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; ``source`` names whose figure is taken, and only for :attr:`Choice.SOURCE`."""

    choice: Choice
    source: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """Read a rule as it is written on the command line.

        >>> Rule.parse("source:National Intelligence Service").words
        'as National Intelligence Service puts it'

        Raises
        ------
        RuleError
            When it is no rule; the message lists those there are.
        """
        name, _, source = text.strip().partition(":")
        known = [choice.value for choice in Choice]
        if name not in known or (name == Choice.SOURCE) != bool(source.strip()):
            ways = ", ".join([*known[:-1], "source:NAME"])
            raise RuleError(f"“{text}”", "is no rule for the best figure", f"use one of {ways}")
        return cls(Choice(name), source.strip() or None)

    @property
    def words(self) -> str:
        """Say the rule as it is printed beside a number."""
        return f"as {self.source} puts it" if self.source else _WORDS[self.choice]


@dataclass(frozen=True, slots=True)
class Best:
    """What a rule chose.

    ``low`` and ``high`` are in base units (metres, square metres, or the count itself) and alike
    for one number; None where the chosen claims leave that end open. ``claims`` are the ids of the
    chosen claims: several where a day or a source has several.
    """

    low: float | None
    high: float | None
    text: str
    words: str
    claims: tuple[str, ...]


def best(rows: Sequence[Row], rule: Rule | None, published: Days) -> Best | None:
    """Choose the best figure of a group.

    Parameters
    ----------
    rows
        The claims of one group, with the columns of the store, in any order.
    rule
        None for none: then no figure is better than another.
    published
        For "the latest report"; undated reports are never the latest.

    Returns
    -------
    Best or None
        None without a rule, and where the rule finds nothing: no dated report, no such source.
    """
    if rule is None:
        return None
    stated = sorted(stated_rows(rows), key=lambda row: (size(row), str(row["id"])))
    chosen = _chosen(stated, rule, published)
    if not chosen:
        return None
    low, high = span(chosen)
    return Best(low, high, _text(chosen), rule.words, tuple(str(row["id"]) for row in chosen))


def _chosen(stated: Sequence[Row], rule: Rule, published: Days) -> Sequence[Row]:
    """Choose from claims that are sorted by size."""
    match rule.choice:
        case Choice.LATEST:
            days = {row["id"]: _day(published, row) for row in stated}
            latest = max((day for day in days.values() if day), default=None)
            return [row for row in stated if latest and days[row["id"]] == latest]
        case Choice.HIGHEST:
            return [row for row in stated if size(row) == size(stated[-1])]
        case Choice.LOWEST:
            return [row for row in stated if size(row) == size(stated[0])]
        case Choice.MEDIAN:
            return stated[(len(stated) - 1) // 2 : len(stated) // 2 + 1]
        case Choice.SOURCE:
            return [row for row in stated if _is_by(row, rule.source or "")]


def _day(published: Days, row: Row) -> date | None:
    day = published.get(str(row["report_id"]))
    return date.fromisoformat(day) if isinstance(day, str) else None


def _is_by(row: Row, source: str) -> bool:
    """Tell whether a source is anywhere in a claim's chain, under a longer or a shorter name."""
    return any(same_speaker(name, source) for name in row["sources"])


def _text(chosen: Sequence[Row]) -> str:
    texts = list(dict.fromkeys(value_text(row) for row in chosen))
    if len(texts) == 1:
        return texts[0]
    low, high = ends(chosen)
    return f"{low or 'open'}–{high or 'open'}"
