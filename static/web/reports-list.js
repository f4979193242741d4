// The list of reports: filtered by words, sorted by its columns, opened by a row, ticked to be removed.

import { printPublished } from "./dates.js";
import { fill, h } from "./dom.js";
import { paged } from "./pages.js";
import { byColumn, matching } from "./reports-rows.js";

const PAGE = 100;
/** Columns: [key, what it is called, whether it holds numbers]. */
const COLUMNS = [["title", "Report", false], ["published", "Published", false], ["places", "Places", true], ["figures", "Figures", true]];

/** What the reader had set; it outlives a visit to one report. */
const kept = { typed: "", sort: null, down: false };

const titleCell = (row, open) => h("th", { scope: "row", class: "title" },
  h("a", {
    href: `?report=${encodeURIComponent(row.id)}`, class: "open", "data-key": `open ${row.id}`,
    onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      open(row.id);
    },
  }, row.title),
  h("span", { class: "under" },
    h("span", { class: "publisher" }, row.publisher ?? "publisher not stated"),
    row.author && h("span", { class: "name" }, row.author),
    row.sample && h("span", { class: "tag" }, "sample"),
    row.notes > 0 && h("span", { class: "tag doubt" }, row.notes === 1 ? "1 note" : `${row.notes} notes`)));

const dayCell = (row) => h("td", { class: "day" },
  row.published ? printPublished(row) : h("span", { class: "chip review unverified" }, "day missing"));

/**
 * Draw the list inside `root`.
 *
 * @param root  element
 * @param act   takes (name, detail): "open" {id}, "remove" {ids}
 * @returns {{update(content)}}: content is {rows}, see views/reports/listing.py
 */
export function mountReportList(root, act) {
  let rows = [];
  const ticked = new Set();
  const pages = paged(PAGE, () => draw());
  const head = h("h2", {});
  const told = h("span", { class: "told", role: "status" });
  const removal = h("div", { class: "removal" });
  const search = h("input", {
    type: "search", placeholder: "Filter by title, publisher, author or file", "aria-label": "Filter the reports",
    value: kept.typed, oninput: () => {
      kept.typed = search.value;
      pages.restart();
      draw();
    },
  });
  const body = h("div", { class: "rows", tabindex: 0, role: "region", "aria-label": "List of reports" });
  root.append(h("header", { class: "head" }, head, told, removal, search), body);

  const open = (id) => act("open", { id });

  const sortBy = (key, numbers) => {
    if (kept.sort !== key) Object.assign(kept, { sort: key, down: numbers });
    else if (kept.down === numbers) kept.down = !numbers;
    else kept.sort = null;
    pages.restart();
    draw();
  };

  const heading = ([key, name, numbers]) => {
    const sorted = kept.sort === key ? (kept.down ? "descending" : "ascending") : "none";
    const arrow = { ascending: " ↑", descending: " ↓", none: "" }[sorted];
    return h("th", { scope: "col", "aria-sort": sorted, class: numbers ? "num" : `of-${key}` },
      h("button", { type: "button", "data-key": `sort ${key}`, onclick: () => sortBy(key, numbers) }, name, arrow));
  };

  const tick = (ids, on) => {
    ids.forEach((id) => (on ? ticked.add(id) : ticked.delete(id)));
    draw();
  };

  const box = (label, key, checked, change) => h("label", { class: "tick" },
    h("input", { type: "checkbox", "aria-label": label, "data-key": key, checked, onchange: (event) => change(event.target.checked) }));

  const line = (row) => h("tr", { class: ticked.has(row.id) ? "row selected" : "row", onclick: (event) => !event.target.closest("label") && open(row.id) },
    h("td", { class: "ticks" }, box(`Select ${row.title}`, `tick ${row.id}`, ticked.has(row.id), (on) => tick([row.id], on))),
    titleCell(row, open), dayCell(row), [row.places, row.figures].map((count) => h("td", { class: "num" }, count.toLocaleString("en"))));

  const drawRemoval = () => {
    const ids = rows.map(({ id }) => id).filter((id) => ticked.has(id));
    fill(removal, ids.length > 0 && [
      h("button", { type: "button", class: "quiet", "data-key": "remove", onclick: () => act("remove", { ids }) },
        ids.length === 1 ? "Remove 1 report" : `Remove ${ids.length} reports`),
      h("button", { type: "button", class: "link", "data-key": "none", onclick: () => tick(ids, false) }, "Clear"),
    ]);
  };

  const draw = () => {
    const found = byColumn(matching(rows, kept.typed), kept.sort, kept.down);
    const part = pages.part(found);
    const ids = found.map(({ id }) => id);
    const all = ids.length > 0 && ids.every((id) => ticked.has(id));
    head.textContent = rows.length === 1 ? "1 report" : `${rows.length} reports`;
    told.textContent = kept.typed.trim() ? `${found.length} shown` : "";
    drawRemoval();
    if (rows.length === 0) {
      fill(body, h("div", { class: "empty" }, h("p", { class: "first" }, "No reports yet."),
        h("p", {}, "Paste an article, or upload files. What they say of places and figures is on the map a moment later.")));
      return;
    }
    fill(body, found.length === 0
      ? h("div", { class: "empty" }, h("p", {}, "No report has these words in its title, publisher, author or file name."))
      : h("table", {},
        h("thead", {}, h("tr", {}, h("td", { class: "ticks" }, box("Select all that are listed", "tick all", all, (on) => tick(ids, on))),
          COLUMNS.map(heading))),
        h("tbody", {}, part.map(line))), pages.after(found));
  };

  return {
    update(content) {
      rows = content.rows;
      const there = new Set(rows.map(({ id }) => id));
      [...ticked].filter((id) => !there.has(id)).forEach((id) => ticked.delete(id));
      draw();
    },
  };
}
