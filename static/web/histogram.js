// The two histograms over the timeline: how many reports came, and how many figures are dated, in each day, week,
// month or year.

import { printSpan } from "./dates.js";
import { h } from "./dom.js";
import { plural } from "./plural.js";
import { buckets } from "./timescale.js";
import { daysOf } from "./window.js";

/** Height of one histogram, in px, and the gap above it. */
const LANE = { height: 17, gap: 3 };

/** Index of the bucket that holds a day: -1 before the first, `length` after the last. */
function bucketOf(found, day) {
  let [low, high] = [-1, found.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (found[middle].from <= day) low = middle;
    else high = middle;
  }
  return low === found.length - 1 && day > found[low].to ? found.length : low;
}

/**
 * How many items each bucket would show, were it the window: the verdicts of `classify`, all buckets at once.
 *
 * @param found  adjoining buckets
 * @param spans  [earliest, latest] in ISO days, null for an open end; undated ones count nowhere
 * @returns [{certain, possible}], one a bucket
 */
export function tallies(found, spans) {
  const certain = found.map(() => 0);
  const change = [...found.map(() => 0), 0];
  for (const [earliest, latest] of spans) {
    if (earliest === null && latest === null) continue;
    const first = earliest === null ? -1 : bucketOf(found, earliest);
    const last = latest === null ? found.length : bucketOf(found, latest);
    if (first === last) {
      if (first >= 0 && first < found.length) certain[first] += 1;
    } else {
      change[Math.max(first, 0)] += 1;
      change[Math.min(last + 1, found.length)] -= 1;
    }
  }
  let open = 0;
  return certain.map((count, i) => ({ certain: count, possible: (open += change[i]) }));
}

/** What a bucket says when it is pointed at. */
function words({ certain, possible }, word, bucket) {
  const counts = possible === 0 ? plural(certain, word)
    : `${plural(certain, word)} for certain, ${possible} more possibly`;
  return `${counts}: ${printSpan(bucket.from, bucket.to)}`;
}

/** Columns of one histogram from `top` px down: solid is certain, faded on top of it possible. */
function lane(found, spans, top, word) {
  const counts = tallies(found, spans);
  const most = Math.max(2, ...counts.map(({ certain, possible }) => certain + possible));
  const foot = top + LANE.height;
  return found.map((bucket, i) => {
    const { certain, possible } = counts[i];
    if (certain + possible === 0) return null;
    const [solid, faded] = [certain, possible].map((count) => (count / most) * (LANE.height - LANE.gap));
    const width = Math.max(bucket.width - 1, 2);
    const column = (name, y, height) => height > 0 && h("rect", {
      class: name, x: bucket.x + 0.5, width, y, height, "stroke-dasharray": `${width} 999`, // its top side alone
    });
    return h("g", { class: word },
      h("title", {}, words(counts[i], word, bucket)),
      h("rect", { class: "target", x: bucket.x, width: bucket.width, y: top, height: LANE.height }),
      column("certain", foot - solid, solid), column("possible", foot - solid - faded, faded));
  });
}

/** What is counted on an axis: days of the reports, and of the figures, that are switched on. */
export function counted(state) {
  const { axis, reports } = state.get();
  const days = (report) => [report.published ?? null, report.published ?? null];
  return {
    reports: state.scene.reports.filter(({ id }) => reports[id] !== false).map(days),
    figures: state.scene.items.filter(({ id, type }) => type === "claim" && state.switchedOn(id))
      .map((item) => daysOf(item, axis)),
  };
}

/** Both histograms over a scale, one under the other. */
export function histogram(scale, { reports, figures }) {
  const found = buckets(scale);
  return h("svg", { width: scale.width, height: 2 * LANE.height, "aria-hidden": "true" },
    lane(found, reports, 0, "report"), lane(found, figures, LANE.height, "figure"));
}
