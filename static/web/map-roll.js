// The list of places under a ring or in the frame: every one of them by name, for the eye, the keyboard and the reader.

import { fill, h, roving } from "./dom.js";
import { statusSign } from "./signs.js";

const PAGE = 60;

/**
 * @param root   the map's element
 * @param act    {pick(id), preview(id or null), closed()}
 * @returns {{show(title, entries), close(), open()}}  entries: [{id, name, status, note}]
 */
export function createRoll(root, act) {
  const title = h("h2", {});
  const list = h("div", { class: "dl-roll-list", role: "listbox", "aria-label": "Places" });
  const close = h("button", { type: "button", class: "dl-roll-close", "aria-label": "Close the list", title: "Close" }, "×");
  const box = h("section", { class: "dl-roll", "aria-label": "List of places", hidden: true },
    h("header", {}, title, close), list);
  root.append(box);
  const settle = roving(list, "[role=option]");
  let entries = [];
  let limit = PAGE;

  const row = ({ id, name, status, note }) => h("div", {
    class: "dl-roll-row", role: "option", "data-key": id, "aria-selected": "false",
  }, statusSign(status), h("span", { class: "dl-roll-name" }, name), h("span", { class: "dl-roll-note" }, note));

  const draw = () => {
    const left = entries.length - limit;
    fill(list, entries.slice(0, limit).map(row), left > 0 && h("button", {
      type: "button", class: "dl-roll-more", onclick: () => { limit += PAGE; draw(); },
    }, `Show ${Math.min(PAGE, left)} more of ${entries.length}`));
    settle();
  };

  const shut = () => {
    if (box.hidden) return;
    box.hidden = true;
    act.preview(null);
    act.closed();
  };
  const idOf = (event) => event.target.closest("[role=option]")?.dataset.key ?? null;
  close.addEventListener("click", shut);
  list.addEventListener("click", (event) => idOf(event) && act.pick(idOf(event)));
  list.addEventListener("pointerover", (event) => act.preview(idOf(event)));
  list.addEventListener("pointerleave", () => act.preview(null));
  list.addEventListener("focusin", (event) => act.preview(idOf(event)));
  box.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the arrows move in the list, not the map
    if (event.key === "Escape") shut();
    if (event.key !== "Enter" || !idOf(event)) return;
    event.preventDefault();
    act.pick(idOf(event));
  });

  return {
    show(words, some) {
      title.textContent = words;
      entries = some;
      limit = PAGE;
      box.hidden = false;
      draw();
      list.scrollTop = 0;
      list.querySelector("[role=option]")?.focus({ preventScroll: true });
    },
    close: shut,
    open: () => !box.hidden,
  };
}
