// The bars of the timeline: which rows there are, and how one is drawn.
//
// Solid is what is dated, faded is a bound, hollow and dashed is planned, an arrowhead is an open end.

import { printSpan } from "./dates.js";
import { h } from "./dom.js";
import { printFigure } from "./figures.js";

const HEIGHT = 18;
const BAR = 13;
const TOP = (HEIGHT - BAR) / 2;
const ARROW = 10;
const GAP = 5;
const DOT = 2.6;

/** Statuses that are never filled. */
const HOLLOW = new Set(["planned", "possible", "denied"]);

/**
 * Rows of dated items: claims with the same label, report, status and interval share one, and so do the places of
 * one report; places in a sentence whose figure already has that interval join the figure's row.
 *
 * @returns [{key, label, ref, text, status, earliest, latest, core, reported, items}], earliest first
 */
export function timelineRows(state) {
  const rows = new Map();
  const figured = new Map();
  const spanKey = (item) => `${item.report} ${item.status} ${item.earliest} ${item.latest}`;
  const add = (key, item, label) => {
    if (!rows.has(key)) rows.set(key, new Row(state, key, item, label));
    rows.get(key).items.push(item.id);
    return key;
  };
  const dated = state.scene.items.filter((item) => item.earliest !== null || item.latest !== null);
  for (const item of dated.filter(({ type }) => type === "claim")) {
    const span = spanKey(item);
    figured.set(`${span} ${item.sentence[0]}`, add(`${item.label} ${span}`, item, item.label));
  }
  for (const item of dated.filter(({ type, role }) => type === "mention" && role === "literal")) {
    const span = spanKey(item);
    const key = figured.get(`${span} ${item.sentence[0]}`);
    if (key) rows.get(key).items.push(item.id);
    else add(`places ${span}`, item, null);
  }
  return [...rows.values()].map(named).sort(byTime);
}

const unique = (values) => [...new Set(values)].join(", ");

class Row {
  #state;

  constructor(state, key, item, label) {
    this.#state = state;
    this.key = key;
    this.items = [];
    this.label = label;
    this.ref = state.report(item.report).ref;
    this.status = item.status;
    this.earliest = item.earliest;
    this.latest = item.latest;
    this.core = [item.coreFrom ?? null, item.coreTo ?? null];
    this.reported = item.reported;
    this.when = item.when;
  }

  get said() {
    return this.items.map(this.#state.item);
  }

  /** Amounts and time as printed; most rows are never in sight to be read. */
  get text() {
    const figures = unique(this.said.filter((item) => item.type === "claim").map(printFigure));
    const est = this.status === "estimated" ? "est. " : "";
    return est + [figures, this.when ?? printSpan(this.earliest, this.latest)].filter(Boolean).join(", ");
  }
}

/** Places are called by their names, figures by their label. */
function named(row) {
  row.label ??= unique(row.said.map((item) => item.text));
  return row;
}

const byTime = (a, b) =>
  compare(a.earliest ?? "", b.earliest ?? "") || compare(a.latest ?? "9999", b.latest ?? "9999")
  || compare(a.label, b.label);
const compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1);

/** A bar's pieces in pixels: outer ends, the solid core within them, and which ends are open. */
export function barSpan(row, scale) {
  const open = { start: row.earliest === null, end: row.latest === null };
  const start = open.start ? ARROW + 2 : scale.x(row.earliest);
  const end = open.end ? scale.width - ARROW - 2 : scale.xEnd(row.latest);
  const from = row.core[0] ? scale.x(row.core[0]) : start;
  const to = row.core[1] ? scale.xEnd(row.core[1]) : end;
  return { start: Math.min(start, end - 2), end: Math.max(end, start + 2), from, to, open };
}

