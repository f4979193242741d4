"""What tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from geo.gazetteer import Gazetteer, open_gazetteer
from tests.postgresql import Server, server

# How long an example takes is the bench's business. The same commit is judged by the same
# examples every time; `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("same")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Give the real gazetteer, compiled once into the user's folder."""
    return open_gazetteer()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """Run a PostgreSQL for all tests that ask for one."""
    with server() as running:
        yield running


@pytest.fixture
def postgresql_url(postgresql: Server) -> Iterator[str]:
    """Give the URL of an empty database in PostgreSQL."""
    with postgresql.database() as url:
        yield url


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Give the URL of an empty store in a file."""
    return f"sqlite:///{tmp_path / 'store.sqlite'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the URL of an empty store, once for each database that can keep one."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    return f"sqlite:///{tmp_path / 'store.sqlite'}"
