"""Writing what a bench came to, and saying which code it was."""

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.results import Made
from reports.errors import InputError

ROOT = Path(__file__).resolve().parent.parent


def make_folders(folders: Iterable[Path]) -> None:
    """Make the folders that will be written to, before anything takes minutes.

    Raises
    ------
    InputError
        When one cannot be made.
    """
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                str(folder), f"cannot be made ({error.strerror})", "name another place to write to"
            ) from error


def write_json(file: Path, plain: Mapping[str, Any]) -> None:
    """Write plain values as JSON."""
    text = json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False)
    file.write_text(text + "\n", encoding="utf-8")


def write_page(file: Path, page: str) -> None:
    """Write a page of the docs."""
    file.write_text(page, encoding="utf-8")


def commit() -> str | None:
    """Give the short hash of this checkout's commit; None where there is no git or no history."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()


def made(today: date, packages: Iterable[str], sample: int | None = None) -> Made:
    """Say when and with what a run is made."""
    versions = {"Python": platform.python_version(), **{name: version(name) for name in packages}}
    return Made(today.isoformat(), commit(), os.cpu_count() or 1, versions, sample)
