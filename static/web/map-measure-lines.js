// The measured line on the map: its sides as geodesics, its points, and the lengths of its sides.

import { along, cutAtAntimeridian, shortest } from "./geodesics.js";
import * as geometry from "./map-geometry.js";
import { element, svgOverlay } from "./map-overlay.js";
import { sides } from "./measure.js";
import { lengthIn } from "./units.js";

const LABELLED_PX = 56; // sides that are shorter get no length on the map
const DOT = 3.5;

const drawn = (from, to) => cutAtAntimeridian(along(from, to)).map(geometry.flat);

/**
 * @param shown  () => {line: of measure.js, ahead: [lon, lat] of a point that may come next, or null, unit,
 *               grain: metres that a length may be off by}
 * @returns {{overlay, refresh(): the line is another}}
 */
export function createLines(L, shown) {
  let kept = { line: null, sides: [] };
  const overlay = svgOverlay(L, { pane: "tools", draw: (view) => draw(view) });

  /** Sides with their drawn pieces; they are worked out once, not at every move of the map. */
  function laid(line) {
    if (kept.line !== line) kept = { line, sides: sides(line).map((side) => ({ ...side, pieces: drawn(side.from, side.to) })) };
    return kept.sides;
  }

  const path = (pieces, view, name) => {
    const d = pieces.map((piece) => geometry.pathText(geometry.toScreen(piece, view))).join("");
    return element("path", { d, class: name }, overlay.root);
  };

  function label(side, view, words) {
    const [piece] = side.pieces.toSorted((a, b) => b.length - a.length);
    const screen = geometry.toScreen(piece, view, 0);
    const [west, north, east, south] = geometry.boxOf([screen]);
    if (Math.hypot(east - west, south - north) < LABELLED_PX) return;
    const at = 2 * Math.floor(screen.length / 4);
    const text = element("text", { x: screen[at], y: screen[at + 1] - 7, class: "dl-side" }, overlay.root);
    text.textContent = words;
  }

  function draw(view) {
    overlay.root.replaceChildren();
    const { line, ahead, unit, grain } = shown();
    const all = laid(line);
    const pieces = all.flatMap((side) => side.pieces);
    path(pieces, view, "dl-tool-case");
    path(pieces, view, "dl-measured");
    const last = line.points.at(-1);
    const next = ahead && last ? [{ pieces: drawn(last.at, ahead), ...shortest(last.at, ahead) }] : [];
    next.forEach((side) => path(side.pieces, view, "dl-ahead"));
    for (const { at } of line.points) {
      const [cx, cy] = geometry.toScreen(geometry.world(...at), view, 0);
      element("circle", { cx, cy, r: DOT, class: "dl-point" }, overlay.root);
    }
    [...all, ...next].forEach((side) => label(side, view, lengthIn(side.metres, unit, grain)));
  }

  return { overlay, refresh: () => overlay._map && overlay._update() };
}
