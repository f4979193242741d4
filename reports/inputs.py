"""What the command line was given: files, folders, and a manifest of publication days."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.errors import InputError, ManifestError
from reports.read import READABLE_SUFFIXES
from reports.read.table import is_manifest

LONGEST_HEADING = 1_000
"""Characters of a first line that are looked at."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read, and the publication day somebody gave for it."""

    path: Path
    published: date | None
    basis: str

    @property
    def slug(self) -> str:
        """The base name without its last suffix."""
        return self.path.stem


def inputs(
    paths: Iterable[Path],
    published: date | None = None,
    manifest: Path | None = None,
    *,
    recursive: bool = False,
) -> Sequence[Input]:
    """List the files to read; a folder stands for the readable files directly in it, by name.

    Hidden files, an office program's marks on open files (``~$``) and manifests are no reports.
    ``published`` beats the manifest that was named, that beats those among the files, and any of
    them beats the document.

    Parameters
    ----------
    recursive
        Whether a folder stands for those in its folders, too.

    Raises
    ------
    ManifestError
        When a manifest cannot be read; the message names the line.
    InputError
        When a folder cannot be listed.
    """
    files = list(_files(paths, recursive=recursive))
    lists = [path for path in files if _is_manifest(path)] + ([manifest] if manifest else [])
    days = {file: day for path in lists for file, day in read_manifest(path).items()}
    listed = {path.resolve() for path in lists}
    return [
        Input(path, published or days.get(path.resolve()), "given" if published else "manifest")
        for path in files
        if path.resolve() not in listed
    ]


def manifests(paths: Iterable[Path], *, recursive: bool = False) -> Sequence[Path]:
    """List the manifests among the files that :func:`inputs` would list."""
    return [path for path in _files(paths, recursive=recursive) if _is_manifest(path)]


def _is_manifest(path: Path) -> bool:
    """Tell a manifest by its first line."""
    if path.suffix.lower() != ".csv":
        return False
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return is_manifest(next(csv.reader([lines.readline(LONGEST_HEADING)]), []))
    except (OSError, UnicodeDecodeError, csv.Error):
        return False


def _files(paths: Iterable[Path], *, recursive: bool) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                each for each in _inside(path, recursive=recursive) if _readable(each)
            )
        else:
            yield path


def _inside(folder: Path, *, recursive: bool) -> Sequence[Path]:
    try:
        return list(folder.rglob("*") if recursive else folder.iterdir())
    except OSError as error:
        raise InputError(
            str(folder), f"cannot be listed ({error.strerror})", "check that it is there"
        ) from error


def _readable(path: Path) -> bool:
    suffix, name = path.suffix.lower(), path.name
    return suffix in READABLE_SUFFIXES and not name.startswith((".", "~$")) and path.is_file()


def read_manifest(path: Path) -> Mapping[Path, date]:
    """Read a CSV with the columns ``file,published``; file names are relative to the manifest.

    Raises
    ------
    ManifestError
        When the file is missing, lacks a column, or holds a day that is not YYYY-MM-DD.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(
            str(path),
            f"cannot be read ({error})",
            "give a UTF-8 CSV with the columns file,published",
        ) from error
    entries = [_manifest_row(path, number, row) for number, row in enumerate(rows, 2)]
    return {file: day for file, day in entries if day is not None}


def _manifest_row(
    path: Path, number: int, row: Mapping[str, str | None]
) -> tuple[Path, date | None]:
    file, day = row.get("file"), row.get("published")
    if not file or day is None:
        raise ManifestError(
            f"{path}, line {number}",
            "has no file or no published column",
            "name both columns, file,published, in the first line",
        )
    try:
        # An empty day says that nobody knows it.
        known = date.fromisoformat(day.strip()) if day.strip() else None
    except ValueError as error:
        raise ManifestError(
            f"{path}, line {number}", f"has {day!r} as a day", "write days as 2025-06-26"
        ) from error
    return (path.parent / file).resolve(), known
