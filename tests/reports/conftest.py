"""What the tests of reading share: parsing, and texts with their place names marked."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

import pytest

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Kind, Place, Role
from reports.claim import Claim
from reports.claims import claims
from reports.dates import dates
from reports.language import pipeline
from reports.store import Store

PUBLISHED = date(2025, 6, 27)
_MARK = re.compile(r"\{([^|}]*)\|(\w+)(?:\|(\w+)\|([A-Z]{2})?(?:\|([\w-]+))?)?\}")

Reader = Callable[[str], list[Claim]]


@cache
def _block(text: str) -> Passage:
    return Passage(0, pipeline()(text))


def _passages(text: str) -> list[Passage]:
    """Parse each line by itself."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Passage(start, pipeline()(line)))
        start += len(line) + 1
    return found


def _unmarked(marked: str) -> tuple[str, list[Mention]]:
    """Take the marks out of "sent to {Mali|literal}" and make mentions of them.

    A mark may go on with kind, country and province: "{Goma|literal|city|CD|CD-NK}".
    """
    text, mentions, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        name, role, kind, country, adm1 = match.groups()
        sort = Kind(kind or "country")
        place = Place(name, name, kind=sort, lat=0, lon=0, country=country, adm1=adm1)
        end = len(text) + len(name)
        mentions.append(Mention(len(text), end, name, Role(role), "marked", place, 1))
        text += name
        last = match.end()
    return text + marked[last:], mentions


@pytest.fixture(scope="session")
def block() -> Callable[[str], Passage]:
    """Parse a text as one block, once."""
    return _block


@pytest.fixture(scope="session")
def passages() -> Callable[[str], Sequence[Passage]]:
    """Parse a text, one block a line."""
    return _passages


@pytest.fixture(scope="session")
def unmarked() -> Callable[[str], tuple[str, list[Mention]]]:
    """Take the marks of places out of a text."""
    return _unmarked


@pytest.fixture(scope="session")
def told() -> Reader:
    """Read the claims of a text with marked place names, published on 27 June 2025."""

    @cache
    def read(marked: str) -> list[Claim]:
        text, mentions = _unmarked(marked)
        parsed = _passages(text)
        return claims(text, parsed, mentions, dates(parsed, PUBLISHED), PUBLISHED)

    return read


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """Open an empty store, once in each database that can keep one."""
    store = Store(store_url)
    yield store
    store.close()
