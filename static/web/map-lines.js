// Geometry along lines on the screen: flat arrays x0, y0, x1, y1, … in pixels.

import { contains, inside } from "./map-geometry.js";

/** A point at a share of the way between two vertices. */
const between = (line, i, t) => [
  line[i] + t * (line[i + 2] - line[i]), line[i + 1] + t * (line[i + 3] - line[i + 1]),
];

const step = (line, i) => Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);

export function lengthOf(line) {
  let sum = 0;
  for (let i = 0; i + 3 < line.length; i += 2) sum += step(line, i);
  return sum;
}

/** The point `distance` along a line, with the unit direction there: {x, y, dx, dy}. */
export function along(line, distance) {
  let left = Math.max(0, distance);
  for (let i = 0; i + 3 < line.length; i += 2) {
    const length = step(line, i);
    if (length > 0 && (left <= length || i + 5 >= line.length)) {
      const [x, y] = between(line, i, Math.min(1, left / length));
      return { x, y, dx: (line[i + 2] - line[i]) / length, dy: (line[i + 3] - line[i + 1]) / length };
    }
    left -= length;
  }
  return { x: line[0], y: line[1], dx: 1, dy: 0 };
}

/** The part of a line between two distances from its start; empty when nothing is left. */
export function slice(line, from, to) {
  if (to - from < 0.1) return [];
  const [a, b] = [along(line, from), along(line, to)];
  const points = [a.x, a.y];
  let gone = 0;
  for (let i = 2; i < line.length - 2; i += 2) {
    gone += step(line, i - 2);
    if (gone > from && gone < to) points.push(line[i], line[i + 1]);
  }
  return [...points, b.x, b.y];
}

/** A line moved sideways by `by` pixels, to the right of its direction when positive. */
export function offset(line, by) {
  if (by === 0) return line;
  const moved = [];
  for (let i = 0; i < line.length; i += 2) {
    const [a, b] = [Math.max(0, i - 2), Math.min(line.length - 2, i + 2)];
    const [dx, dy] = [line[b] - line[a], line[b + 1] - line[a + 1]];
    const length = Math.hypot(dx, dy) || 1;
    moved.push(line[i] - (dy / length) * by, line[i + 1] + (dx / length) * by);
  }
  return moved;
}

/** How far along a line its last stretch enters the rings; its whole length when it ends outside them. */
export function entry(line, rings) {
  const total = lengthOf(line);
  const within = (distance) => {
    const { x, y } = along(line, distance);
    return inside(rings, x, y);
  };
  if (!within(total)) return total;
  const pace = Math.max(2, total / 400);
  let outer = total;
  while (outer > 0 && within(outer)) outer -= pace;
  if (outer <= 0) return total; // it starts inside, too: there is no edge to stop at
  let [low, high] = [outer, Math.min(total, outer + pace)];
  while (high - low > 0.25) {
    const middle = (low + high) / 2;
    if (within(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/** The longest stretch of a line inside a box, as [from, to] distances, or null when it misses the box. */
export function stretchIn(line, box) {
  const total = lengthOf(line);
  const pace = Math.max(4, total / 500);
  let best = null;
  let start = null;
  for (let at = 0; at <= total + pace; at += pace) {
    const { x, y } = along(line, Math.min(at, total));
    const seen = at <= total && contains(box, x, y);
    if (seen && start === null) start = at;
    if (!seen && start !== null) {
      if (best === null || at - start > best[1] - best[0]) best = [start, Math.min(at, total)];
      start = null;
    }
  }
  return best;
}

const turn = (ax, ay, bx, by, cx, cy) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Whether the straight way from a to b crosses a line. */
export function crosses(line, a, b) {
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [px, py, qx, qy] = [line[i], line[i + 1], line[i + 2], line[i + 3]];
    if (turn(a.x, a.y, b.x, b.y, px, py) !== turn(a.x, a.y, b.x, b.y, qx, qy)
      && turn(px, py, qx, qy, a.x, a.y) !== turn(px, py, qx, qy, b.x, b.y)) return true;
  }
  return false;
}
