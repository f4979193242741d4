// The full text of one report with everything found in it marked, also what stays off the map, under a key to the marks.

import { provenance } from "./cards.js";
import { printPublished } from "./dates.js";
import { fill, h, reveal, roving } from "./dom.js";
import { pickable } from "./excerpts.js";
import { bodyStart, marked, textLength, titleEnd } from "./spans.js";
import { mountTextKey } from "./text-key.js";
import { unquantified } from "./unquantified.js";

export function mountFullText(box, desk) {
  const { state } = desk;
  let shown = null;
  let passage = null;
  const settle = roving(box, ".hit[data-item]", { back: "ArrowLeft", forward: "ArrowRight" });
  pickable(box, desk);
  const key = h("div", { class: "text-key", role: "group", "aria-label": "Marks in the text" });
  const body = h("div");
  fill(box, key, body);
  const textKey = mountTextKey(key, box);

  const build = () => {
    const report = shown && state.report(shown);
    if (!report) {
      key.hidden = true;
      fill(body, h("div", { class: "empty" }, h("p", {}, "No report to read.")));
      return;
    }
    const of = (list) => list.filter((item) => item.report === report.id);
    const found = passage && passage.id === null ? [{ ...passage, type: "found" }] : [];
    const items = [...of(state.scene.items), ...of(unquantified(state)), ...of(found)];
    const heading = titleEnd(report, report.title);
    const sentence = passage?.report === report.id ? passage.sentence : null;
    fill(body, h("article", { class: "full", "aria-label": `${report.ref}, ${printPublished(report)}` },
      provenance(report),
      h("h3", { class: "title" }, heading > 0 ? marked(report, 0, heading, items) : report.title),
      h("div", { class: "said", lang: report.lang },
        marked(report, bodyStart(report, heading), textLength(report), items, sentence))));
    for (const hit of box.querySelectorAll(".hit[data-item]")) {
      hit.setAttribute("role", "button");
      hit.dataset.key = `hit ${hit.dataset.item}`;
    }
    key.hidden = false;
    textKey.update(body);
    settle();
    mark();
  };

  const mark = () => {
    const selected = state.selectedItems();
    const on = (id) => selected.has(id) || (passage !== null && id === passage.id);
    for (const hit of box.querySelectorAll(".hit")) hit.classList.toggle("selected", on(hit.dataset.item));
  };

  /** Where to begin reading: the passage asked for, else the first of what is selected. */
  const entry = () => {
    const selected = [...box.querySelectorAll(".hit.selected[data-item]")];
    return selected.find((hit) => hit.dataset.item === passage?.id) ?? selected[0];
  };

  return {
    focus: () => entry()?.focus({ preventScroll: true }),
    /** Show a report; scroll to the passage asked for, else to where a selected item stands in it. */
    show(id, wanted = null) {
      passage = wanted;
      if (shown !== id) {
        shown = id;
        box.scrollTop = 0;
      }
      build();
      const first = box.querySelector(".hit.found") ?? entry();
      if (first) reveal(box, first, key.offsetHeight + 28);
    },
    update: (changed) => (changed.structure ? build() : changed.selection && mark()),
  };
}
