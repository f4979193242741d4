// The key over a full text: a button for each kind of mark in it, with its count; pressed, it goes to the next of them.

import { fill, h, reveal } from "./dom.js";

/** Kinds of marks: [class in the text, what it is called, what it says]. */
const KINDS = [
  ["place", "Places", "Places where something is or happens"],
  ["mentioned", "Named only", "Names that stand for a government, a people or a likeness, or that no place is known for"],
  ["figure", "Figures", "Stated figures, each in the sign of its status"],
  ["time", "Dates", "When it was, in the report's words"],
  ["unquantified", "No number", "Amounts said without a number, never counted"],
];

/** Pieces of one mark stand side by side: the first of each run is where the mark begins. */
const starts = (text, kind) => [...text.querySelectorAll(`.hit.${kind}`)].filter((hit) => {
  const before = hit.previousSibling;
  return !(before instanceof Element && before.classList.contains(kind)
    && (before.dataset.item === hit.dataset.item || kind === "time"));
});

/**
 * Mount the key.
 *
 * @param box     element of the key
 * @param scroll  element that scrolls the text
 * @returns {update(text)}: the element with the marked text
 */
export function mountTextKey(box, scroll) {
  let text = null;

  const step = (kind) => {
    const all = starts(text, kind);
    const { activeElement } = box.getRootNode();
    const here = last && text.contains(last) ? last : activeElement;
    const following = all.filter((hit) => here && text.contains(here)
      && here.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING);
    last = following[0] ?? all[0];
    text.querySelectorAll(".found").forEach((hit) => hit.classList.remove("found"));
    last.classList.add("found");
    reveal(scroll, last, box.offsetHeight + 28);
  };
  let last = null;

  return {
    update(next) {
      text = next;
      last = null;
      fill(box, KINDS.map(([kind, name, words]) => {
        const count = starts(text, kind).length;
        return count > 0 && h("button", {
          type: "button", class: "key", "data-key": `key ${kind}`, title: `${words}. Press to go to the next.`,
          onclick: () => step(kind),
        }, h("span", { class: `hit ${kind} reported` }, name), " ", h("b", {}, count));
      }));
    },
  };
}
