"""From the days that an expression means to what a report says of when."""

from reports.claim import When
from reports.dates.edtf_time import Period


def resolved(period: Period, start: int, text: str, rule: str) -> When:
    """Give an expression with the days that it means.

    Parameters
    ----------
    start
        Where the expression begins, in code points of the report.
    text
        The expression as it stands there.
    rule
        Name of the grammar rule that read it.
    """
    core_from, core_to = period.core or (None, None)
    return When(
        start=start,
        end=start + len(text),
        text=text,
        edtf=period.edtf,
        earliest=period.first,
        latest=period.last,
        core_from=core_from,
        core_to=core_to,
        granularity=period.granularity,
        rule=rule,
    )
