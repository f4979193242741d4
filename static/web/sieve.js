// The rules of visibility.js for all items of a scene at once, in columns: one pass over numbers for each change of the
// window, so that a hundred thousand items keep up with a drag.
//
// What follows from switches alone is worked out when a switch changes and kept while the window moves.

import { isOpen, windowDays } from "./scene-index.js";

/** Verdicts and fates by their number in the columns. */
export const VERDICTS = ["outside", "possible", "certain", "undated"];
export const FATES = ["hidden", "outside", "unlocated", "shown"];
const [OUTSIDE, POSSIBLE, CERTAIN, UNDATED] = VERDICTS.keys();
const [HIDDEN, OUT, UNLOCATED, SHOWN] = FATES.keys();

/** Where an item could be drawn: no mark carries it, all that do are switched off, or one is on. */
const [NOWHERE, DARK, LIT] = [0, 1, 2];

/** `classify` (the closed-day rule) for every item. */
export function verdicts({ first, last }, window) {
  const [from, to] = windowDays(window);
  const found = new Uint8Array(first.length);
  for (let i = 0; i < found.length; i += 1) {
    const [start, end] = [first[i], last[i]];
    if (isOpen(start, end)) found[i] = UNDATED;
    else if (end < from || start > to) found[i] = OUTSIDE;
    else found[i] = start >= from && end <= to ? CERTAIN : POSSIBLE;
  }
  return found;
}

/** 1 for each item that the window and the two time switches let through. */
export function inTime(verdict, { certainOnly, undated }) {
  const passes = new Uint8Array(VERDICTS.length);
  passes[CERTAIN] = 1;
  passes[POSSIBLE] = certainOnly ? 0 : 1;
  passes[UNDATED] = undated ? 1 : 0;
  return verdict.map((each) => passes[each]);
}

/**
 * Whether each item passes the switches, whether each mark does, and where each item could be drawn.
 *
 * @param passes  {item, report, mark}: whether the switches let one through; `item` leaves its report aside
 */
export function switched({ sorts, sources, marksOf, marks }, passes) {
  const place = ({ id }) => {
    const some = marksOf.get(id);
    return some.length === 0 ? NOWHERE : some.some(passes.mark) ? LIT : DARK;
  };
  const may = Uint8Array.from(sorts.first, (item) => Number(passes.item(item)));
  const places = Uint8Array.from(sorts.first, place);
  const open = Uint8Array.from(sources.first, ({ report }) => Number(passes.report(report)));
  const on = Uint8Array.from(sorts.of, (sort, i) => may[sort] & open[sources.of[i]]);
  return { on, open, place: Uint8Array.from(sorts.of, (sort) => places[sort]),
    drawn: Uint8Array.from([...marks.values()], (mark) => Number(passes.mark(mark))) };
}

/** Where each item went (see `tally` in visibility.js). */
export function fates(verdict, timely, { on, place }) {
  const found = new Uint8Array(verdict.length);
  for (let i = 0; i < found.length; i += 1) {
    if (!on[i]) found[i] = HIDDEN;
    else if (verdict[i] === OUTSIDE) found[i] = OUT;
    else if (!timely[i]) found[i] = HIDDEN;
    else found[i] = place[i] === NOWHERE ? UNLOCATED : place[i] === LIT ? SHOWN : HIDDEN;
  }
  return found;
}

/** 1 for each item that went where it can be read. */
export function readable(fate) {
  const may = Uint8Array.from(FATES, (name) => Number(["shown", "unlocated"].includes(name)));
  return fate.map((each) => may[each]);
}

/** How many items each list of `tally` in visibility.js has. */
export function tallied(fate, verdict, { on }, unverified) {
  const went = new Int32Array(FATES.length);
  const counts = { undated: 0, unverified: 0 };
  for (let i = 0; i < fate.length; i += 1) {
    went[fate[i]] += 1;
    if (on[i] && verdict[i] === UNDATED) counts.undated += 1;
    if (unverified[i] && (fate[i] === SHOWN || fate[i] === UNLOCATED)) counts.unverified += 1;
  }
  return { ...counts, ...Object.fromEntries(FATES.map((name, i) => [name, went[i]])) };
}

/** Statuses of the visible items of every mark, as bits in the order of STATUSES; 0 for a mark that is not drawn. */
export function statusBits({ carried: { from, at }, status }, timely, { on, drawn }) {
  const found = new Uint8Array(drawn.length);
  for (let mark = 0; mark < found.length; mark += 1) {
    if (!drawn[mark]) continue;
    for (let i = from[mark]; i < from[mark + 1]; i += 1) {
      const item = at[i];
      if (on[item] && timely[item]) found[mark] |= 1 << status[item];
    }
  }
  return found;
}

/**
 * Count the items in time under the switches.
 *
 * @param counters  of every sort, as `countersOf` in facets.js gives them
 * @param open      1 for every report that is on
 * @returns [kind, key, count]; a counter may come more than once
 */
export function counted({ sorts, sources }, counters, open, timely) {
  const ofSort = new Int32Array(sorts.first.length);
  const ofReport = new Int32Array(sources.first.length);
  const drawn = Uint8Array.from(counters, (each) => Number(each.drawn));
  for (let i = 0; i < timely.length; i += 1) {
    if (!timely[i]) continue;
    ofSort[sorts.of[i]] += open[sources.of[i]];
    ofReport[sources.of[i]] += drawn[sorts.of[i]];
  }
  return [...counters.flatMap((each, sort) => each.counters.map(([kind, key]) => [kind, key, ofSort[sort]])),
    ...sources.first.map(({ report }, i) => ["reports", report, ofReport[i]])];
}
