// The tags of marks that are new, a plus on ink, or of which more is said, a triangle on paper: no colour tells them.

import { attributes, element } from "./map-overlay.js";
import * as geometry from "./map-geometry.js";
import * as lines from "./map-lines.js";
import { NEW } from "./since.js";

const RADIUS = 6.5;
const PLUS = "M-3.4 0H3.4M0 -3.4V3.4";
const TRIANGLE = "M0 -3.4L3.3 2.5H-3.3Z";

/** Where a tag stands from a dot, and from the middle of an area that has room for its name there. */
const OFF = { dot: [9, -9], area: [0, -26] };
const ROOMY = 90; // pixels across
const [ALONG, STEP] = [0.12, 0.007]; // of a movement, and farther for each pixel that it runs beside others

/** The drawing of a tag around 0, 0: on the map and in the legend alike. */
export function drawTag(parent, sign) {
  const node = element("g", { class: `dl-since is-${sign}`, "data-since": sign }, parent);
  element("circle", { r: RADIUS }, node);
  element("path", { d: sign === NEW ? PLUS : TRIANGLE }, node);
  return node;
}

/** Give a glyph the tag of a sign, or take it away where that is null. */
export function tag(glyph, sign) {
  if ((glyph.tag?.dataset.since ?? null) === sign) return;
  glyph.tag?.remove();
  glyph.tag = sign && drawTag(glyph.node, sign);
}

/** Where the tag of a glyph stands on the screen; null for one that has none. */
function spotOf({ mark, areas, course, box, lane }, view) {
  if (mark.layer === "flows") {
    const [first] = course;
    if (!first) return null;
    const { x, y } = lines.along(first, lines.lengthOf(first) * (ALONG + STEP * Math.abs(lane)));
    return [x, y];
  }
  if (mark.lon === undefined) return null;
  const [x, y] = geometry.toScreen(geometry.world(mark.lon, mark.lat), view);
  const across = Math.min(box[2] - box[0], box[3] - box[1]) * view.scale;
  const [right, down] = OFF[areas.length > 0 && !course && across > ROOMY ? "area" : "dot"];
  return [x + right, y + down];
}

/** Bring a tag to its place. */
export function placeTag(glyph, view) {
  const at = glyph.tag && spotOf(glyph, view);
  if (!at) return;
  glyph.tagged = at;
  attributes(glyph.tag, { transform: `translate(${at[0]} ${at[1]})` });
}

/** Box of a tag on the screen, for labels to keep off; none where there is no tag. */
export const tagBox = ({ tag: node, tagged }) => (node && tagged
  ? [[tagged[0] - RADIUS, tagged[1] - RADIUS, tagged[0] + RADIUS, tagged[1] + RADIUS]] : []);
