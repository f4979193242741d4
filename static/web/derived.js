// What the reports' figures would come to if all plans were carried out: derived, marked, and with its formula.

import { h } from "./dom.js";

/** Formulas whose every figure is in view: with one out of view the sum would be of something else. */
const derived = (state) => (state.scene.derived ?? []).filter(({ groups }) =>
  groups.every((id) => (state.group(id)?.claims ?? [null]).every((claim) => claim && state.readable(claim))));

/** The list under the table; null where nothing is derived. */
export function derivedList({ state }) {
  const found = derived(state);
  if (found.length === 0) return null;
  return h("section", { class: "derived", "aria-label": "Derived, not reported" },
    h("h3", {}, "Derived, not reported"),
    h("ul", {}, found.map(({ title, formula, text, unit, groups }) => h("li", {},
      h("span", { class: "tag" }, "derived"), h("span", { class: "words" }, `${title}: `, h("b", {}, `${formula} = ${text}`),
        ` ${unit} · ${groups.map((id) => state.group(id).label).join(" + ")}`)))));
}
