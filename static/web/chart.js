// The chart: one row a group, its figures over time, each on its own; nothing is added up or joined by a line.

import { arrange, drawMark, drawNote, isDrawn } from "./chart-claims.js";
import { dayNumber, isoDay } from "./dates.js";
import { fill, h, reveal, roving } from "./dom.js";
import { paged } from "./pages.js";
import { printTick, valueScale } from "./scales.js";
import { statusSign } from "./signs.js";
import { ruler } from "./timeline.js";
import { ticks } from "./timescale.js";
import { classify, daysOf } from "./window.js";

const ROW = { one: 54, many: 84 };
const PAD = 13;
const PAGE = 80;
const AXIS = 84;
const KEY = "Bar: its period, as high as its range · hollow: planned or possible · ○ day of the report, alone where no"
  + " period is stated · arrow: open end · equal figures lie one above the other, tied to their height · every row has its own axis, from zero"
  + " unless it says broken or log";
const AXES = { zero: null, broken: "axis broken", log: "log axis" };

/** Groups with claims that can be drawn: [{group, claims}], and the claims that are no single quantity. */
function chartRows(state) {
  const claims = (group) => group.claims.map(state.item).filter((claim) => claim && state.readable(claim.id));
  const all = state.scene.groups.map((group) => ({ group, claims: claims(group) }));
  return {
    rows: all.map(({ group, claims: some }) => ({ group, claims: some.filter(isDrawn) })).filter((row) => row.claims.length > 0),
    left: all.flatMap((row) => row.claims.filter((claim) => !isDrawn(claim))),
  };
}

/** Whether something of a claim lies on the strip of time that is drawn. */
const onStrip = ({ first, end }) => (claim) => ["event", "reported"].some((axis) =>
  ["certain", "possible"].includes(classify(...daysOf(claim, axis), isoDay(first), isoDay(end - 1))));

const amounts = (claims) => claims.flatMap((claim) =>
  [claim.low, claim.high].filter((value) => (value ?? null) !== null).map((value) => value * (claim.base ?? 1)));

