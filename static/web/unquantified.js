// Amounts without a number ("many more wounded"): listed in the reports' own words, never counted.

import { h } from "./dom.js";
import { textOf } from "./spans.js";

/** Mentions of reports that are switched on. */
export const unquantified = (state) =>
  (state.scene.unquantified ?? []).filter(({ report }) => state.report(report) && state.get().reports[report] !== false);

/** The list under the table; null where there is nothing to list. */
export function unquantifiedList(desk) {
  const { state } = desk;
  const found = unquantified(state);
  if (found.length === 0) return null;
  return h("section", { class: "unquantified", "aria-label": "Mentioned without a number" },
    h("h3", {}, "Without a number, not counted ", h("span", { class: "count" }, found.length)),
    h("ul", {}, found.map((mention) => {
      const report = state.report(mention.report);
      const [start, end] = mention.sentence;
      return h("li", {}, h("button", {
        type: "button", "data-key": `unquantified ${mention.id}`, onclick: () => desk.read(mention),
      },
      h("b", {}, report.ref), h("span", { class: "words" }, textOf(report, start, mention.start),
        h("mark", { class: "hit unquantified" }, textOf(report, mention.start, mention.end)),
        textOf(report, mention.end, end))));
    })));
}
