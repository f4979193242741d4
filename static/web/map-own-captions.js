// Names of the analyst's own features: quiet, in the ink of their layer, after all that reports name.

import * as geometry from "./map-geometry.js";
import { spotsAlong, spotsBeside } from "./map-captions.js";
import { around, wrapped } from "./map-labels.js";
import { spotsIn } from "./map-names.js";
import { isNumbered } from "./own.js";

/** Between the names of the ground's countries and its towns (map-names.js): the analyst chose to see these. */
const RANK = 45;
/** Of so many features in view a name is tried, those of the uppermost layer first; of more, none is kept free. */
const MOST = 80;
const WORTH = 9; // cost of a spot from which a name is left out
const COVERED = 3; // cost, for any name, of a spot on a feature: it would seem to name it
const SMALL = 90; // pixels: an area no larger than this on the screen is named beside it
const LARGE = 260; // pixels: an area from this size on is ground that names may stand on
const LONGEST = 40; // letters; the whole name is on the card
const SIGN = 5; // half of a point's square with its edge, pixels

const cut = (name) => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`);
const longest = (all) => all.reduce((a, b) => (b.length > a.length ? b : a));
const units = new WeakMap(); // shape → its areas as those of a country

/** An area in the terms of spotsIn: its outlines, and the roomiest point of the largest one. */
function unitOf(shape) {
  if (!units.has(shape)) {
    const { x, y } = geometry.roomiest(geometry.largest(shape.areas)) ?? { x: shape.box[0], y: shape.box[1] };
    units.set(shape, { land: shape.areas.map((rings) => ({ lines: rings })), label: [x, y] });
  }
  return units.get(shape);
}

/** A shape's points that are in view, in pixels. */
const pointsIn = ({ points }, view) => points.map((at) => geometry.toScreen(at, view))
  .filter(([x, y]) => geometry.contains(view.box, x, y));

/** Boxes of the squares of a shape's points: a name on one would seem to be its own. */
const squaresOf = (shape, view) => pointsIn(shape, view).map(([x, y]) => geometry.grow([x, y, x, y], SIGN));

/** A shape's points, and its areas where they are small enough to be left free: [{box, cost}]. */
function softOf(shape, view) {
  const squares = squaresOf(shape, view).map((box) => ({ box, cost: COVERED }));
  if (shape.areas.length === 0) return squares;
  const box = geometry.toScreen(shape.box, view, 0);
  return sizeOf(box) < LARGE ? [...squares, { box, cost: COVERED }] : squares;
}

const sizeOf = ([west, north, east, south]) => Math.max(east - west, south - north);

function spotsOf(shape, view) {
  const [point] = pointsIn(shape, view);
  if (point) return (width, height) => around(...point, SIGN + 3, width, height);
  if (shape.areas.length > 0) {
    const box = geometry.toScreen(shape.box, view, 0);
    const within = spotsIn(unitOf(shape), view, (x, y) => inAreas(shape, view, x, y));
    return (width, height) => [
      ...within(width, height), ...(sizeOf(box) < SMALL ? spotsBeside(box, width, height) : []),
    ];
  }
  const line = shape.lines.length > 0 ? geometry.toScreen(longest(shape.lines), view, 1.5) : [];
  return (width, height) => (line.length >= 4 ? spotsAlong(line, view, width, height) : []);
}

/** Whether a spot of the screen is inside an area and in none of its holes. */
function inAreas({ areas }, view, x, y) {
  const at = [(x + view.x) / view.scale, (y + view.y) / view.scale];
  return areas.some((rings) => geometry.inside(rings, ...at));
}

/**
 * Captions of own features in view, none on another one's point, and what of them other names had better leave free:
 * of a crowd nothing, which would drive the reports' names from their places.
 *
 * @param layers  [{row, shapes}], the uppermost first; shapes as map-own.js makes them
 * @param theme   "light" or "dark"
 * @returns {{captions, soft}} both as map-labels.js takes them
 */
export function ownCaptions(layers, view, theme) {
  const seen = geometry.boxInWorld(view.box, view);
  const here = layers.flatMap(({ row, shapes }) => shapes
    .filter(({ box }) => geometry.overlaps(geometry.grow(box, 1e-9), seen)).map((shape) => ({ row, shape })));
  const squares = here.flatMap(({ shape }) => squaresOf(shape, view));
  const clear = (width, height) => ({ x, y }) => {
    const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    return !squares.some((each) => geometry.overlaps(box, each));
  };
  const captions = here.filter(({ shape }) => !isNumbered(shape.feature)).slice(0, MOST).map(({ row, shape }, i) => {
    const spots = spotsOf(shape, view);
    return {
      id: `${row.id} ${shape.number}`,
      kind: "own",
      rank: RANK - i / MOST,
      most: WORTH,
      lines: wrapped(cut(shape.feature.name)).map((text) => ({ text, style: "town", colour: row.inks[theme] })),
      spots: (width, height) => spots(width, height).filter(clear(width, height)),
    };
  });
  return { captions, soft: here.length > MOST ? [] : here.flatMap(({ shape }) => softOf(shape, view)) };
}
