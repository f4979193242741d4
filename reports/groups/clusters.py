"""Which claims about one matter are of one time.

Those of one cluster share a day. What is told without a date is news: it goes with the latest
cluster that is reported at its time, or stands apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reports.groups.value_text import Row

# ISO days compare as texts; these stand for open ends.
BEFORE_ALL, AFTER_ALL = "", "~"
# What is told without a date is news: of the time of its report, and not of what ended long before.
ONE_TIME = timedelta(days=31)
HISTORY = timedelta(days=366)


@dataclass(slots=True)
class Cluster:
    """Claims whose periods all have a day in common, from ``first`` to ``last``.

    ``oldest`` and ``newest`` are the days on which their reports were published.
    """

    first: str
    last: str
    begins: str
    oldest: str
    newest: str
    ids: list[str]

    def take(self, claim: str, published: str) -> None:
        """Add a claim of a report published on a day; nobody knows when an undated one was."""
        self.ids.append(claim)
        self.oldest = min(self.oldest, published or BEFORE_ALL)
        self.newest = max(self.newest, published or AFTER_ALL)


def clusters_of(members: Sequence[Row], *, timeless: bool) -> list[Cluster]:
    """Part claims by period.

    Parameters
    ----------
    members
        Claims of one matter, in any order.
    timeless
        When it was said does not matter: there is one cluster.
    """
    days = {str(row["id"]): text_of(row.get("published")) for row in members}
    clusters: list[Cluster] = []
    undated: list[str] = []
    for first, last, claim in sorted(_periods(members)):
        if timeless or (first, last) == (BEFORE_ALL, AFTER_ALL):
            undated.append(claim)
            continue
        if not clusters or first > clusters[-1].last:
            clusters.append(Cluster(first, last, first, AFTER_ALL, BEFORE_ALL, []))
        cluster = clusters[-1]
        cluster.first, cluster.last = max(cluster.first, first), min(cluster.last, last)
        cluster.take(claim, days[claim])
    for claim in sorted(undated, key=lambda one: (days[one], one)):
        day = days[claim]
        at_its_time = (one for one in reversed(clusters) if timeless or _is_of_one_time(one, day))
        found = next(at_its_time, None)
        if found is None:
            begins = BEFORE_ALL if timeless or not clusters else f"published {day}"
            found = Cluster(BEFORE_ALL, AFTER_ALL, begins, AFTER_ALL, BEFORE_ALL, [])
            clusters.append(found)
        found.take(claim, day)
    return clusters


def _is_of_one_time(cluster: Cluster, day: str) -> bool:
    """Whether an undated claim of a report of a day can belong to others."""
    if not day:
        return True
    told = date.fromisoformat(day)
    oldest, newest, last = cluster.oldest, cluster.newest, cluster.last
    return (
        (oldest == BEFORE_ALL or told + ONE_TIME >= date.fromisoformat(oldest))
        and (newest == AFTER_ALL or told - ONE_TIME <= date.fromisoformat(newest))
        and (last == AFTER_ALL or told - HISTORY <= date.fromisoformat(last))
    )


def _periods(members: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    for row in members:
        yield (
            text_of(row["earliest"]) or BEFORE_ALL,
            text_of(row["latest"]) or AFTER_ALL,
            str(row["id"]),
        )


def text_of(cell: object) -> str:
    """Read a cell of a frame that holds text, or nothing."""
    return cell if isinstance(cell, str) else ""
