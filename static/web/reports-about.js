// Beside a report's text: what is known of it and who says so, what was read in it, what was left out and why.

import { printDay } from "./dates.js";
import { h } from "./dom.js";
import { term } from "./reports-mark.js";

const FIELDS = [["title", "Title"], ["publisher", "Publisher"], ["author", "Author"], ["url", "Address"], ["lang", "Language"], ["published", "Published"]];
const BASES = {
  document: "as the document says", given: "as given by hand", manifest: "from the list of days it came with", inferred: "inferred",
  file: "the day on which its file was made or sent: the text prints none",
};
const languages = new Intl.DisplayNames(["en"], { type: "language" });
const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

function languageName(code) {
  try {
    return `${languages.of(code)} (${code})`;
  } catch {
    return code;
  }
}

const PRINTED = { published: printDay, lang: languageName };
const printed = (field, value) => (value === null ? null : (PRINTED[field] ?? String)(value));

const printSize = (bytes) => (bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

function value(report, field) {
  const text = printed(field, report[field]);
  if (text === null) return h("span", { class: field === "published" ? "chip review unverified" : "aside" }, field === "published" ? "day missing" : "not stated");
  if (field === "url") return h("span", { class: "address" }, text);
  return [text, field === "published" && h("span", { class: "aside" }, ` ${BASES[report.basis] ?? ""}`)];
}

const corrected = (field, correction, act) => correction && h("span", { class: "corrected" },
  `corrected on ${printDay(correction.at.slice(0, 10))} (was ${correction.was === null ? "not stated" : printed(field, correction.was)}) `,
  h("button", { type: "button", class: "link", "data-key": `restore ${field}`, onclick: () => act("restore", { field }) },
    "Restore", h("span", { class: "unseen" }, ` ${field}`)));

/** What is known of the document. */
export const documentNodes = ({ report, corrected: changed }, act) => h("section", { "aria-label": "The document" },
  h("h2", {}, "The document"),
  h("dl", {}, FIELDS.map(([field, name]) => term(name, value(report, field), corrected(field, changed[field], act))),
    term("Received", `${printDay(report.received.slice(0, 10))}, ${report.received.slice(11, 16)} UTC`),
    term("File", h("span", { class: "address" }, report.file), h("span", { class: "aside" }, ` ${printSize(report.bytes)}`)),
    term("SHA-256", h("code", {}, report.sha256))));

const row = (number, words, more) => h("li", {}, h("b", {}, number.toLocaleString("en")), " ", words, more && h("span", { class: "aside" }, ` ${more}`));

/** What was read, in counts. */
export const readNodes = ({ read }) => h("section", { "aria-label": "What was read" },
  h("h2", {}, "What was read"),
  h("ul", { class: "counts-list" },
    row(read.names, read.names === 1 ? "name of a place" : "names of places", `${read.drawn} on the map, as ${counted(read.places, "place")}`),
    row(read.figures, read.figures === 1 ? "figure" : "figures"),
    row(read.dates, read.dates === 1 ? "expression of time" : "expressions of time"),
    row(read.undated, "undated", "figures and places that no day could be given"),
    read.loose > 0 && row(read.loose, read.loose === 1 ? "amount without a number" : "amounts without a number", "never counted")));

const times = (count) => count > 1 && h("span", { class: "aside" }, ` ${count}×`);

const folded = (title, count, list) => count > 0 && h("details", {},
  h("summary", {}, title, h("span", { class: "count" }, ` ${count}`)), h("ul", {}, list));

/** What was left out of the map, and why. */
export function leftNodes({ left }) {
  const names = ([text, role, reason, count]) => h("li", {}, h("b", {}, text), times(count), h("span", { class: "aside" }, ` ${role}: ${reason}`));
  const nothing = left.notes.length + left.unplaced.length + left.mentioned.length + left.characters === 0;
  return h("section", { "aria-label": "What was left out" },
    h("h2", {}, "What was left out"),
    nothing && h("p", { class: "aside" }, "Nothing."),
    left.notes.map((note) => h("p", { class: "note" }, note)),
    left.characters > 0 && h("p", {}, `${left.characters.toLocaleString("en")} characters of the publisher's own words around the article, set in grey.`),
    folded("Names without a place", left.unplaced.length, left.unplaced.map(names)),
    folded("Named only, not drawn", left.mentioned.length, left.mentioned.map(names)));
}
