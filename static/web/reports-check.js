// Deciding on a mark of a report: which place a name means, how it is used, whether it was read rightly at all; and taking that back.

import { printDay } from "./dates.js";
import { h } from "./dom.js";
import { KINDS } from "./reports-mark.js";

const counted = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

/** Where a decision can hold: [what is told of it, its words]; scopes that hold no more than the one before are left out. */
function scopesOf({ report, case: all, reports }) {
  return [
    ["here", "this mark only"],
    report > 1 && ["report", `all ${counted(report, "such name")} in this report`],
    all > report && ["case", `all ${counted(all, "such name")} in ${counted(reports, "report")}`],
  ].filter(Boolean);
}

/** The widest scope within the report: a name that stands there twice rarely means two places. */
export const usualScope = (alike) => (alike?.report > 1 ? "report" : "here");

const button = (key, words, onclick, more = {}) => h("button", { type: "button", class: "quiet", "data-key": key, onclick, ...more }, words);

function stateNodes(item, at, takeBack) {
  if (!at) return h("p", { class: "state" }, h("span", { class: "chip review unverified" }, "unverified"));
  const words = { verified: "checked", rejected: "rejected as misread" }[item.review] ?? "read otherwise since it was checked";
  return h("p", { class: "state" }, h("span", { class: item.review === "verified" ? "review verified" : "chip review unverified" }, words),
    ` on ${printDay(at.slice(0, 10))} `, h("button", { type: "button", class: "link", "data-key": "take-back", onclick: takeBack }, "Take back"));
}

const choice = (each, chosen, pick) => h("li", {}, h("button", {
  type: "button", class: "choice", "aria-pressed": String(chosen), "data-key": `choice ${each.place}`, onclick: () => pick(each.place),
},
h("b", {}, each.name), h("span", { class: "aside" }, ` ${KINDS[each.kind] ?? each.kind}${each.within ? ` · ${each.within}` : ""}`),
!chosen && each.reasons.length > 0 && h("span", { class: "reasons" }, each.reasons.join("; "))));

function lookNodes(item, looked, look) {
  const typed = h("input", {
    type: "search", "aria-label": "Another place", placeholder: "Another place: Newport, Wales", "data-key": "look",
    value: looked?.typed ?? "",
  });
  const ask = (event) => {
    event.preventDefault();
    if (typed.value.trim()) look(typed.value);
  };
  return h("form", { class: "look", onsubmit: ask }, typed, h("button", { type: "submit", class: "quiet", "data-key": "look-up" }, "Look up"));
}

function nameNodes(item, { choices, alike }, looked, scope, to) {
  const offered = choices[item.id] ?? [];
  const known = new Set(offered.map(({ place }) => place));
  const found = (looked?.places ?? []).filter(({ place }) => !known.has(place));
  const pick = (place) => to.decide({ place_id: place });
  const scopes = scopesOf(alike[item.id]);
  const on = item.role === "literal";
  return [
    h("h4", {}, "Which place is meant?"),
    h("ul", { class: "choices" }, [...offered, ...found].map((each) => choice(each, each.place === item.place, pick)),
      choice({ place: null, name: "None of these", kind: "not on the map", within: "", reasons: [] }, item.place === null, pick)),
    looked && looked.places.length === 0 && h("p", { class: "aside" }, `No place of the name “${looked.typed}” is known.`),
    lookNodes(item, looked, to.look),
    scopes.length > 1 && h("label", { class: "scope" }, "Holds for ", h("select", {
      "data-key": "scope", onchange: (event) => to.scope(event.target.value),
    }, scopes.map(([id, words]) => h("option", { value: id, selected: id === scope }, words)))),
    h("div", { class: "acts" },
      button("right", "Right as read", () => to.decide({})),
      button("role", on ? "Named only" : "Something is there", () => to.decide({ role: on ? "metonym" : "literal" }), {
        title: on ? "It stands for a government, a people or a likeness: list it, and draw nothing" : "Something is or happens at this place: draw it",
      }),
      button("wrong", "No place's name", () => to.decide({ review: "rejected" }))),
  ];
}

const figureNodes = (to) => h("div", { class: "acts" },
  button("right", "Right as read", () => to.decide({})),
  button("wrong", "Misread", () => to.decide({ review: "rejected" }), { title: "It is not what the report says: leave it out of map, tables and exports" }));

/**
 * What can be decided about a mark.
 *
 * @param item     mention or claim; nothing can be decided about an amount without a number
 * @param content  as views/reports/shown.py lays it out
 * @param scope    "here", "report" or "case"
 * @param to       {decide(what), look(typed), scope(id)}
 */
export function checkNodes(item, { checks, looked }, scope, to) {
  if (!["mention", "claim"].includes(item?.type)) return null;
  const at = checks.decided[`${item.start}-${item.end}`];
  return h("div", { class: "check", role: "group", "aria-label": "Check it against the report" },
    stateNodes(item, at, () => to.decide({ review: "unverified" })),
    item.type === "mention" ? nameNodes(item, checks, looked?.item === item.id ? looked : null, scope, to) : figureNodes(to));
}
