"""The shared store: the closed-day rule, where every item goes, and who is told."""

import itertools
import json
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from layers.view import View
from layers.visibility import visible
from layers.window import Window, classify, day

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
DAYS = range(1, 5)
BEFORE, AFTER = -100, 100  # stand for "no end" in the counted check
Mount = Callable[..., Page]

CLASSIFY = """async (cases) => {
  const { classify } = await import("/static/web/state.js");
  return cases.map((bounds) => classify(...bounds));
}"""


def iso(day: int | None) -> str | None:
    return None if day is None else f"2025-06-{day:02}"


def counted(earliest: int | None, latest: int | None, start: int | None, end: int | None) -> str:
    """Say how the days of an interval lie to the days of a window by counting them."""
    if earliest is None and latest is None:
        return "undated"
    days = set(
        range(BEFORE if earliest is None else earliest, (AFTER if latest is None else latest) + 1)
    )
    window = set(range(BEFORE if start is None else start, (AFTER if end is None else end) + 1))
    if days <= window:
        return "certain"
    return "possible" if days & window else "outside"


def test_the_shared_cases_of_the_closed_day_rule(page: Page) -> None:
    cases = json.loads((FIXTURES / "window_cases.json").read_text("utf-8"))
    bounds = [[case[key] for key in ("earliest", "latest", "start", "end")] for case in cases]
    found = page.evaluate(CLASSIFY, bounds)
    wrong = [
        case["name"]
        for case, verdict in zip(cases, found, strict=True)
        if verdict != case["verdict"]
    ]
    assert cases
    assert wrong == []


def test_every_small_window_agrees_with_counting_days(page: Page) -> None:
    ends = (None, *DAYS)
    cases = [
        case
        for case in itertools.product(ends, repeat=4)
        if None in case[:2] or case[0] <= case[1]
        if None in case[2:] or case[2] <= case[3]
    ]
    found = page.evaluate(CLASSIFY, [[iso(day) for day in case] for case in cases])
    assert found == [counted(*case) for case in cases]
    assert set(found) == {"certain", "possible", "outside", "undated"}


def test_random_days_get_the_verdict_that_python_gives(page: Page) -> None:
    picked = np.random.default_rng(11)
    turns = [date(2024, 2, 28), date(2024, 12, 30), date(2025, 6, 29)]
    days = [None, *(str(turn + timedelta(n)) for turn in turns for n in range(5))]
    drawn = [[days[n] for n in picked.integers(0, len(days), 4)] for _ in range(5000)]
    cases = [
        (earliest, latest, start, end)
        for earliest, latest, start, end in drawn
        if not (earliest and latest and latest < earliest) and not (start and end and end < start)
    ]
    expected = [
        classify(day(earliest), day(latest), Window(day(start), day(end)))
        for earliest, latest, start, end in cases
    ]
    assert page.evaluate(CLASSIFY, cases) == expected
    assert set(expected) == {"certain", "possible", "outside", "undated"}


def test_a_view_counts_the_same_in_python_and_in_the_browser(
    page: Page, scene: dict[str, Any]
) -> None:
    picked = np.random.default_rng(12)

    def some(view_day: str | None) -> str | None:
        return view_day if picked.random() < 0.7 else None

    def view() -> dict[str, Any]:
        first, last = sorted(picked.integers(0, 420, 2).tolist())
        start = date(2024, 8, 1)
        return {
            "window": {
                "from": some(str(start + timedelta(first))),
                "to": some(str(start + timedelta(last))),
            },
            "cumulative": bool(picked.random() < 0.3),
            "axis": str(picked.choice(["event", "reported"])),
            "certainOnly": bool(picked.random() < 0.5),
            "undated": bool(picked.random() < 0.5),
            "statuses": {"planned": bool(picked.random() < 0.5)},
        }

    views = [view() for _ in range(60)]
    found = page.evaluate(
        """async ([scene, views]) => {
      const { createState } = await import("/static/web/state.js");
      return views.map((view) => createState(scene, view).counts());
    }""",
        [scene, views],
    )
    names = ("outside", "undated", "hidden")
    for one, counts in zip(views, found, strict=True):
        expected = visible(scene, View.from_json(one)).counts
        assert {name: counts[name] for name in names} == {n: expected.get(n, 0) for n in names}, one


@pytest.mark.parametrize(
    "view",
    [
        {},
        {"window": {"from": "2025-01-01", "to": "2025-03-31"}},
        {"window": {"from": "2025-01-01", "to": "2025-03-31"}, "certainOnly": True},
        {"axis": "reported", "window": {"from": "2025-06-26", "to": None}},
        {"undated": False, "layers": {"places": False}, "statuses": {"planned": False}},
        {"reports": {"r10": False}, "layers": {"mentioned": True}},
    ],
)
def test_every_item_goes_to_exactly_one_place(
    mount: Mount, scene: dict[str, Any], view: dict[str, Any]
) -> None:
    lists = mount(initial=view).evaluate("window.desk.state.tally()")
    parts = [id_ for name in ("shown", "outside", "unlocated", "hidden") for id_ in lists[name]]
    assert sorted(parts) == sorted(item["id"] for item in scene["items"])


