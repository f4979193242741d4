// A list sorted by dragging a handle, with pointer or finger, or with arrow keys on it.

const EDGE = 36; // px from an end of the list where it scrolls by itself
const PACE = 10;

/**
 * Let the rows of `list` be dragged by their `.handle`.
 *
 * @param list   element whose children are the rows, each with a `data-id`; the scrolling box is its parent
 * @param onMove  (id, to): the position, counted from 0, among all rows
 */
export function sortable(list, onMove) {
  let drag = null; // {row, from, to}

  const rows = () => [...list.children];
  const place = (y) => {
    const others = rows().filter((row) => row !== drag.row);
    const before = others.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y > top + height / 2;
    });
    return before.length;
  };

  const mark = () => {
    const others = rows().filter((row) => row !== drag.row);
    for (const row of others) row.classList.remove("before", "after");
    if (drag.to === drag.from) return;
    if (drag.to < others.length) others[drag.to].classList.add("before");
    else others.at(-1)?.classList.add("after");
  };

  const scroll = (y) => {
    const box = list.parentElement;
    const { top, bottom } = box.getBoundingClientRect();
    if (y < top + EDGE) box.scrollTop -= PACE;
    else if (y > bottom - EDGE) box.scrollTop += PACE;
  };

  const end = (moved) => {
    const { row, from, to } = drag;
    for (const each of rows()) each.classList.remove("before", "after", "dragged");
    drag = null;
    if (moved && to !== from) onMove(row.dataset.id, to);
  };

  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle || event.button !== 0) return;
    const row = handle.closest("[data-id]");
    const from = rows().indexOf(row);
    drag = { row, from, to: from };
    handle.setPointerCapture(event.pointerId);
    row.classList.add("dragged");
  });
  list.addEventListener("pointermove", (event) => {
    if (!drag) return;
    scroll(event.clientY);
    drag.to = place(event.clientY);
    mark();
  });
  list.addEventListener("pointerup", () => drag && end(true));
  list.addEventListener("pointercancel", () => drag && end(false));
  list.addEventListener("keydown", (event) => {
    if (drag && event.key === "Escape") {
      event.preventDefault();
      end(false);
      return;
    }
    const row = event.target.closest(".handle")?.closest("[data-id]");
    if (!row) return;
    const [at, last] = [rows().indexOf(row), rows().length - 1];
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to <= last && to !== at) onMove(row.dataset.id, to);
  });
}
