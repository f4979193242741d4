// The analyst's own layers in a scene: no report's words, and said to be so wherever they are named.

import { h } from "./dom.js";

const PREFIX = "own:";
export const isOwn = (id) => id.startsWith(PREFIX);

/** What every own layer is, before its source. */
export const NOT_REPORTED = "Own layer, not from the reports";
export const UNDATED = "Not filtered by date.";

export const sourceWords = (row) => `Source: ${row.source}`;

/** Own layers that a view has on, the uppermost first. */
export const ownOn = (state) => (state.scene.own ?? []).filter(({ id }) => state.get().layers[id] !== false);

/** Whether a feature has but a number for a name: the file has none (layers/own/feature.py). */
export const isNumbered = ({ name }) => /^Feature \d+$/.test(name);

/** "1 feature", "1,200 features". */
export const featureCount = ({ features }) =>
  `${features.length.toLocaleString("en")} ${features.length === 1 ? "feature" : "features"}`;

const DRAWN = {
  area: () => h("rect", { x: 2, y: 2, width: 16, height: 9, class: "own-area" }),
  line: () => h("path", { d: "M1 10 7 3 13 9 19 4", class: "own-line" }),
  point: () => h("rect", { x: 7, y: 3.5, width: 6, height: 6, class: "own-point" }),
};

/** The sign of an own layer: its shapes in its colour, a square for a point. */
export function ownSign({ inks, signs, filled }) {
  const shapes = ["area", "line", "point"].filter((kind) => signs.includes(kind)).map((kind) => DRAWN[kind]());
  return h("svg", {
    class: `sign own-sign ${filled ? "filled" : ""}`, width: 20, height: 13, viewBox: "0 0 20 13", "aria-hidden": "true",
    style: { "--own-light": inks.light, "--own-dark": inks.dark },
  }, shapes);
}
