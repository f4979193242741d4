// Paints a crowd on a canvas: rings that show the shares of their places by status with the number inside, and dots.
//
// Statuses keep the colour and the line that they have everywhere else. Nothing here is interactive; `at` tells what
// lies under a point.

import * as geometry from "./map-geometry.js";
import { ringRadius } from "./map-crowd.js";
import { hollow } from "./map-signs.js";
import { STATUSES } from "./statuses.js";

const BAND = 4; // width of a ring's arcs, pixels
const DOT = 4.2; // radius of a place that stands for itself, as in map-marks.js
const REACH = 9; // how near to a dot a pointer must come, pixels
const TURN = 2 * Math.PI;

const digits = new Intl.NumberFormat("en");

/** Number of places as it stands in a ring: all its digits. */
export const printCount = (count) => digits.format(count);

function circle(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
}

/** The arcs of a ring, clockwise from the top: solid for what is said to be so, a thin line for what is not (yet) so. */
function arcs(context, { x, y, count, shares }, radius, { style, colours }) {
  let from = -TURN / 4;
  shares.forEach((share, i) => {
    if (share === 0) return;
    const status = STATUSES[i];
    const to = from + (share / count) * TURN;
    const open = hollow(style, status);
    context.beginPath();
    context.arc(x, y, radius - BAND / 2, from, to);
    context.strokeStyle = colours[`--${status}`];
    context.lineWidth = open ? BAND / 2 : BAND;
    context.setLineDash(open ? [3, 2] : []);
    context.stroke();
    from = to;
  });
  context.setLineDash([]);
}

function paintRing(context, ring, paint, { selected, hovered }) {
  const { x, y, count } = ring;
  const radius = ringRadius(count);
  const { colours } = paint;
  if (selected || hovered) {
    circle(context, x, y, radius + 2.5);
    context.fillStyle = colours["--ink"];
    context.fill();
  }
  circle(context, x, y, radius + 1);
  context.fillStyle = colours["--panel"];
  context.fill();
  arcs(context, ring, radius, paint);
  context.fillStyle = colours["--ink"];
  context.fillText(printCount(count), x, y + 0.5);
}

function paintDot(context, { x, y, status, mentioned }, { style, colours }, hovered) {
  const open = mentioned || hollow(style, status);
  const ink = colours[mentioned ? "--ink3" : `--${status}`];
  if (hovered) {
    circle(context, x, y, 7.5);
    context.strokeStyle = colours["--ink"];
    context.lineWidth = 1.5;
    context.stroke();
  }
  circle(context, x, y, DOT);
  context.fillStyle = open ? colours["--land"] : ink;
  context.strokeStyle = open ? ink : colours["--land"];
  context.lineWidth = open ? 1.8 : 1.2;
  context.fill();
  context.stroke();
}

/**
 * Paint what `screen` gave.
 *
 * @param paint   {style, colours}: data/style.json and the theme's custom properties
 * @param lit     {selected(thing), hovered(thing)}
 */
export function paintCrowd(context, { rings, dots }, paint, lit) {
  Object.assign(context, { textAlign: "center", textBaseline: "middle", font: `600 11px ${paint.colours["--font"]}` });
  dots.forEach((dot) => paintDot(context, dot, paint, lit.hovered(dot)));
  rings.forEach((ring) => paintRing(context, ring, paint, { selected: lit.selected(ring), hovered: lit.hovered(ring) }));
}

/** Rings and dots at their places on the screen, in layer pixels; each keeps what it stands for. */
export function onScreen({ rings, dots }, view) {
  const place = ([x, y]) => geometry.toScreen([x, y], view);
  const at = (thing, where) => {
    const [x, y] = place(where);
    return { ...thing, x, y };
  };
  return {
    rings: rings.map((ring) => at({ ...ring, ring }, [ring.x, ring.y])),
    dots: dots.map((dot) => at(dot, dot.at)),
  };
}

/** The ring or dot under a point of the screen, or null; a dot lies over the rings. */
export function thingAt({ rings, dots }, x, y) {
  const far = (thing) => Math.hypot(thing.x - x, thing.y - y);
  const dot = dots.reduce((best, each) => (far(each) <= REACH && (!best || far(each) < far(best)) ? each : best), null);
  return dot ?? rings.find((ring) => far(ring) <= ringRadius(ring.count) + 2) ?? null;
}
