// The wheel over the timeline: it moves the window; with Shift it widens or narrows it, with Ctrl (a pinch on a touch
// pad) it zooms the strip, sideways it moves the strip. Over rows that scroll the plain wheel scrolls.

import { zoom } from "./timescale.js";
import { moved, widened } from "./window.js";

export const WHEEL_HELP = "Drag to set the dates. Wheel: move them · Shift and wheel: widen or narrow them"
  + " · Ctrl and wheel, or pinch: zoom the strip";

/** How much a turn of the wheel by one px zooms, and how far it moves the window, in px. */
const ZOOM = 0.0015;
const MOVE = 0.3;
/** A wheel that counts in lines or pages turns by so many px in one. */
const MODE_PX = [1, 16, 400];

/** What a turn of the wheel asks for: {kind: "zoom"|"pan"|"widen"|"move"|null, by: px}. */
function wheelIntent({ deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey }, scrolls) {
  const [x, y] = [deltaX, deltaY].map((delta) => delta * MODE_PX[deltaMode]);
  if (ctrlKey || metaKey) return { kind: "zoom", by: y };
  // Some systems turn the wheel sideways while Shift is held.
  if (shiftKey) return { kind: "widen", by: y || x };
  if (Math.abs(x) > Math.abs(y)) return { kind: "pan", by: x };
  return { kind: scrolls ? null : "move", by: y };
}

/**
 * @param plot    element that takes the wheel; `list` inside it scrolls
 * @param band    element whose left end is the scale's zero
 * @param state   the shared store
 * @param strip   {scale(), span(), whole(), bounds(), show(span)}: the scale drawn, its span, the span of all data,
 *                the window with its open bounds at the strip's ends, and how to show another span
 */
export function mountWheel(plot, list, band, state, strip) {
  let rest = 0; // px turned that did not yet make a day
  const act = {
    zoom: (by, about) => strip.show(zoom(strip.span(), about, Math.exp(by * ZOOM))),
    pan(by) {
      const days = by / strip.scale().perDay;
      strip.show(strip.span().map((day) => day + days));
    },
    widen(by, about) {
      const next = widened(strip.bounds(), about, Math.exp(by * ZOOM));
      state.set({ window: state.get().cumulative ? { to: next.to } : next });
    },
    move(by) {
      const { window } = state.get();
      if (window.from === null && window.to === null) {
        act.pan(by);
        return;
      }
      rest += by * MOVE;
      const days = Math.trunc(rest / strip.scale().perDay);
      rest -= days * strip.scale().perDay;
      if (days !== 0) state.set({ window: moved(window, days, strip.whole()) });
    },
  };
  plot.addEventListener("wheel", (event) => {
    const scrolls = list.contains(event.target) && list.scrollHeight > list.clientHeight;
    const { kind, by } = wheelIntent(event, scrolls);
    if (kind === null) return;
    event.preventDefault();
    const x = event.clientX - band.getBoundingClientRect().left;
    act[kind](by, strip.scale().first + x / strip.scale().perDay);
  }, { passive: false });
}
