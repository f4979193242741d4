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

/** Whether each item passes the switches, whether each mark does, and where each item could be drawn. */
export function switched(index, itemOn, markOn) {
  const items = [...index.items.values()];
  const place = ({ id }) => {
    const marks = index.marksOf.get(id);
    return marks.length === 0 ? NOWHERE : marks.some(markOn) ? LIT : DARK;
  };
  return {
    on: Uint8Array.from(items, (item) => Number(itemOn(item))),
    place: Uint8Array.from(items, place),
    drawn: Uint8Array.from([...index.marks.values()], (mark) => Number(markOn(mark))),
  };
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
 * Counters that items count in while they are in time, in a form that is quick to count.
 *
 * @param lists  for every item its counters, as [kind, key]
 */
export function counters(lists) {
  const slots = new Map(); // "kind\nkey" → number
  const names = [];
  const slot = ([kind, key]) => {
    const name = `${kind}\n${key}`;
    if (!slots.has(name)) {
      slots.set(name, names.length);
      names.push([kind, key]);
    }
    return slots.get(name);
  };
  const from = new Int32Array(lists.length + 1);
  const at = [];
  lists.forEach((list, i) => {
    for (const each of list) at.push(slot(each));
    from[i + 1] = at.length;
  });
  return { names, from, at: Int32Array.from(at) };
}

/** Count the items in time: [kind, key, count] for every counter that one counts in. */
export function counted({ names, from, at }, timely) {
  const found = new Int32Array(names.length);
  for (let i = 0; i < timely.length; i += 1) {
    if (!timely[i]) continue;
    for (let j = from[i]; j < from[i + 1]; j += 1) found[at[j]] += 1;
  }
  return names.map(([kind, key], i) => [kind, key, found[i]]);
}