/** Colour stops along a bar: full where it is certain, fading from 75 % to 6 % towards a bound or an open end. */
function stops({ start, end, from, to, open }) {
  const at = (x) => `${(((x - start) / (end - start)) * 100).toFixed(1)}%`;
  const found = [];
  if (open.start) found.push(["0%", 0.06]);
  else if (from > start) found.push(["0%", 0.06], [at(from), 0.75]);
  if (!open.start) found.push([at(from), 1]);
  if (!open.end) found.push([at(to), open.start ? 0.75 : 1]);
  if (open.end) found.push(["100%", 0.06]);
  else if (to < end) found.push([at(to), 0.75], ["100%", 0.06]);
  return found;
}

function arrowhead(x, direction) {
  const tip = x + direction * ARROW;
  return h("polygon", { class: "arrow", points: `${x},${TOP + 0.5} ${tip},${HEIGHT / 2} ${x},${TOP + BAR - 0.5}` });
}

/** Outline of a hollow bar; an open end has no closing side. */
function outline({ start, end, open }) {
  const [top, bottom] = [TOP + 0.5, TOP + BAR - 0.5];
  const sides = `M${end} ${top}H${start}${open.start ? "M" : "V"}${open.start ? `${start} ` : ""}${bottom}H${end}`;
  return h("path", { class: "hollow", d: open.end ? sides : `${sides}V${top}` });
}

/** Fill of a solid bar, under the drawing. */
function core(span) {
  const shades = stops(span).map(([offset, opacity]) =>
    `color-mix(in srgb, var(--status) ${opacity * 100}%, transparent) ${offset}`);
  return h("div", {
    class: "core",
    style: {
      left: `${span.start}px`, width: `${span.end - span.start}px`, background: `linear-gradient(90deg, ${shades})`,
    },
  });
}

/**
 * Where the text goes: beside the bar and clear of the dot if it fits there, else on the bar, else beside it on the
 * roomier side, cut off at the edge.
 */
function placeText(span, width, textWidth, dot) {
  const left = span.open.start ? span.start - ARROW : span.start;
  const right = span.open.end ? span.end + ARROW : span.end;
  const room = GAP + textWidth + DOT;
  const dotWithin = (from, to) => dot !== null && dot + DOT > from && dot - DOT < to;
  const clearRight = dotWithin(right, right + room) ? Math.max(right, dot + DOT) : right;
  const after = { x: clearRight + GAP, anchor: "start", class: "beside" };
  if (clearRight + GAP + textWidth < width) return after;
  const clearLeft = dotWithin(left - room, left) ? Math.min(left, dot - DOT) : left;
  const before = { x: clearLeft - GAP, anchor: "end", class: "beside" };
  if (clearLeft - GAP - textWidth > 0) return before;
  const onto = span.open.start ? span.start : Math.max(span.from, 0);
  if (span.end - onto < GAP + textWidth) return width - clearRight > clearLeft ? after : before;
  return { x: onto + GAP, anchor: "start", class: span.open.start ? "on faint" : "on" };
}

/**
 * Drawing of one row.
 *
 * @param row        from `timelineRows`
 * @param scale      from `timescale`
 * @param textWidth  (text) => px
 */
export function drawBar(row, scale, textWidth) {
  const span = barSpan(row, scale);
  const hollow = HOLLOW.has(row.status);
  const dot = row.reported && scale.x(row.reported) + scale.perDay / 2;
  const text = placeText(span, scale.width, textWidth(row.text), dot);
  return h("div", { class: `bar ${row.status}` },
    !hollow && core(span),
    h("svg", { width: scale.width, height: HEIGHT, "aria-hidden": "true" },
      hollow && outline(span),
      span.open.start && arrowhead(span.start, -1),
      span.open.end && arrowhead(span.end, 1),
      row.status === "denied" && h("path", { d: `M${span.start} ${HEIGHT / 2}H${span.end}`, class: "hollow" }),
      dot !== null && h("circle", { class: "reported-day", cx: dot, cy: HEIGHT / 2, r: DOT }),
      h("text", {
        x: text.x, y: HEIGHT / 2 + 4, "text-anchor": text.anchor, class: hollow && text.class !== "beside" ? "within" : text.class,
      }, row.text)));
}
