// Marks of places, each in its honest shape: an area, a circle that says it is approximate, a strip, a line, a dot.
//
// A glyph is {mark, node, box, areas, course, reshape(view), restyle(look)}; `course` are a line's parts on the screen,
// undefined for what is no line. `reshape` follows the zoom, `restyle` the look ({status, selected, hovered}); neither
// rebuilds what has not changed.

import * as geometry from "./map-geometry.js";
import * as signs from "./map-signs.js";
import { attributes, element } from "./map-overlay.js";

let clips = 0;

// A frame around everything that the screen can show; with an area cut out of it, it is the area's outside.
const EVERYWHERE = "M-1e5 -1e5H1e5V1e5H-1e5Z";

/** A clip of one path, as [path element, attributes that use it]. */
function clip(parent, rule = "nonzero") {
  clips += 1;
  const node = element("clipPath", { id: `dl-clip-${clips}` }, parent);
  return [element("path", { "clip-rule": rule }, node), { "clip-path": `url(#dl-clip-${clips})` }];
}

/** The ring that says "selected": it runs outside a shape, so that it hides nothing of the shape's own sign. */
function outerRing(parent) {
  const [hole, outside] = clip(parent, "evenodd");
  const ring = element("path", { class: "dl-line dl-ring dl-ring-out", ...outside }, parent);
  return (d) => {
    hole.setAttribute("d", EVERYWHERE + d);
    ring.setAttribute("d", d);
  };
}

/** The group of a mark: a button for the keyboard and for screen readers. */
export function group(mark, parent) {
  return element("g", { class: "dl-mark", "data-mark": mark.id, tabindex: 0, role: "button" }, parent);
}

function area(mark, style, parent) {
  const { areas } = geometry.parts(mark.geometry);
  const node = group(mark, parent);
  const [inner, cut] = clip(node);
  const ring = outerRing(node);
  const body = element("path", { class: "dl-hit dl-body", "fill-rule": "evenodd" }, node);
  const halo = element("path", { class: "dl-line dl-halo" }, node);
  const line = element("path", { class: "dl-line" }, node);
  const strike = element("path", { class: "dl-line", ...cut }, node);
  const box = geometry.boxOf(areas.flat());
  return {
    node,
    areas,
    box: geometry.boxOf(geometry.largest(areas)),
    reshape(view) {
      const d = areas.flat().map((each) => geometry.pathText(geometry.toScreen(each, view), true)).join("");
      for (const path of [inner, body, halo, line]) path.setAttribute("d", d);
      ring(d);
      const [west, north, east, south] = geometry.toScreen(box, view, 0);
      strike.setAttribute("d", `M${west} ${south}L${east} ${north}`);
    },
    restyle({ status }) {
      const sign = signs.outline(style, status);
      attributes(body, signs.fill(style, status));
      attributes(halo, { "stroke-width": sign.halo, ...(sign.inset ? cut : { "clip-path": null }) });
      attributes(line, { ...sign.attributes, ...(sign.inset ? cut : { "clip-path": null }) });
      attributes(strike, { stroke: signs.ink(status), "stroke-width": style.status[status].strike ? 1.6 : 0 });
    },
  };
}

/**
 * A country, sea or great region that is only named: an anchor. The report does not speak of all of it, so it is not
 * filled; the ground draws the edge of a country. A place from which only distances are measured gets the same.
 */
function wide(mark, style, parent) {
  const node = group(mark, parent);
  const ring = element("circle", { class: "dl-line dl-ring", r: ANCHOR + 4 }, node);
  const hit = element("circle", { class: "dl-hit", r: 11, fill: "transparent" }, node);
  const anchor = element("circle", { class: "dl-hit" }, node);
  const at = geometry.world(mark.lon, mark.lat);
  return {
    node,
    areas: [],
    box: [...at, ...at],
    reshape(view) {
      const [cx, cy] = geometry.toScreen(at, view);
      for (const each of [ring, hit, anchor]) attributes(each, { cx, cy });
    },
    restyle({ status }) {
      const ink = mark.reference ? "var(--ink2)" : signs.ink(status);
      const hollow = { fill: "var(--land)", stroke: ink, "stroke-width": 1.8, "stroke-dasharray": null };
      attributes(anchor, { ...signs.dot(style, status, ANCHOR), ...hollow });
    },
  };
}

/** What lies at a distance from a place: anywhere in a dashed outline, so nothing marks a spot in it. */
function reach(mark, style, parent) {
  const { areas } = geometry.parts(mark.geometry);
  const node = group(mark, parent);
  const ring = outerRing(node);
  const body = element("path", { class: "dl-hit", "fill-rule": "evenodd" }, node);
  return {
    node,
    areas,
    box: geometry.boxOf(areas.flat()),
    reshape(view) {
      const d = areas.flat().map((each) => geometry.pathText(geometry.toScreen(each, view, 0), true)).join("");
      body.setAttribute("d", d);
      ring(d);
    },
    restyle({ status }) {
      attributes(body, signs.approximate(style, status));
    },
  };
}

/** Radius of the ring that stands for a wide place as a whole. */
export const ANCHOR = 4;

function disc(mark, style, parent) {
  const shape = geometry.circle(mark.lon, mark.lat, mark.radius);
  const node = group(mark, parent);
  const ring = outerRing(node);
  const body = element("path", { class: "dl-hit" }, node);
  const seat = element("rect", { width: 5, height: 5, "stroke-width": 1.8, fill: "var(--land)" }, node);
  const at = geometry.world(mark.lon, mark.lat);
  return {
    node,
    areas: [[shape]],
    box: geometry.boxOf([shape]),
    reshape(view) {
      const d = geometry.pathText(geometry.toScreen(shape, view, 0), true);
      body.setAttribute("d", d);
      ring(d);
      const [x, y] = geometry.toScreen(at, view);
      attributes(seat, { x: x - 2.5, y: y - 2.5 });
    },
    restyle({ status }) {
      attributes(body, signs.approximate(style, status));
      attributes(seat, { stroke: signs.ink(status) });
    },
  };
}

