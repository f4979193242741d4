// The timeline: reports and figures counted, dated items as bars, and the window as a frame with two handles.

import { drawBar, timelineRows } from "./bars.js";
import { printSpan } from "./dates.js";
import { fill, h } from "./dom.js";
import { drawnBounds, mountFrame } from "./frame.js";
import { counted, histogram } from "./histogram.js";
import { createPlayer } from "./player.js";
import { mountTimebar } from "./timebar.js";
import { ROW, mountRows } from "./timerows.js";
import { covering, extent, ticks, timescale } from "./timescale.js";
import { WHEEL_HELP, mountWheel } from "./wheel.js";

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

/** The days under a scale. */
export function axis(scale) {
  return h("svg", { width: scale.width, height: 18, "aria-hidden": "true" }, ticks(scale).map(({ x, label, major }) => [
    h("line", { x1: x, x2: x, y1: 0, y2: 5 }),
    x + 30 < scale.width && h("text", { x: x + 4, y: 13, class: major ? "major" : "" }, label),
  ]));
}

/** The words beside the histograms. */
function counterLabels() {
  const [reports, figures, all] = [h("b"), h("b"), h("span", { class: "ref" })];
  const dot = h("svg", { width: 7, height: 9, "aria-hidden": "true" },
    h("circle", { class: "reported-day", cx: 3.5, cy: 4.5, r: 2.6 }));
  const bar = h("svg", { width: 7, height: 9, "aria-hidden": "true" },
    h("rect", { class: "certain", x: 0, y: 3, width: 7, height: 6 }), h("rect", { class: "possible", x: 0, y: 0, width: 7, height: 3 }));
  const node = h("div", { class: "label counters" }, h("span", {}, dot, "Reports ", reports),
    h("span", { class: "figure", title: "Figures by their days: solid for certain, faded possibly" }, bar, "Figures dated ", figures, all));
  return {
    node,
    print(count) {
      const dated = count.figures.filter(([first, last]) => first !== null || last !== null).length;
      reports.textContent = count.reports.length;
      figures.textContent = dated;
      all.textContent = dated < count.figures.length ? ` of ${count.figures.length}` : "";
    },
  };
}

export function mountTimeline(box, desk) {
  const { state } = desk;
  let whole = extent(state.scene);
  let span = whole;
  let rows = [];
  let scale = timescale(span, 1);

  const bar = h("div", { class: "timebar" });
  const labels = counterLabels();
  const bins = h("div", { class: "bins", title: WHEEL_HELP });
  const grid = h("div", { class: "grid", "aria-hidden": "true" });
  const list = h("div", { class: "rows", role: "listbox", "aria-label": "Dated items" });
  const none = h("div", { class: "empty" }, "No dated items.");
  const foot = h("div", { class: "foot", title: WHEEL_HELP });
  const head = h("div", { class: "head" }, labels.node, bins);
  const plot = h("div", { class: "plot" }, grid, head, list, none, foot);
  fill(box, bar, plot);
  const player = createPlayer(state, () => {
    plot.classList.toggle("playing", player.playing());
    timebar.update();
    desk.hold(player.playing());
  });
  const timebar = mountTimebar(bar, desk, player, () => resize(whole));
  const strip = {
    scale: () => scale, span: () => span, whole: () => whole, bounds: () => drawnBounds(state.get().window, scale),
    show: (next) => resize(next),
  };
  const frame = mountFrame(plot, bins, state, strip, (held) => {
    if (held) player.pause();
    desk.hold(held);
  });
  mountWheel(plot, list, bins, state, strip);
  const measure = ruler(list);

  const rowNode = (row) => h("div", {
    class: `row ${row.status}`, role: "option", "data-key": row.key, title: `${row.label}, ${row.ref}: ${row.text}`,
    "aria-label": `${row.label}, ${row.ref}, ${row.status}: ${row.text}; ${printSpan(row.earliest, row.latest)}`,
  }, h("span", { class: "label" }, row.label, h("span", { class: "ref" }, ` ${row.ref}`)),
  drawBar(row, scale, measure.width));
  const bars = mountRows(list, (row) => dress(row, rowNode(row)));

  /** What of a row follows the view: in the window or out of it, selected, under the pointer. */
  function dress({ items }, node) {
    const [selected, hovered] = [state.selectedItems(), state.hoveredItems()];
    const verdicts = new Set(items.map(state.verdict));
    const chosen = items.some((id) => selected.has(id));
    node.classList.toggle("outside", !items.some(state.itemVisible));
    node.classList.toggle("possibly", verdicts.has("possible") && !verdicts.has("certain"));
    node.classList.toggle("selected", chosen);
    node.setAttribute("aria-selected", String(chosen));
    node.classList.toggle("hovered", items.some((id) => hovered.has(id)));
    return node;
  }

  /** Both histograms follow the scale and the switches, not the window. */
  const count = () => {
    const found = counted(state);
    labels.print(found);
    fill(bins, histogram(scale, found));
  };

  /** Lay everything out anew: after a new scene, a zoom or a new size. */
  const draw = () => {
    list.style.maxHeight = "";
    list.style.maxHeight = `${Math.max(Math.floor(list.clientHeight / ROW), 1) * ROW}px`;
    const label = plot.querySelector(".label").getBoundingClientRect().width;
    scale = timescale(span, Math.max(list.clientWidth - label, 50));
    plot.style.setProperty("--label", `${label}px`);
    plot.style.setProperty("--span", `${scale.width}px`);
    count();
    fill(foot, axis(scale));
    fill(grid, ticks(scale).map(({ x, major }) => h("i", { class: major ? "major" : "", style: { left: `${x}px` } })));
    none.hidden = rows.length > 0;
    bars.redraw();
    refresh();
    desk.rescaled();
  };

  /** What follows the view: bars in and out of the window, selection, the frame. */
  const refresh = () => {
    plot.dataset.axis = state.get().axis;
    bars.nodes().forEach(([row, node]) => dress(row, node));
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
  box.addEventListener("keydown", timebar.onKey);

  const load = () => {
    whole = extent(state.scene);
    rows = timelineRows(state);
    bars.set(rows);
    resize(covering(whole, state.get().window, whole));
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
    scale: () => scale,
    update(changed) {
      player.update();
      const wanted = covering(span, state.get().window, whole);
      if (changed.scene) load();
      else if (wanted !== span || changed.sheet) resize(wanted);
      else refresh();
      if (changed.counting) count();
      const selected = state.selectedItems();
      const first = changed.selection ? rows.findIndex(({ items }) => items.some((id) => selected.has(id))) : -1;
      if (first >= 0) bars.reveal(first);
    },
    destroy() {
      player.pause();
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", onFonts);
    },
  };
}
