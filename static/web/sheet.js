// The sheet: the full table of figures and the chart, over the map or under it, with what narrows and downloads them.

import { RULES, chain } from "./best.js";
import { mountChart } from "./chart.js";
import { fill, h, roving } from "./dom.js";
import { SHAPES, downloadFigures } from "./download.js";
import { mountTable } from "./table.js";

const TABS = [["table", "Table"], ["chart", "Chart"]];

const option = (value, label, chosen) => h("option", { value, selected: value === chosen }, label);

export function mountSheet(box, desk) {
  const { state } = desk;
  const narrow = { typed: "", category: "" };
  const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "Figures" });
  const panes = Object.fromEntries(TABS.map(([id, label]) =>
    [id, h("div", { class: `sheet-pane ${id}`, role: "tabpanel", "aria-label": label, tabindex: -1 })]));
  const typed = h("input", {
    type: "search", class: "find", "aria-label": "Filter figures", placeholder: "Find words",
    oninput: () => ask({ typed: typed.value }),
    onkeydown: (event) => {
      if (event.key !== "Escape" || typed.value === "") return;
      event.preventDefault();
      typed.value = "";
      ask({ typed: "" });
    },
  });
  const category = h("select", { "aria-label": "Category", onchange: () => ask({ category: category.value }) });
  const rule = h("select", { "aria-label": "Rule for best", onchange: () => setRule(rule.value) });
  const source = h("select", {
    "aria-label": "Source for best", onchange: () => state.set({ best: { rule: "source", source: source.value } }),
  });
  const count = h("span", { class: "count", role: "status" });
  const shape = h("select", {
    "aria-label": "Columns of the download", title: "Columns of the file: of claims, or shaped as ACLED or UCDP shape theirs",
  },
    SHAPES.map(([id, words]) => h("option", { value: id }, words)));
  const save = h("button", {
    type: "button", class: "quiet", "data-key": "download",
    onclick: () => downloadFigures(desk, shape.value, table.content()),
  }, "Download CSV");
  const beside = h("button", {
    type: "button", class: "quiet", onclick: () => state.set({ sheet: { ...state.get().sheet, map: !state.get().sheet.map } }),
  }, "Map above");
  const close = h("button", { type: "button", class: "quiet", onclick: () => shut() }, "Close ", h("kbd", {}, "Esc"));
  const onlyTable = h("div", { class: "tools" }, typed, category, h("label", {}, "Best ", rule), source);
  fill(box, h("header", { class: "bar" }, tabs, onlyTable, count, h("div", { class: "tools end" }, desk.act && shape, save, beside, close)),
    Object.values(panes));

  const table = mountTable(panes.table, desk, ({ claims, all }) => {
    count.textContent = claims.length === all.length ? `${all.length} figures` : `${claims.length} of ${all.length} figures`;
    save.disabled = claims.length === 0;
  });
  const views = { table, chart: mountChart(panes.chart, desk) };
  const settle = roving(tabs, "[role=tab]", { back: "ArrowLeft", forward: "ArrowRight" });

  const ask = (wanted) => {
    Object.assign(narrow, wanted);
    table.narrow(narrow);
  };

  const distinct = (read) => [...new Set(state.scene.items.filter((item) => item.type === "claim").flatMap(read))]
    .filter(Boolean).sort();
  const names = () => distinct(chain);
  const setRule = (id) => state.set({
    best: id === "none" ? null : { rule: id, ...(id === "source" && { source: names()[0] ?? null }) },
  });

  /** The menus follow the scene and the view. */
  const drawTools = () => {
    const { best } = state.get();
    fill(category, option("", "All categories", narrow.category),
      distinct((claim) => claim.category).map((name) => option(name, name.replaceAll("_", " "), narrow.category)));
    fill(rule, RULES.map(([id, words]) => option(id, words, best?.rule ?? "none")));
    fill(source, names().map((name) => option(name, name, best?.source)));
    source.hidden = best?.rule !== "source";
  };

  const drawTabs = () => {
    const { sheet } = state.get();
    fill(tabs, TABS.map(([id, label]) => h("button", {
      type: "button", role: "tab", "data-key": `tab ${id}`, "aria-selected": String(sheet?.tab === id),
      onclick: () => state.set({ sheet: { ...state.get().sheet, tab: id } }),
    }, label)));
    settle();
    for (const [id, pane] of Object.entries(panes)) pane.hidden = sheet?.tab !== id;
    for (const tool of [onlyTable, count, shape, save]) tool.hidden = sheet?.tab !== "table";
    beside.setAttribute("aria-pressed", String(sheet?.map === true));
    box.hidden = sheet === null;
  };

  const focusSelected = () => {
    const rows = [...panes[state.get().sheet.tab].querySelectorAll("[data-item]")];
    (rows.find((row) => row.classList.contains("selected")) ?? tabs.querySelector("[aria-selected=true]"))?.focus();
  };

  let open = null;
  /** Draw what is open; a panel that is shut has nothing to keep up to date. */
  const show = () => {
    const { sheet } = state.get();
    drawTabs();
    if (sheet && sheet.tab !== open) {
      const fresh = open === null;
      open = sheet.tab;
      drawTools();
      views[open].build();
      views[open].follow();
      if (fresh) focusSelected();
    }
    if (!sheet) open = null;
  };

  const shut = () => {
    const { tab } = state.get().sheet;
    state.set({ sheet: null });
    const opener = box.parentElement.querySelector(`[data-key="open ${tab}"]`);
    requestAnimationFrame(() => opener?.focus());
  };

  show();
  return {
    close: shut,
    focusSelected,
    /** The timeline shows other days, or is of another width. */
    rescale: () => open === "chart" && views.chart.build(),
    update(changed) {
      if (changed.sheet) show();
      if (!open) return;
      if (changed.structure) drawTools();
      views[open].update(changed);
    },
    destroy: () => views.chart.destroy(),
  };
}
