// The part of a long list that is in the page: some pages of it, growing either way, and moved to what is looked for.

import { h } from "./dom.js";

const button = (key, words, turn) => h("button", { type: "button", class: "more", "data-key": key, onclick: turn }, words);

/**
 * @param size    rows of a page
 * @param redraw  draws the list anew, after another page was asked for
 * @param options {name: tells its buttons from those of other lists in the same box; make(key, words, turn): what asks for
 *                a page, where that is no button}
 * @returns {{part(list), reveal(index), restart(), before(), after(list)}}  `part` gives the rows to draw; `before` and
 *          `after`, asked after it, the buttons around them, or false where there is no more; `reveal` sees to it that a
 *          row is in the part, and says whether that is another part now
 */
export function paged(size, redraw, { name = "", make = button } = {}) {
  let [from, to] = [0, size];
  const restart = () => { [from, to] = [0, size]; };
  const turner = (way, words, turn) => make(["more", name, way].filter(Boolean).join(" "), words, () => {
    turn();
    redraw();
  });
  return {
    restart,
    part(list) {
      if (from >= list.length) restart();
      return list.slice(from, to);
    },
    reveal(index) {
      if (index < 0 || (index >= from && index < to)) return false;
      const first = Math.floor(index / size) * size;
      if (first === to) to += size;
      else if (first + size === from) from = first;
      else [from, to] = [first, first + size];
      return true;
    },
    before: () => from > 0 && turner("before", `Show ${size} before these`, () => { from -= size; }),
    after: (list) => to < list.length && turner("after", `Show ${Math.min(size, list.length - to)} more of ${list.length}`,
      () => { to += size; }),
  };
}
