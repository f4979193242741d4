// The window on the timeline: a frame with two handles. Drag a handle to move a bound, the band between them to move
// both, an empty part of the band to draw a new window; arrow keys move a handle by a day, Page keys by a month.

import { dayNumber, isoDay, printDay } from "./dates.js";
import { h } from "./dom.js";

const KEY_DAYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 };
const CLICK_PX = 3;

const earlier = (a, b) => (a < b ? a : b);
const later = (a, b) => (a > b ? a : b);

/**
 * @param plot   element the frame is laid over; its custom properties --label and --span place it
 * @param band   element that takes the drags
 * @param desk   shared desk
 * @param scale  () => the current `timescale`
 */
export function mountFrame(plot, band, desk, scale) {
  const { state } = desk;
  const before = h("div", { class: "shade" });
  const after = h("div", { class: "shade" });
  const edge = h("div", { class: "edge" });
  const overlay = h("div", { class: "frame" }, before, after, edge);
  const handles = { from: handle("from", "First day of the window"), to: handle("to", "Last day of the window") };
  overlay.append(handles.from, handles.to);
  plot.append(overlay);

  /** The window with its missing bounds at the ends of what is drawn. */
  const bounds = () => {
    const { from, to } = state.get().window;
    return { from: from ?? isoDay(scale().first), to: to ?? isoDay(scale().end - 1) };
  };

  const move = (side, day) => {
    const now = bounds();
    const limited = side === "from" ? earlier(day, now.to) : later(day, now.from);
    state.set({ window: { [side]: limited } });
  };

  function handle(side, label) {
    const node = h("button", { type: "button", class: `handle ${side}`, role: "slider", "aria-label": label });
    node.addEventListener("keydown", (event) => {
      if (event.key === "Home" || event.key === "End") {
        const outward = (event.key === "Home") === (side === "from");
        if (outward) state.set({ window: { [side]: null } });
        else move(side, bounds()[side === "from" ? "to" : "from"]);
      } else if (KEY_DAYS[event.key]) {
        move(side, isoDay(dayNumber(bounds()[side]) + KEY_DAYS[event.key] * (event.shiftKey ? 7 : 1)));
      } else return;
      event.preventDefault();
    });
    node.addEventListener("pointerdown", (event) => drag(event, node, (day) => move(side, day)));
    return node;
  }

  /** Follow the pointer until it is let go, telling the day under it. */
  function drag(event, node, onDay) {
    if (event.button !== 0) return;
    event.preventDefault();
    node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
    const follow = (moved) => onDay(dayAt(moved), moved);
    const stop = () => {
      node.removeEventListener("pointermove", follow);
      node.removeEventListener("pointerup", stop);
      node.removeEventListener("pointercancel", stop);
    };
    node.addEventListener("pointermove", follow);
    node.addEventListener("pointerup", stop);
    node.addEventListener("pointercancel", stop);
  }

  const dayAt = (event) => {
    const x = event.clientX - band.getBoundingClientRect().left;
    return scale().day(Math.min(Math.max(x, 0), scale().width - 0.01));
  };

  band.addEventListener("pointerdown", (event) => {
    const { from, to } = state.get().window;
    const start = dayAt(event);
    const moving = from !== null && to !== null && start >= from && start <= to;
    const shift = (day) => {
      const days = dayNumber(day) - dayNumber(start);
      state.set({ window: { from: isoDay(dayNumber(from) + days), to: isoDay(dayNumber(to) + days) } });
    };
    const sketch = (day, moved) => {
      if (Math.abs(moved.clientX - event.clientX) < CLICK_PX) return;
      state.set({ window: { from: earlier(start, day), to: later(start, day) } });
    };
    drag(event, band, moving ? shift : sketch);
  });

  const clamp = (x) => Math.min(Math.max(x, 0), scale().width);

  const place = (side, x, day) => {
    const node = handles[side];
    const limit = state.get().window[side];
    node.style.left = `${x}px`;
    node.setAttribute("aria-valuemin", Math.floor(scale().first));
    node.setAttribute("aria-valuemax", Math.ceil(scale().end));
    node.setAttribute("aria-valuenow", dayNumber(day));
    node.setAttribute("aria-valuetext", limit ? printDay(limit) : "no limit");
  };

  return {
    update() {
      const { from, to } = bounds();
      const [left, right] = [clamp(scale().x(from)), clamp(scale().xEnd(to))];
      before.style.width = `${left}px`;
      after.style.left = `${right}px`;
      after.style.width = `${scale().width - right}px`;
      edge.style.left = `${left}px`;
      edge.style.width = `${Math.max(right - left, 2)}px`;
      place("from", left, from);
      place("to", right, to);
    },
  };
}
