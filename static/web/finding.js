// What the palette finds for what is typed: places and figures of the scene, words of reports, and commands.
//
// Reports are searched by whoever holds them: the server's index where there is one, else the texts of the scene.

import { textOf } from "./spans.js";

const MOST = 6;
const AROUND = 70;

/** Letters without marks, in lower case: "Sŏul" is found as "soul". */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const words = (typed) => folded(typed).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a name fits: 0 where it begins with what is typed, 1 where one of its words does, 2 inside; null if not. */
function fit(name, typed) {
  const [text, wanted] = [folded(name), folded(typed.trim())];
  if (wanted === "") return null;
  if (text.startsWith(wanted)) return 0;
  const starts = text.split(/[^\p{L}\p{N}]+/u);
  if (words(typed).every((word) => starts.some((start) => start.startsWith(word)))) return 1;
  return text.includes(wanted) ? 2 : null;
}

/** Rows whose `names(row)` fit, best first, at most `MOST`. */
function fitting(rows, typed, names) {
  const rank = (row) => Math.min(...names(row).map((name) => fit(name, typed) ?? 9));
  return rows.map((row) => [rank(row), row]).filter(([score]) => score < 9)
    .sort(([a], [b]) => a - b).slice(0, MOST).map(([, row]) => row);
}

/** Marks of places: those with the name, and those that the index knows by another name of theirs. */
export function findPlaces(scene, typed, hits = []) {
  const named = scene.marks.filter((mark) => mark.placeId && mark.name);
  const own = fitting(named, typed, (mark) => [mark.name, mark.local].filter(Boolean)).map((mark) => ({ mark, by: null }));
  const others = hits.flatMap((hit) => named.filter((mark) => mark.placeId === hit.place_id)
    .map((mark) => ({ mark, by: hit.name === mark.name ? null : hit.name })));
  const found = new Map([...own, ...others].toReversed().map((each) => [each.mark.id, each]));
  return [...found.values()].toReversed().slice(0, MOST);
}

/** Groups of figures whose label, unit or figures fit. */
export const findGroups = (scene, typed) =>
  fitting(scene.groups, typed, (group) => [`${group.label} ${group.low ?? ""} ${group.high ?? ""} ${group.unit}`]);

/** Commands whose name fits, and all of them while nothing is typed. */
export const findCommands = (commands, typed) =>
  (typed.trim() === "" ? commands : fitting(commands, typed, (command) => [command.name]));

/** Reports of the scene that have all the words, in the shape of the server's answer. */
export function searchTexts(scene, typed) {
  const wanted = words(typed);
  if (wanted.length === 0) return [];
  return scene.reports.filter((report) => {
    const heading = folded(`${report.title ?? ""} ${report.publisher ?? ""} ${report.text}`);
    return wanted.every((word) => heading.includes(word));
  }).slice(0, MOST * 2).map((report) => hitIn(report, wanted));
}

/** Where the first of the words stands in a report's text, with the words around it. */
function hitIn(report, wanted) {
  const points = Array.from(report.text);
  // Folding may change lengths, so code points are folded one by one.
  const plain = points.map((point) => folded(point).charAt(0) || point);
  const text = plain.join("");
  const at = wanted.map((word) => text.indexOf(word)).filter((index) => index >= 0).sort((a, b) => a - b)[0] ?? -1;
  const start = Math.max(at, 0);
  const word = wanted.find((each) => text.startsWith(each, start)) ?? "";
  const line = [points.lastIndexOf("\n", start) + 1, points.indexOf("\n", start)];
  const begin = Math.max(line[0], start - AROUND);
  const end = Math.min(line[1] < 0 ? points.length : line[1], start + AROUND);
  return {
    report_id: report.id, start, end: start + word.length, snippet: textOf(report, begin, end),
    marks: word ? [[start - begin, start - begin + word.length]] : [],
  };
}
