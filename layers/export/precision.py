"""How closely a claim's time is known, in the codes of UCDP and ACLED."""

from datetime import date

WEEK = 7
MONTH = 31
YEAR = 366


def days(earliest: str | None, latest: str | None) -> int | None:
    """Count the days that an event may lie on; None while an end is open.

    >>> days("2025-06-01", "2025-06-30"), days("2025-06-01", None)
    (30, None)
    """
    if not earliest or not latest:
        return None
    return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days + 1


def ucdp_date_prec(earliest: str | None, latest: str | None) -> int | None:
    """Give UCDP's date_prec: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 up to a year.

    None where UCDP has no code: for longer, and where an end is open.

    Source: UCDP Georeferenced Event Dataset codebook, "date_prec".

    >>> [ucdp_date_prec("2025-06-01", end) for end in ("2025-06-01", "2025-06-07", "2025-12-31")]
    [1, 3, 5]
    """
    length = days(earliest, latest)
    if length is None or length < 1:
        return None
    steps = (1, WEEK - 1, WEEK, MONTH, YEAR)
    return next((code for code, most in enumerate(steps, 1) if length <= most), None)


def acled_time_precision(earliest: str | None, latest: str | None) -> int | None:
    """Give ACLED's time_precision: 1 a day, 2 a week, 3 a month; None where it would not code it.

    Source: ACLED Codebook, "Time precision".

    >>> [acled_time_precision("2025-06-01", end) for end in ("2025-06-01", "2025-06-30", None)]
    [1, 3, None]
    """
    length = days(earliest, latest)
    if length is None or length < 1:
        return None
    return next((code for code, most in enumerate((1, WEEK, MONTH), 1) if length <= most), None)
