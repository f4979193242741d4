"""A sentence of a report with whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layers.prose.words import plain, published, publisher

Json = Mapping[str, Any]
Reports = Mapping[str, Json]
"""The scene's reports by id."""
Key = tuple[str, int]
"""What tells a sentence from all others: its report, and where it begins there."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence word for word, and the report it is in."""

    sentence: str
    ref: str
    credit: str

    @property
    def text(self) -> str:
        """Print it in one line."""
        return f"“{self.sentence}” [{self.ref}] {self.credit}"


def quote(item: Json, reports: Reports) -> Quote:
    """Quote the sentence that an item of the scene stands in."""
    report = reports[item["report"]]
    start, end = item["sentence"]
    credit = f"{publisher(report)}, {published(report)}"
    return Quote(plain(report["text"][start:end]), report["ref"], credit)


def key_of(item: Json) -> Key:
    """Tell the sentence of an item from all others."""
    return item["report"], item["sentence"][0]
