// The card of what was picked on the map: what it is and how closely known, then every excerpt about it, one at a time,
// with the figures there, those of the same sentences that are not said to be there, and what is filtered out.

import { cardNode } from "./cards.js";
import { fill, h } from "./dom.js";
import { printFigure } from "./figures.js";
import { distanceWords, inUnit, kindWords, markName, precisionWords } from "./place-words.js";
import { statusSign } from "./signs.js";
import { ALL_DATES, missing, unhiding } from "./unhide.js";

const distinct = (values) => [...new Set(values)];
const inLine = (...parts) => parts.flat().filter(Boolean).join(" · ");

/** "confidence 0.71–0.98" over the names that were taken for a place; null where none was. */
function confidence(items) {
  const all = items.map((item) => item.confidence).filter((each) => typeof each === "number");
  if (all.length === 0) return null;
  return `confidence ${distinct([Math.min(...all), Math.max(...all)].map((each) => each.toFixed(2))).join("–")}`;
}

/** Head: names, kind and where it lies, precision, confidence, whose entry it is. */
function head(desk, mark, items) {
  const names = items.filter((item) => item.type === "mention" && item.place === mark.placeId);
  const { unit } = desk.habits.get();
  return h("header", { class: "place-head" },
    h("h3", {}, h("span", { class: "name" }, markName(mark)), mark.local && h("span", { class: "local" }, mark.local)),
    h("button", { type: "button", class: "quiet", "data-key": "close place", onclick: () => desk.state.set({ selection: null }) },
      "Close ", h("kbd", {}, "Esc")),
    h("p", {}, inLine(kindWords(mark), (mark.within ?? []).join(", "))),
    h("p", { class: "precision" }, mark.layer === "distances" ? distanceWords(inUnit(mark, unit)) : precisionWords(mark, unit)),
    h("p", { class: "authority" }, inLine(confidence(names), mark.placeId, mark.credit)));
}

/** Why the names in an excerpt were taken for this place. */
function reasons(mark, card) {
  const named = card.items.filter((item) => item.type === "mention" && item.place === mark.placeId && item.why);
  return distinct(named.map((item) => `“${item.text}”: ${item.why} (confidence ${item.confidence.toFixed(2)})`))
    .map((words) => h("p", { class: "reason" }, words));
}

function figureRows(desk, title, claims) {
  const row = (claim) => h("li", {}, h("button", {
    type: "button", class: `place-figure ${claim.status}`, "data-key": `place figure ${claim.id}`,
    onclick: () => desk.toSentence({ kind: "item", id: claim.id }),
    onpointerenter: () => desk.preview({ kind: "item", id: claim.id }), onpointerleave: () => desk.preview(null),
  }, statusSign(claim.status), h("b", {}, printFigure(claim)), h("span", { class: "name" }, claim.label),
  h("span", { class: "ref" }, desk.state.report(claim.report).ref)));
  return claims.length > 0 && h("section", { "aria-label": title },
    h("h4", {}, `${title} `, h("span", { class: "count" }, claims.length)), h("ul", {}, claims.map(row)));
}

/** Distances to other places on the map that reports state and that were measured. */
function distances(desk, mark) {
  const ends = ({ layer, fromId, toId }) => layer === "distances" && mark.placeId && [fromId, toId].includes(mark.placeId);
  const found = desk.state.scene.marks.filter((each) => ends(each) && desk.state.markVisible(each));
  const other = (each) => (each.fromId === mark.placeId ? each.toName : each.fromName);
  return found.length > 0 && h("section", { "aria-label": "Stated distances" }, h("ul", {}, found.map((each) => h("li", {},
    h("button", { type: "button", class: "place-figure", "data-mark": each.id, "data-key": `place distance ${each.id}` },
      h("span", { class: "name" }, `${other(each)}: ${distanceWords(inUnit(each, desk.habits.get().unit))}`))))));
}

/** Sentences about a mark that are out of view, with the way to show them. */
function filteredOut(desk, ids, inView) {
  const { state } = desk;
  const sentence = (id) => `${state.item(id).report} ${state.item(id).sentence.join(" ")}`;
  const shown = new Set(inView.map(({ key }) => key));
  const away = (some) => distinct(some.map(sentence)).filter((key) => !shown.has(key));
  const { outside, hidden } = missing(state, ids);
  const [late, off] = [away(outside), away(hidden)];
  const line = (key, count, words, patch) => count > 0 && h("p", { class: "away" }, `${count} more ${words} `,
    h("button", { type: "button", class: "link", "data-key": `show ${key}`, onclick: () => state.set(patch()) }, "show"));
  return [
    line("outside", late.length, "outside the dates", () => ALL_DATES),
    line("hidden", off.filter((key) => !late.includes(key)).length, "hidden by switches", () => unhiding(state, hidden)),
  ];
}

/**
 * Mount the card.
 *
 * @param box    element of the card; hidden while nothing on the map is picked
 * @param desk   what the panels share
 * @param drawn  called after another excerpt was opened
 * @returns {show(mark or null, cards)}: cards are those of the mark that are in view
 */
export function mountPlaceCard(box, desk, drawn) {
  const { state } = desk;
  const pages = new Map();
  let mark = null;
  let found = [];

  const page = () => Math.min(pages.get(mark.id) ?? 0, Math.max(found.length - 1, 0));
  const turn = (by) => {
    const to = page() + by;
    if (!found[to]) return false;
    pages.set(mark.id, to);
    draw();
    return true;
  };
  const turner = (key, by, label, words) => h("button", {
    type: "button", class: "quiet", "data-key": key, "aria-label": label, disabled: !found[page() + by],
    onclick: () => turn(by),
  }, words);

  const jump = (card) => {
    const own = new Set(state.itemsOf(mark.id));
    const item = card.items.find(({ id }) => own.has(id)) ?? card.items[0];
    desk.read({ report: item.report, id: item.id, sentence: item.sentence }, true);
  };

  const pager = () => h("div", { class: "pager", role: "group", "aria-label": "Excerpts about it" },
    turner("previous excerpt", -1, "Previous excerpt", "‹"),
    h("span", { role: "status" }, `${page() + 1} of ${found.length}`),
    turner("next excerpt", 1, "Next excerpt", "›"),
    h("button", { type: "button", class: "quiet jump", "data-key": "jump", onclick: () => jump(found[page()]) },
      "Jump to text"));

  const draw = () => {
    const ids = state.itemsOf(mark.id);
    const items = ids.map(state.item);
    const claims = items.filter((item) => item.type === "claim" && state.readable(item.id));
    const own = new Set(ids);
    const beside = found.flatMap((each) => each.items).filter((item) => item.type === "claim" && !own.has(item.id));
    const card = found[page()];
    box.setAttribute("aria-label", `Place: ${markName(mark)}`);
    fill(box, head(desk, mark, items),
      card ? [pager(), cardNode(desk, card), reasons(mark, card)] : h("p", { class: "away" }, "No excerpt in view."),
      filteredOut(desk, ids, found), figureRows(desk, "Figures there", claims),
      figureRows(desk, "Figures in the same sentences", beside), distances(desk, mark));
    drawn();
  };

  desk.habits.subscribe(() => mark && draw());
  box.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && turn(by)) event.preventDefault();
  });

  return {
    show(next, cards) {
      mark = next;
      found = cards;
      box.hidden = mark === null;
      if (mark) draw();
      else fill(box);
    },
  };
}
