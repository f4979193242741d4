// The sentence behind a mark or a number at full size: who said it, through whom, where it stands, and the way to the others.

import { printPublished } from "./dates.js";
import { fill, h, reveal } from "./dom.js";
import { fit } from "./present-fit.js";
import { chainNodes, saidNode } from "./present-lines.js";
import { marked, textLength } from "./spans.js";

/** More sentences than this are gone through one by one, without a button for each. */
const MOST_NUMBERS = 12;
/** A short sentence is set larger, up to so much. */
const LARGEST = 1.25;

const byline = (report) => h("p", { class: "byline" },
  h("b", {}, report.ref), ` ${report.publisher ?? "publisher not stated"}`, report.sample && h("span", { class: "tag" }, "sample"),
  h("span", { class: "when" }, printPublished(report)));

/**
 * @param box   element of the panel; hidden while it is closed
 * @param desk  {state, onSentence(entry or null, byUser)}: told whenever another sentence stands there
 * @returns {open(entries, words, at), turn(by), close(), isOpen()}
 */
export function mountSentence(box, desk) {
  const { state } = desk;
  let entries = [];
  let at = 0;
  let words = "";

  const toNumber = (each, i) => h("button", {
    type: "button", class: "cite", "data-key": `sentence ${i}`, "aria-label": `Sentence ${i + 1}`,
    "aria-current": String(i === at), onclick: () => go(i),
  }, i + 1);
  const turner = (by, label, sign) => h("button", {
    type: "button", class: "turn", "data-key": label, "aria-label": label, disabled: !entries[at + by], onclick: () => go(at + by),
  }, sign);

  const draw = () => {
    const entry = entries[at];
    const { report, start, end } = entry;
    const whole = h("div", { class: "whole", tabindex: 0, role: "region", "aria-label": `The report, ${report.ref}` },
      h("p", { class: "said", lang: report.lang }, marked(report, 0, textLength(report), entry.items, [start, end])));
    const quote = h("div", { class: "quote" }, saidNode(entry), byline(report), chainNodes(state, entry));
    fill(box,
      h("header", {},
        h("h2", { tabindex: -1, "data-key": "sentence" }, `Sentence ${at + 1} of ${entries.length}`,
          words && h("span", { class: "for" }, ` for ${words}`)),
        h("button", { type: "button", class: "quiet", "data-key": "close sentence", onclick: () => desk.onSentence(null) },
          h("kbd", {}, "S"), " Close")),
      quote,
      h("p", { class: "where" }, report.title ? `In “${report.title}”` : "In the report"), whole,
      entries.length > 1 && h("nav", { "aria-label": "Sentences" }, turner(-1, "Previous sentence", "↑"),
        entries.length <= MOST_NUMBERS && entries.map(toNumber), turner(1, "Next sentence", "↓")));
    fit(quote, LARGEST);
    const sentence = whole.querySelector(".sentence");
    if (sentence) reveal(whole, sentence, whole.clientHeight / 3);
  };

  const go = (to) => {
    if (!entries[to]) return;
    at = to;
    draw();
    desk.onSentence(entries[at]);
  };

  return {
    isOpen: () => !box.hidden,
    open(list, forWords = "", first = 0) {
      if (list.length === 0) return;
      [entries, words] = [list, forWords];
      box.hidden = false;
      go(first);
      box.querySelector("h2").focus({ preventScroll: true });
    },
    turn: (by) => go(at + by),
    close() {
      box.hidden = true;
      fill(box);
    },
    fit: () => !box.hidden && fit(box.querySelector(".quote"), LARGEST),
  };
}
