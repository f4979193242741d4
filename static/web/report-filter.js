// The choice of one report above the evidence: a list that holds a page of reports around the chosen one.

import { printPublished } from "./dates.js";
import { fill, h } from "./dom.js";
import { paged } from "./pages.js";

const PAGE = 200;

/**
 * @param state   the shared store
 * @param choose  called with the id of the chosen report; "" for all
 * @returns {{element, show(id), refresh()}} `refresh` takes up the reports of another scene
 */
export function mountReportFilter(state, choose) {
  let shown = "";
  let turns = new Map(); // what asks for another page, by the value of its option
  const element = h("select", { "aria-label": "Report", class: "filter", onchange: () => pick(element.value) });
  const option = (report) => h("option", { value: report.id }, `${report.ref} · ${printPublished(report)}`);
  const pages = paged(PAGE, () => draw(), {
    make: (key, words, turn) => {
      turns.set(key, turn);
      return h("option", { value: key }, `${words} …`);
    },
  });

  const draw = () => {
    const { reports } = state.scene;
    turns = new Map();
    const part = pages.part(reports);
    fill(element, h("option", { value: "" }, "All reports"), pages.before(), part.map(option), pages.after(reports));
    element.value = shown;
  };

  /** Open the list again, at its other page; a browser that will not leaves that to the reader. */
  const reopen = () => {
    try {
      element.showPicker();
    } catch {
      element.focus();
    }
  };

  const pick = (value) => {
    const turn = turns.get(value);
    if (!turn) {
      choose(value);
      return;
    }
    turn();
    reopen();
  };

  draw();
  return {
    element,
    refresh: draw,
    show(id) {
      shown = id;
      if (pages.reveal(state.scene.reports.findIndex((each) => each.id === id))) draw();
      else element.value = id;
    },
  };
}
