"""What the timeline counts and lists, on the axis that the chart shares."""

import json
from datetime import date, timedelta
from typing import Any

import numpy as np
from playwright.sync_api import Page, expect

from tests.browser.timeline.strip import (
    Mount,
    settled,
)


def test_a_column_counts_what_its_days_as_a_window_would_show(page: Page) -> None:
    picked = np.random.default_rng(5)
    start = date(2024, 6, 1)

    def span() -> list[str | None]:
        ends = sorted(picked.integers(-40, 440, 2).tolist())
        return [None if picked.random() < 0.2 else str(start + timedelta(end)) for end in ends]

    differ = page.evaluate(
        """async (spans) => {
      const { tallies } = await import("/static/web/histogram.js");
      const { buckets, timescale } = await import("/static/web/timescale.js");
      const { classify } = await import("/static/web/window.js");
      const { dayNumber } = await import("/static/web/dates.js");
      const first = dayNumber("2024-06-01");
      const differ = [];
      for (const days of [20, 90, 400, 9000]) {
        const found = buckets(timescale([first, first + days], 700));
        const meets = ({ from }, i) => dayNumber(found[i].to) + 1 === dayNumber(from);
        const counts = tallies(found, spans);
        found.forEach(({ from, to }, i) => {
          const verdicts = spans.map((span) => classify(...span, from, to));
          const right = ["certain", "possible"].every((name) =>
            counts[i][name] === verdicts.filter((verdict) => verdict === name).length);
          if (!right) differ.push([days, from, to]);
        });
        if (!found.slice(1).every(meets) || found.length < 3) differ.push([days, "gaps"]);
      }
      return differ;
    }""",
        [span() for _ in range(300)],
    )
    assert differ == []


def test_the_histograms_count_reports_and_figures(mount: Mount, scene: dict[str, Any]) -> None:
    claims = [item for item in scene["items"] if item["type"] == "claim"]
    dated = sum(1 for item in claims if item["earliest"] or item["latest"])
    page = mount()
    counters = page.locator(".counters > span")
    expect(counters).to_have_text(
        [
            f"Reports {len(scene['reports'])}",
            f"Figures dated {dated} of {len(claims)}",
        ]
    )
    page.evaluate("desk.state.set({ axis: 'reported', reports: { r10: false } })")
    left = sum(1 for item in claims if item["report"] != "r10")
    expect(counters).to_have_text([f"Reports {len(scene['reports']) - 1}", f"Figures dated {left}"])
    titles = page.locator(".bins .report title").all_text_contents()
    assert sum(int(title.split()[0]) for title in titles) == len(scene["reports"]) - 1


def test_a_long_list_keeps_few_rows_and_every_one_in_reach(
    mount: Mount, scene: dict[str, Any]
) -> None:
    pattern = next(item for item in scene["items"] if item["type"] == "claim" and item["earliest"])
    for number in range(3000):
        day = str(date(2024, 7, 1) + timedelta(number % 300))
        scene["items"].append(
            {**pattern, "id": f"n{number}", "label": f"Row {number}", "earliest": day}
            | {"latest": day, "coreFrom": day, "coreTo": day}
        )
    page = mount(scene)
    rows = page.locator(".row")
    assert rows.count() < 100
    rows.first.press("End")
    last = page.locator(".row:focus")
    expect(last).to_be_in_viewport()
    size = last.get_attribute("aria-setsize")
    assert size is not None
    assert int(size) > 3000
    assert last.get_attribute("aria-posinset") == size
    page.evaluate("desk.state.set({ selection: { kind: 'item', id: 'n0' } })")
    expect(page.locator(".row.selected")).to_be_in_viewport()


def test_the_chart_over_the_timeline_shares_its_axis(mount: Mount) -> None:
    page = mount(initial={"sheet": {"tab": "chart", "map": False}})
    starts = """(selector) => [...document.querySelectorAll(`${selector} line:not(.bound)`)]
      .map((line) => Math.round(line.getBoundingClientRect().left))"""
    expect(page.locator(".chart-foot line").first).to_be_attached()
    assert page.evaluate(starts, ".chart-foot") == page.evaluate(starts, ".foot")
    page.locator(".bins").hover(position={"x": 30, "y": 20})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -900)
    page.keyboard.up("Control")
    settled(page)
    assert page.evaluate(starts, ".chart-foot") == page.evaluate(starts, ".foot")
    expect(page.locator(".chart .left")).to_contain_text("outside the time shown")


def test_the_view_that_is_saved_is_plain_json(mount: Mount) -> None:
    page = mount(initial={"cumulative": True, "window": {"from": "2025-01-01", "to": None}})
    view = page.evaluate("desk.state.serialise()")
    assert json.loads(json.dumps(view)) == view
    assert (view["cumulative"], view["window"]) == (True, {"from": None, "to": None})
