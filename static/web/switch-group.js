// A group of switches: a head that folds it, a box to search a long one, and its rows with live counts.

import { fill, h } from "./dom.js";
import { paged } from "./pages.js";

/** From so many switches on, a group has a box to search it. */
const LONG = 8;

/** So many rows of a group, or of one parent in it, are drawn at a time. */
const PAGE = 100;

const link = (key, words, onclick) => h("button", { type: "button", class: "link", "data-key": key, onclick }, words);

/** Nodes that have the words typed, with only those parts that have them unless the parent itself does. */
function matching(nodes, typed) {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  const has = (node) => words.every((word) => node.text.toLowerCase().includes(word));
  return nodes.flatMap((node) => {
    if (has(node)) return [node];
    const children = node.children.filter(has);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** How many leaves of a node are on: "all", "some" or "none". */
function extent(group, node) {
  const on = node.leaves.filter(group.isOn).length;
  if (on === node.leaves.length) return "all";
  return on > 0 ? "some" : "none";
}

/** A row: fold, tick box of two or three states, sign, name, count, and "only". */
function makeRow(group, node, { depth, twist }) {
  const key = `${group.id} ${node.key}`;
  const input = h("input", {
    type: "checkbox", "data-key": key, onchange: () => (input.checked ? group.set(node.leaves, []) : group.set([], node.leaves)),
  });
  const count = h("span", { class: "count" });
  const label = h("label", { class: "switch", title: node.title ?? (node.sign ? null : node.text) }, input, node.sign?.(),
    h("span", { class: "name" }, node.label), count);
  const only = h("button", {
    type: "button", class: "only", "data-key": `only ${key}`, "aria-label": `Only ${node.text}`,
    onclick: () => group.set(node.leaves, group.leaves.filter((leaf) => !node.leaves.includes(leaf))),
  }, "only");
  return {
    element: h("div", { class: `switch-row ${depth > 0 ? "part" : ""}` }, twist, label, group.leaves.length > 1 && only),
    refresh(facets, chosen) {
      const items = group.count(facets, node);
      const state = extent(group, node);
      input.checked = state !== "none";
      input.indeterminate = state === "some";
      count.textContent = items;
      label.classList.toggle("off", state === "none");
      label.classList.toggle("none", items === 0);
      label.classList.toggle("selected", node.leaves.some((leaf) => chosen.has(`${group.id} ${leaf}`)));
    },
  };
}

/**
 * Mount a group.
 *
 * @param group   one of `groupsOf`
 * @param folds   {open: Set of ids that are unfolded, typed: {id: words}}, kept by whoever draws the group again
 * @param aside   () => nodes at the right of the head while nothing is off; null for the usual words
 * @returns {element, refresh(facets, chosen)}
 */
export function mountGroup(group, folds, aside) {
  const side = h("span", { class: "aside" });
  const body = h("div", { class: "switches" });
  let rows = [];
  let last = null;
  const unfolded = (id) => folds.open.has(id);
  const toggle = (id) => (unfolded(id) ? folds.open.delete(id) : folds.open.add(id));
  const fold = (id, more, children) => h("button", {
    type: "button", "data-key": `fold ${id}`, "aria-expanded": String(unfolded(id)), ...more,
    onclick: () => {
      toggle(id);
      draw();
    },
  }, children);
  const heading = h("h2");
  const element = h("section", { "aria-label": `Switches: ${group.title.toLowerCase()}`, "data-group": group.id },
    h("header", {}, heading, side), body);

  const pages = new Map(); // by the parent whose parts they are of
  const pagesOf = (id) => {
    if (!pages.has(id)) pages.set(id, paged(PAGE, () => list(), { name: id }));
    return pages.get(id);
  };
  const asked = (button) => (button ? [{ element: button, refresh() {} }] : []);
  const rowsOf = (id, nodes, depth, forced) => {
    const pager = pagesOf(id);
    const part = pager.part(nodes).flatMap((node) => rowOf(node, depth, forced));
    return [...asked(pager.before()), ...part, ...asked(pager.after(nodes))];
  };

  const rowOf = (node, depth, forced) => {
    const id = `${group.id} ${node.key}`;
    const parts = node.children.length > 0;
    const twist = parts && fold(id, { class: "twist", "aria-label": `Parts of ${node.text}` });
    const row = makeRow(group, node, { depth, twist });
    const open = parts && (forced || unfolded(id));
    return [row, ...(open ? rowsOf(id, node.children, depth + 1, forced) : [])];
  };

  const search = () => {
    const input = h("input", {
      type: "search", class: "find", "data-key": `find ${group.id}`, placeholder: `Find among ${group.leaves.length}`,
      "aria-label": `Find in ${group.title.toLowerCase()}`, value: folds.typed[group.id] ?? "",
      oninput: () => {
        folds.typed[group.id] = input.value;
        pages.clear();
        list();
      },
      onkeydown: (event) => {
        if (event.key !== "Escape" || input.value === "") return;
        event.preventDefault();
        input.value = "";
        folds.typed[group.id] = "";
        pages.clear();
        list();
      },
    });
    return input;
  };

  const box = h("div");
  const list = () => {
    const typed = folds.typed[group.id] ?? "";
    const nodes = matching(group.nodes, typed);
    rows = rowsOf(group.id, nodes, 0, typed.trim() !== "");
    box.classList.toggle("nested", group.nodes.some((node) => node.children.length > 0));
    fill(box, rows.map((row) => row.element), rows.length === 0 && h("p", { class: "nothing" }, "None has these words."));
    if (last) rows.forEach((row) => row.refresh(...last));
  };

  const draw = () => {
    fill(heading, fold(group.id, { class: "fold" }, group.title));
    const open = unfolded(group.id);
    body.hidden = !open;
    fill(body, open && [group.leaves.length > LONG && search(), box]);
    if (open) list();
  };

  const summary = () => {
    const on = group.leaves.filter(group.isOn).length;
    const usual = group.leaves.filter((leaf) => !group.closed.includes(leaf));
    if (usual.every(group.isOn)) return aside?.() ?? `all ${on}`;
    return [h("b", {}, `${on} of ${group.leaves.length}`),
      link(`all ${group.id}`, "show all", () => group.set(usual, []))];
  };

  draw();
  return {
    element,
    refresh(facets, chosen) {
      last = [facets, chosen];
      fill(side, summary());
      rows.forEach((row) => row.refresh(facets, chosen));
    },
  };
}
