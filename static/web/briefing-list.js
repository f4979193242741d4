// The steps of a briefing in their order: each with a picture, to be opened and to be sorted.

import { fill, h, reveal } from "./dom.js";
import { sortable } from "./briefing-drag.js";

/** What a kind of step is called. */
export const KINDS = {
  overview: "Overview", place: "Place", figures: "Figures", planned: "Planned or possible", unknown: "Not known",
  changes: "Changes", sources: "Sources", view: "View",
};

/** How many of a step's lines want a look: numbers that no sentence says, sentences that are gone. */
const doubts = (row) => row.gone.length + row.lines.filter((line) => line.unsupported.length > 0).length;

/**
 * @param box      element of the list
 * @param options  {open(id), move(id, to), picture(row) -> Node}
 * @returns {{update(rows, chosen)}}
 */
export function mountList(box, { open, move, picture }) {
  const list = h("ol", { class: "step-list", "aria-label": "Steps" });
  const told = h("p", { class: "unseen", role: "status" });
  const scroller = h("div", { class: "scroller" }, list);
  box.append(scroller, told);
  let shown = [];

  const moved = (id, to) => {
    told.textContent = `Step moved to ${to + 1} of ${shown.length}.`;
    move(id, to);
  };
  sortable(list, moved);

  const draw = (row, at, chosen) => {
    const name = row.title || "Untitled step";
    const shift = (by, label, sign) => h("button", {
      type: "button", class: "shift", "data-key": `${label} ${row.id}`, "aria-label": `Move ${label}: ${name}`,
      disabled: at + by < 0 || at + by >= shown.length, onclick: () => moved(row.id, at + by),
    }, sign);
    const wrong = doubts(row);
    return h("li", { class: `step${row.id === chosen ? " chosen" : ""}`, "data-id": row.id },
      h("button", {
        type: "button", class: "handle", "data-key": `handle ${row.id}`, title: "Drag, or press arrow keys",
        "aria-label": `Step ${at + 1}, ${name}: drag, or press arrow keys to move it`,
      }, "⠿"),
      h("button", {
        type: "button", class: "open", "data-key": `open ${row.id}`, "aria-current": row.id === chosen ? "step" : null,
        onclick: () => open(row.id),
      }, picture(row), h("span", { class: "words" },
        h("span", { class: "place" }, h("b", {}, at + 1), ` ${KINDS[row.kind] ?? row.kind}`),
        h("span", { class: "title" }, name),
        wrong > 0 && h("span", { class: "doubt" }, wrong === 1 ? "1 thing to look at" : `${wrong} things to look at`))),
      h("span", { class: "shifts" }, shift(-1, "up", "↑"), shift(1, "down", "↓")));
  };

  return {
    update(rows, chosen) {
      shown = rows;
      fill(list, rows.map((row, at) => draw(row, at, chosen)));
      const node = list.querySelector(".chosen");
      if (node) reveal(scroller, node);
    },
  };
}
