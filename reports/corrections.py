"""What the user says of a report against what the document says: kept, dated, and undone.

Every change is a decision in the store, with what stood there before; undoing one is another
decision. What a report is read with (its day, who published it) has it read again.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from geo.gazetteer import Gazetteer
from reports.errors import InputError
from reports.reread import again, as_known
from reports.store import Store
from reports.tables import CORRECTABLE

_BASIS = "published_basis"
FIELDS = tuple(field for field in CORRECTABLE if field != _BASIS)
"""What can be corrected: columns of the table of reports."""
READ_WITH = frozenset({"publisher", "author", "url", "published"})
"""What places and dates are read with: where a report comes from, and its day."""
LONGEST = 500
_LANGUAGE = re.compile("[a-z]{2,3}")


class CorrectionError(InputError):
    """What somebody typed about a report cannot be so."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A field that is not as the document has it.

    Attributes
    ----------
    at
        When it was last corrected, ISO 8601 in UTC.
    was
        What stood there when the report came in; None where nothing did.
    """

    at: str
    was: str | None


def correct(
    report_id: str, said: Mapping[str, str | None], store: Store, gazetteer: Gazetteer
) -> tuple[str, ...]:
    """Take the user's word for some fields of a report.

    Parameters
    ----------
    said
        Some of ``FIELDS``; days as ``2025-06-26``; None or nothing but spaces takes one out.

    Returns
    -------
    tuple of str
        The fields that changed. Unless all of them are printed only, the report was read again.

    Raises
    ------
    CorrectionError
        When a value cannot be so; nothing is changed then.
    KeyError
        When there is no such report.
    """
    values = {field: checked(field, value) for field, value in said.items()}
    if "published" in values and values["published"] != store.report(report_id)["published"]:
        values[_BASIS] = "given" if values["published"] else None
    return _decide(report_id, values, store, gazetteer)


def restore(report_id: str, field: str, store: Store, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Go back to what a field was when the report came in; see :func:`correct`."""
    fields = (field, _BASIS) if field == "published" else (field,)
    first = _first(report_id, store)
    return _decide(report_id, {f: first[f].was for f in fields if f in first}, store, gazetteer)


def corrections(report_id: str, store: Store) -> dict[str, Correction]:
    """Give the fields of a report that are not as they were when it came in."""
    known = store.report(report_id)
    return {
        field: each
        for field, each in _first(report_id, store).items()
        if field in FIELDS and each.was != known[field]
    }


def checked(field: str, value: str | None) -> str | None:
    """Give a value as it is kept, on one line; None for an empty one.

    Raises
    ------
    CorrectionError
        When it is too long, no address of the web, no language code or no day.
    """
    text = " ".join((value or "").split())
    if not text:
        return None
    if len(text) > LONGEST:
        raise CorrectionError(field, "is too long", f"give at most {LONGEST} characters")
    if field == "url" and not _is_address(text):
        raise CorrectionError(text, "is no web address", "begin it with https:// or http://")
    if field == "lang" and not _LANGUAGE.fullmatch(text):
        raise CorrectionError(
            text, "is no language code", "give the two letters of ISO 639-1, as en or uk"
        )
    if field == "published":
        return _as_day(text)
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in text


def _as_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise CorrectionError(text, "is no day", "write days as 2025-06-26") from error


def _first(report_id: str, store: Store) -> dict[str, Correction]:
    """Give what stood in each field before its first decision, and when its last one was made."""
    found: dict[str, Correction] = {}
    for row in store.decisions(report_id).to_dict("records"):
        if row["field"] not in CORRECTABLE:
            continue
        before = found[row["field"]].was if row["field"] in found else row["before"]
        found[row["field"]] = Correction(row["at"], before)
    return found


def _decide(
    report_id: str, values: Mapping[str, str | None], store: Store, gazetteer: Gazetteer
) -> tuple[str, ...]:
    known = store.report(report_id)
    changed = {field: value for field, value in values.items() if value != known[field]}
    if not changed:
        return ()
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    decisions = [
        {
            "id": f"d-{secrets.token_hex(8)}",
            "at": at,
            "report_id": report_id,
            "start": None,
            "end": None,
            "field": field,
            "before": known[field],
            "after": value,
        }
        for field, value in changed.items()
    ]
    if changed.keys() & READ_WITH:
        row = {**known, **changed}
        store.replace(as_known(again(row, store, gazetteer), row, decisions))
    else:
        store.correct(report_id, changed, decisions)
    return tuple(field for field in FIELDS if field in changed)
