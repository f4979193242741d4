// The rows of the timeline: a list box of which a long list has only the rows in sight in the page.

import { h } from "./dom.js";

/** Height of a row in px, the same in timeline.css. */
export const ROW = 18;
/** A list no longer than this is drawn whole; of a longer one, so many rows beyond its edges are kept ready. */
const WHOLE = 200;
const SPARE = 20;

/**
 * @param box   list box that scrolls
 * @param draw  (row) => node; `row.key` tells rows apart
 * @returns {set(rows), redraw(), nodes() => [[row, node]], reveal(index)}
 */
export function mountRows(box, draw) {
  const inner = h("div", { class: "all", role: "presentation" });
  let rows = [];
  let drawn = new Map(); // index → node
  let current = 0; // the one tab stop
  box.append(inner);

  const node = (index) => {
    const made = draw(rows[index]);
    made.style.top = `${index * ROW}px`;
    made.tabIndex = index === current ? 0 : -1;
    made.setAttribute("aria-setsize", rows.length);
    made.setAttribute("aria-posinset", index + 1);
    return made;
  };

  /** Put the rows in sight, and the tab stop, into the page in their order; the others leave it. */
  const settle = () => {
    const spare = rows.length > WHOLE ? SPARE : WHOLE;
    const first = Math.max(Math.floor(box.scrollTop / ROW) - spare, 0);
    const last = Math.min(Math.ceil((box.scrollTop + box.clientHeight) / ROW) + spare, rows.length);
    const wanted = Array.from({ length: Math.max(last - first, 0) }, (_, i) => first + i);
    if (current < first && rows.length > 0) wanted.unshift(current);
    if (current >= last && current < rows.length) wanted.push(current);
    const keep = new Set(wanted);
    for (const [index, old] of drawn) {
      if (keep.has(index)) continue;
      old.remove();
      drawn.delete(index);
    }
    let place = inner.firstChild;
    for (const index of wanted) {
      if (!drawn.has(index)) drawn.set(index, inner.insertBefore(node(index), place));
      place = drawn.get(index).nextSibling;
    }
  };

  const reveal = (index) => {
    const top = index * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
    settle();
  };

  const stop = (index) => {
    drawn.get(current)?.setAttribute("tabindex", -1);
    current = index;
    settle();
    drawn.get(current).tabIndex = 0;
  };
  const indexOf = (target) => [...drawn].find(([, each]) => each.contains(target))?.[0];

  box.addEventListener("scroll", settle, { passive: true });
  box.addEventListener("focusin", (event) => {
    const index = indexOf(event.target);
    if (index !== undefined && index !== current) stop(index);
  });
  box.addEventListener("keydown", (event) => {
    const page = Math.max(Math.floor(box.clientHeight / ROW) - 1, 1);
    const to = {
      ArrowUp: current - 1, ArrowDown: current + 1, PageUp: current - page, PageDown: current + page,
      Home: 0, End: rows.length - 1,
    }[event.key];
    if (to === undefined || rows.length === 0) return;
    event.preventDefault();
    const index = Math.min(Math.max(to, 0), rows.length - 1);
    stop(index);
    reveal(index);
    drawn.get(index).focus({ preventScroll: true });
  });

  /** Draw what is in sight anew, keeping the place and the focus. */
  const redraw = () => {
    const focused = drawn.get(current)?.contains(box.getRootNode().activeElement);
    inner.replaceChildren();
    drawn = new Map();
    inner.style.height = `${rows.length * ROW}px`;
    settle();
    if (focused) drawn.get(current)?.focus({ preventScroll: true });
  };

  return {
    redraw,
    reveal,
    nodes: () => [...drawn].map(([index, each]) => [rows[index], each]),
    set(next) {
      const key = rows[current]?.key;
      rows = next;
      current = Math.max(rows.findIndex((row) => row.key === key), 0);
      redraw();
    },
  };
}
