// One figure of the chart: when it is meant to hold across, how much it is upwards, in the sign of its status.

import { barSpan } from "./bars.js";
import { printSpan } from "./dates.js";
import { h } from "./dom.js";
import { printValue } from "./figures.js";

const THIN = 6;
const DOT = 3;
const ARROW = 9;
const GAP = 6;
/** Equal figures over the same time lie so far from each other; a label is as high. */
const LANE = 13;

/** A claim that is one number or a range; a size of two sides has no place on an axis of amounts. */
export const isDrawn = (claim) => (claim.low ?? claim.high ?? null) !== null && !(claim.sides?.length > 1);

/**
 * Where a claim lies, in px: its range upwards, its period across (null without one), the day of its report.
 *
 * @param frame  {time: a timescale, left: px before it, y: (amount in base units) => px}
 */
function claimBox(claim, { time, left, y }) {
  const base = claim.base ?? 1;
  const [high, low] = [y((claim.high ?? claim.low) * base), y((claim.low ?? claim.high) * base)];
  const day = claim.reported ? left + time.x(claim.reported) + time.perDay / 2 : null;
  const box = {
    claim, day, top: Math.min(high, (high + low - THIN) / 2), foot: Math.max(low, (high + low + THIN) / 2),
    up: (claim.high ?? null) === null, down: (claim.low ?? null) === null, span: null,
  };
  if (claim.earliest || claim.latest) {
    const { start, end, open } = barSpan({ ...claim, core: [claim.coreFrom ?? null, claim.coreTo ?? null] }, time);
    const short = Math.max(THIN - (end - start), 0) / 2;
    box.span = { start: left + start - short, end: left + end + short, open };
  }
  return box;
}

/** Leftmost and rightmost px of what is drawn of a claim, without its label. */
function reach({ day, span }) {
  const all = [day !== null && [day - DOT, day + DOT],
    span && [span.start - (span.open.start ? ARROW : 0), span.end + (span.open.end ? ARROW : 0)]].filter(Boolean);
  return all.length > 0 ? [Math.min(...all.map(([from]) => from)), Math.max(...all.map(([, to]) => to))] : null;
}

const words = (claim, report) =>
  [claim.status === "estimated" && "est.", printValue(claim), report].filter(Boolean).join(" ");
const across = (a, b) => a[0] < b[1] && b[0] < a[1];

/** Where a label finds room beside its mark: the first place that no other label has; null where none has room. */
function place(box, width, edges, taken) {
  const [first, last] = reach(box);
  const middle = (box.top + box.foot) / 2;
  for (const shift of [0, -LANE, LANE, -2 * LANE, 2 * LANE]) {
    for (const [x, anchor] of [[last + GAP, "start"], [first - GAP, "end"]]) {
      const from = anchor === "start" ? x : x - width;
      const area = { x: [from, from + width], y: [middle + shift - LANE / 2, middle + shift + LANE / 2] };
      const inside = area.x[0] >= edges[0] && area.x[1] <= edges[1];
      if (inside && !taken.some((other) => across(other.x, area.x) && across(other.y, area.y))) {
        return { x, y: middle + shift + 4, anchor, area };
      }
    }
  }
  return null;
}

/**
 * Boxes of a group's claims, with equal ones one above the other, and with their labels' places.
 *
 * @returns {boxes, more}: `more` px are needed above the row for what was lifted
 */
export function arrange(claims, frame, measure) {
  const boxes = claims.map((claim) => claimBox(claim, frame)).filter(reach);
  const settled = [];
  for (const box of boxes) {
    const on = (other) => across(reach(other), reach(box)) && other.top < box.foot && box.top < other.foot
      && (other.claim.low === box.claim.low && other.claim.high === box.claim.high || other.lifted);
    while (settled.some(on)) {
      Object.assign(box, { top: box.top - LANE, foot: box.foot - LANE, lifted: (box.lifted ?? 0) + LANE });
    }
    settled.push(box);
  }
  const dots = boxes.filter(({ day }) => day !== null).map(({ day, top, foot }) =>
    ({ x: [day - DOT, day + DOT], y: [(top + foot) / 2 - DOT, (top + foot) / 2 + DOT] }));
  const bars = boxes.filter(({ span }) => span).map((box) => ({ x: reach(box), y: [box.top, box.foot] }));
  const taken = [...dots, ...bars];
  const edges = [frame.left, frame.left + frame.time.width];
  for (const box of boxes) {
    box.label = place(box, measure.width(words(box.claim, "R000")), edges, taken);
    if (box.label) taken.push(box.label.area);
  }
  return { boxes, more: Math.max(0, ...boxes.map(({ top }) => LANE / 2 - top)) };
}

const pointer = (x, y, [dx, dy]) => h("polygon", {
  class: "arrow",
  points: dx ? `${x},${y - 5} ${x + dx * ARROW},${y} ${x},${y + 5}` : `${x - 5},${y} ${x},${y + dy * ARROW} ${x + 5},${y}`,
});

/** Sides of a box, without those that are open. */
function outline({ top, foot, span: { start, end, open } }) {
  const edge = (x, isOpen) => (isOpen ? "" : `M${x} ${top}V${foot}`);
  return `M${start} ${top}H${end}M${start} ${foot}H${end}${edge(start, open.start)}${edge(end, open.end)}`;
}

/** The mark of a claim: what can be picked. */
export function drawMark(state, box) {
  const { claim, top, foot, up, down, span, day } = box;
  const middle = (top + foot) / 2;
  const [from, to] = reach(box);
  const pin = span ? (span.start + span.end) / 2 : day;
  const period = claim.dated ? printSpan(claim.earliest, claim.latest) : "period not stated";
  box.report = state.report(claim.report).ref;
  const full = `${box.report}, ${claim.status}: ${claim.figure}; ${period}`;
  return h("g", {
    class: `figure-mark ${claim.status}`, "data-item": claim.id, "data-key": `mark ${claim.id}`, role: "option",
    "aria-label": full,
  },
  h("title", {}, full),
  h("rect", { class: "target", x: from - 3, y: top - 4, width: to - from + 6, height: foot - top + 8 }),
  span && h("rect", { class: "body", x: span.start, y: top, width: span.end - span.start, height: foot - top }),
  span && h("path", { class: "outline", d: outline(box) }),
  span && claim.status === "denied" && h("line", { class: "outline", x1: span.start, x2: span.end, y1: foot, y2: top }),
  span?.open.start && pointer(span.start, middle, [-1, 0]),
  span?.open.end && pointer(span.end, middle, [1, 0]),
  up && pointer(pin, top, [0, -1]), down && pointer(pin, foot, [0, 1]),
  !span && foot - top > THIN && h("line", { class: "reach", x1: day, x2: day, y1: top, y2: foot }));
}

/** What lies over all marks of a row: the day of the report, the label, and from a lifted mark a line to its value. */
export function drawNote({ claim, top, foot, day, span, label, lifted, report }) {
  const middle = (top + foot) / 2;
  const x = day ?? span.end;
  return h("g", { class: `figure-note ${claim.status}`, "data-item": claim.id, "aria-hidden": "true" },
    lifted && h("line", { class: "tie", x1: x, x2: x, y1: middle, y2: middle + lifted }),
    day !== null && h("circle", { class: "reported-day", cx: day, cy: middle, r: DOT }),
    label && h("text", { x: label.x, y: label.y, "text-anchor": label.anchor }, words(claim, report)));
}
