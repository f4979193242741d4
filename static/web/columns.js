// What is known of a figure, one column each: how it is read for sorting and for the download, and how it is printed.

import { chain, standing } from "./best.js";
import { dayNumber, isoDay, printDay, printSpan } from "./dates.js";
import { h } from "./dom.js";
import { statusSign } from "./signs.js";
import { textLength, textOf } from "./spans.js";

const QUALIFIERS = {
  gt: "more than", ge: "at least", lt: "fewer than", le: "up to", range: "range", vague: "magnitude",
};
const LEVELS = { adm1: "ADM1", adm2: "ADM2" };
const INHERITED = "named in another sentence, not in this one";
/** Words shown before the figure in the sentence column. */
const LEAD = 44;

/** "about", "at least", "range", "further": how the report hedges a number. */
function qualifier(claim) {
  const part = claim.partOf !== null && claim.partOf !== undefined && `part of ${claim.partOf.toLocaleString("en")}`;
  return [claim.approx && "about", QUALIFIERS[claim.comparator], claim.increment && "further", part]
    .filter(Boolean).join(", ");
}

/** How finely a claim's time is known: "day", "month", "year", "4 days", "open start", or empty without one. */
export function precision({ earliest, latest }) {
  if (!earliest && !latest) return "";
  if (!earliest) return "open start";
  if (!latest) return "open end";
  if (earliest === latest) return "day";
  const after = isoDay(dayNumber(latest) + 1);
  const months = (Number(after.slice(0, 4)) - Number(earliest.slice(0, 4))) * 12
    + Number(after.slice(5, 7)) - Number(earliest.slice(5, 7));
  if (earliest.endsWith("-01") && after.endsWith("-01")) {
    if (months === 12 && earliest.endsWith("-01-01")) return "year";
    return months === 1 ? "month" : `${months} months`;
  }
  const days = dayNumber(latest) - dayNumber(earliest) + 1;
  return `${days} days`;
}

/** "verified" or "unverified". */
const checked = (claim) => claim.review;

/** What is doubtful about a claim, then what a reviewer wrote. */
const remarks = (claim) => [...(claim.flags ?? []), claim.note].filter(Boolean).join("; ");

const level = (claim, slot) => {
  const kind = claim.levels?.[slot];
  return kind ? LEVELS[kind] ?? kind : "";
};

/** A place or an actor with its level; † where another sentence names it. */
function slotCell(claim, slot) {
  if (!claim[slot]) return null;
  const inherited = (claim.inherited ?? []).includes(slot);
  return h("div", { class: "slot", title: inherited ? `${claim[slot]}: ${INHERITED}` : null },
    h("span", { class: "name" }, claim[slot]), inherited && h("span", { class: "inherited" }, "†"),
    level(claim, slot) && h("span", { class: "level" }, level(claim, slot)));
}

const slot = (id, label, width) => ({
  id, label, width, text: (claim) => claim[id] ?? "", cell: (claim) => slotCell(claim, id),
});

function amount(id, label) {
  const size = (claim) => (claim[id] ?? null) !== null && claim[id] * (claim.base ?? 1);
  return {
    id, label, width: 78, num: true, sort: (claim) => (size(claim) === false ? null : size(claim)),
    text: (claim) => printAmount(claim, id),
    cell: (claim) => printAmount(claim, id) || h("span", { class: "open", title: "No limit stated" }, "–"),
  };
}

/** An end of a claim in digits, or the sides of a size. */
function printAmount(claim, id) {
  if (claim.sides?.length > 1) return claim.value;
  const value = claim[id] ?? null;
  return value === null ? "" : value.toLocaleString("en", { maximumFractionDigits: 3 });
}

/** The sentence with its figure marked; a long lead is cut at a word so that the figure is in sight. */
function sentenceCell(state, claim) {
  const report = state.report(claim.report);
  const [start, end] = claim.sentence;
  const before = textOf(report, start, claim.start);
  const cut = before.length > LEAD ? before.indexOf(" ", before.length - LEAD) + 1 : 0;
  const flat = (text) => text.replace(/\s+/gu, " ");
  return [cut > 0 && "… ", flat(before.slice(cut)),
    h("mark", { class: `hit figure ${claim.status}` }, textOf(report, claim.start, claim.end)),
    flat(textOf(report, claim.end, Math.min(end, textLength(report))))];
}

export const sentenceText = (state, claim) => textOf(state.report(claim.report), ...claim.sentence);

/**
 * Columns of the table of figures.
 *
 * @param state   the shared store
 * @param best    (claim) => {text, value} where the chosen rule lets it stand for its group, else null
 * @returns [{id, label, width, num?, text(claim), sort?(claim), cell?(claim), title?(claim)}]
 */
export function columns(state, best) {
  const report = (claim) => state.report(claim.report);
  const group = (claim) => state.group(claim.group);
  return [
    { id: "figure", label: "As printed", width: 184, text: (claim) => claim.text,
      cell: (claim) => [claim.flags?.length > 0
        && h("span", { class: "flag", title: remarks(claim) }, "!"), claim.text] },
    amount("low", "Low"),
    { id: "best", label: "Best", width: 120, num: true, sort: (claim) => best(claim)?.value ?? null,
      text: (claim) => best(claim)?.text ?? "" },
    amount("high", "High"),
    { id: "qualifier", label: "Qualifier", width: 112, text: qualifier },
    { id: "unit", label: "Unit", width: 90, text: (claim) => claim.unitText || claim.unit },
    { id: "category", label: "Category", width: 124, text: (claim) => (claim.category ?? "").replaceAll("_", " ") },
    { id: "status", label: "Status", width: 108, text: (claim) => claim.status,
      cell: (claim) => h("span", { class: `state ${claim.status}` }, statusSign(claim.status), claim.status) },
    slot("actor", "Who is counted", 168), slot("from", "From", 168), slot("to", "To", 168), slot("at", "Place", 168),
    { id: "period", label: "Period", width: 176, sort: (claim) => claim.earliest ?? claim.latest,
      text: (claim) => (claim.dated ? printSpan(claim.earliest, claim.latest) : "") },
    { id: "precision", label: "Precision", width: 86, text: precision },
    { id: "when", label: "Wording", width: 132, text: (claim) => claim.when ?? "" },
    { id: "asOf", label: "As of", width: 96, sort: (claim) => claim.reported,
      text: (claim) => (claim.reported ? printDay(claim.reported) : ""), title: () => "Day of the report" },
    { id: "source", label: "Source chain", width: 216, text: (claim) => chain(claim).join(" ← "),
      cell: (claim) => claim.source ?? h("span", { class: "open" }, "not stated") },
    { id: "article", label: "Article", width: 196, sort: (claim) => state.scene.reports.indexOf(report(claim)),
      text: (claim) => [report(claim).ref, report(claim).publisher, report(claim).title].filter(Boolean).join(" · ") },
    { id: "sentence", label: "Sentence", width: 430, text: (claim) => sentenceText(state, claim),
      cell: (claim) => sentenceCell(state, claim) },
    { id: "group", label: "Same figure", width: 250,
      text: (claim) => [group(claim)?.label ?? claim.label, standing(group(claim))].filter(Boolean).join(" · "),
      sort: (claim) => state.scene.groups.indexOf(group(claim)) },
    { id: "review", label: "Checked", width: 86, text: checked,
      cell: (claim) => h("span", { class: `checked ${checked(claim)}` }, checked(claim)) },
    { id: "note", label: "Note", width: 220, text: remarks },
  ];
}
