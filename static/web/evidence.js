// The upper right panel: excerpts, full text, and the list behind a count, as tabs over one report filter.

import { fill, h, roving } from "./dom.js";
import { mountExcerpts } from "./excerpts.js";
import { mountFullText } from "./fulltext.js";
import { COUNTS, mountList } from "./lists.js";
import { mountReportFilter } from "./report-filter.js";

const PANES = { excerpts: "Excerpts", text: "Full text", list: "List of a count" };

export function mountEvidence(box, desk) {
  const { state } = desk;
  const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "Evidence" });
  const filter = mountReportFilter(state, (id) => choose(id));
  const panes = Object.fromEntries(Object.entries(PANES).map(([name, label]) =>
    [name, h("div", { class: `pane ${name}`, role: "tabpanel", "aria-label": label, tabindex: -1 })]));
  const back = h("button", { type: "button", class: "quiet back", onclick: () => goBack() },
    "Back ", h("kbd", {}, "Esc"));
  fill(box, h("header", { class: "bar" }, tabs, back, filter.element), Object.values(panes));

  const views = {
    excerpts: mountExcerpts(panes.excerpts, desk),
    text: mountFullText(panes.text, desk),
    list: mountList(panes.list, desk),
  };
  const settle = roving(tabs, "[role=tab]", { back: "ArrowLeft", forward: "ArrowRight" });
  let open = "excerpts";
  let listed = null;
  let report = "";
  let jumped = false;

  const tab = (name, label, count) => h("button", {
    type: "button", role: "tab", "data-key": name, "aria-selected": String(open === name), onclick: () => show(name),
  }, label, count !== null && h("span", { class: "count" }, ` ${count}`));

  /** The report to read: the chosen one, else that of the selection, else the newest. */
  const readingReport = () => {
    const [selected] = [...state.selectedItems()].map(state.item);
    return report || selected?.report || state.scene.reports.at(-1)?.id || null;
  };

  const drawTabs = () => {
    const list = COUNTS.find(([key]) => key === listed);
    fill(tabs, tab("excerpts", "Excerpts", views.excerpts.count()), tab("text", "Full text", null),
      list && tab("list", list[2], state.counts()[listed]));
    settle();
    for (const [name, pane] of Object.entries(panes)) pane.hidden = name !== open;
    back.hidden = !(jumped || desk.trail.open());
    filter.element.hidden = open === "list";
    filter.show(open === "text" ? readingReport() ?? "" : report);
  };

  const show = (name) => {
    open = name;
    jumped = false;
    if (name === "text") views.text.show(readingReport());
    drawTabs();
  };

  const choose = (id) => {
    report = id;
    views.excerpts.show(id || null);
    show(open);
  };

  /** From a sentence back to the card that led there, else the last step of the trail; false where there is neither. */
  const goBack = () => {
    if (!jumped) return desk.trail.back();
    show("excerpts");
    panes.excerpts.querySelector("[data-key=jump]")?.focus();
    return true;
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && jumped && goBack()) event.preventDefault();
  });

  drawTabs();
  return {
    /** Open the list behind a count of the strip. */
    openList(name) {
      listed = name;
      views.list.show(name);
      show("list");
      tabs.querySelector("[aria-selected=true]").focus();
    },
    /** Show the sentence of the selection, with the focus on it. */
    focusSentence() {
      if (open === "list") show("excerpts");
      const [selected] = [...state.selectedItems()].map(state.item);
      if (report && selected && selected.report !== report) choose("");
      views[open].focus();
    },
    /** Read a report at a passage, {report, id, sentence}; `fromCard` keeps the way back to a place's card. */
    read(passage, fromCard = false) {
      report = "";
      views.excerpts.show(null);
      open = "text";
      jumped = fromCard;
      views.text.show(passage.report, passage);
      drawTabs();
      filter.show(passage.report);
      if (fromCard) views.text.focus();
    },
    update(changed) {
      if (changed.scene) filter.refresh();
      Object.values(views).forEach((view) => view.update(changed));
      // What is picked on the map opens its card; what is picked in a text leaves the reader there.
      if (changed.selection && state.get().selection?.kind === "mark") show("excerpts");
      if (changed.selection && open === "text") views.text.show(readingReport());
      if (changed.structure || changed.selection) drawTabs();
    },
  };
}
