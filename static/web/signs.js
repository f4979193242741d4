// The signs: one drawing for each status and each kind of mark, the same in legend, chips and tables.

import { h } from "./dom.js";
import { drawTag } from "./map-since.js";
import { MORE, NEW } from "./since.js";

const WIDTH = 20;
const HEIGHT = 13;

/** The order of the status rows: what is said to be so, what is to come, what is doubted. */
export const STATUS_ROWS = ["reported", "planned", "possible", "estimated", "claimed", "denied"];

const svg = (...children) => h("svg", {
  class: "sign", width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true",
}, ...children);

/** Box of a status: solid, dashed, dash-dot, dotted or struck, as on the map. */
export function statusSign(status) {
  const box = h("rect", { x: 1.2, y: 1.2, width: WIDTH - 2.4, height: HEIGHT - 2.4, class: `box ${status}` });
  const slash = { x1: 1.5, y1: HEIGHT - 1.5, x2: WIDTH - 1.5, y2: 1.5, class: "box denied" };
  const strike = status === "denied" && h("line", slash);
  return svg(box, strike);
}

/** The tag of what is new, as on the map. */
function tagSign(sign) {
  const at = h("g", { transform: `translate(${WIDTH / 2} ${HEIGHT / 2})` });
  drawTag(at, sign);
  return svg(at);
}

const MARK_SIGNS = {
  [NEW]: () => tagSign(NEW),
  [MORE]: () => tagSign(MORE),
  places: () => svg(h("path", { d: "M2 4 6 1.5 11 3 17 2 18.5 7 15 11.5 8 10.5 3.5 11.5Z", class: "outline" })),
  flows: () => svg(
    h("line", { x1: 1, y1: 6.5, x2: 13, y2: 6.5, class: "shaft" }),
    h("polygon", { points: "12,2.2 19,6.5 12,10.8", class: "head" }),
  ),
  distances: () => svg(h("path", { d: "M2 6.5H18M2 2.5V10.5M18 2.5V10.5", class: "measure" })),
  offsets: () => svg(h("path", { d: "M3 2.5Q10 0.5 17 2.5L14 11Q10 9.8 6 11Z", class: "approximate" })),
  reference: () => svg(h("circle", { cx: 10, cy: 6.5, r: 3.6, class: "reference" })),
  mentioned: () => svg(h("circle", { cx: 10, cy: 6.5, r: 4, class: "dotted" })),
  coverage: () => svg(
    h("path", { d: "M1 12 6 2M6 12 11 2", class: "hatched" }), h("rect", { x: 11, y: 1.5, width: 8, height: 10, class: "tinted" }),
  ),
  disputed: () => svg(h("path", { d: "M1 1.5H19V11.5H1Z", class: "disputed" }), h("path", { d: "M3 11.5 9 1.5M9 11.5 15 1.5M15 11.5 19 4.8M1 4.8 3 1.5", class: "hatched" })),
  strip: () => svg(h("line", { x1: 1, y1: 6.5, x2: 19, y2: 6.5, class: "strip" })),
  approximate: () => svg(h("circle", { cx: 10, cy: 6.5, r: 5.2, class: "approximate" })),
  possible: () => statusSign("possible"),
  crowd: () => svg(
    h("path", { d: "M10 1.5A5 5 0 1 1 5 6.5", class: "crowd reported" }),
    h("path", { d: "M5 6.5A5 5 0 0 1 10 1.5", class: "crowd planned" }),
  ),
};

/** Sign of a layer or of a kind of mark; a plain box for one it does not know. */
export const markSign = (kind) => (MARK_SIGNS[kind] ?? (() => statusSign("reported")))();

/** What the signs stand for: [kind, name, what it says; null for the policy on boundaries]. */
export const LEGEND = [
  ["coverage", "Coverage", "The deeper, the more reports name the province; hatched, none does; widely hatched, only the country."],
  ["disputed", "Disputed area", null],
  ["strip", "Strip, true width", "A zone along a line, such as a demilitarised zone, drawn as wide as it is."],
  ["approximate", "Approximate extent", "No outline is known: the circle holds the area, its radius is printed."],
  ["distances", "Stated distance", "As the report gives it, then measured, then how the two agree."],
  ["offsets", "Located by distance", "A report gives a distance from a place and no spot: it may be anywhere in the outline."],
  ["reference", "Measured from", "Named only because a distance is measured from it."],
  ["crowd", "Several places", "Too close to tell apart at this zoom: how many, and how many of them have each status."],
  ["flows", "Schematic flow", "From where to where on a great circle; not a route."],
];

/** Label of a status in its own line style; possible things keep the word that the report used. */
export function statusChip(status, cue = null) {
  const word = status === "possible" && cue && cue !== "possible" ? h("span", { class: "cue" }, ` “${cue}”`) : null;
  const text = status === "estimated" ? "est." : status;
  return h("span", { class: `chip status ${status}` }, text, word);
}

/** Custom properties of a theme, from the tokens of style.json. */
export function themeProperties(style, theme) {
  const tokens = Object.entries(style[theme]).map(([name, colour]) => [`--${name}`, colour]);
  const fills = Object.entries(style.status).map(([status, { fill, fillOpacity }]) => [
    `--${status}-fill`, fill ? `color-mix(in srgb, ${fill} ${fillOpacity * 100}%, transparent)` : "transparent",
  ]);
  const font = [["--font", `"${style.font.family}", "${style.font.korean}", sans-serif`]];
  return Object.fromEntries([...tokens, ...fills, ...font]);
}
