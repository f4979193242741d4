// A report's text, stretch by stretch: its own words with their marks, and the publisher's furniture quietly between.

import { h } from "./dom.js";
import { marked, textLength } from "./spans.js";

const FURNITURE = {
  boilerplate: "Left out of reading: the publisher's own words around the article",
  dateline: "The dateline: where and when the report was filed, not what it tells",
};

/** A text cut at its furniture: [{start, end, kind}], kind null for its own words; in order, without a gap. */
export function stretches(start, end, furniture) {
  const found = [];
  let at = start;
  for (const [from, to, kind] of [...furniture].sort((a, b) => a[0] - b[0])) {
    const [first, last] = [Math.max(from, at), Math.min(to, end)];
    if (first >= last) continue;
    if (first > at) found.push({ start: at, end: first, kind: null });
    found.push({ start: first, end: last, kind });
    at = last;
  }
  if (at < end) found.push({ start: at, end, kind: null });
  return found;
}

/** Nodes for a report's text after its heading. */
export function textNodes(report, items, furniture, start) {
  return stretches(start, textLength(report), furniture).map((part) => {
    // An item is marked where its sentence is: its words for a time may stand elsewhere in the text, too.
    const inside = items.filter(({ sentence: [at] }) => at >= part.start && at < part.end);
    const nodes = marked(report, part.start, part.end, inside);
    return part.kind ? h("span", { class: `furniture ${part.kind}`, title: FURNITURE[part.kind] }, nodes) : nodes;
  });
}
