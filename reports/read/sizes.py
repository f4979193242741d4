"""How large a file may be before anything parses it, from the files table of data/limits.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache

from geo.settings import data_dir
from reports.errors import EmptyReportError, OversizeReportError

MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bounds on files; the data file says what each is for.

    ``members``, ``mail_parts``, ``mail_dividers``, ``pdf_pages`` and ``pdf_operators`` are counts,
    ``ratio`` is unpacked bytes to packed ones, all others are bytes.
    """

    text: int
    html: int
    markdown: int
    docx: int
    pdf: int
    mail: int
    table: int
    feed: int
    archive: int
    docx_unpacked: int
    docx_text: int
    archive_unpacked: int
    members: int
    mail_parts: int
    mail_dividers: int
    mail_header: int
    ratio: int
    pdf_pages: int
    pdf_stream: int
    pdf_operators: int


@cache
def sizes() -> Sizes:
    """Read the bounds, once per process."""
    known = tomllib.loads((data_dir() / "limits.toml").read_text(encoding="utf-8"))
    return Sizes(**known["files"])


def bound(data: bytes, name: str, limit: int) -> None:
    """Refuse a file that is empty, or longer than ``limit`` bytes.

    Raises
    ------
    OversizeReportError, EmptyReportError
        With the name and the way out.
    """
    if len(data) > limit:
        raise OversizeReportError(
            name,
            f"is {len(data) / MEGABYTE:.1f} MB, more than the {limit / MEGABYTE:.0f} MB that are"
            " read",
            "split it into its articles",
        )
    if not data:
        raise empty(name)


def count(number: int, what: str, name: str) -> None:
    """Refuse a file that holds more articles than :attr:`Sizes.members`.

    Raises
    ------
    OversizeReportError
        With the name and the way out.
    """
    if number > sizes().members:
        raise OversizeReportError(
            name,
            f"holds {number:,} {what}, more than the {sizes().members:,} that are read",
            "divide it",
        )


def empty(name: str) -> EmptyReportError:
    """Make the error of a file without a word in it."""
    return EmptyReportError(name, "is empty", "choose a file with the article's text in it")
