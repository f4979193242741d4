// Report text with its places, figures and dates marked. Offsets count code points, as in the store.

import { h } from "./dom.js";

const sliced = new WeakMap();

/** `slice(start, end)` of a report's text in code points; the list of code points is kept only where one is needed. */
function slicer(report) {
  if (!sliced.has(report)) {
    const astral = /[\ud800-\udbff][\udc00-\udfff]/.test(report.text);
    const points = astral ? Array.from(report.text) : null;
    sliced.set(report, {
      slice: (start, end) => (points ? points.slice(start, end).join("") : report.text.slice(start, end)),
      length: points ? points.length : report.text.length,
    });
  }
  return sliced.get(report);
}

/** Length of a report's text in code points. */
export const textLength = (report) => slicer(report).length;

/** Part of a report's text, in code points. */
export const textOf = (report, start, end) => slicer(report).slice(start, end);

/** Where the title ends that a report's text opens with, in code points; 0 where it opens without. */
export function titleEnd(report, title) {
  const length = Array.from(title ?? "").length;
  return textOf(report, 0, length) === (title ?? "") ? length : 0;
}

/** Where a report's text goes on after a title that ends at `end` and the empty lines there. */
export const bodyStart = (report, end) => end + /^\s*/u.exec(textOf(report, end, textLength(report)))[0].length;

/**
 * Where an item's own words for its time stand in [start, end), or null; the scene gives the words only. They are looked
 * for in the item's sentence, and elsewhere where it took its time from another one.
 */
function dateSpan(report, item, start, end) {
  if (!item.when) return null;
  const [from, to] = [Math.max(start, item.sentence[0]), Math.min(end, item.sentence[1])];
  return find(report, item.when, from, to) ?? find(report, item.when, start, end);
}

function find(report, words, start, end) {
  const text = start < end ? textOf(report, start, end) : "";
  const before = text.indexOf(words);
  if (before < 0) return null;
  const at = start + Array.from(text.slice(0, before)).length;
  return { start: at, end: at + Array.from(words).length, class: "time", item: null };
}

function itemSpan(item) {
  if (item.type === "found") return { start: item.start, end: item.end, class: "found", item: null };
  return { start: item.start, end: item.end, class: classOf(item), item: item.id };
}

function classOf(item) {
  if (item.review === "rejected") return "rejected";
  const kind = item.type === "claim" ? `figure ${item.status}` : placeClass(item);
  return item.review === "verified" ? `${kind} checked` : kind;
}

function placeClass(item) {
  if (item.type !== "mention") return "unquantified";
  return item.place && item.role === "literal" ? `place ${item.status}` : "mentioned";
}

/** Cut [start, end) at every edge of every span: [{start, end, spans}], in order and without overlap. */
function segments(start, end, spans) {
  const inside = spans.filter((span) => span.start < end && span.end > start && span.end > span.start);
  const cuts = new Set([start, end, ...inside.flatMap((span) => [span.start, span.end])]);
  const edges = [...cuts].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  return edges.slice(1).map((edge, i) => ({
    start: edges[i], end: edge, spans: inside.filter((span) => span.start < edge && span.end > edges[i]),
  }));
}

/**
 * Nodes for [start, end) of a report with `items` marked; where marks overlap, the shortest is the one to pick.
 *
 * @param sentence  [start, end] of words to set off as a whole, or null
 */
export function marked(report, start, end, items, sentence = null) {
  const dates = items.map((item) => dateSpan(report, item, start, end)).filter(Boolean);
  const unique = new Map(dates.map((span) => [`${span.start} ${span.end}`, span]));
  const whole = sentence ? [{ start: sentence[0], end: sentence[1], class: "sentence", item: null }] : [];
  const spans = [...items.map(itemSpan), ...unique.values(), ...whole];
  return segments(start, end, spans).map((piece) => {
    const text = textOf(report, piece.start, piece.end);
    if (piece.spans.length === 0) return text;
    const shortest = piece.spans.filter((span) => span.item).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    const classes = [...new Set(piece.spans.flatMap((span) => span.class.split(" ")))];
    return h("span", { class: `hit ${classes.join(" ")}`, "data-item": shortest?.item }, text);
  });
}
