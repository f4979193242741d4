"""Days of publication as tables, feeds and headers state them."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from reports.read.metadata import moment

_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<sign>[/.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?!\d)"
)


def day_stated(text: str) -> date | None:
    """Read a day as written, in the zone that it is written in.

    ISO days and instants, 2025/06/26, 20250626, mail dates, and days with their month in letters
    are read; 3/4/2025 has two readings and is not.
    """
    found = moment(text)
    if found:
        return found[0]
    compact = _COMPACT.match(text.strip())
    try:
        if compact:
            return date(int(compact["year"]), int(compact["month"]), int(compact["day"]))
        return parsedate_to_datetime(text[:100]).date() if _is_mail_date(text) else None
    except (ValueError, TypeError, IndexError):
        return None


def _is_mail_date(text: str) -> bool:
    return bool(re.match(r"\s*(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\w*\s+\d{2,4}\s+\d", text))
