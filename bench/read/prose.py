"""Reports that nobody wrote: sentences of our own in any order, with places and numbers set in."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from geo.settings import data_dir

CHARACTERS = 2_500
"""The least length of an article's paragraphs."""
PARAGRAPH = 4
"""Sentences in a paragraph."""
LAST = date(2025, 6, 30)
"""The last day on which an article is published; each is from one of the sixty days up to it."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its publisher has it: what a file of any format is made from."""

    headline: str
    paragraphs: tuple[str, ...]
    published: date
    publisher: str
    author: str
    url: str


def article(number: int) -> Article:
    """Invent an article; the same number gives the same one."""
    chance = Random(number)  # noqa: S311 - nothing secret
    published = LAST - timedelta(days=chance.randrange(60))
    sentences: list[str] = []
    while sum(map(len, sentences)) < CHARACTERS:
        sentences.append(_filled(chance, chance.choice(_parts()["sentences"]), published))
    paragraphs = [
        " ".join(sentences[at : at + PARAGRAPH]) for at in range(0, len(sentences), PARAGRAPH)
    ]
    return Article(
        _filled(chance, chance.choice(_parts()["headlines"]), published),
        tuple(paragraphs),
        published,
        "The Example Courier",
        "A. Writer",
        f"https://news.example/{published.isoformat()}/{number}",
    )


def _filled(chance: Random, sentence: str, published: date) -> str:
    city, other, far = chance.sample(_parts()["cities"], 3)
    day = published - timedelta(days=1 + chance.randrange(25))
    return sentence.format(
        city=city,
        other=other,
        far=far,
        region=chance.choice(_parts()["regions"]),
        n=chance.randrange(20, 400),
        m=chance.randrange(2, 20),
        big=f"{chance.randrange(1_000, 40_000):,}",
        day=f"{day.day} {day:%B}",
    )


@cache
def _parts() -> Mapping[str, Sequence[str]]:
    return tomllib.loads((data_dir() / "bench" / "read.toml").read_text(encoding="utf-8"))
