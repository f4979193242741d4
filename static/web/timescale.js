// Time to pixels: the span of a scene, a linear scale over whole days, its ticks, and its calendar's days, weeks,
// months and years.

import { dayNumber, isoDay, monthName } from "./dates.js";

const MIN_DAYS = 28;
const MARGIN = 0.06;
const OPEN_END = 3;
const TICK_PX = 64;
const BUCKET_PX = 7;

/** [first, end) in day numbers that holds every day of the scene, with a margin, wider after open ends. */
export function extent(scene) {
  let [least, most, openEnd] = [null, null, false];
  const hold = (iso) => {
    if (!iso) return;
    if (least === null || iso < least) least = iso;
    if (most === null || iso > most) most = iso;
  };
  for (const item of scene.items) {
    hold(item.earliest);
    hold(item.latest);
    hold(item.reported);
    openEnd ||= item.earliest !== null && item.latest === null;
  }
  scene.reports.forEach((report) => hold(report.published));
  hold(scene.meta.asOf);
  if (least === null) return [dayNumber("2025-01-01"), dayNumber("2026-01-01")];
  const [first, last] = [dayNumber(least), dayNumber(most) + 1];
  const margin = Math.max((last - first) * MARGIN, (MIN_DAYS - (last - first)) / 2, 3);
  return [Math.floor(first - margin), Math.ceil(last + (openEnd ? OPEN_END * margin : margin))];
}

/**
 * The span itself if it shows both bounds of the window; else moved along to do so, where a window within `whole`
 * fits into it; else widened with a margin.
 */
export function covering(span, { from, to }, whole = [Infinity, -Infinity]) {
  const [first, end] = span;
  const wanted = [from && dayNumber(from), to && dayNumber(to) + 1].filter((day) => day !== null);
  if (wanted.every((day) => day >= first && day <= end)) return span;
  const [least, most] = [Math.min(...wanted), Math.max(...wanted)];
  const room = (end - first) * MARGIN;
  if (least >= whole[0] && most <= whole[1] && most - least <= end - first - 2 * room) {
    const by = least < first ? least - room - first : most + room - end;
    return [first + by, end + by];
  }
  const [low, high] = [Math.min(first, least), Math.max(end, most)];
  const margin = (high - low) * MARGIN;
  return [low < first ? low - margin : first, high > end ? high + margin : end];
}

/** Pixels of an ISO day's start (`x`) or end (`xEnd`), and the ISO day under a pixel. */
export function timescale([first, end], width) {
  const perDay = width / (end - first);
  const at = (number) => (number - first) * perDay;
  return {
    first, end, width, perDay,
    x: (iso) => at(dayNumber(iso)),
    xEnd: (iso) => at(dayNumber(iso) + 1),
    day: (x) => isoDay(first + x / perDay),
  };
}

/** Zoom a span by `factor` about a day number, never under four weeks or over a century. */
export function zoom([first, end], about, factor) {
  const size = Math.min(Math.max((end - first) * factor, MIN_DAYS), 36_525);
  const share = (about - first) / (end - first);
  return [about - size * share, about + size * (1 - share)];
}

/** Day, week, month and year: what is counted by and played by. */
export const CALENDAR = [["day", 1], ["day", 7], ["month", 1], ["month", 12]];
const STEPS = [["day", 1], ["day", 7], ...[1, 3, 6, 12, 60, 120].map((months) => ["month", months])];
const STEP_DAYS = { day: 1, month: 30.4 };
/** About how many days a step has. */
export const stepDays = ([unit, size]) => STEP_DAYS[unit] * size;

/** The word for a step of `CALENDAR`. */
export const stepName = (step) => ["day", "week", "month", "year"][CALENDAR.findIndex((each) => each.join() === step.join())];

/** Day numbers in [first, end) on which a step of the calendar starts; weeks start on Monday. */
export function starts(first, end, [unit, size]) {
  const found = [];
  if (unit === "day") {
    // Weeks start on Monday; 5 January 1970 was one.
    for (let day = Math.ceil((first - 4) / size) * size + 4; day < end; day += size) found.push(day);
    return found;
  }
  const date = new Date(`${isoDay(first).slice(0, 4)}-01-01T00:00:00Z`);
  if (size > 12) date.setUTCFullYear(Math.floor(date.getUTCFullYear() / (size / 12)) * (size / 12));
  for (; date.getTime() / 86_400_000 < end; date.setUTCMonth(date.getUTCMonth() + size)) {
    if (date.getTime() / 86_400_000 >= first) found.push(date.getTime() / 86_400_000);
  }
  return found;
}

function tickLabel(day, [unit], isFirst) {
  const [year, month, date] = isoDay(day).split("-").map(Number);
  if (unit === "day") return `${date} ${monthName(month)}${isFirst ? ` ${year}` : ""}`;
  return isFirst || month === 1 ? `${monthName(month)} ${year}` : monthName(month);
}

/** Ticks with room for their labels: [{x, label, major}]; January and the first one carry the year. */
export function ticks(scale) {
  const step = STEPS.find(([unit, size]) => stepDays([unit, size]) * scale.perDay >= TICK_PX) ?? STEPS.at(-1);
  return starts(scale.first, scale.end, step).map((day, i) => ({
    x: (day - scale.first) * scale.perDay, label: tickLabel(day, step, i === 0), major: isoDay(day).endsWith("01-01"),
  }));
}

/** Days, weeks, months or years, whichever are wide enough to see, side by side over a scale: [{from, to, x, width}]. */
export function buckets(scale) {
  const step = CALENDAR.find((each) => stepDays(each) * scale.perDay >= BUCKET_PX) ?? CALENDAR.at(-1);
  const edges = starts(scale.first - stepDays(step) - 31, scale.end + stepDays(step) + 31, step);
  return edges.slice(0, -1).map((edge, i) => ({
    from: isoDay(edge), to: isoDay(edges[i + 1] - 1), x: (edge - scale.first) * scale.perDay,
    width: (edges[i + 1] - edge) * scale.perDay,
  }));
}