export function mountChart(box, desk) {
  const { state } = desk;
  const body = h("div", { class: "chart-rows", role: "listbox", "aria-label": "Figures over time" });
  const foot = h("div", { class: "chart-foot" });
  const key = h("p", { class: "key" }, KEY);
  const left = h("p", { class: "left" });
  fill(box, key, body, foot, left);
  const settle = roving(box, ".figure-mark");
  const measure = ruler(body);
  let built = false;
  const pages = paged(PAGE, () => build());

  /** Two strokes across the foot of an axis that does not begin at zero. */
  const breakSign = (foot) => h("path", {
    class: "break", d: `M${AXIS - 8} ${foot + 3}l8 -5M${AXIS - 8} ${foot + 8}l8 -5`,
  });

  const rowNode = ({ group, claims }, time) => {
    const unit = claims[0].base ?? 1;
    const scale = valueScale(amounts(claims));
    const several = claims.length > 1 || claims[0].low !== claims[0].high;
    const own = several ? ROW.many : ROW.one;
    const frame = { time, left: AXIS, y: (amount) => own - PAD - scale.at(amount) * (own - 2 * PAD) };
    const { boxes, more } = arrange(claims, frame, measure);
    const height = own + more;
    const shown = several ? scale.ticks : [scale.ticks[0], scale.ticks.at(-1)];
    const words = [claims.length === 1 ? "1 figure" : `${claims.length} figures`, claims[0].increment && "in addition", claims[0].unitText,
      AXES[scale.kind]];
    return h("div", { class: "chart-row", style: { height: `${height}px` } },
      h("div", { class: "about", title: group.label },
        h("span", { class: "name" }, statusSign(group.status), group.label),
        h("span", { class: "sub" }, words.filter(Boolean).join(" · "))),
      h("svg", { width: AXIS + time.width, height, viewBox: `0 ${-more} ${AXIS + time.width} ${height}`, role: "presentation" },
        shown.map((tick) => [
          h("line", { class: "level", x1: AXIS, x2: AXIS + time.width, y1: frame.y(tick), y2: frame.y(tick) }),
          h("text", { class: "tick", x: AXIS - 10, y: frame.y(tick) + 4, "text-anchor": "end" }, printTick(tick / unit)),
        ]),
        scale.kind === "broken" && breakSign(own - PAD),
        h("svg", {
          class: "marks", x: AXIS, y: -more, width: time.width, height, viewBox: `${AXIS} ${-more} ${time.width} ${height}`,
        }, boxes.map((box) => drawMark(state, box)), boxes.map(drawNote))));
  };

  const build = () => {
    const { rows, left: others } = chartRows(state);
    built = true;
    const time = desk.timescale(); // the timeline's: both are on the screen, one over the other
    const { from, to } = state.get().window;
    const bound = (iso, after) => iso && h("line", {
      class: "bound", x1: AXIS + (dayNumber(iso) + after - time.first) * time.perDay,
      x2: AXIS + (dayNumber(iso) + after - time.first) * time.perDay, y1: 0, y2: 8,
    });
    const part = pages.part(rows);
    fill(body, pages.before(), part.length > 0 ? part.map((row) => rowNode(row, time))
      : h("div", { class: "empty" }, "No figure with a number in view."), pages.after(rows));
    fill(foot, rows.length > 0 && h("svg", { width: AXIS + time.width, height: 20, "aria-hidden": "true" },
      bound(from, 0), bound(to, 1),
      ticks(time).map(({ x, label, major }) => [
        h("line", { x1: AXIS + x, x2: AXIS + x, y1: 0, y2: 5 }),
        x + 30 < time.width && h("text", { x: AXIS + x + 4, y: 14, class: major ? "major" : "" }, label),
      ])));
    const away = rows.flatMap(({ claims }) => claims).filter((claim) => !onStrip(time)(claim)).length;
    left.textContent = [
      away > 0 && `${away} of the figures ${away === 1 ? "lies" : "lie"} outside the time shown.`,
      others.length > 0 && `Not drawn, being no single quantity: ${others.map((claim) => `${claim.label} ${claim.figure}`).join("; ")}.`,
    ].filter(Boolean).join(" ");
    settle();
    mark();
  };

  const mark = () => {
    const [selected, hovered] = [state.selectedItems(), state.hoveredItems()];
    for (const node of body.querySelectorAll("[data-item]")) {
      const on = selected.has(node.dataset.item);
      node.classList.toggle("selected", on);
      if (node.matches(".figure-mark")) node.setAttribute("aria-selected", String(on));
      node.classList.toggle("hovered", hovered.has(node.dataset.item));
    }
  };

  const refOf = (event) => {
    const id = event.target.closest(".figure-mark")?.dataset.item;
    return id ? { kind: "item", id } : null;
  };
  body.addEventListener("click", (event) => refOf(event) && desk.pick(refOf(event)));
  body.addEventListener("keydown", (event) => event.key === "Enter" && refOf(event) && desk.toSentence(refOf(event)));
  body.addEventListener("pointerover", (event) => desk.preview(refOf(event)));
  body.addEventListener("pointerleave", () => desk.preview(null));

  const follow = () => {
    const at = chartRows(state).rows.findIndex(({ claims }) => claims.some(({ id }) => state.selectedItems().has(id)));
    if (pages.reveal(at)) build();
    mark();
    const first = body.querySelector(".figure-mark.selected");
    if (first) reveal(box, first, PAD);
  };

  const observer = new ResizeObserver(() => built && box.clientWidth > 0 && build());
  observer.observe(box);
  return {
    build,
    follow,
    update(changed) {
      if (changed.structure) build();
      if (changed.selection) follow();
      else if (changed.hover) mark();
    },
    destroy: () => observer.disconnect(),
  };
}
