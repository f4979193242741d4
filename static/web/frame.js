// The window on the timeline: a frame with two handles. Drag a handle to move a bound, the band between them to move
// both, an empty part of the band to draw a new window; arrow keys move what has the focus by a day, Page keys by a
// month. Where the view is cumulative there is no first day, and every drag sets the last.

import { dayNumber, isoDay, printDay, printSpan, shiftDay } from "./dates.js";
import { h } from "./dom.js";
import { mountPinch } from "./pinch.js";
import { moved } from "./window.js";

/** Steps of the keys: [unit and size, count]. */
const KEYS = {
  ArrowLeft: [["day", 1], -1], ArrowDown: [["day", 1], -1], ArrowRight: [["day", 1], 1], ArrowUp: [["day", 1], 1],
  PageDown: [["month", 1], -1], PageUp: [["month", 1], 1],
};
const CLICK_PX = 3;
/** A window narrower than this has no room for its handles. */
const NARROW_PX = 28;

const earlier = (a, b) => (a < b ? a : b);
const later = (a, b) => (a > b ? a : b);

/** Where a key moves a day; null for a key that moves none. With Shift a day is a week. */
function keyed(event, day) {
  const [step, count] = KEYS[event.key] ?? [];
  return step ? shiftDay(day, step, event.shiftKey ? count * 7 : count) : null;
}

/**
 * @param plot    element the frame is laid over; its custom properties --label and --span place it
 * @param band    element that takes the drags
 * @param state   the shared store
 * @param strip   {scale(), span(), whole(), bounds(), show(span)}, see wheel.js
 * @param onGrab  called with true when a pointer takes hold of the window, with false when it lets go
 */
export function mountFrame(plot, band, state, strip, onGrab) {
  const before = h("div", { class: "shade" });
  const after = h("div", { class: "shade" });
  const edge = h("div", { class: "edge", role: "slider", "aria-label": "Window of dates" });
  const overlay = h("div", { class: "frame" }, before, after, edge);
  const handles = { from: handle("from", "First day of the window"), to: handle("to", "Last day of the window") };
  overlay.append(handles.from, handles.to);
  plot.append(overlay);
  let held = null; // ends the drag that goes on

  const move = (side, day) => {
    const now = strip.bounds();
    const limited = side === "from" ? earlier(day, now.to) : state.get().cumulative ? day : later(day, now.from);
    state.set({ window: { [side]: limited } });
  };

  function handle(side, label) {
    const node = h("button", { type: "button", class: `handle ${side}`, role: "slider", "aria-label": label });
    const other = side === "from" ? "to" : "from";
    node.addEventListener("keydown", (event) => {
      const day = keyed(event, strip.bounds()[side]);
      const outward = event.key === (side === "from" ? "Home" : "End");
      if (day) move(side, day);
      else if (outward) state.set({ window: { [side]: null } });
      else if (event.key === "Home" || event.key === "End") move(side, strip.bounds()[other]);
      else return;
      event.preventDefault();
    });
    node.addEventListener("pointerdown", (event) => drag(event, node, (day) => move(side, day)));
    return node;
  }

  edge.addEventListener("keydown", (event) => {
    const { window } = state.get();
    const day = keyed(event, window.from);
    if (!day) return;
    event.preventDefault();
    state.set({ window: moved(window, dayNumber(day) - dayNumber(window.from), strip.whole()) });
  });

  /** Follow the pointer until it is let go, telling the day under it. */
  function drag(event, node, onDay) {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    onGrab(true);
    node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
    const follow = (now) => now.pointerId === event.pointerId && onDay(dayAt(now), now);
    held = () => {
      node.removeEventListener("pointermove", follow);
      node.removeEventListener("pointerup", held);
      node.removeEventListener("pointercancel", held);
      held = null;
      onGrab(false);
    };
    node.addEventListener("pointermove", follow);
    node.addEventListener("pointerup", held);
    node.addEventListener("pointercancel", held);
  }

  const dayAt = (event) => {
    const x = event.clientX - band.getBoundingClientRect().left;
    const scale = strip.scale();
    return scale.day(Math.min(Math.max(x, 0), scale.width - 0.01));
  };

  band.addEventListener("pointerdown", (event) => {
    const { window, cumulative } = state.get();
    const { from, to } = window;
    const start = dayAt(event);
    const moving = from !== null && to !== null && start >= from && start <= to;
    const shift = (day) =>
      state.set({ window: moved(window, dayNumber(day) - dayNumber(start), strip.whole()) });
    const sketch = (day, now) => {
      if (Math.abs(now.clientX - event.clientX) < CLICK_PX) return;
      state.set({ window: { from: earlier(start, day), to: cumulative ? day : later(start, day) } });
    };
    drag(event, band, moving ? shift : sketch);
  });
  mountPinch(band, strip, () => held?.());

  const clamp = (x) => Math.min(Math.max(x, 0), strip.scale().width);

  const say = (node, day, text) => {
    node.setAttribute("aria-valuemin", Math.floor(strip.scale().first));
    node.setAttribute("aria-valuemax", Math.ceil(strip.scale().end));
    node.setAttribute("aria-valuenow", dayNumber(day));
    node.setAttribute("aria-valuetext", text);
  };

  const place = (side, x, day) => {
    const limit = state.get().window[side];
    handles[side].style.left = `${x}px`;
    say(handles[side], day, limit ? printDay(limit) : "no limit");
  };

  return {
    update() {
      const { window, cumulative } = state.get();
      const { from, to } = strip.bounds();
      const { x, xEnd, width } = strip.scale();
      const [left, right] = [clamp(x(from)), clamp(xEnd(to))];
      before.style.width = `${left}px`;
      after.style.left = `${right}px`;
      after.style.width = `${width - right}px`;
      edge.style.left = `${left}px`;
      edge.style.width = `${Math.max(right - left, 2)}px`;
      overlay.classList.toggle("narrow", right - left < NARROW_PX);
      // A frame that is open at a side has nothing to be moved by: its handles are enough.
      edge.tabIndex = window.from && window.to ? 0 : -1;
      say(edge, from, printSpan(window.from, window.to));
      handles.from.hidden = cumulative;
      place("from", left, from);
      place("to", right, to);
    },
  };
}

/** The window with its missing bounds at the ends of what is drawn. */
export function drawnBounds({ from, to }, scale) {
  return { from: from ?? isoDay(scale.first), to: to ?? isoDay(scale.end - 1) };
}
