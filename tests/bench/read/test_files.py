"""The files of the bench: what it says it makes is what the readers find."""

import re
from collections import Counter

import pytest

from bench.read.files import HELD, HOLDERS, SHARES, File, files
from bench.read.formats import SINGLE
from bench.read.prose import CHARACTERS, article
from reports.errors import ReportError
from reports.read import pieces, read


@pytest.fixture(scope="module")
def made() -> list[File]:
    return list(files())


def spaced(text: str) -> str:
    """Give a text without its breaks, by words or by lines."""
    return re.sub(r"\s+", " ", text)


def test_there_are_a_hundred_files_and_one_is_bad(made: list[File]) -> None:
    whole = Counter(file.format for file in made[:-1])
    assert whole == SHARES | HOLDERS
    assert len(made) == len({file.name for file in made}) == 100
    with pytest.raises(ReportError, match=r"^torn\.pdf"):
        read(made[-1].data, made[-1].name)


def test_an_article_is_the_same_every_time_and_no_other() -> None:
    assert article(3) == article(3)
    assert article(3).paragraphs != article(4).paragraphs
    assert sum(map(len, article(3).paragraphs)) >= CHARACTERS


@pytest.mark.parametrize("suffix", SINGLE)
def test_a_file_is_read_as_the_article_it_was_made_of(suffix: str) -> None:
    told = article(7)
    data = SINGLE[suffix](told)
    (piece,) = pieces(data, f"report.{suffix}").pieces
    found = read(piece.data, piece.name)
    assert found.published == told.published
    assert found.title
    assert told.headline.startswith(found.title)  # a column breaks a headline
    text = spaced(found.text)
    assert all(paragraph in text for paragraph in told.paragraphs)


@pytest.mark.parametrize("suffix", HOLDERS)
def test_a_file_with_several_holds_them_all(suffix: str, made: list[File]) -> None:
    file = next(file for file in made if file.format == suffix)
    opened = pieces(file.data, file.name)
    assert len(opened.pieces) == HELD
    assert not opened.left_out