def test_a_shown_item_stands_on_a_visible_mark(mount: Mount) -> None:
    view = {"window": {"from": "2025-01-01", "to": None}, "layers": {"flows": False}}
    stranded = mount(initial=view).evaluate("""() => {
      const { state } = window.desk;
      return state.tally().shown.filter((id) => !state.marksOf(id).some(state.markVisible));
    }""")
    assert stranded == []


def test_a_mark_takes_the_strongest_status_in_view(mount: Mount) -> None:
    page = mount()
    status = "() => desk.state.markStatus(desk.state.mark('p:ne:RU-KRS'))"
    assert page.evaluate(status) == "reported"
    page.evaluate("desk.state.set({ statuses: { reported: false } })")
    assert page.evaluate(status) == "planned"


def test_listeners_hear_once_a_frame_and_of_real_changes_only(mount: Mount) -> None:
    heard = mount().evaluate("""async () => {
      const { state } = window.desk;
      const calls = [];
      const frames = (n) => new Promise((done) => {
        const next = () => (n-- > 0 ? requestAnimationFrame(next) : done());
        next();
      });
      await frames(2);
      const stop = state.subscribe((_, keys) => calls.push([...keys].sort()));
      state.set({ axis: "event" });
      await frames(2);
      state.set({ undated: false });
      state.set({ window: { from: "2025-01-01" } });
      state.set({ window: { to: "2025-02-01" } });
      await frames(2);
      stop();
      state.set({ undated: true });
      await frames(2);
      return [calls, state.get().window];
    }""")
    assert heard == [[["undated", "window"]], {"from": "2025-01-01", "to": "2025-02-01"}]


def test_a_selection_reaches_marks_and_items_both_ways(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount()
    flow = next(mark for mark in scene["marks"] if mark["id"] == "f:KP-RU")
    reach = """(ref) => {
      desk.state.set({ selection: ref });
      return [[...desk.state.selectedItems()], [...desk.state.selectedMarks()]];
    }"""
    assert page.evaluate(reach, {"kind": "mark", "id": flow["id"]}) == [
        flow["items"],
        [flow["id"]],
    ]
    item = flow["items"][0]
    assert page.evaluate(reach, {"kind": "item", "id": item}) == [[item], [flow["id"]]]
    items, marks = page.evaluate(reach, {"kind": "group", "id": "g:sent"})
    assert (len(items), marks) == (3, [flow["id"]])


def test_a_new_scene_keeps_the_view(mount: Mount, scene: dict[str, Any]) -> None:
    page = mount(initial={"statuses": {"planned": False}, "reports": {"r10": False, "gone": False}})
    scene["reports"].append({**scene["reports"][0], "id": "r11", "ref": "R11"})
    page.evaluate("(next) => window.desk.update(next)", scene)
    view = page.evaluate("window.desk.state.serialise()")
    assert view["statuses"]["planned"] is False
    assert view["reports"] == {"r10": False}
    assert page.evaluate("window.desk.state.get().reports.r11") is True
    assert json.loads(json.dumps(view)) == view


def test_the_columns_agree_with_the_closed_day_rule(page: Page) -> None:
    chance = random.Random(11)  # noqa: S311 - nothing secret
    days = [None, *(f"{year:04}-{month:02}-{day:02}" for year in (999, 2024, 2025)
                    for month in (1, 2, 12) for day in (1, 28))]  # fmt: skip
    items = [(chance.choice(days), chance.choice(days)) for _ in range(400)]
    windows = [(chance.choice(days), chance.choice(days)) for _ in range(40)]
    differing = page.evaluate(
        """async ([items, windows]) => {
          const { classify } = await import("/static/web/state.js");
          const { VERDICTS, verdicts } = await import("/static/web/sieve.js");
          const { indexScene } = await import("/static/web/scene-index.js");
          const rows = items.map(([earliest, latest], id) => ({ id, earliest, latest }));
          const { days } = indexScene({ items: rows, marks: [], groups: [], reports: [] });
          return windows.flatMap(([from, to]) => {
            const found = [...verdicts(days.event, { from, to })].map((each) => VERDICTS[each]);
            return rows.filter((row, i) =>
              found[i] !== classify(row.earliest, row.latest, from, to));
          });
        }""",
        [items, windows],
    )
    assert differing == []
