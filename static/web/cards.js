// Cards: one for each sentence that says something in view, with who said it, how it stands, and whether it is checked.

import { printPublished } from "./dates.js";
import { h } from "./dom.js";
import { statusChip } from "./signs.js";
import { marked } from "./spans.js";
import { STATUSES } from "./state.js";

const MAX_PLACES = 2;

const sentenceKey = ({ report, sentence: [start, end] }) => `${report} ${start} ${end}`;
const sentences = new WeakMap(); // scene → its sentences; a scene never changes

/** All sentences of a scene, the newest first: {rows: [{key, report, start, end}], of: row of every item}. */
function sentencesOf({ scene, report }) {
  if (sentences.has(scene)) return sentences.get(scene);
  const found = new Map();
  const rowOf = (item) => {
    const key = sentenceKey(item);
    const [start, end] = item.sentence;
    if (!found.has(key)) found.set(key, { key, report: report(item.report), start, end, at: 0 });
    return found.get(key);
  };
  const each = scene.items.map(rowOf);
  const day = (row) => row.report.published ?? "";
  const rows = [...found.values()].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0) || a.start - b.start);
  rows.forEach((row, i) => { row.at = i; });
  sentences.set(scene, { rows, of: Int32Array.from(each, (row) => row.at) });
  return sentences.get(scene);
}

/** Sentences with a readable item, headline figures first, then the newest: [{key, report, start, end, items}]. */
export function cards(state) {
  const { rows, of } = sentencesOf(state);
  const readable = state.readableItems();
  const found = rows.map(() => null);
  state.scene.items.forEach((item, i) => {
    if (!readable[i]) return;
    const { key, report, start, end } = rows[of[i]];
    (found[of[i]] ??= { key, report, start, end, items: [] }).items.push(item);
  });
  const tiles = new Map(state.scene.tiles.map((tile, rank) => [tile.group, rank]));
  const rank = (card) => Math.min(...card.items.map((item) => tiles.get(item.group) ?? tiles.size));
  const list = found.filter(Boolean);
  const first = tiles.size === 0 ? [] : list.filter((card) => card.items.some((item) => tiles.has(item.group)));
  if (first.length === 0) return list;
  const ahead = new Set(first);
  return [...first.sort((a, b) => rank(a) - rank(b)), ...list.filter((card) => !ahead.has(card))];
}

/** Keys of the cards that have one of these items, as far as they are readable. */
export const cardKeys = (state, ids) =>
  new Set([...ids].filter(state.readable).map((id) => sentenceKey(state.item(id))));

/** The item a click on the card as a whole stands for: its first figure, else its first place. */
const mainItem = (card) => card.items.find((item) => item.type === "claim") ?? card.items[0];

const distinct = (values) => [...new Set(values)];

function statusChips(card) {
  const claims = card.items.filter((item) => item.type === "claim");
  const bearing = claims.length > 0 ? claims : card.items.filter((item) => item.role === "literal");
  return STATUSES.filter((status) => bearing.some((item) => item.status === status))
    .map((status) => statusChip(status, bearing.find((item) => item.status === status).cue));
}

function placeChips(desk, card) {
  const marks = distinct(card.items.flatMap((item) => desk.state.marksOf(item.id))).filter((mark) => mark.name);
  const chips = marks.slice(0, MAX_PLACES).map((mark) => h("button", {
    type: "button", class: "chip place", tabindex: -1, "data-mark": mark.id, title: whyThere(card, mark),
  }, mark.name));
  const more = marks.length - chips.length;
  return [chips, more > 0 && h("span", { class: "chip" }, `+${more}`)];
}

/** Why the names in a card were taken for a place, and how sure that is. */
function whyThere(card, mark) {
  const named = card.items.find((item) => item.type === "mention" && item.place === mark.placeId);
  if (!named?.why) return null;
  return `${named.text}: ${named.why} (confidence ${named.confidence.toFixed(2)})`;
}

function sourceChips(card) {
  const claims = card.items.filter((item) => item.type === "claim");
  return distinct(claims.map((item) => item.source ?? "origin not stated"))
    .map((source) => h("span", { class: "chip source" }, source));
}

/** Whether someone has checked the card, and which slots were filled from another sentence. */
function reviewChip(card) {
  const open = card.items.filter((item) => item.review === "unverified").length;
  const named = (item) => (item.inherited ?? []).map((slot) => item[slot]).filter(Boolean);
  const slots = distinct(card.items.flatMap(named));
  const inferred = slots.length > 0 ? `${slots.join(", ")} inferred` : null;
  if (open === 0 && !inferred) return h("span", { class: "review verified" }, "verified");
  const unverified = open > 0 && (open === 1 ? "unverified" : `${open} unverified`);
  return h("span", { class: "chip review unverified" }, [inferred, unverified].filter(Boolean).join(" · "));
}

/** Who published it and when, with the label of a sample. */
export function provenance(report) {
  return h("span", { class: "provenance" },
    h("b", {}, report.ref),
    h("span", { class: "publisher" }, `· ${report.publisher ?? "publisher not stated"}`),
    report.sample && h("span", { class: "tag" }, "sample"),
    h("span", { class: "when" }, printPublished(report)));
}

/** A card; whoever holds it marks the selection on it. */
export function cardNode(desk, card) {
  return h("article", {
    class: "card", "data-key": card.key, "data-item": mainItem(card).id,
    "aria-label": `${card.report.ref}, ${printPublished(card.report)}`,
  },
  provenance(card.report),
  h("p", { class: "said", lang: card.report.lang }, marked(card.report, card.start, card.end, card.items)),
  h("div", { class: "chips" }, statusChips(card), reviewChip(card), placeChips(desk, card), sourceChips(card)));
}
