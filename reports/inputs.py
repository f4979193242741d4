"""What the command line was given: files, folders, and a manifest of publication days."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.errors import ManifestError

READABLE_SUFFIXES = frozenset({".txt", ".html", ".htm"})


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


def inputs(paths: Iterable[Path], published: date | None, manifest: Path | None) -> Sequence[Input]:
    """List the files to read; a folder stands for the readable files directly in it, by name.

    ``published`` beats the manifest, and the manifest beats the document.

    Raises
    ------
    ManifestError
        When the manifest cannot be read; the message names the line.
    """
    days = read_manifest(manifest) if manifest else {}
    return [
        Input(path, published or days.get(path.resolve()), "given" if published else "manifest")
        for path in _files(paths)
    ]


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix.lower() in READABLE_SUFFIXES)
        else:
            yield path


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
