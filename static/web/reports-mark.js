// What was read at one mark of a text: a place with its role and why it was chosen, a figure with its status and sources.

import { printSpan } from "./dates.js";
import { h } from "./dom.js";
import { statusChip } from "./signs.js";

const ROLES = {
  literal: "a place where something is or happens",
  metonym: "whoever governs or sits there, no place",
  demonym: "a people or what is theirs, no place",
  likeness: "a likeness, no place",
};
export const KINDS = {
  country: "country", adm1: "province", adm2: "district", city: "town", site: "site", line: "line", region: "region", water: "water",
};
const SLOTS = [["actor", "Whose"], ["from", "From"], ["to", "To"], ["at", "At"]];

/** A row of a list of terms; false where there is nothing to say. */
export const term = (name, ...said) => said.some(Boolean) && [h("dt", {}, name), h("dd", {}, said)];

const aside = (words) => words && h("span", { class: "aside" }, words);

const status = (item) => [statusChip(item.status, item.cue), item.cue && aside(` “${item.cue}”`)];

function time(item) {
  if (!item.dated) return [item.when && `“${item.when}”: `, item.when ? "not placed in time" : "undated"];
  return [printSpan(item.earliest, item.latest), item.when && aside(` “${item.when}”`)];
}

function place(item) {
  const on = item.role === "literal" && item.place;
  return [
    h("h3", {}, item.name ?? item.text, item.kind && aside(` ${KINDS[item.kind] ?? item.kind}`)),
    h("dl", {},
      item.name && item.name !== item.text && term("In the text", `“${item.text}”`),
      term("Read as", ROLES[item.role] ?? item.role, aside(` (${item.reason})`)),
      !item.place && term("Place", "none found: not on the map"),
      item.place && term("Chosen", `confidence ${item.confidence.toFixed(2)}`, aside(item.why && ` · ${item.why}`)),
      on && term("Status", status(item)),
      on && term("When", time(item))),
  ];
}

function figure(item) {
  const taken = new Set(item.inherited ?? []);
  return [
    h("h3", {}, item.figure, aside(` ${[item.family, item.category].filter(Boolean).join(" · ").replaceAll("_", " ")}`)),
    h("dl", {},
      term("In the text", `“${item.text}”`),
      term("Status", status(item)),
      term("When", time(item)),
      SLOTS.map(([slot, name]) => item[slot] && term(name, item[slot], taken.has(slot) && aside(" from another sentence"))),
      term("Source", item.source ?? "origin not stated"),
      (item.flags ?? []).map((flag) => term("Doubt", flag))),
  ];
}

const amount = (item) => [
  h("h3", {}, `“${item.text}”`),
  h("dl", {}, term("Read as", "an amount without a number: listed, never counted")),
];

/** What to show of an item of a report; without one, how to come by it. */
export function markNodes(item) {
  if (!item) return h("p", { class: "aside" }, "Point at a mark in the text, or press it, to see what was read there and why.");
  return { mention: place, claim: figure }[item.type]?.(item) ?? amount(item);
}
