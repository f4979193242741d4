// Coverage: provinces that reports speak of are tinted, the more reports the deeper; all other land is hatched, for
// nothing was reported there, which is not the same as nothing happening.

import * as geometry from "./map-geometry.js";
import { areaFeature } from "./map-ground.js";
import { plural } from "./plural.js";

/** Share of ink in the tint, up to so many reports. */
const TINTS = [[1, 0.05], [2, 0.09], [5, 0.14], [Infinity, 0.2]];
const LABEL_ZOOM = 4;
const RANK = 30; // after every other name on the map

const tint = (reports) => TINTS.find(([most]) => reports <= most)[1];

/**
 * Reports and origins by area, of the items that can be read in the view.
 *
 * @returns rows of scene.coverage that have any: [{row, reports, origins}]; origins are roots of the chains of the
 *   figures there, those not stated counted as one, and 0 where there is no figure
 */
function covered(state) {
  return (state.scene.coverage ?? []).map((row) => {
    const items = row.items.filter(state.readable).map(state.item);
    const claims = items.filter((item) => item.type === "claim");
    return {
      row, reports: new Set(items.map((item) => item.report)).size,
      origins: new Set(claims.map((item) => item.source?.split(" ← ").at(-1) ?? null)).size,
    };
  }).filter(({ reports }) => reports > 0);
}

/** "3 reports · 2 origins", as the map prints it under a province. */
const coverageWords = ({ reports, origins }) =>
  [plural(reports, "report"), origins > 0 && plural(origins, "origin")].filter(Boolean).join(" · ");

/** Areas of a scene as features of the ground, made once. */
function features(row) {
  if (row.whole) return { land: [], at: null };
  const land = geometry.parts(row.geometry).areas.map(areaFeature);
  const main = geometry.largest(land.map(({ lines }) => lines));
  const [west, north, east, south] = geometry.boxOf(main);
  return { land, at: geometry.roomiest(main) ?? { x: (west + east) / 2, y: (north + south) / 2 } };
}

/** Where the words may stand: at the middle of the area, else at steps from there that are still inside. */
function spots([x, y], land, view, width, height) {
  const steps = [0, -1, 1, -2, 2].flatMap((down) => [0, -1, 1].map((right) => [x + right * width * 0.8, y + down * height * 2]));
  const inside = ([px, py]) => land.some(({ lines }) => geometry.inside(lines, (px + view.x) / view.scale, (py + view.y) / view.scale));
  return steps.filter(inside).map(([px, py]) => ({ x: px, y: py }));
}

/** What the ground needs to draw the coverage of a scene. */
export function createCoverage(state) {
  let shapes = new Map();
  let scene = null;

  const shape = (row) => {
    if (scene !== state.scene) [scene, shapes] = [state.scene, new Map()];
    if (!shapes.has(row.id)) shapes.set(row.id, features(row));
    return shapes.get(row.id);
  };

  return {
    /** What shows of it as a text. */
    print: () => covered(state).map(({ row, reports }) => `${row.id} ${tint(reports)}`).join(),
    on: () => state.get().layers.coverage === true,
    /** Provinces with something in view: [{land, ink}]; `ink` is the share of ink in their tint. */
    areas: () => covered(state).map(({ row, reports }) => ({ land: shape(row).land, ink: tint(reports) })),
    /** Countries named as a whole, by code: no province of theirs can be told. */
    wholes: () => covered(state).filter(({ row }) => row.whole).map(({ row }) => row.id),
    captions(view) {
      if (view.zoom < LABEL_ZOOM) return [];
      return covered(state).filter(({ row }) => !row.whole).map((each) => {
        const { x, y } = shape(each.row).at;
        const at = geometry.toScreen([x, y], view);
        return {
          id: `coverage ${each.row.id}`, kind: "coverage", rank: RANK,
          lines: [{ text: coverageWords(each), style: "note", colour: "var(--ink2)" }],
          spots: (width, height) => spots(at, shape(each.row).land, view, width, height),
        };
      });
    },
  };
}
