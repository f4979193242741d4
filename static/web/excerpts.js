// Excerpts: the cards of all sentences in view, those of the selection first.

import { cardNode, cards } from "./cards.js";
import { printSpan } from "./dates.js";
import { fill, h, reveal, roving } from "./dom.js";
import { mountPlaceCard } from "./place-card.js";

const PAGE = 60;

/** What to say where no excerpt is in view. */
function nothing(desk) {
  const { state } = desk;
  if (state.scene.reports.length === 0) return h("div", { class: "empty" }, h("p", {}, "No reports yet."));
  const { window } = state.get();
  const { outside, hidden } = state.counts();
  const limited = window.from !== null || window.to !== null;
  return h("div", { class: "empty" },
    h("p", {}, limited ? `Nothing in view: ${printSpan(window.from, window.to)}.` : "Nothing in view."),
    h("p", {}, `${outside} outside the dates, ${hidden} hidden by switches.`),
    limited && h("button", {
      type: "button", onclick: () => state.set({ window: { from: null, to: null } }),
    }, "Show all dates"));
}

/** What was picked on the map, where that is what is selected. */
const pickedMark = (state) => {
  const { selection } = state.get();
  return selection?.kind === "mark" ? state.mark(selection.id) ?? null : null;
};

const about = (state, list) => {
  const selected = state.selectedItems();
  return list.filter((card) => card.items.some((item) => selected.has(item.id)));
};

/** Cards of a picked group ahead of the others; those of a picked mark are in its own card. */
function sections(state, list) {
  const { selection } = state.get();
  const chosen = about(state, list);
  if (!selection || selection.kind === "item") return [["", list]];
  const others = ["Other excerpts", list.filter((card) => !chosen.includes(card))];
  if (selection.kind === "mark") return pickedMark(state) ? [others] : [["", list]];
  return chosen.length === 0 ? [["", list]]
    : [[`${chosen.length} for ${state.group(selection.id)?.label ?? "the selection"}`, chosen], others];
}

/** Where a pointer or a key landed in a list of sentences: on a place chip, a marked word, or the card as a whole. */
function target(event) {
  const chip = event.target.closest("[data-mark]");
  if (chip) return { kind: "mark", id: chip.dataset.mark };
  const item = event.target.closest("[data-item]");
  return item && { kind: "item", id: item.dataset.item };
}

/** Pick and preview by pointer and by Enter, for anything that carries `data-item` or `data-mark`. */
export function pickable(box, desk) {
  box.addEventListener("click", (event) => target(event) && desk.select(target(event)));
  box.addEventListener("pointerover", (event) => desk.preview(target(event)));
  box.addEventListener("pointerleave", () => desk.preview(null));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.closest("button") || !target(event)) return;
    event.preventDefault();
    desk.select(target(event));
  });
}

export function mountExcerpts(box, desk) {
  const { state } = desk;
  let all = [];
  let list = [];
  let limit = PAGE;
  let reportId = null;
  let drawn = null;
  const settle = roving(box, ".card");
  pickable(box, desk);
  const place = h("section", { class: "place-card", hidden: true });
  const rows = h("div");
  fill(box, place, rows);

  // Controls inside a card can be tabbed to only while the card has the tab stop.
  box.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    for (const chip of box.querySelectorAll("[data-mark]")) chip.tabIndex = chip.closest(".card") === card ? 0 : -1;
  });

  const more = () => h("button", {
    type: "button", class: "more",
    onclick: () => {
      limit += PAGE;
      build();
    },
  }, `Show ${Math.min(PAGE, list.length - limit)} more of ${list.length}`);

  const draw = () => {
    let room = limit;
    fill(rows, list.length === 0 && nothing(desk), sections(state, list).map(([title, some]) => {
      const part = some.slice(0, room);
      room -= part.length;
      return [title && part.length > 0 && h("h3", {}, title), part.map((card) => cardNode(desk, card))];
    }), list.length > limit && more());
    settle();
    mark();
  };

  const placeCard = mountPlaceCard(place, desk, () => {
    settle();
    mark();
  });

  /** Draw the cards, unless the very same stand there already: a drag changes the window many times a second. */
  const build = () => {
    all = cards(state);
    list = all.filter((card) => !reportId || card.report.id === reportId);
    const { selection, window } = state.get();
    placeCard.show(pickedMark(state), pickedMark(state) ? about(state, all) : []);
    const order = selection?.kind === "item" ? null : selection;
    const items = list.map((card) => [card.key, card.items.map((item) => item.id)]);
    const next = JSON.stringify([limit, order, items, list.length === 0 && window]);
    if (next === drawn) return;
    drawn = next;
    draw();
  };

  const mark = () => {
    const [selected, hovered] = [state.selectedItems(), state.hoveredItems()];
    const byKey = new Map(all.map((card) => [card.key, card]));
    for (const node of box.querySelectorAll(".card")) {
      const items = byKey.get(node.dataset.key)?.items ?? [];
      const chosen = items.some((item) => selected.has(item.id));
      node.classList.toggle("selected", chosen);
      node.setAttribute("aria-current", String(chosen));
      node.classList.toggle("hovered", items.some((item) => hovered.has(item.id)));
      for (const hit of node.querySelectorAll(".hit")) hit.classList.toggle("selected", selected.has(hit.dataset.item));
    }
  };

  /** A card that is picked stays where it is; a selection made elsewhere brings its cards to the top. */
  const follow = () => {
    const at = list.findIndex((card) => card.items.some((item) => state.selectedItems().has(item.id)));
    limit = Math.max(limit, Math.ceil((at + 1) / PAGE) * PAGE);
    build();
    mark();
    const first = box.querySelector(".card.selected");
    if (pickedMark(state)) box.scrollTop = 0;
    else if (first) reveal(box, first, 28);
  };

  build();
  return {
    count: () => list.length,
    focus: () => box.querySelector(".card.selected")?.focus({ preventScroll: true }),
    show(id) {
      reportId = id;
      build();
    },
    update(changed) {
      if (changed.scene) drawn = null;
      if (changed.structure) build();
      if (changed.selection) follow();
      else if (changed.hover) mark();
    },
  };
}
