// The timeline of a step: when its figures are dated, how much is reported around them, and the window as a frame.

import { drawBar, timelineRows } from "./bars.js";
import { printSpan } from "./dates.js";
import { fill, h } from "./dom.js";
import { drawnBounds } from "./frame.js";
import { counted, histogram } from "./histogram.js";
import { axis, ruler } from "./timeline.js";
import { covering, extent, timescale } from "./timescale.js";

const ROW = 18;
const MOST_ROWS = 3;
const LABEL = 190;
/** Width in px at which it is drawn one to one; on a wider screen it is set larger as a whole. */
const PLAIN = 900;
const LARGEST = 1.35;

/** The window as a frame, what is outside of it under a shade. */
function frame(scale, window) {
  const { from, to } = drawnBounds(window, scale);
  const [left, right] = [Math.max(scale.x(from), 0), Math.min(scale.xEnd(to), scale.width)];
  const shade = (x, end) => h("div", { class: "shade", style: { left: `${x}px`, width: `${Math.max(end - x, 0)}px` } });
  return h("div", { class: "frame" }, shade(0, left), shade(right, scale.width),
    h("div", { class: "edge", style: { left: `${left}px`, width: `${Math.max(right - left, 3)}px` } }));
}

/** @param box  element of the timeline */
export function mountTime(box, state) {
  const plot = h("div", { class: "plot" });
  const measure = ruler(plot);
  let rows = null;
  let last = [];
  fill(box, plot);

  const draw = () => {
    const room = box.clientWidth;
    if (room === 0) return;
    const zoom = Math.min(Math.max(room / PLAIN, 1), LARGEST);
    const label = room / zoom < 600 ? 84 : LABEL;
    const { window, axis: by } = state.get();
    const whole = extent(state.scene);
    const scale = timescale(covering(whole, window, whole), Math.max(room / zoom - label - 24, 60));
    const cited = new Set(last);
    rows ??= timelineRows(state);
    const own = rows.filter(({ items }) => items.some((id) => cited.has(id) && state.readable(id)));
    const more = own.length - MOST_ROWS;
    plot.style.zoom = zoom;
    plot.style.setProperty("--label", `${label}px`);
    plot.style.setProperty("--span", `${scale.width}px`);
    plot.dataset.axis = by;
    fill(plot, frame(scale, window), h("div", { class: "rows-of" }, own.slice(0, MOST_ROWS).map((row) => h("div", {
      class: `row ${row.status}`, style: { height: `${ROW}px` }, role: "img",
      "aria-label": `${row.label}, ${row.ref}, ${row.status}: ${row.text}; ${printSpan(row.earliest, row.latest)}`,
    }, h("span", { class: "label" }, row.label, h("span", { class: "ref" }, ` ${row.ref}`)), drawBar(row, scale, measure.width)))),
    h("div", { class: "head" }, h("div", { class: "label counters" }, h("span", {}, "Reports"), h("span", {}, more > 0 ? `Figures, ${more} more dated` : "Figures")),
      h("div", { class: "bins" }, histogram(scale, counted(state)))),
    h("div", { class: "foot" }, axis(scale)));
  };

  return {
    /** @param ids  items of the step, for the next `draw` */
    show(ids) {
      last = ids;
    },
    draw,
  };
}
