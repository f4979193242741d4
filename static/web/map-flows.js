// Movements: great circles that say "from here to there" and nothing about the route.
//
// The marks of one pair of places run side by side in lanes. A head stops where the named destination begins: at the
// outline of an area, at the anchor ring of a country that is named as a whole, short of a dot.

import * as geometry from "./map-geometry.js";
import * as lines from "./map-lines.js";
import * as signs from "./map-signs.js";
import { ANCHOR, group } from "./map-marks.js";
import { attributes, element } from "./map-overlay.js";

const GAP = 7; // between two lanes, pixels
const CLEAR = 6; // between a line and the dot it starts from or ends at, pixels

const pair = (mark) => `${mark.from} ${mark.to}`;

/**
 * Sideways offset in pixels of every visible flow, so that those of one pair lie side by side.
 *
 * @param flows  [{key, mark, status}] of the visible flows, in a stable order
 * @returns Map of key to offset
 */
export function lanes(flows, style) {
  const pairs = Map.groupBy(flows, ({ mark }) => pair(mark));
  const offsets = new Map();
  for (const members of pairs.values()) {
    const widths = members.map(({ status }) => style.status[status].flowWidth);
    const total = widths.reduce((sum, width) => sum + width, 0) + GAP * (members.length - 1);
    let edge = -total / 2;
    members.forEach(({ key }, i) => {
      offsets.set(key, edge + widths[i] / 2);
      edge += widths[i] + GAP;
    });
  }
  return offsets;
}

/** Head of an arrow whose tip is at a point: a triangle as path text. */
function head({ x, y, dx, dy }, length, half) {
  const [bx, by] = [x - dx * length, y - dy * length];
  return geometry.pathText([x, y, bx - dy * half, by + dx * half, bx + dy * half, by - dx * half], true);
}

/** Where the line of a flow runs on the screen, part by part, cut back at both ends. */
function course(flow, view, lane) {
  const parts = flow.parts.map((part) => lines.offset(geometry.toScreen(part, view, 0.3), lane));
  const last = parts.length - 1;
  return parts.map((part, i) => {
    const total = lines.lengthOf(part);
    const start = i === 0 ? Math.min(CLEAR, total / 4) : 0;
    if (i < last) return lines.slice(part, start, total);
    const rings = (flow.destination ?? []).map((ring) => geometry.toScreen(ring, view));
    const edge = rings.length > 0 ? lines.entry(part, rings) : total;
    return lines.slice(part, start, edge < total ? edge : total - (ANCHOR + CLEAR));
  });
}

/**
 * Build the glyph of a flow.
 *
 * @param destination  world rings of the named destination when it has an outline of its own, else null
 */
export function flowGlyph(mark, style, parent, destination) {
  const node = group(mark, parent);
  const hit = element("path", { class: "dl-hit-line" }, node);
  const ring = element("path", { class: "dl-line dl-ring dl-ring-flow" }, node);
  const casing = element("path", { class: "dl-line dl-casing" }, node);
  const body = element("path", { class: "dl-line" }, node);
  const core = element("path", { class: "dl-line dl-core" }, node);
  const tip = element("path", { class: "dl-hit", "stroke-linejoin": "miter" }, node);
  const strike = element("path", { class: "dl-line" }, node);
  const source = geometry.parts(mark.path).lines;
  const flow = { parts: source, destination };
  const glyph = { mark, node, box: geometry.boxOf(source), areas: [], course: [], lane: 0, status: null };

  function reshape(view) {
    glyph.view = view;
    if (glyph.status === null) return;
    const width = style.status[glyph.status].flowWidth;
    const [length, half] = [8 + width * 1.5, 3.5 + width];
    glyph.course = course(flow, view, glyph.lane);
    const last = glyph.course.at(-1);
    const total = lines.lengthOf(last);
    const d = glyph.course
      .map((part, i) => (i < glyph.course.length - 1 ? part : lines.slice(part, 0, total - length + 1)))
      .map((part) => geometry.pathText(part)).join("");
    for (const path of [hit, ring, casing, body, core]) path.setAttribute("d", d);
    tip.setAttribute("d", total > 0 ? head(lines.along(last, total), Math.min(length, total), half) : "");
    const { x, y } = lines.along(last, total / 2);
    strike.setAttribute("d", total > 0 ? `M${x - 8} ${y + 8}L${x + 8} ${y - 8}` : ""); // too short to be seen: nothing is struck
  }

  return Object.assign(glyph, {
    reshape,
    restyle({ status, lane }) {
      const sign = style.status[status];
      const open = signs.hollow(style, status);
      const moved = glyph.lane !== lane || glyph.status !== status;
      Object.assign(glyph, { lane, status });
      const round = sign.dash !== null && sign.dash[0] < 1;
      attributes(casing, { "stroke-width": sign.flowWidth + 3 });
      ring.style.setProperty("--flow", `${sign.flowWidth}px`);
      attributes(body, {
        stroke: signs.ink(status),
        "stroke-width": sign.flowWidth,
        "stroke-dasharray": sign.dash ? (round ? `0.1 ${sign.flowWidth * 1.9}` : FLOW_DASH[status]) : null,
        "stroke-linecap": round ? "round" : "butt",
      });
      attributes(core, { "stroke-width": status === "planned" ? sign.flowWidth - 3 : 0 });
      attributes(tip, {
        fill: open ? "var(--land)" : signs.ink(status), stroke: signs.ink(status), "stroke-width": open ? 1.6 : 0,
      });
      attributes(strike, { stroke: signs.ink(status), "stroke-width": sign.strike ? 2 : 0 });
      if (moved && glyph.view) reshape(glyph.view);
    },
  });
}

// Longer than the dashes of an outline, in step with the greater width.
const FLOW_DASH = { planned: "10 5", possible: "10 4 2 4" };

const TICK = 5; // half the length of an end tick, pixels

/** Build the glyph of a stated distance: a line in ink between the two places, with a tick at each end. */
export function distanceGlyph(mark, parent) {
  const node = group(mark, parent);
  const hit = element("path", { class: "dl-hit-line" }, node);
  const ring = element("path", { class: "dl-line dl-ring" }, node);
  const casing = element("path", { class: "dl-line dl-casing", "stroke-width": 4.4 }, node);
  const body = element("path", { class: "dl-line", stroke: "var(--line)", "stroke-width": 1.6 }, node);
  const ends = [geometry.world(...mark.from), geometry.world(...mark.to)];
  const glyph = { mark, node, areas: [], box: geometry.boxOf(ends), course: [] };
  return Object.assign(glyph, {
    reshape(view) {
      const [a, b] = ends.map((end) => geometry.toScreen(end, view));
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      const [tx, ty] = [(-(b[1] - a[1]) / length) * TICK, ((b[0] - a[0]) / length) * TICK];
      const tick = ([x, y]) => `M${x - tx} ${y - ty}L${x + tx} ${y + ty}`;
      const d = `${geometry.pathText([...a, ...b])}${tick(a)}${tick(b)}`;
      for (const path of [hit, ring, casing, body]) path.setAttribute("d", d);
      glyph.course = [[...a, ...b]];
    },
    restyle() {},
  });
}
