// The words of one step: title, lines with who says so, notes; and what can be done with the step.

import { KINDS } from "./briefing-list.js";
import { fill, h } from "./dom.js";
import { plural } from "./plural.js";

/** A text field that grows with its words. */
const words = (key, label, value, oninput, more = {}) => {
  const field = h("textarea", { "data-key": key, "aria-label": label, rows: 1, spellcheck: "true", oninput: () => oninput(field.value), ...more });
  field.value = value;
  return field;
};

/** What a line rests on: each sentence with whose it is; of a line that cites nothing, that it is the briefer's own. */
function basis(line, at) {
  if (line.cites === 0) return h("p", { class: "own" }, "No sentence is cited: these are not the words of a report.");
  return [
    line.unsupported.length > 0 && h("p", { class: "doubt" },
      `${line.unsupported.join(" and ")} ${line.unsupported.length === 1 ? "stands" : "stand"} in none of the sentences this line cites.`),
    line.lost > 0 && h("p", { class: "doubt" },
      `${line.lost} of ${plural(line.cites, "name")} or figures it cites ${line.lost === 1 ? "is" : "are"} not in the reports any more.`),
    h("ul", { class: "quotes", "aria-label": `What line ${at + 1} cites` },
      line.quotes.map(({ ref, credit, sentence }) => h("li", {},
        h("span", { class: "ref" }, ref), " ", h("span", { class: "credit" }, credit),
        sentence ? h("q", { class: "sentence" }, sentence) : h("span", { class: "verbatim" }, " · quoted word for word"))),
      line.more > 0 && h("li", { class: "more-quotes" }, `and ${plural(line.more, "more sentence")}`)),
  ];
}

/**
 * @param box   element of the editor
 * @param desk  {act(name, detail), type(name, detail), ask(name, step), picture(row, first), remove(row)}
 * @returns {{update(row, at, count)}}
 */
export function mountStep(box, desk) {
  const button = (row, label, onclick, more = {}) => h("button", {
    type: "button", class: "quiet", "data-key": `${label} ${row.id}`, onclick, ...more,
  }, label);

  const lineNode = (row, line, at) => {
    const step = row.id;
    const tool = (label, sign, name, detail, disabled = false) => h("button", {
      type: "button", class: "tool", "data-key": `${label} ${step} ${at}`, "aria-label": `${label} line ${at + 1}`, title: label, disabled,
      onclick: () => desk.act(name, { step, at, ...detail }),
    }, sign);
    return h("li", { class: "line-row" },
      h("div", { class: "line-words" },
        words(`line ${step} ${at}`, `Line ${at + 1}`, line.text, (text) => desk.type("reword", { step, at, text })),
        h("span", { class: "tools" },
          tool("Move up", "↑", "move-line", { to: at - 1 }, at === 0),
          tool("Move down", "↓", "move-line", { to: at + 1 }, at === row.lines.length - 1),
          tool("Remove", "×", "remove-line", {}))),
      basis(line, at));
  };

  const title = (row) => {
    const field = h("input", {
      type: "text", class: "step-title", "data-key": `title ${row.id}`, "aria-label": "Title of the step", placeholder: "Title",
      oninput: () => desk.type("rename", { step: row.id, text: field.value }),
    });
    field.value = row.title;
    return field;
  };

  return {
    update(row, at, count) {
      if (!row) {
        fill(box, h("div", { class: "empty" }, h("p", {}, "This briefing has no steps yet."),
          h("button", { type: "button", class: "quiet", onclick: () => desk.ask("capture", null) }, "Add the map's view")));
        return;
      }
      const step = row.id;
      fill(box,
        h("header", { class: "step-head" },
          h("p", { class: "place" }, `Step ${at + 1} of ${count} · ${KINDS[row.kind] ?? row.kind}`),
          h("div", { class: "acts" },
            button(row, "Set to the map's view", () => desk.ask("set-view", step), { title: "Shows what the Map page shows now; the words stay" }),
            button(row, "Open on the map", () => desk.ask("show", step)),
            button(row, "Duplicate", () => desk.act("duplicate", { step })),
            button(row, "Remove", () => desk.remove(row))),
          title(row)),
        h("div", { class: "step-body" },
          h("section", { class: "lines", "aria-label": "Lines" },
            row.gone.length > 0 && h("div", { class: "gone", role: "note" }, row.gone.map((sentence) => h("p", {}, sentence))),
            h("ol", {}, row.lines.map((line, n) => lineNode(row, line, n))),
            button(row, "Add a line", () => desk.act("add-line", { step }))),
          h("aside", { class: "beside" },
            desk.picture(row, true),
            h("p", { class: "window" }, row.window),
            h("label", { class: "notes" }, h("span", {}, "Notes, for the presenter alone"),
              words(`notes ${step}`, "Notes", row.notes, (text) => desk.type("annotate", { step, text }), { rows: 4 })))));
    },
  };
}
