// Thousands of places: which stand for themselves at a zoom, and which are too close and stand together in a ring.
//
// A ring is {x, y, count, shares, cells}: the mean of its places in world coordinates, how many they are, how many of
// them have each status (the one each would be drawn with), and the grid cells they lie in. Nothing is moved to make
// room. Works on columns of numbers: ten thousand places take a millisecond or two.

import * as geometry from "./map-geometry.js";
import { STATUSES } from "./statuses.js";

/** Scenes with more marks than this are drawn as a crowd: dots in heaps say less than a ring that counts them. */
const CROWD = 1000;

/** Layers of lines, which never stand together. */
export const LINES = new Set(["flows", "distances"]);

/** Whether marks are too many for a drawing of each. */
export const isCrowd = (marks) => marks.length > CROWD;

/** Places nearer than about this many pixels stand together; larger shapes always stand for themselves. */
const CELL = 64;

/** Zoom level whose cells are groups of the opening: 300 km at the equator. */
const FAR = 5;

/** Radius of a ring on the screen, by how many places it stands for. */
export const ringRadius = (count) => 9.5 + 4 * Math.log10(count);

/** Number in STATUSES of the strongest of a set of bits. */
const strongest = (bits) => 31 - Math.clz32(bits & -bits);

/** World box of a place: its outline, its circle, or the point where nothing larger is drawn. */
function boxOf(mark) {
  const { areas, lines } = geometry.parts(mark.geometry);
  if (areas.length + lines.length > 0) return geometry.boxOf([...areas.flat(), ...lines]);
  const at = geometry.world(mark.lon, mark.lat);
  return [...at, ...at];
}

/** Anchors of wide places and of distances are few and say much: they never join a ring. */
const aloof = (mark) => mark.layer !== "mentioned" && (mark.wide || mark.reference);

function columnsOf(marks) {
  const boxes = marks.map(boxOf);
  const column = (read) => Float64Array.from(boxes, read);
  return {
    boxes,
    x: column(([west, , east]) => (west + east) / 2),
    y: column(([, north, , south]) => (north + south) / 2),
    size: Float64Array.from(marks, (mark, i) => (aloof(mark) ? Infinity : boxes[i][2] - boxes[i][0])),
  };
}

/** Join rings and lone places that would overlap on the screen, the larger ones first. */
function joined(groups, scale) {
  const found = [];
  for (const group of groups.sort((a, b) => b.count - a.count)) {
    const reach = (other) => (ringRadius(other.count) + ringRadius(group.count) + 2) / scale;
    const near = found.find((other) => Math.hypot(other.x - group.x, other.y - group.y) < reach(other));
    if (near) absorb(near, group);
    else found.push(group);
  }
  return found;
}

function absorb(ring, other) {
  const count = ring.count + other.count;
  ring.x = (ring.x * ring.count + other.x * other.count) / count;
  ring.y = (ring.y * ring.count + other.y * other.count) / count;
  ring.count = count;
  ring.shares = ring.shares.map((share, i) => share + other.shares[i]);
  ring.cells.push(...other.cells);
}

/**
 * @param marks  marks of places; a mark is known by its number in this list
 * @param rows   the row of each in the scene's marks
 */
