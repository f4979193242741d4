// What of a mark labels had better not cover: lines in view, dots, specks, tags and edges of areas, each with its cost.

import * as geometry from "./map-geometry.js";
import * as lines from "./map-lines.js";
import { tagBox } from "./map-since.js";

const SPECK = 100; // pixels: wider areas can do with a label on them
const BEAD = 14;
const COST = { line: 1.5, head: 4, tag: 16, speck: 4, edge: 0.4 };

/** A line as a string of boxes, of which only those near the view count. */
function beads(line, near, cost, from = 0, to = lines.lengthOf(line)) {
  const found = [];
  for (let at = from; at <= to; at += BEAD) {
    const { x, y } = lines.along(line, at);
    if (geometry.contains(near, x, y)) found.push({ box: [x - 6, y - 6, x + 6, y + 6], cost });
  }
  return found;
}

/** The part of a line in view, the head of an arrow the costliest to cover. */
function beadsOfCourse(course, near) {
  const seen = lines.stretchIn(course, near);
  if (seen === null) return [];
  const neck = Math.max(seen[0], Math.min(seen[1], lines.lengthOf(course) - 2 * BEAD));
  return [...beads(course, near, COST.line, seen[0], neck), ...beads(course, near, COST.head, neck, seen[1])];
}

/** The outer edge of the largest part of an area, where it is in view. */
function beadsOfEdge(glyph, view, near) {
  const [ring] = geometry.largest(glyph.areas);
  if (!ring) return [];
  const found = [];
  let [px, py] = [NaN, NaN];
  const screen = geometry.toScreen(ring, view, 3);
  for (let i = 0; i < screen.length; i += 2) {
    const [x, y] = [screen[i], screen[i + 1]];
    if (Math.hypot(x - px, y - py) < BEAD || !geometry.contains(near, x, y)) continue;
    found.push({ box: [x - 4, y - 4, x + 4, y + 4], cost: COST.edge });
    [px, py] = [x, y];
  }
  return found;
}

/**
 * Boxes of a glyph on the screen, as {box, cost}.
 *
 * @param near  box in layer pixels; what lies outside it does not count
 */
export function delicateOf(glyph, view, near) {
  const tags = tagBox(glyph).map((box) => ({ box, cost: COST.tag }));
  if (glyph.course) return [...tags, ...glyph.course.flatMap((course) => beadsOfCourse(course, near))];
  const box = geometry.grow(geometry.toScreen(glyph.box, view, 0), 4);
  if (!geometry.overlaps(box, near)) return [];
  return [...tags, ...(box[2] - box[0] < SPECK ? [{ box, cost: COST.speck }] : beadsOfEdge(glyph, view, near))];
}
