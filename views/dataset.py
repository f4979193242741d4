"""From the store to the rows of a data file: what a view shows, or everything."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from geo.gazetteer import Gazetteer
from layers.export.about import about
from layers.export.items import claim_rows, mention_rows
from layers.export.marks import mark_rows
from layers.export.redaction import Redacted, Redaction, redact
from layers.export.redaction.rows import told_reports, told_rows
from layers.export.selection import Selection, selection
from layers.own.content import shown_own
from layers.view import View
from layers.visibility import Drawn, visible
from reports.groups.best import Rule
from reports.known_places import KnownPlaces
from reports.store import Store
from views.tables import judged

Json = Mapping[str, Any]


def dataset(
    store: Store,
    gazetteer: Gazetteer,
    scene: Json,
    view: View,
    rule: Rule | None = None,
    *,
    everything: bool = False,
    redacted: Redacted | None = None,
) -> Selection:
    """Give the rows that a data file holds.

    Parameters
    ----------
    scene, view
        What there is, and the filter: the items are those that the screen shows under it.
    rule
        What the best figure of a group is chosen by; without one there is none.
    everything
        Leave the filter aside: all items of all reports, and the marks of all layers.
    redacted
        What the scene was made by, where it was redacted: rows are told as it tells them.
    """
    told = redacted or redact(dict(scene), Redaction())
    used = unfiltered(scene) if everything else view
    shown = visible(scene, used)
    ids = [item["id"] for item in shown.items]
    known = KnownPlaces(gazetteer, store.places())
    reports = _numbered(store.reports(), scene)
    marks = _marks_of(shown.drawn)
    sources = told_reports(_sources(reports, {item["report"] for item in shown.items}), told)
    mentions = mention_rows(_listed(store.mentions(), ids), reports, known, marks)
    claims = claim_rows(
        _listed(judged(store, known, ids, reports, rule), ids), reports, known, marks
    )
    return selection(
        told_rows(mentions, told),
        told_rows(claims, told),
        mark_rows(shown.drawn),
        sources,
        about(scene, used, shown, sources, everything=everything),
        shown_own(scene, used.layers),
    )


def unfiltered(scene: Json) -> View:
    """Give the view that shows all there is, also what opens switched off."""
    return View(layers={layer["id"]: True for layer in scene["layers"]})


def _listed(frame: pd.DataFrame, ids: Collection[str]) -> pd.DataFrame:
    """Give rows in the order of the scene."""
    place = {id_: number for number, id_ in enumerate(ids)}
    kept = frame[frame["id"].isin(list(place))]
    return kept.iloc[kept["id"].map(place).argsort(kind="stable")]


def _numbered(reports: pd.DataFrame, scene: Json) -> pd.DataFrame:
    refs = {report["id"]: report["ref"] for report in scene["reports"]}
    return reports.assign(ref=reports["id"].map(refs))


def _marks_of(drawn: Sequence[Drawn]) -> Mapping[str, Sequence[str]]:
    marks: defaultdict[str, list[str]] = defaultdict(list)
    for one in drawn:
        for item in one.items:
            marks[item["id"]].append(one.mark["id"])
    return marks


def _sources(reports: pd.DataFrame, used: Collection[str]) -> list[Json]:
    return [
        {"report": row["ref"], **{str(key): _plain(value) for key, value in row.items()}}
        for row in reports.to_dict("records")
        if row["id"] in used
    ]


def _plain(value: Any) -> Any:  # noqa: ANN401  a cell of a frame
    """Give None for pandas's NaN."""
    return None if isinstance(value, float) and pd.isna(value) else value
