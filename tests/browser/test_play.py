"""Playing time: the steps it takes, where it stops, and who stops it. The clock is the test's."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

Mount = Callable[..., Page]
Motion = Literal["reduce", "no-preference"]

FILM = """async ([window, days, cumulative]) => {
  const { nextWindow, openingWindow, playStep } = await import("/static/web/window.js");
  const step = playStep(window, days, cumulative);
  const frames = [openingWindow(window, days, step, cumulative)];
  while (frames.length < 500) {
    const next = nextWindow(frames.at(-1), days, step, cumulative);
    if (next === null) break;
    frames.push(next);
  }
  return [step, frames.map(({ from, to }) => [from, to])];
}"""
OPEN = {"from": None, "to": None}


@pytest.mark.parametrize(
    ("days", "step", "first", "second"),
    [
        (
            ["2025-01-10", "2025-02-20"],
            ["day", 1],
            ["2025-01-10", "2025-01-10"],
            ["2025-01-11", "2025-01-11"],
        ),
        (
            ["2025-01-10", "2025-09-20"],
            ["day", 7],
            ["2025-01-06", "2025-01-12"],
            ["2025-01-13", "2025-01-19"],
        ),
        (
            ["2023-01-10", "2025-09-20"],
            ["month", 1],
            ["2023-01-01", "2023-01-31"],
            ["2023-02-01", "2023-02-28"],
        ),
        (
            ["1990-05-10", "2025-09-20"],
            ["month", 12],
            ["1990-01-01", "1990-12-31"],
            ["1991-01-01", "1991-12-31"],
        ),
    ],
)
def test_a_film_goes_by_the_calendar_and_ends_with_the_last_day(
    page: Page, days: list[str], step: list[Any], first: list[str], second: list[str]
) -> None:
    found, frames = page.evaluate(FILM, [OPEN, days, False])
    assert found == step
    assert frames[:2] == [first, second]
    assert frames[-2][1] < days[1] <= frames[-1][1]


@pytest.mark.parametrize(
    "window",
    [
        {"from": "2023-01-31", "to": "2023-02-27"},
        {"from": "2023-02-01", "to": "2023-02-28"},
        {"from": "2024-02-29", "to": "2024-03-29"},
        {"from": "2023-03-01", "to": "2023-03-01"},
        {"from": "2023-03-01", "to": "2023-12-31"},
    ],
)
def test_no_day_is_leapt_over(page: Page, window: dict[str, str]) -> None:
    _, frames = page.evaluate(FILM, [window, ["2023-01-10", "2025-09-20"], False])
    follow = """async (frames) => {
      const { dayNumber } = await import("/static/web/dates.js");
      const meets = ([from], i) => dayNumber(from) <= dayNumber(frames[i][1]) + 1;
      return frames.slice(1).every(meets);
    }"""
    assert len(frames) > 5
    assert page.evaluate(follow, frames)


def test_a_cumulative_film_only_grows(page: Page) -> None:
    _, frames = page.evaluate(FILM, [OPEN, ["2025-01-10", "2025-03-20"], True])
    assert {start for start, _ in frames} == {None}
    ends = [end for _, end in frames]
    assert ends == sorted(set(ends))
    assert ends[0] < "2025-01-20"


LATER_MS = 600_000
"""Since the beginning of a test's clock: no desk takes so long."""


@pytest.fixture
def clocked(page: Page, mount: Mount) -> Page:
    """Draw a desk whose time passes only when a test says so, with a window to move."""
    page.clock.install(time=0)
    drawn = mount(initial={"window": {"from": "2025-06-01", "to": "2025-06-07"}})
    page.clock.pause_at(LATER_MS)  # a desk takes some frames to stand
    page.clock.run_for(100)
    return drawn


def window(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("desk.state.get().window")
    return found


@pytest.mark.stops_the_clock
def test_play_steps_pauses_and_tells_the_host_once(clocked: Page) -> None:
    clocked.clock.run_for(1000)
    clocked.evaluate("told.views.length = 0")
    clocked.get_by_role("button", name="Play").click()
    clocked.clock.run_for(2100)
    assert window(clocked) == {"from": "2025-06-22", "to": "2025-06-28"}
    assert clocked.evaluate("told.views.length") == 0
    clocked.get_by_role("button", name="Pause").click()
    clocked.clock.run_for(5000)
    assert window(clocked) == {"from": "2025-06-22", "to": "2025-06-28"}
    views = clocked.evaluate("told.views.map((view) => view.window.from)")
    assert views == ["2025-06-22"]
    assert "held" not in clocked.evaluate("desk.state.serialise()")


@pytest.mark.stops_the_clock
def test_speed_is_steps_a_second(clocked: Page) -> None:
    clocked.get_by_label("Speed").select_option("4×")
    clocked.get_by_role("button", name="Play").click()
    clocked.clock.run_for(510)
    assert window(clocked)["from"] == "2025-06-22"


@pytest.mark.stops_the_clock
def test_play_stops_at_the_end_and_starts_over(clocked: Page, scene: dict[str, Any]) -> None:
    days = [item[key] for item in scene["items"] for key in ("earliest", "latest") if item[key]]
    button = clocked.locator(".play")
    button.click()
    clocked.clock.run_for(60_000)
    expect(button).to_have_text("Play")
    assert window(clocked)["to"] >= max(days)
    button.click()
    clocked.clock.run_for(50)
    assert window(clocked)["from"] == min(days)
    expect(button).to_have_text("Pause")


@pytest.mark.parametrize(
    "touch",
    [
        lambda page: page.get_by_role("slider", name="First day").press("ArrowLeft"),
        lambda page: page.get_by_role("slider", name="Last day").click(),
        lambda page: page.locator("[data-axis=reported]").first.click(),
        lambda page: page.get_by_label("Cumulative").check(),
        lambda page: page.get_by_role("button", name="All dates").click(),
        lambda page: page.evaluate("desk.update({ ...desk.state.scene })"),
    ],
    ids=["key", "grab", "axis", "cumulative", "all dates", "scene"],
)
@pytest.mark.stops_the_clock
def test_whoever_touches_the_window_stops_the_film(
    clocked: Page, touch: Callable[[Page], object]
) -> None:
    clocked.get_by_role("button", name="Play").click()
    clocked.clock.run_for(50)
    touch(clocked)
    clocked.clock.run_for(100)
    expect(clocked.locator(".play")).to_have_text("Play")
    left = window(clocked)
    clocked.clock.run_for(5000)
    assert window(clocked) == left


@pytest.mark.stops_the_clock
def test_a_desk_that_is_taken_away_plays_no_longer(clocked: Page) -> None:
    clocked.clock.run_for(1000)
    clocked.get_by_role("button", name="Play").click()
    clocked.evaluate("told.views.length = 0; desk.destroy()")
    left = window(clocked)
    clocked.clock.run_for(5000)
    assert window(clocked) == left
    assert clocked.evaluate("told.views") == []


@pytest.mark.parametrize(("motion", "moves"), [("reduce", "0s"), ("no-preference", "0.16s")])
@pytest.mark.stops_the_clock
def test_who_wants_no_motion_sees_steps_without(clocked: Page, motion: Motion, moves: str) -> None:
    clocked.emulate_media(reduced_motion=motion)
    clocked.get_by_role("button", name="Play").click()
    clocked.clock.run_for(1100)
    edge = clocked.locator(".edge")
    duration = edge.evaluate("(node) => getComputedStyle(node).transitionDuration")
    assert duration.split(",")[0] == moves
    assert window(clocked)["from"] == "2025-06-15"
