"""Figures of a view in their groups: what is said to be so, and apart from it what is to come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.prose.extremes import extremes_text
from layers.prose.quote import Quote, Reports, quote
from layers.prose.words import attribution, counted, period, plain
from layers.visibility import STATUSES

Json = Mapping[str, Any]

AHEAD = frozenset({"planned", "possible"})
"""Statuses of what is not said to be so."""
NOT_STATED = "not stated"
"""Stands for an origin that no report names."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure as one report states it: who says so, of when, and in which sentence.

    ``id`` is that of the data files, where its row is.
    """

    id: str
    figure: str
    says: str
    when: str
    status: str
    review: str
    quote: Quote
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Claims about one matter.

    ``ends`` prints the lowest and the highest; ``standing`` how the claims stand to each other,
    empty for one claim alone.
    """

    label: str
    ends: str
    status: str
    origins: tuple[str, ...]
    standing: str
    claims: tuple[Claim, ...]

    @property
    def reports(self) -> int:
        """Count the reports that the claims are from."""
        return len({claim.quote.ref for claim in self.claims})

    @property
    def carried_by(self) -> str:
        """Say how many reports state it, and from where they have it."""
        origins = "origin" if len(self.origins) == 1 else "origins"
        return f"{counted(self.reports, 'report')}; {origins}: {', '.join(self.origins)}"


def figures(
    groups: Sequence[Json], shown: Mapping[str, Json], reports: Reports, *, ahead: bool
) -> Iterator[Figures]:
    """Give the groups with the claims that are shown, either of what is or of what is ahead.

    A group that has both is split: no plan ever widens what is reported.

    Parameters
    ----------
    groups
        The scene's.
    shown
        The items in view by id.
    """
    for group in groups:
        items = [shown[id_] for id_ in group["claims"] if id_ in shown]
        some = [item for item in items if (item["status"] in AHEAD) == ahead]
        if some:
            yield _figures(group, some, reports)


def _figures(group: Json, items: Sequence[Json], reports: Reports) -> Figures:
    found = {item["status"] for item in items}
    return Figures(
        label=plain(group["label"]),
        ends=extremes_text(group, items),
        status=next(status for status in STATUSES if status in found),
        origins=tuple(dict.fromkeys(plain(item["origin"]) or NOT_STATED for item in items)),
        standing=_standing(group, items),
        claims=tuple(_claim(item, reports) for item in items),
    )


def _standing(group: Json, items: Sequence[Json]) -> str:
    """Say how claims stand to each other; what is known of all of them is not said of some."""
    if len(items) == 1:
        return ""
    if len(items) < len(group["claims"]):
        return f"{len(items)} of {len(group['claims'])} claims in view"
    relation, gap = group.get("relation") or "", group.get("gap")
    apart = ""
    if gap:
        times = f"{gap + 1:.1f}".removesuffix(".0")
        apart = f"{gap * 100:.0f} % apart" if gap < 1 else f"{times} times apart"
    # How far apart says enough: that one refutes the other is for readers to tell.
    words = "" if relation == "conflict" else relation.replace("_", " ")
    return ", ".join(filter(None, (f"{len(items)} claims", words, apart)))


def _claim(item: Json, reports: Reports) -> Claim:
    when = period(item["earliest"], item["latest"])
    worded = f" (“{plain(item['when'])}”)" if item["when"] else ""
    return Claim(
        id=item["id"],
        figure=plain(item["figure"]),
        says=attribution(item["source"], reports[item["report"]]["publisher"]),
        when=f"{when}{worded}",
        status=item["status"],
        review=item["review"],
        quote=quote(item, reports),
        flags=tuple(map(plain, item.get("flags") or ())),
    )
