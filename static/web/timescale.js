// Time to pixels: the span of a scene, a linear scale over whole days, its ticks, and buckets for counting reports.

import { dayNumber, isoDay, monthName } from "./dates.js";

const MIN_DAYS = 28;
const MARGIN = 0.06;
const OPEN_END = 3;
const TICK_PX = 64;
const BUCKET_PX = 7;

/** [first, end) in day numbers that holds every day of the scene, with a margin, wider after open ends. */
export function extent(scene) {
  const days = [
    ...scene.items.flatMap((item) => [item.earliest, item.latest, item.reported]),
    ...scene.reports.map((report) => report.published), scene.meta.asOf,
  ].filter(Boolean).map(dayNumber);
  if (days.length === 0) return [dayNumber("2025-01-01"), dayNumber("2026-01-01")];
  const [first, last] = [Math.min(...days), Math.max(...days) + 1];
  const margin = Math.max((last - first) * MARGIN, (MIN_DAYS - (last - first)) / 2, 3);
  const openEnd = scene.items.some((item) => item.earliest !== null && item.latest === null);
  return [Math.floor(first - margin), Math.ceil(last + (openEnd ? OPEN_END * margin : margin))];
}

/** The span itself if it shows both bounds of the window, else one widened to do so with a margin. */
export function covering(span, { from, to }) {
  const [first, end] = span;
  const wanted = [from && dayNumber(from), to && dayNumber(to) + 1].filter((day) => day !== null);
  if (wanted.every((day) => day >= first && day <= end)) return span;
  const [low, high] = [Math.min(first, ...wanted), Math.max(end, ...wanted)];
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

const STEPS = [["day", 1], ["day", 7], ...[1, 3, 6, 12, 60, 120].map((months) => ["month", months])];
const STEP_DAYS = { day: 1, month: 30.4 };

function starts(first, end, [unit, size]) {
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
  const step = STEPS.find(([unit, size]) => STEP_DAYS[unit] * size * scale.perDay >= TICK_PX) ?? STEPS.at(-1);
  return starts(scale.first, scale.end, step).map((day, i) => ({
    x: (day - scale.first) * scale.perDay, label: tickLabel(day, step, i === 0), major: isoDay(day).endsWith("01-01"),
  }));
}

/** Reports counted by day, week or month, whichever is wide enough to see: [{from, to, x, width, reports}]. */
export function buckets(scale, reports) {
  const step = [["day", 1], ["day", 7], ["month", 1]].find(([unit, size]) =>
    STEP_DAYS[unit] * size * scale.perDay >= BUCKET_PX) ?? ["month", 12];
  const edges = starts(scale.first - STEP_DAYS[step[0]] * step[1] - 31, scale.end + 366, step);
  const found = new Map();
  for (const report of reports.filter((each) => each.published)) {
    const day = dayNumber(report.published);
    const at = edges.findLastIndex((edge) => edge <= day);
    if (at < 0 || at + 1 >= edges.length || edges[at + 1] <= scale.first || edges[at] >= scale.end) continue;
    if (!found.has(at)) found.set(at, []);
    found.get(at).push(report);
  }
  return [...found].map(([at, some]) => ({
    from: isoDay(edges[at]), to: isoDay(edges[at + 1] - 1), x: (edges[at] - scale.first) * scale.perDay,
    width: (edges[at + 1] - edges[at]) * scale.perDay, reports: some,
  }));
}
