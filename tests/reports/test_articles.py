"""Two real articles, read where they can be found; none of their sentences is repeated here."""

import os
import re
from pathlib import Path

import pytest

from reports.read import Reading, read
from reports.read.boilerplate import furniture
from reports.samples import samples

ROOT = Path(__file__).parents[2]
ARTICLES = Path(os.environ.get("DATELINE_ARTICLES") or ROOT.parent / "shared" / "articles")
FOUND = sorted(ARTICLES.glob("*.txt"))
COMMON_RUN = 8

pytestmark = pytest.mark.skipif(
    len(FOUND) < 2, reason=f"no articles in {ARTICLES}: set DATELINE_ARTICLES"
)


@pytest.fixture
def first() -> Reading:
    return read(FOUND[0].read_bytes(), FOUND[0].name)


@pytest.fixture
def second() -> Reading:
    return read(FOUND[1].read_bytes(), FOUND[1].name)


def test_first_article_is_seven_paragraphs_of_text(first: Reading) -> None:
    assert [block.kind for block in first.blocks] == ["text"] * 7
    assert first.published is None
    assert first.title is None


def test_second_article_between_its_furniture(second: Reading) -> None:
    kinds = [block.kind for block in second.blocks]
    assert kinds == [
        "boilerplate",
        "title",
        "boilerplate",
        *["text"] * 9,
        "boilerplate",
        "boilerplate",
    ]
    marked = [second.text[b.start : b.end] for b in second.blocks if b.kind == "boilerplate"]
    assert marked[0] == "Vue lecture"
    assert marked[1].split()[-1] == "reports"
    assert (marked[2].split()[0], marked[2].split()[-1]) == ("You", "support")
    assert marked[3] == "❌"


def test_headline_between_the_paragraphs_stays_text(second: Reading) -> None:
    at = second.text.index("Sumy, Kharkiv")
    assert next(b.kind for b in second.blocks if b.start <= at < b.end) == "text"


def test_furniture_glued_to_the_last_sentence_is_split_off(first: Reading) -> None:
    glued = first.text + "Vue lecture"
    paragraph = glued[first.blocks[-1].start :]
    assert furniture(paragraph) == [(len(paragraph) - len("Vue lecture"), len(paragraph))]


def test_nothing_of_ours_repeats_them(first: Reading, second: Reading) -> None:
    fixtures = ROOT / "tests" / "fixtures"
    ours = [(fixtures / f"own_{n}.txt").read_text("utf-8") for n in ("first", "second")]
    ours += [reading.text for reading, _ in samples()]
    theirs = runs(first.text) | runs(second.text)
    assert not [run for text in ours for run in runs(text) & theirs]


def runs(text: str) -> set[tuple[str, ...]]:
    """List the runs of neighbouring words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[n : n + COMMON_RUN]) for n in range(len(words) - COMMON_RUN + 1)}
