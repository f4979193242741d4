"""What tests share."""

import pytest

from geo.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Give the real gazetteer, compiled once into the user's folder."""
    return open_gazetteer()
