// The window of days: how an item's days lie to it, and how it is moved. layers/window.py holds the same rule for
// plates and exports; tests/fixtures/window_cases.json holds both to one truth table.

import { dayNumber, isoDay, shiftDay } from "./dates.js";
import { CALENDAR, starts, stepDays } from "./timescale.js";

/** A film of more steps than this takes the next longer one. */
const FILM_STEPS = 60;

/**
 * How an item's interval lies to a window; all four are ISO days or null, and days are closed on both sides.
 *
 * A null bound of the item is an open end, a null bound of the window is no limit on that side.
 * ISO days of four-digit years compare as strings.
 *
 * @returns {"certain"|"possible"|"outside"|"undated"}
 */
export function classify(earliest, latest, from, to) {
  if (earliest === null && latest === null) return "undated";
  if (from !== null && latest !== null && latest < from) return "outside";
  if (to !== null && earliest !== null && earliest > to) return "outside";
  const startsInside = from === null || (earliest !== null && earliest >= from);
  const endsInside = to === null || (latest !== null && latest <= to);
  return startsInside && endsInside ? "certain" : "possible";
}

/** The closed days of an item on an axis: when it happened ("event"), or the day of its report ("reported"). */
export function daysOf(item, axis) {
  return axis === "reported" ? [item.reported ?? null, item.reported ?? null] : [item.earliest, item.latest];
}

/**
 * A window moved by whole days, kept in touch with the days [first, end) so that it cannot get lost; an open bound
 * stays open.
 */
export function moved({ from, to }, days, [first, end]) {
  const most = Math.floor(end) - 1 - (from === null ? dayNumber(to) : dayNumber(from));
  const least = Math.ceil(first) - (to === null ? dayNumber(from) : dayNumber(to));
  const by = Math.min(Math.max(days, Math.min(least, 0)), Math.max(most, 0));
  return { from: from && isoDay(dayNumber(from) + by), to: to && isoDay(dayNumber(to) + by) };
}

/** A window with two bounds made `factor` times as long about a day number, never shorter than a day. */
export function widened({ from, to }, about, factor) {
  const [start, end] = [dayNumber(from), dayNumber(to) + 1];
  const low = Math.round(about + (start - about) * factor);
  const high = Math.round(about + (end - about) * factor);
  return { from: isoDay(low), to: isoDay(Math.max(high - 1, low)) };
}

/** First and last ISO day that something of the scene is dated to on an axis; null where nothing is. */
export function datedDays(scene, axis) {
  const reported = axis === "reported" ? scene.reports.map((report) => report.published) : [];
  let [first, last] = ["9999-12-31", ""];
  for (const day of [...scene.items.flatMap((item) => daysOf(item, axis)), ...reported]) {
    if (day && day < first) first = day;
    if (day && day > last) last = day;
  }
  return last ? [first, last] : null;
}

const dayAfter = (iso) => shiftDay(iso, ["day", 1], 1);
const lengthOf = (from, to) => dayNumber(to) - dayNumber(from) + 1;

/**
 * The step to play by: the shortest of day, week, month and year that makes a film of fair length. A window of two
 * bounds never takes one that would leap over a day.
 *
 * @param days  [first, last] ISO days to play through
 */
export function playStep({ from, to }, days, cumulative) {
  const leaps = (step) => !cumulative && from && to && shiftDay(from, step, 1) > dayAfter(to);
  const some = CALENDAR.filter((step) => !leaps(step));
  return some.find((step) => lengthOf(...days) / stepDays(step) <= FILM_STEPS) ?? some.at(-1);
}

/** Where a film begins: with the calendar's step that holds the first day, or with that day and the window's length. */
export function openingWindow({ from, to }, days, step, cumulative) {
  const kept = !cumulative && from && to && lengthOf(from, to) < lengthOf(...days);
  if (kept) return { from: days[0], to: shiftDay(days[0], ["day", 1], lengthOf(from, to), -1) };
  const first = dayNumber(days[0]);
  const start = isoDay(starts(first - 2 * stepDays(step), first + 1, step).at(-1));
  return { from: cumulative ? null : start, to: shiftDay(start, step, 1, -1) };
}

/**
 * The next window of a film: moved on by a step, or grown by one at its end where it is cumulative. It starts no later
 * than the day after the last one ended, though months differ in length.
 *
 * @returns {from, to}, or null where there is no window to move, or it holds the last day already
 */
export function nextWindow({ from, to }, days, step, cumulative) {
  if (to === null || to >= days[1]) return null;
  const start = shiftDay(from ?? days[0], step, 1);
  const latest = dayAfter(to);
  return { from: cumulative ? null : start < latest ? start : latest, to: shiftDay(latest, step, 1, -1) };
}
