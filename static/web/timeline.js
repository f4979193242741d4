// The timeline: reports counted, dated items as bars, and the window as a frame with two handles.

import { drawBar, timelineRows } from "./bars.js";
import { printSpan } from "./dates.js";
import { fill, h, reveal, roving } from "./dom.js";
import { mountFrame } from "./frame.js";
import { mountTimebar } from "./timebar.js";
import { buckets, covering, extent, ticks, timescale, zoom } from "./timescale.js";

const HISTOGRAM = 22;
const ROW = 18;

/** Measures texts in the font of `box`; `width` remembers until `forget`. */
export function ruler(box) {
  const context = document.createElement("canvas").getContext("2d");
  let known = new Map();
  return {
    forget: () => { known = new Map(); },
    width(text) {
      if (!known.has(text)) {
        const { fontSize, fontFamily } = getComputedStyle(box);
        context.font = `${fontSize} ${fontFamily}`;
        known.set(text, context.measureText(text).width);
      }
      return known.get(text);
    },
  };
}

function histogram(scale, reports) {
  const found = buckets(scale, reports);
  const most = Math.max(1, ...found.map((bucket) => bucket.reports.length));
  return h("svg", { width: scale.width, height: HISTOGRAM + 6, "aria-hidden": "true" }, found.map((bucket) => {
    const height = (bucket.reports.length / most) * HISTOGRAM * (most > 1 ? 1 : 0.7);
    const refs = bucket.reports.map((report) => report.ref).join(", ");
    return h("rect", {
      class: "reports", x: bucket.x + 0.5, width: Math.max(bucket.width - 1, 2), y: HISTOGRAM + 4 - height, height,
    }, h("title", {}, `${refs}: ${printSpan(bucket.from, bucket.to)}`));
  }));
}

function axis(scale) {
  return h("svg", { width: scale.width, height: 18, "aria-hidden": "true" }, ticks(scale).map(({ x, label, major }) => [
    h("line", { x1: x, x2: x, y1: 0, y2: 5 }),
    x + 30 < scale.width && h("text", { x: x + 4, y: 13, class: major ? "major" : "" }, label),
  ]));
}

export function mountTimeline(box, desk) {
  const { state } = desk;
  let span = extent(state.scene);
  let rows = [];
  let scale = timescale(span, 1);

  const bar = h("div", { class: "timebar" });
  const count = h("b");
  const bins = h("div", { class: "bins" });
  const grid = h("div", { class: "grid", "aria-hidden": "true" });
  const list = h("div", { class: "rows", role: "listbox", "aria-label": "Dated items" });
  const foot = h("div", { class: "foot" });
  const dot = h("svg", { width: 7, height: 9, "aria-hidden": "true" },
    h("circle", { class: "reported-day", cx: 3.5, cy: 4.5, r: 2.6 }));
  const head = h("div", { class: "head" }, h("span", { class: "label" }, dot, "Reports ", count), bins);
  const plot = h("div", { class: "plot" }, grid, head, list, foot);
  fill(box, bar, plot);
  const timebar = mountTimebar(bar, desk, () => resize(extent(state.scene)));
  const frame = mountFrame(plot, bins, desk, () => scale);
  const settle = roving(list, ".row");
  const measure = ruler(list);

  const rowLabel = (row) => h("span", { class: "label" }, row.label, h("span", { class: "ref" }, ` ${row.ref}`));

  const rowNode = (row) => h("div", {
    class: `row ${row.status}`, role: "option", "data-key": row.key, title: `${row.label}, ${row.ref}: ${row.text}`,
    "aria-label": `${row.label}, ${row.ref}, ${row.status}: ${row.text}; ${printSpan(row.earliest, row.latest)}`,
  }, rowLabel(row), drawBar(row, scale, measure.width));

  /** Lay everything out anew: after a new scene, a zoom or a new size. */
  const draw = () => {
    list.style.maxHeight = "";
    list.style.maxHeight = `${Math.max(Math.floor(list.clientHeight / ROW), 1) * ROW}px`;
    const label = list.querySelector(".label")?.offsetWidth ?? plot.querySelector(".label").offsetWidth;
    scale = timescale(span, Math.max(list.clientWidth - label, 50));
    plot.style.setProperty("--label", `${label}px`);
    plot.style.setProperty("--span", `${scale.width}px`);
    count.textContent = state.scene.reports.length;
    fill(bins, histogram(scale, state.scene.reports));
    fill(foot, axis(scale));
    fill(grid, ticks(scale).map(({ x, major }) => h("i", { class: major ? "major" : "", style: { left: `${x}px` } })));
    fill(list, rows.length > 0 ? rows.map(rowNode) : h("div", { class: "empty" }, "No dated items."));
    settle();
    refresh();
  };

  /** What follows the view: bars in and out of the window, selection, the frame. */
  const refresh = () => {
    const [selected, hovered] = [state.selectedItems(), state.hoveredItems()];
    const byKey = new Map(rows.map((row) => [row.key, row]));
    plot.dataset.axis = state.get().axis;
    for (const node of list.querySelectorAll(".row")) {
      const { items } = byKey.get(node.dataset.key);
      const verdicts = new Set(items.map(state.verdict));
      node.classList.toggle("outside", !items.some(state.itemVisible));
      node.classList.toggle("possibly", verdicts.has("possible") && !verdicts.has("certain"));
      const chosen = items.some((id) => selected.has(id));
      node.classList.toggle("selected", chosen);
      node.setAttribute("aria-selected", String(chosen));
      node.classList.toggle("hovered", items.some((id) => hovered.has(id)));
    }
    frame.update();
    timebar.update();
  };

  const resize = (next) => {
    span = next;
    draw();
  };

  const pick = (event) => {
    const row = rows.find(({ key }) => key === event.target.closest(".row")?.dataset.key);
    return row ? { kind: "item", id: row.items[0] } : null;
  };
  list.addEventListener("click", (event) => pick(event) && desk.select(pick(event)));
  list.addEventListener("keydown", (event) => event.key === "Enter" && pick(event) && desk.select(pick(event)));
  list.addEventListener("pointerover", (event) => desk.preview(pick(event)));
  list.addEventListener("pointerleave", () => desk.preview(null));

  // The wheel zooms over the reports and the axis, and with Ctrl anywhere; sideways it pans; over the rows it scrolls.
  plot.addEventListener("wheel", (event) => {
    const overRows = list.contains(event.target);
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (overRows && !sideways && !event.ctrlKey) return;
    event.preventDefault();
    const [first, end] = span;
    if (sideways) {
      const days = ((event.deltaX || event.deltaY) / scale.width) * (end - first);
      resize([first + days, end + days]);
    } else {
      const x = event.clientX - bins.getBoundingClientRect().left;
      resize(zoom(span, first + x / scale.perDay, Math.exp(event.deltaY * 0.0015)));
    }
  }, { passive: false });

  const load = () => {
    rows = timelineRows(state);
    resize(covering(extent(state.scene), state.get().window));
  };
  load();
  const observer = new ResizeObserver(() => draw());
  observer.observe(plot);
  const onFonts = () => {
    measure.forget();
    draw();
  };
  document.fonts.addEventListener("loadingdone", onFonts);
  return {
    update(changed) {
      const wanted = covering(span, state.get().window);
      if (changed.scene) load();
      else if (wanted !== span) resize(wanted);
      else refresh();
      const first = changed.selection && list.querySelector(".row.selected");
      if (first) reveal(list, first);
    },
    destroy() {
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", onFonts);
    },
  };
}
