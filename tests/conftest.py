"""What tests share."""

import pytest
from hypothesis import settings

from geo.gazetteer import Gazetteer, open_gazetteer

# How long an example takes is the bench's business. The same commit is judged by the same
# examples every time; `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("same")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Give the real gazetteer, compiled once into the user's folder."""
    return open_gazetteer()
