// The strip at the foot: nothing is dropped in silence; every count opens its list.

import { printDay } from "./dates.js";
import { fill, h } from "./dom.js";
import { COUNTS } from "./lists.js";

/** As of when, and whose borders; the sources of the ground stand on the map. */
function credits(meta) {
  const asOf = meta.asOf ? `As of ${printDay(meta.asOf)} (${meta.zone})` : "As of: no dated report";
  return [asOf, meta.policy].filter(Boolean).join(" · ");
}

export function mountStrip(box, desk) {
  const { state } = desk;
  const build = () => {
    const counts = state.counts();
    const text = credits(state.scene.meta);
    fill(box,
      h("div", { class: "counts", role: "group", "aria-label": "What is shown and what is not" },
        COUNTS.map(([key, words]) => h("button", {
          type: "button", class: key, "data-key": `count ${key}`, onclick: () => desk.openList(key),
        }, h("b", {}, counts[key]), ` ${words}`))),
      h("span", { class: "credits", title: text }, text));
  };
  build();
  return { update: (changed) => changed.structure && build() };
}
