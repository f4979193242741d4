// Excerpts: the cards of all sentences in view, those of the selection first.

import { cardKeys, cardNode, cards } from "./cards.js";
import { printSpan } from "./dates.js";
import { fill, h, reveal, roving } from "./dom.js";
import { paged } from "./pages.js";
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

/** Cards with something of the selection, and the others. */
function about(state, list) {
  const keys = cardKeys(state, state.selectedItems());
  return [list.filter(({ key }) => keys.has(key)), list.filter(({ key }) => !keys.has(key))];
}

/** Cards of a picked group ahead of the others; those of a picked mark are in its own card: [{title, card}]. */
function arranged(state, list) {
  const { selection } = state.get();
  const titled = (title, some) => some.map((card) => ({ title, card }));
  if (!selection || selection.kind === "item") return titled("", list);
  const [chosen, others] = about(state, list);
  if (selection.kind === "mark") return pickedMark(state) ? titled("Other excerpts", others) : titled("", list);
  if (chosen.length === 0) return titled("", list);
  const name = state.group(selection.id)?.label ?? "the selection";
  return [...titled(`${chosen.length} for ${name}`, chosen), ...titled("Other excerpts", others)];
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
  const pages = paged(PAGE, () => build());
  let count = 0;
  let byKey = new Map(); // the cards in the page
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

  const draw = (part, all) => {
    fill(rows, count === 0 && nothing(desk), pages.before(), part.map(({ title, card }, i) =>
      [title && part[i - 1]?.title !== title && h("h3", {}, title), cardNode(desk, card)]), pages.after(all));
    settle();
    mark();
  };

  const placeCard = mountPlaceCard(place, desk, () => {
    settle();
    mark();
  });

  const inView = () => cards(state).filter((card) => !reportId || card.report.id === reportId);

  /** Draw the cards, unless the very same stand there already: a drag changes the window many times a second. */
  const build = () => {
    const all = cards(state);
    const list = reportId ? all.filter((card) => card.report.id === reportId) : all;
    const picked = pickedMark(state) ? about(state, all)[0] : [];
    const rest = arranged(state, list);
    const part = pages.part(rest);
    count = list.length;
    byKey = new Map([...picked, ...part.map(({ card }) => card)].map((card) => [card.key, card]));
    placeCard.show(pickedMark(state), picked);
    const items = part.map(({ title, card }) => [title, card.key, card.items.map((item) => item.id)]);
    const next = JSON.stringify([items, rest.length, count === 0 && state.get().window]);
    if (next === drawn) return;
    drawn = next;
    draw(part, rest);
  };

  const mark = () => {
    const [selected, hovered] = [state.selectedItems(), state.hoveredItems()];
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
    if (state.get().selection?.kind === "item") {
      const keys = cardKeys(state, state.selectedItems());
      pages.reveal(inView().findIndex(({ key }) => keys.has(key)));
    } else if (state.get().selection) pages.restart();
    build();
    mark();
    const first = box.querySelector(".card.selected");
    if (pickedMark(state)) box.scrollTop = 0;
    else if (first) reveal(box, first, 28);
  };

  build();
  return {
    count: () => count,
    focus: () => box.querySelector(".card.selected")?.focus({ preventScroll: true }),
    show(id) {
      if (id !== reportId) pages.restart();
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
