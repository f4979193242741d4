// The full table of figures: one row a claim, sorted and filtered by the reader, with the same selection as the map.

import { bestOf, printRule } from "./best.js";
import { columns } from "./columns.js";
import { derivedList } from "./derived.js";
import { fill, h, reveal, roving } from "./dom.js";
import { paged } from "./pages.js";
import { unquantifiedList } from "./unquantified.js";
import { cache } from "./visibility.js";

const PAGE = 200;
const HEAD = 30;

/** Rows in the order of a column, or of the scene; what has no value goes last either way. */
function sorted(rows, column, descending) {
  if (!column) return rows;
  const key = column.sort ?? column.text;
  const empty = (value) => value === null || value === undefined || value === "";
  const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true }));
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row, at) => ({ row, at, value: key(row) }));
  return keyed.sort((a, b) => empty(a.value) - empty(b.value)
    || (empty(a.value) ? 0 : sign * compare(a.value, b.value)) || a.at - b.at).map(({ row }) => row);
}

/** Rows whose text, in any column, has each of the words typed; `textOf` gives a row's text in lower case. */
function filtered(rows, typed, textOf) {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter((row) => words.every((word) => textOf(row).includes(word)));
}

/**
 * Mount the table.
 *
 * @param box   element to fill
 * @param desk  what the panels share
 * @param tell  ({claims, all}) => called when other rows are shown
 */
export function mountTable(box, desk, tell) {
  const { state } = desk;
  const view = { order: null, descending: false, typed: "", category: "" };
  const pages = paged(PAGE, () => build());
  const texts = cache();
  let chosen = new Map();
  let shown = [];
  let drawn = [];
  const best = (claim) => {
    const found = chosen.get(claim.group);
    return found?.claim === claim ? found : null;
  };
  const table = h("table", { class: "ledger" });
  const earlier = h("div");
  const apart = h("div", { class: "apart" });
  fill(box, earlier, table, apart);
  const settle = roving(table, "tbody tr");

  const sortBy = (id) => {
    if (view.order !== id) Object.assign(view, { order: id, descending: false });
    else if (!view.descending) view.descending = true;
    else Object.assign(view, { order: null, descending: false });
    build();
  };

  const headCell = (column) => {
    const sortedNow = view.order === column.id;
    const words = column.id === "best" ? printRule(state.get().best) : null;
    const arrow = sortedNow ? (view.descending ? "▼" : "▲") : "";
    return h("th", {
      scope: "col", class: `${column.num ? "num" : ""} ${column.id}`,
      "aria-sort": sortedNow ? (view.descending ? "descending" : "ascending") : "none",
    }, h("button", {
      type: "button", "data-key": `sort ${column.id}`, onclick: () => sortBy(column.id),
      title: words ? `${column.label}: ${words}` : `Sort by ${column.label.toLowerCase()}`,
    }, h("span", { class: "name" }, column.label), words && h("span", { class: "rule" }, words), h("span", { class: "arrow", "aria-hidden": "true" }, arrow)));
  };

  const cell = (column, claim, at) => {
    const text = column.text(claim);
    const title = column.title?.(claim) ?? text;
    const inside = column.cell ? column.cell(claim) : text;
    return at === 0
      ? h("th", { scope: "row", class: column.id, title }, inside)
      : h("td", { class: `${column.num ? "num" : ""} ${column.id}`, title: title || null }, inside || h("span", { class: "open" }, "—"));
  };

  const row = (claim, at, all) => h("tr", {
    class: `claim ${claim.status} ${!view.order && all[at - 1]?.group !== claim.group ? "first" : ""}`,
    "data-key": `claim ${claim.id}`, "data-item": claim.id,
  }, shown.map((column, i) => cell(column, claim, i)));

  const textOf = (claim) =>
    texts.of(claim.id, () => shown.map((column) => column.text(claim)).join("\n").toLowerCase());
  const readable = (group) => group.claims.map(state.item).filter((claim) => claim && state.readable(claim.id));

  const build = () => {
    const { groups } = state.scene;
    const all = groups.flatMap(readable);
    chosen = new Map(groups.map((group) => [group.id, bestOf(state.get().best, readable(group))]));
    shown = columns(state, best);
    const some = all.filter((claim) => !view.category || claim.category === view.category);
    drawn = sorted(filtered(some, view.typed, textOf), shown.find(({ id }) => id === view.order), view.descending);
    const part = pages.part(drawn);
    fill(table,
      h("caption", { class: "unseen" }, "Every figure in view, one row each. Nothing is added up."),
      h("colgroup", {}, shown.map((column) => h("col", { style: { width: `calc(${column.width} * var(--unit-px))` } }))),
      h("thead", {}, h("tr", {}, shown.map(headCell))),
      h("tbody", {}, part.length > 0 ? part.map(row)
        : h("tr", { class: "nothing" }, h("td", { class: "empty", colspan: shown.length },
          all.length > 0 ? "No figure fits the filter." : "No figures in view."))));
    table.style.width = `calc(${shown.reduce((sum, column) => sum + column.width, 0)} * var(--unit-px))`;
    fill(earlier, pages.before());
    fill(apart, pages.after(drawn), derivedList(desk), unquantifiedList(desk));
    settle();
    mark();
    tell({ claims: drawn, all });
  };

  const mark = () => {
    const [selected, hovered] = [state.selectedItems(), state.hoveredItems()];
    for (const node of table.querySelectorAll("tbody tr[data-item]")) {
      const on = selected.has(node.dataset.item);
      node.classList.toggle("selected", on);
      node.setAttribute("aria-current", String(on));
      node.classList.toggle("hovered", hovered.has(node.dataset.item));
    }
  };

  const refOf = (event) => {
    const id = event.target.closest("tr[data-item]")?.dataset.item;
    return id ? { kind: "item", id } : null;
  };
  table.addEventListener("click", (event) => refOf(event) && desk.pick(refOf(event)));
  table.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("tr[data-item]")) desk.toSentence(refOf(event));
  });
  table.addEventListener("pointerover", (event) => desk.preview(refOf(event)));
  table.addEventListener("pointerleave", () => desk.preview(null));

  const follow = () => {
    const at = drawn.findIndex((claim) => state.selectedItems().has(claim.id));
    if (pages.reveal(at)) build();
    mark();
    const first = table.querySelector("tr.selected");
    if (first) reveal(box, first, HEAD);
  };

  return {
    /** Show rows that fit what is asked for: {typed?, category?}. */
    narrow(asked) {
      Object.assign(view, asked);
      pages.restart();
      build();
    },
    /** Draw anew what another view or scene may have changed. */
    build() {
      texts.clear();
      build();
    },
    follow,
    /** What the download is made of. */
    content: () => ({ claims: drawn, shown: state.scene.groups.flatMap(readable).map(({ id }) => id), best }),
    update(changed) {
      if (changed.structure) this.build();
      if (changed.selection) follow();
      else if (changed.hover) mark();
    },
  };
}
