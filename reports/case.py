"""A case as its own store describes it: a name, when it was made, whether it was put away."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from reports.errors import CaseError
from reports.tables import NOTES, REPORTS

DEFAULT = "main"
SAMPLE = "sample"
DEFAULT_NAME = "My reports"
SAMPLE_NAME = "Sample reports"
MOST_IN_NAME = 80

NAME_NOTE = "case.name"
CREATED_NOTE = "case.created"
ARCHIVED_NOTE = "case.archived"


@dataclass(frozen=True, slots=True)
class Case:
    """What a list of cases says of one.

    Attributes
    ----------
    id
        Names it in links and on the command line; stays when it is renamed.
    name
        As its user calls it.
    created, archived
        ISO times in UTC; None where it was always there, or is not archived.
    reports
        How many there are.
    newest
        The day of the newest of them, as YYYY-MM-DD; None where no day is known.
    size
        Bytes on the disk; None where the database is no file.
    """

    id: str
    name: str
    created: str | None
    archived: str | None
    reports: int
    newest: str | None
    size: int | None

    @property
    def is_sample(self) -> bool:
        """Tell whether it is the sample corpus, which takes no reports."""
        return self.id == SAMPLE

    def opening(self) -> "Case":
        """Give itself where it may be opened; CaseError where it was put away."""
        if self.archived:
            raise CaseError(
                f"“{self.name}”", "is archived", "bring it back first, on the Cases page"
            )
        return self

    def adding(self) -> "Case":
        """Give itself where reports may be added; CaseError where they may not."""
        if self.is_sample:
            way_out = "choose another case, or make one"
            raise CaseError(f"“{self.name}”", "takes no reports", way_out)
        return self.opening()


def described(connection: Connection, id_: str, size: int | None) -> Case:
    """Read what a case says of itself."""
    notes = notes_of(connection)
    query = sa.select(sa.func.count(), sa.func.max(REPORTS.c.published)).select_from(REPORTS)
    reports, newest = connection.execute(query).one()
    usual = {DEFAULT: DEFAULT_NAME, SAMPLE: SAMPLE_NAME}.get(id_, id_)
    return Case(
        id=id_,
        name=notes.get(NAME_NOTE, usual),
        created=notes.get(CREATED_NOTE),
        archived=notes.get(ARCHIVED_NOTE),
        reports=reports,
        newest=newest,
        size=size,
    )


def notes_of(connection: Connection) -> Mapping[str, str]:
    """Read what a case notes of itself, by key."""
    query = sa.select(NOTES.c.key, NOTES.c.value).where(NOTES.c.key.startswith("case."))
    return {row.key: row.value for row in connection.execute(query)}


def tidy_name(text: str) -> str:
    """Make one line of a name, without what no eye can see.

    Raises
    ------
    CaseError
        When nothing is left of it, or it is too long.
    """
    seen = "".join(
        " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char
        for char in unicodedata.normalize("NFC", text)
        if unicodedata.category(char) not in ("Cf", "Cs", "Co", "Cn")
    )
    name = " ".join(seen.split())
    if not name:
        raise CaseError("The name of a case", "is empty", "type what the case is about")
    if len(name) > MOST_IN_NAME:
        raise CaseError(
            f"The name “{name[:20]}…”",
            f"has {len(name)} characters",
            f"choose one of up to {MOST_IN_NAME}",
        )
    return name


def slug(name: str) -> str:
    """Make the beginning of an id, or of a file's name, of a name.

    >>> slug("Kursk, spring 2025")
    'kursk-spring-2025'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or "case"