/** A strip of true width that never gets too thin to see. */
function strip(mark, style, parent) {
  const { areas } = geometry.parts(mark.geometry);
  const node = group(mark, parent);
  const ring = element("path", { class: "dl-line dl-ring" }, node);
  const body = element("path", {
    class: "dl-hit", fill: "var(--line)", stroke: "var(--line)", opacity: style.strip.opacity,
  }, node);
  const width = stripWidth(areas);
  const glyph = { node, areas, course: [] };
  return Object.assign(glyph, {
    box: geometry.boxOf(areas.flat()),
    reshape(view) {
      const d = areas.flat().map((each) => geometry.pathText(geometry.toScreen(each, view, 0.3), true)).join("");
      body.setAttribute("d", d);
      ring.setAttribute("d", d);
      attributes(body, { "stroke-width": Math.max(0, THINNEST - width * view.scale).toFixed(2) });
      glyph.course = areas.map(([outer]) => oneBank(geometry.toScreen(outer, view, 2)));
    },
    restyle() {},
  });
}

const THINNEST = 3.2;

/** The first half of a ring around a strip: one of its long sides. */
const oneBank = (ring) => ring.slice(0, Math.ceil(ring.length / 4) * 2);

/** Mean width of long thin areas: twice the area over the perimeter, in world pixels. */
function stripWidth(areas) {
  const ring = geometry.largest(areas)[0];
  let perimeter = 0;
  for (let i = 2; i < ring.length; i += 2) perimeter += Math.hypot(ring[i] - ring[i - 2], ring[i + 1] - ring[i - 1]);
  return Math.abs(geometry.area2(ring)) / perimeter;
}

function line(mark, style, parent) {
  const { lines } = geometry.parts(mark.geometry);
  const node = group(mark, parent);
  const ring = element("path", { class: "dl-line dl-ring" }, node);
  const hit = element("path", { class: "dl-hit-line" }, node);
  const body = element("path", { class: "dl-line" }, node);
  const glyph = { node, areas: [], box: geometry.boxOf(lines), course: [] };
  return Object.assign(glyph, {
    reshape(view) {
      glyph.course = lines.map((each) => geometry.toScreen(each, view));
      const d = glyph.course.map((part) => geometry.pathText(part)).join("");
      for (const path of [ring, hit, body]) path.setAttribute("d", d);
    },
    restyle({ status }) {
      attributes(body, { ...signs.outline(style, status).attributes, "stroke-width": style.status[status].width });
    },
  });
}

/** A dot, and once there is room for it the ring that says how precise the dot is. */
function point(mark, style, parent) {
  const node = group(mark, parent);
  const precision = element("path", { class: "dl-line dl-precision" }, node);
  const hit = element("circle", { class: "dl-hit", r: 12, fill: "transparent" }, node);
  const ring = element("circle", { class: "dl-line dl-ring", r: 7.5 }, node);
  const body = element("circle", {}, node);
  const strike = element("path", { class: "dl-line" }, node);
  const at = geometry.world(mark.lon, mark.lat);
  const reach = mark.radius ? geometry.circle(mark.lon, mark.lat, mark.radius) : null;
  const radius = reach ? mark.radius / geometry.metresPerPixel(mark.lat) : 0;
  return {
    node,
    areas: [],
    box: [...at, ...at],
    reshape(view) {
      const [cx, cy] = geometry.toScreen(at, view);
      for (const each of [hit, ring, body]) attributes(each, { cx, cy });
      strike.setAttribute("d", `M${cx - 7} ${cy + 7}L${cx + 7} ${cy - 7}`);
      const room = radius * view.scale > 10;
      precision.setAttribute("d", room ? geometry.pathText(geometry.toScreen(reach, view, 0), true) : "");
    },
    restyle({ status }) {
      attributes(body, mark.layer === "mentioned" ? MENTIONED : signs.dot(style, status, 4.2));
      attributes(precision, { stroke: signs.ink(status) });
      attributes(strike, { stroke: signs.ink(status), "stroke-width": style.status[status].strike ? 1.6 : 0 });
    },
  };
}

const MENTIONED = {
  r: 4, fill: "transparent", stroke: "var(--ink3)", "stroke-width": 1.6, "stroke-dasharray": "0.1 2.6",
  "stroke-linecap": "round",
};

/** Which shape a mark gets: names without a place on the ground are dots, whatever their extent. */
function shapeFor(mark) {
  if (mark.layer === "mentioned") return point;
  if (mark.layer === "offsets") return reach;
  if (mark.wide || mark.reference) return wide;
  if (mark.shape === "polygon") return area;
  if (mark.shape === "circle" && mark.radius) return disc;
  if (mark.shape === "strip") return strip;
  return mark.shape === "line" ? line : point;
}

/** Build the glyph of a place. */
export function placeGlyph(mark, style, parent) {
  return Object.assign(shapeFor(mark)(mark, style, parent), { mark });
}

/** Large areas first, dots last, names only mentioned at the very end: nothing lies under something larger. */
export function drawingOrder(glyphs) {
  const size = ({ mark, box }) => (mark.layer === "mentioned" ? -1 : (box[2] - box[0]) * (box[3] - box[1]));
  return [...glyphs].sort((a, b) => size(b) - size(a));
}
