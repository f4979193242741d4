// One report: its text with everything read in it marked, and beside it what a mark says and what is known of the document.

import { printPublished } from "./dates.js";
import { fill, h, reveal, roving } from "./dom.js";
import { documentNodes, leftNodes, readNodes } from "./reports-about.js";
import { checkNodes, usualScope } from "./reports-check.js";
import { markNodes } from "./reports-mark.js";
import { textNodes } from "./reports-text.js";
import { bodyStart, marked, titleEnd } from "./spans.js";
import { mountTextKey } from "./text-key.js";

/**
 * Draw a report inside `root`.
 *
 * @param root  element
 * @param act   takes (name, detail): "restore" {field}, "look" {item, typed}, "decide" {item, start, end, scope, review, …}
 * @returns {{update(content), pin(id), pinned()}}: content as views/reports/shown.py lays it out; `pin` brings a mark in sight
 */
export function mountReport(root, act) {
  const key = h("div", { class: "text-key", role: "group", "aria-label": "Marks in the text" });
  const text = h("div", { class: "text-body" });
  const reading = h("div", { class: "reading", role: "region", "aria-label": "Text of the report", tabindex: 0 }, key, text);
  const mark = h("section", { class: "mark", tabindex: -1, "aria-label": "The mark", "aria-live": "polite" });
  const facts = h("div", { class: "facts" });
  root.append(reading, h("aside", { class: "beside", tabindex: 0, "aria-label": "About the report" }, mark, facts));
  const textKey = mountTextKey(key, reading);
  const settle = roving(text, ".hit[data-item]", { back: "ArrowLeft", forward: "ArrowRight" });
  let items = new Map();
  let pinned = null;
  let scope = "here";
  let drawn = "";
  let content = null;

  const to = {
    decide(what) {
      const { start, end } = items.get(pinned);
      act("decide", { item: pinned, start, end, scope, review: "verified", ...what });
    },
    look: (typed) => act("look", { item: pinned, typed }),
    scope: (id) => { scope = id; },
  };
  const show = (id) => {
    const had = mark.contains(mark.getRootNode().activeElement);
    fill(mark, markNodes(items.get(id)), id && id === pinned && checkNodes(items.get(id), content, scope, to));
    if (had && !mark.contains(mark.getRootNode().activeElement)) mark.focus({ preventScroll: true }); // a button that is gone
  };
  const pin = (id) => {
    if (id !== pinned) scope = usualScope(content.checks.alike[id]);
    pinned = id;
    show(id);
    for (const hit of text.querySelectorAll(".hit[data-item]")) hit.classList.toggle("selected", hit.dataset.item === id);
  };
  const hitOf = (event) => event.target.closest(".hit[data-item]");
  // What is pinned stays while the pointer crosses other marks on its way to the panel.
  const preview = (id) => pinned === null && show(id);

  text.addEventListener("click", (event) => pin(hitOf(event)?.dataset.item ?? null));
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!hitOf(event)) return;
    event.preventDefault();
    pin(hitOf(event).dataset.item);
  });
  root.addEventListener("keydown", (event) => event.key === "Escape" && pin(null));
  text.addEventListener("pointerover", (event) => preview(hitOf(event)?.dataset.item));
  text.addEventListener("pointerleave", () => preview(null));
  text.addEventListener("focusin", (event) => hitOf(event) && show(hitOf(event).dataset.item));

  const drawText = ({ report, items: found, unquantified, furniture }) => {
    const all = [...found, ...unquantified];
    items = new Map(all.map((item) => [item.id, item]));
    const heading = titleEnd(report, report.heading);
    fill(text, h("article", { class: "full", "aria-label": report.heading },
      h("span", { class: "provenance" }, h("b", {}, report.ref), report.sample && h("span", { class: "tag" }, "sample"),
        h("span", { class: "when" }, printPublished(report))),
      h("h1", { class: "title" }, heading > 0 ? marked(report, 0, heading, all.filter(({ start }) => start < heading)) : report.heading),
      h("div", { class: "said", lang: report.lang }, textNodes(report, all, furniture, bodyStart(report, heading)))));
    for (const hit of text.querySelectorAll(".hit[data-item]")) {
      hit.setAttribute("role", "button");
      hit.dataset.key = `hit ${hit.dataset.item}`;
    }
    textKey.update(text);
    settle();
    pin(items.has(pinned) ? pinned : null);
  };

  return {
    pinned: () => pinned,
    pin(id) {
      pin(id);
      const hit = text.querySelector(".hit.selected");
      if (hit) reveal(reading, hit, key.offsetHeight + 60);
    },
    update(given) {
      const next = JSON.stringify(given);
      if (next === drawn) return;
      drawn = next;
      content = given;
      drawText(content);
      fill(facts, documentNodes(content, act), readNodes(content), leftNodes(content));
    },
  };
}
