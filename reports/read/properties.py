"""Properties of Word and PDF files: believed where a person may have written them."""

import re
from datetime import date, datetime

from reports.lexicon import words
from reports.read.compose import NOTHING, Stated

_SAVED_AS = re.compile(r"(?i)^microsoft (?:office )?(?:word|powerpoint|excel) - ")
_FILE_NAME = re.compile(r"(?i)\S*\.(?:docx?|odt|rtf|pdf|html?|txt|indd|qxd|pages|tex|pptx?|xlsx?)")
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 300
_FIRST_YEAR = 1990


def stated(
    title: str | None, author: str | None, made: datetime | None, *programs: str | None
) -> Stated:
    """Keep of a file's properties what says something of its article.

    Parameters
    ----------
    title, author
        As the properties have them.
    made
        When the file was made, in the zone that it names.
    programs
        Those that made the file. One that prints web pages knows only the day of the printing.
    """
    if _is_one_of(author, "programs"):
        return NOTHING
    printed = any(_is_one_of(program, "printers") for program in programs)
    return Stated(
        title=_title(title),
        author=_author(author),
        published=None if printed else _day(made),
        weak=True,
    )


def _is_one_of(program: str | None, kind: str) -> bool:
    folded = (program or "").lower()
    return any(known in folded for known in words("reading", "properties", kind))


def _title(value: str | None) -> str | None:
    """Return a title that somebody wrote: no file's name, nothing that a program put there."""
    title = _SAVED_AS.sub("", _one_line(value))
    if not _LETTER.search(title) or _FILE_NAME.fullmatch(title.rpartition(" ")[2]):
        return None
    return None if title.lower() in words("reading", "properties", "not_titles") else title


def _author(value: str | None) -> str | None:
    author = _one_line(value)
    known = author.lower() in words("reading", "properties", "not_authors")
    return author if _LETTER.search(author) and not known else None


def _one_line(value: str | None) -> str:
    return " ".join((value or "")[:_LONGEST].split())


def _day(made: datetime | None) -> date | None:
    return made.date() if made is not None and made.year >= _FIRST_YEAR else None
