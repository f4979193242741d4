"""What tests share."""

import pytest
from hypothesis import settings

from geo.gazetteer import Gazetteer, open_gazetteer

# How long an example takes is the bench's business.
settings.register_profile("no clocks", deadline=None)
settings.load_profile("no clocks")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Give the real gazetteer, compiled once into the user's folder."""
    return open_gazetteer()
