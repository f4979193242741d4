"""The hundred files: every format, and one that cannot be read among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.read import formats
from bench.read.prose import Article, article

SHARES = {"txt": 25, "html": 24, "docx": 12, "pdf": 12, "eml": 10, "md": 8}
"""Files with one article, by format."""
HOLDERS = {"csv": 3, "rss": 3, "zip": 2}
"""Files with several."""
HELD = 3
"""Articles in a file with several."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read."""

    name: str
    data: bytes

    @property
    def format(self) -> str:
        """What its suffix says."""
        return self.name.rpartition(".")[2]


def files() -> Sequence[File]:
    """Make the files, formats taking turns as in a folder that many people filled."""
    made = [*_singles(), *_holders()]
    broken = File("torn.pdf", formats.pdf(article(0))[:2_000])
    return [*sorted(made, key=lambda file: file.name), broken]


def _singles() -> Iterator[File]:
    for suffix, count in SHARES.items():
        for number in range(count):
            made = formats.SINGLE[suffix](article(_seed(suffix, number)))
            yield File(f"{number:02}-report.{suffix}", made)


def _holders() -> Iterator[File]:
    for suffix, count in HOLDERS.items():
        for number in range(count):
            held = [article(_seed(suffix, number * HELD + each)) for each in range(HELD)]
            yield File(f"{number:02}-several.{suffix}", _held(suffix, held))


def _held(suffix: str, articles: Sequence[Article]) -> bytes:
    if suffix == "csv":
        return formats.table(articles)
    if suffix == "rss":
        return formats.feed(articles)
    pages = (formats.html(each) for each in articles)
    return formats.archive({f"page-{number}.html": page for number, page in enumerate(pages)})


def _seed(suffix: str, number: int) -> int:
    """Give an article's number; no two files have one in common."""
    return 1_000 * [*SHARES, *HOLDERS].index(suffix) + number + 1