export function createCrowd(marks, rows) {
  const { boxes, x, y, size } = columnsOf(marks);
  const grids = new Map(); // zoom level → {cellOf: cell of each mark, count, sumX, sumY, shares, last}

  /** Cells of a zoom level, numbered in the order in which marks come upon them. */
  function grid(level) {
    if (!grids.has(level)) {
      const [perPixel, across] = [2 ** level / CELL, 2 ** (level + 4)];
      const known = new Map();
      const cellOf = Int32Array.from(marks, (_, i) => {
        const key = Math.floor(y[i] * perPixel) * across + Math.floor(x[i] * perPixel);
        if (!known.has(key)) known.set(key, known.size);
        return known.get(key);
      });
      const numbers = () => new Float64Array(known.size);
      grids.set(level, {
        cellOf, count: numbers(), sumX: numbers(), sumY: numbers(), last: numbers(),
        shares: new Float64Array(known.size * STATUSES.length),
      });
    }
    return grids.get(level);
  }

  /** Part the visible marks of a box of the world into those that stand for themselves and the cells of the others. */
  function sort(near, scale, level, bits, apart) {
    const { cellOf, count, sumX, sumY, last, shares } = grid(level);
    for (const column of [count, sumX, sumY, shares]) column.fill(0);
    const alone = [];
    for (let i = 0; i < marks.length; i += 1) {
      const seen = bits[rows[i]];
      if (seen === 0 || !geometry.overlaps(boxes[i], near)) continue;
      if (size[i] * scale > CELL || apart.has(marks[i].id)) {
        alone.push(i);
        continue;
      }
      const cell = cellOf[i];
      count[cell] += 1;
      sumX[cell] += x[i];
      sumY[cell] += y[i];
      last[cell] = i;
      shares[cell * STATUSES.length + strongest(seen)] += 1;
    }
    return alone;
  }

  /** The cells that `sort` filled, as groups. */
  function groups(level) {
    const { count, sumX, sumY, shares, last } = grid(level);
    const found = [];
    for (let cell = 0; cell < count.length; cell += 1) {
      if (count[cell] === 0) continue;
      const share = [...shares.subarray(cell * STATUSES.length, (cell + 1) * STATUSES.length)];
      found.push({
        x: sumX[cell] / count[cell], y: sumY[cell] / count[cell], count: count[cell], shares: share, cells: [cell],
        only: last[cell],
      });
    }
    return found;
  }

  const visible = (bits) => [...marks.keys()].filter((i) => bits[rows[i]] !== 0);
  const levelOf = (view) => Math.round(view.zoom);

  return {
    marks,
    box: (i) => boxes[i],

    /**
     * What stands where.
     *
     * @param view   the camera (map-overlay.js)
     * @param near   world box to look at
     * @param bits   statuses of every row of the scene's marks, 0 for what is not drawn
     * @param apart  ids of marks that stand for themselves whatever is near them: those that are selected
     * @returns {rings, alone}: `alone` are numbers of marks, those of which most is said first
     */
    gather(view, near, bits, apart = new Set()) {
      const alone = sort(near, view.scale, levelOf(view), bits, apart);
      const all = joined(groups(levelOf(view)), view.scale);
      const single = all.filter(({ count }) => count === 1).map(({ only }) => only);
      return {
        rings: all.filter(({ count }) => count > 1),
        alone: [...alone, ...single].sort((a, b) => marks[b].items.length - marks[a].items.length || a - b),
      };
    },

    /** Marks of a ring that `gather` gave for the same view and bits, as numbers. */
    members(ring, view, bits, apart = new Set()) {
      const { cellOf } = grid(levelOf(view));
      const cells = new Set(ring.cells);
      const inRing = (i) => cells.has(cellOf[i]) && bits[rows[i]] !== 0 && size[i] * view.scale <= CELL;
      return [...marks.keys()].filter((i) => inRing(i) && !apart.has(marks[i].id));
    },

    /** The rings, of those that `gather` gave for this view, that marks with these ids are in. */
    ringsWith(ids, rings, view) {
      if (ids.size === 0) return new Set();
      const { cellOf } = grid(levelOf(view));
      const ringOf = new Map(rings.flatMap((ring) => ring.cells.map((cell) => [cell, ring])));
      return new Set([...marks.keys()].filter((i) => ids.has(marks[i].id)).map((i) => ringOf.get(cellOf[i])));
    },

    /** Visible marks in a box of the world, as numbers. */
    within: (box, bits) => visible(bits).filter((i) => geometry.overlaps(boxes[i], box)),

    /** World boxes of the visible marks with these ids, or of all of them. */
    boxes: (ids, bits) => visible(bits).filter((i) => ids === null || ids.has(marks[i].id)).map((i) => boxes[i]),

    /** Where most is said: groups as {box, wide, weight}, without what is only mentioned. */
    weights(bits) {
      const { cellOf } = grid(FAR);
      const literal = visible(bits).filter((i) => marks[i].layer !== "mentioned");
      const cells = Map.groupBy(literal, (i) => (marks[i].wide ? `wide ${i}` : cellOf[i]));
      return [...cells.values()].map((all) => ({
        box: geometry.union(all.map((i) => boxes[i])),
        wide: marks[all[0]].wide,
        weight: all.reduce((sum, i) => sum + marks[i].items.length, 0),
      }));
    },
  };
}
