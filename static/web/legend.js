// The legend of signs that no switch names: what of them is on the map now, and what each says.

import { fill, h } from "./dom.js";
import { isCrowd } from "./map-crowd.js";
import { NOT_REPORTED, UNDATED, featureCount, ownOn, ownSign, sourceWords } from "./own.js";
import { LEGEND, markSign } from "./signs.js";

const SHAPES = { strip: "strip", circle: "approximate" };
const kindOf = (mark) => (mark.reference ? "reference" : SHAPES[mark.shape] ?? mark.layer);

/** Kinds of sign that are drawn in the view. */
function drawn(state) {
  const { layers, inFrame } = state.get();
  const { marks, coverage } = state.scene;
  const bits = state.statusBits();
  return new Set([
    ...marks.filter((_, i) => bits[i] > 0).map(kindOf),
    isCrowd(marks) && "crowd",
    layers.coverage && coverage?.length > 0 && "coverage",
    layers.disputed !== false && inFrame.disputed > 0 && "disputed",
  ]);
}

/** Mount the rows; `refresh` draws them anew where others are on the map, `list(id)` lists the features of an own layer. */
export function mountLegend(state, list) {
  const element = h("div");
  let shown = null;
  const row = ([kind, name, words]) => h("div", { class: "sign-row" }, markSign(kind),
    h("span", { class: "name" }, name, h("span", { class: "words" }, words ?? state.scene.meta.policy)));
  const ownRow = (row) => h("div", { class: "sign-row", "data-own": row.id }, ownSign(row),
    h("span", { class: "name" }, row.name, h("span", { class: "words" }, `${NOT_REPORTED}. ${sourceWords(row)}. ${UNDATED}`,
      h("button", { type: "button", class: "own-list", "data-key": `list ${row.id}`, onclick: () => list(row.id) }, `List ${featureCount(row)}`))));
  return {
    element,
    refresh() {
      const kinds = drawn(state);
      const rows = LEGEND.filter(([kind]) => kinds.has(kind));
      const own = ownOn(state);
      const next = [...rows.map(([kind]) => kind), ...own.map((each) => JSON.stringify([each.id, each.name, each.source, each.inks, each.filled]))].join();
      if (next === shown) return;
      shown = next;
      fill(element, rows.map(row), own.map(ownRow));
    },
  };
}
