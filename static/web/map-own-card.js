// The card of an own layer: a feature with its properties and source, or all features by name, for eye and keyboard.

import { fill, h } from "./dom.js";
import { paged } from "./pages.js";
import { NOT_REPORTED, UNDATED, featureCount, ownSign, sourceWords } from "./own.js";

const PAGE = 60;

/**
 * @param root  the map's element
 * @param act   {zoom(row, number or null)}
 * @returns {{feature(row, number), list(row), keep(rows), close()}}
 */
export function createOwnCard(root, act) {
  const box = h("section", { class: "dl-own-card", "aria-label": "Own layer", tabindex: -1, hidden: true });
  root.append(box);
  let shown = null; // {row, number or null}
  let opener = null;

  const close = () => {
    if (box.hidden) return;
    const within = box.contains(box.getRootNode().activeElement);
    box.hidden = true;
    shown = null;
    if (within) opener?.focus?.({ preventScroll: true });
  };

  const button = (words, onclick, more = {}) => h("button", { type: "button", onclick, ...more }, words);

  const head = (row, title) => h("header", {},
    h("div", {}, h("p", { class: "dl-own-of" }, ownSign(row), row.name), h("h2", {}, title)),
    button("×", close, { class: "dl-roll-close", "aria-label": "Close", title: "Close" }));

  const foot = (row) => h("footer", {}, h("p", {}, `${NOT_REPORTED}. ${UNDATED}`), h("p", {}, sourceWords(row)));

  function open(row, number, ...children) {
    const { activeElement } = box.getRootNode();
    if (box.hidden) opener = activeElement;
    shown = { row, number };
    box.hidden = false;
    fill(box, ...children);
    box.scrollTop = 0;
    box.focus({ preventScroll: true });
  }

  function feature(row, number) {
    const { name, properties } = row.features[number];
    open(row, number, head(row, name),
      properties.length > 0 && h("dl", {}, properties.map(([key, text]) => [h("dt", {}, key), h("dd", {}, text)])),
      h("p", { class: "dl-own-acts" }, button("Zoom to it", () => act.zoom(row, number)),
        row.features.length > 1 && button(`All ${featureCount(row)}`, () => list(row))),
      foot(row));
  }

  function list(row) {
    const entries = h("div", { class: "dl-own-list" });
    const entry = ({ name }, i) => button(name, () => feature(row, i));
    const numbered = row.features.map((each, i) => [each, i]);
    const pager = paged(PAGE, () => draw(), { name: row.id });
    const draw = () => fill(entries, pager.before(), pager.part(numbered).map(([each, i]) => entry(each, i)), pager.after(numbered));
    draw();
    open(row, null, head(row, featureCount(row)), h("p", { class: "dl-own-acts" }, button("Zoom to all", () => act.zoom(row, null))),
      entries, foot(row));
  }

  box.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the arrows scroll the card, not the map
    if (event.key === "Escape") close();
  });

  return {
    feature,
    list,
    close,
    /** Close when its layer is not among those shown any more. */
    keep: (rows) => shown && !rows.includes(shown.row) && close(),
  };
}
