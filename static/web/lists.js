// The lists behind the counts of the strip: every item of a count, with the reason it is there.

import { printSpan } from "./dates.js";
import { fill, h, roving } from "./dom.js";
import { pickable } from "./excerpts.js";
import { heldBy, itemPath, kindOn, kindPath, rejected } from "./facets.js";
import { printFigure } from "./figures.js";
import { paged } from "./pages.js";
import { markName } from "./place-words.js";
import { statusSign } from "./signs.js";

const PAGE = 200;

/** Counts in the order of the strip: [key, words after the number, what the list shows]. */
export const COUNTS = [
  ["shown", "shown", "On the map"],
  ["outside", "outside the dates", "Outside the dates"],
  ["undated", "undated", "Undated"],
  ["unlocated", "unlocated", "Unlocated"],
  ["unverified", "unverified", "Unverified"],
  ["hidden", "hidden", "Hidden"],
];

const stepsOf = (path) => path.join(", ").replaceAll("_", " ");

/** Why an item is hidden, in the words of the switch that hides it. */
function hiddenBy(state, item) {
  const view = state.get();
  if (rejected(item)) return "rejected: it was misread";
  if (view.reports[item.report] === false) return `report ${state.report(item.report).ref} is off`;
  if (view.statuses[item.status] === false) return `status ${item.status} is off`;
  const [facet] = heldBy(item, view.off);
  if (facet) return `${facet} ${stepsOf(itemPath(facet, item))} is off`;
  if (state.verdict(item.id) === "undated") return "undated is off";
  if (state.verdict(item.id) === "possible" && view.certainOnly) return "certain only is on";
  const off = state.marksOf(item.id).find((mark) => view.layers[mark.layer] && !kindOn(mark, view.off));
  if (off) return `kind of place ${stepsOf(kindPath(off))} is off`;
  const layers = new Set(state.marksOf(item.id).map((mark) => mark.layer));
  const labels = state.scene.layers.filter((layer) => layers.has(layer.id)).map((layer) => layer.label);
  return `layer ${labels.join(", ")} is off`;
}

const placed = (state, item) => state.marksOf(item.id).map(markName).join(", ");

/** What a figure without a mark says of its place. */
function whereabouts({ at, from, to }) {
  if (at) return at;
  if (from && !to) return `only where from is stated: ${from}`;
  return to && !from ? `only where to is stated: ${to}` : "no place given";
}

const REASONS = {
  shown: (state, item) => placed(state, item),
  outside: (state, item) => (state.get().axis === "reported"
    ? printSpan(item.reported, item.reported) : printSpan(item.earliest, item.latest)),
  undated: (state, item) => item.when ?? "no time given",
  unlocated: (state, item) => (item.type === "mention" ? item.reason : whereabouts(item)),
  unverified: (state, item) => item.reason ?? item.source ?? "origin not stated",
  hidden: hiddenBy,
};

export function mountList(box, desk) {
  const { state } = desk;
  const pages = paged(PAGE, () => build());
  let shown = null;
  const settle = roving(box, ".entry");
  pickable(box, desk);

  const entry = (item) => h("div", {
    class: "entry", role: "option", "data-item": item.id, "data-key": `entry ${item.id}`,
  },
  h("b", {}, state.report(item.report).ref), statusSign(item.status),
  h("span", { class: "name" }, item.type === "claim" ? `${item.label}: ${printFigure(item)}` : item.text),
  h("span", { class: "why" }, REASONS[shown](state, item)));

  const build = () => {
    if (!shown) return;
    const ids = state.tally()[shown];
    const items = pages.part(ids).map(state.item);
    const [, , label] = COUNTS.find(([key]) => key === shown);
    const list = h("div", { role: "listbox", "aria-label": label }, items.map(entry));
    fill(box, pages.before(), items.length > 0 ? list : h("div", { class: "empty" }, h("p", {}, "Nothing here.")), pages.after(ids));
    settle();
    mark();
  };

  const mark = () => {
    const selected = state.selectedItems();
    for (const node of box.querySelectorAll(".entry")) {
      node.classList.toggle("selected", selected.has(node.dataset.item));
      node.setAttribute("aria-selected", String(selected.has(node.dataset.item)));
    }
  };

  return {
    show(name) {
      shown = name;
      pages.restart();
      build();
    },
    update: (changed) => (changed.structure ? build() : changed.selection && mark()),
  };
}
