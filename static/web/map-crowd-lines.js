// Movements and distances among thousands of places: only those that can be told at a zoom are drawn.

import * as geometry from "./map-geometry.js";

/** Pixels between the ends of the shortest line that says where from and where to; a shorter one lies within a ring. */
const LEAST = 24;

const boxOf = (mark) => geometry.boxOf(mark.path
  ? geometry.parts(mark.path).lines : [geometry.world(...mark.from), geometry.world(...mark.to)]);

/**
 * @param marks  marks of lines
 * @param rows   the row of each in the scene's marks
 */
export function createCrowdLines(marks, rows) {
  const boxes = marks.map(boxOf);
  const length = Float64Array.from(boxes, ([west, north, east, south]) => Math.hypot(east - west, south - north));
  const among = (wanted) => [...marks.keys()].filter(wanted);
  return {
    /** Marks to draw in a box of the world; `bits` as for a crowd's `gather`, marks of `apart` however short they are. */
    seen: (near, scale, bits, apart) => among((i) => bits[rows[i]] !== 0 && geometry.overlaps(boxes[i], near)
      && (length[i] * scale >= LEAST || apart.has(marks[i].id))).map((i) => marks[i]),
    /** World boxes of the visible marks with these ids. */
    boxes: (ids, bits) => among((i) => bits[rows[i]] !== 0 && ids.has(marks[i].id)).map((i) => boxes[i]),
  };
}
