"""Where Dateline keeps things on this machine."""

import os
from pathlib import Path

import platformdirs


def data_dir() -> Path:
    """Return the folder of the data that ships with Dateline."""
    return Path(__file__).resolve().parent.parent / "data"


def home_dir() -> Path:
    """Return the user's own folder for the store and the compiled gazetteer, made if missing.

    ``DATELINE_HOME`` overrides the platform's place for user data.
    """
    home = Path(os.environ.get("DATELINE_HOME") or platformdirs.user_data_dir("dateline"))
    home.mkdir(parents=True, exist_ok=True)
    return home
