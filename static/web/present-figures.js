// The strip under the map: the step's figures at headline size, each with the sign of its status and who says so.

import { printPublished } from "./dates.js";
import { fill, h } from "./dom.js";
import { leadAndDigits } from "./figures.js";
import { COUNTS } from "./lists.js";
import { fit } from "./present-fit.js";
import { figuresOf } from "./present-steps.js";
import { statusChip } from "./signs.js";

const MOST = 8; // two rows of the strip

/** Counts that say what is not known, in the order of the strip. */
const UNKNOWN = ["unlocated", "undated", "outside", "unverified", "hidden"];
const WHAT = { unlocated: "without a known place", undated: "without a day", outside: "outside the dates",
  unverified: "nobody has checked", hidden: "hidden by switches" };

/** A number as a button that leads to its sentences; planned digits are hollow, what stands before and after them is not. */
function number(desk, figure, { text, unit = "", status, ids }) {
  const [lead, digits] = leadAndDigits(text.slice(0, text.length - unit.length));
  return h("button", {
    type: "button", class: `number ${status}`, "data-key": `number ${figure.key} ${text}`, "data-items": ids.join(" "),
    "aria-label": `${text} ${figure.label}, ${status}: show the sentence`,
    onclick: () => desk.read({ words: `${text} ${figure.label}`, ids }),
  }, lead, h("span", { class: "digits" }, digits), unit && h("span", { class: "measure" }, unit),
  status === "estimated" && h("span", { class: "est" }, "est."));
}

function figureNode(desk, figure) {
  const { parts, statuses, label, line, note } = figure;
  return h("div", { class: `fact ${statuses[0]}` },
    h("p", { class: "headline" }, parts.map((part) =>
      [part.status ? number(desk, figure, part) : h("span", { class: "joiner" }, part.text), " "]),
    h("span", { class: "unit" }, label)),
    h("p", { class: "lead" }, statuses.map((status) => statusChip(status)), h("span", { class: "who" }, line),
      note && h("span", { class: "who" }, note)));
}

/** As many figures as can be read from the back of a room; one button leads to the sentences of the others. */
function figureNodes(desk, figures) {
  if (figures.length <= MOST) return figures.map((figure) => figureNode(desk, figure));
  const others = figures.slice(MOST - 1);
  const ids = [...new Set(others.flatMap(({ parts }) => parts.flatMap((part) => part.ids ?? [])))];
  const words = `${others.length} more figures`;
  const more = h("button", { type: "button", class: "number", "data-key": "more figures", "data-items": ids.join(" "),
    "aria-label": `${words}: show their sentences`, onclick: () => desk.read({ words, ids }) }, `+ ${others.length}`);
  return [...figures.slice(0, MOST - 1).map((figure) => figureNode(desk, figure)),
    h("div", { class: "fact others" }, h("p", { class: "headline" }, more, " ", h("span", { class: "unit" }, "more figures")),
      h("p", { class: "lead" }, h("span", { class: "who" }, "each in its sentence")))];
}

/** What is not known, as counts over the names and figures of the view. */
function unknown(state) {
  const counts = state.counts();
  return UNKNOWN.map((key) => h("div", { class: "fact count" },
    h("p", { class: "headline" }, h("b", { class: "number" }, counts[key])),
    h("p", { class: "lead" }, h("span", { class: "who" }, WHAT[key] ?? COUNTS.find(([id]) => id === key)[1]))));
}

/** Reports that speak in the view: who published them, and when. */
function sources(desk) {
  const { state } = desk;
  const ids = Map.groupBy(state.scene.items.filter(({ id }) => state.readable(id)), ({ report }) => report);
  return state.scene.reports.filter(({ id }) => ids.has(id)).map((report) => h("div", { class: "fact source" },
    h("button", {
      type: "button", class: "source-row", "data-key": `source ${report.id}`,
      onclick: () => desk.read({ words: report.ref, ids: ids.get(report.id).map(({ id }) => id) }),
    }, h("b", {}, report.ref), " ", h("span", { class: "publisher" }, report.publisher ?? "publisher not stated"),
    report.sample && h("span", { class: "tag" }, "sample"), h("span", { class: "when" }, printPublished(report)),
    h("span", { class: "said", lang: report.lang }, report.title))));
}

/**
 * @param box   element of the strip; hidden where a step has nothing for it
 * @param desk  {state, read({words, ids})}
 * @param like  the box that this one stands in for (see present-fit.js)
 */
export function mountStepFigures(box, desk, like = box) {
  let shown = null;
  return {
    show(page) {
      shown = page.id;
      const made = { unknown: () => unknown(desk.state), sources: () => sources(desk) }[page.kind]?.()
        ?? figureNodes(desk, figuresOf(desk.state, page));
      box.hidden = made.length === 0;
      box.dataset.kind = page.kind;
      fill(box, made);
    },
    fit: () => !box.hidden && fit(box, 1, shown, like),
  };
}
