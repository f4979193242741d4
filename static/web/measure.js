// What is measured by hand: a line or a shape of positions, and what there is to say of it. Values in, values out.

import { positionWords } from "./coordinates.js";
import { enclosed, shortest } from "./geodesics.js";
import { areaIn, bearingWords, lengthIn } from "./units.js";

/** Nothing measured. A point is {at: [lon, lat], grain: metres it may be off by}; `ended` takes no more of them. */
export const NOTHING = { points: [], closed: false, ended: false };

export const added = (line, point) => ({ ...line, points: [...line.points, point] });
export const ended = (line, closed = false) => ({ ...line, ended: true, closed });

/** Without what was done last: the closing, else the last point. */
export function undone({ points, closed }) {
  return { points: closed ? points : points.slice(0, -1), closed: false, ended: false };
}

const turn = ([ax, ay], [bx, by], [cx, cy]) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Whether a closed shape crosses itself, as it is drawn with straight sides. */
function crossesItself(positions) {
  const ring = positions.reduce((done, [lon, lat]) => {
    const before = done.at(-1)?.[0] ?? lon;
    return [...done, [lon + Math.round((before - lon) / 360) * 360, lat]];
  }, []);
  const sides = ring.map((at, i) => [at, ring[(i + 1) % ring.length]]);
  return sides.some(([a, b], i) => sides.slice(i + 1).some(([c, d]) =>
    turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0));
}

/** Sides of a line, in order: {from, to: [lon, lat], metres, bearing}. */
export const sides = ({ points, closed }) => {
  const all = closed ? [...points, points[0]] : points;
  return all.slice(1).map(({ at }, i) => ({ from: all[i].at, to: at, ...shortest(all[i].at, at) }));
};

/**
 * What there is to say of a line.
 *
 * @returns {{total, rows: [[name, words]]}} null where nothing is measured yet
 */
export function findings(line, unit) {
  if (line.points.length < 2) return null;
  const grain = Math.max(...line.points.map((point) => point.grain));
  const all = sides(line);
  const metres = all.reduce((sum, side) => sum + side.metres, 0);
  const length = lengthIn(metres, unit, grain);
  if (!line.closed) {
    const last = all.at(-1);
    return { total: length, rows: [
      all.length > 1 && ["Last side", lengthIn(last.metres, unit, grain)],
      last.metres > 0 && ["Initial bearing", bearingWords(last.bearing)],
    ].filter(Boolean) };
  }
  const positions = line.points.map(({ at }) => at);
  if (crossesItself(positions)) return { total: length, rows: [["Area", "none: the outline crosses itself"]] };
  const { perimeter, area } = enclosed(positions);
  return { total: areaIn(area, unit, (perimeter * grain) / 2), rows: [["Perimeter", length]] };
}

/** A line's findings as a text to copy, with its points. */
export function report(line, { unit, notation }) {
  const { total, rows } = findings(line, unit);
  const points = line.points.map(({ at: [lon, lat], grain }) => positionWords(notation, lat, lon, grain));
  return `${[total, ...rows.map(([name, words]) => `${name.toLowerCase()} ${words}`)].join("; ")}; points ${points.join(", ")}`;
}
