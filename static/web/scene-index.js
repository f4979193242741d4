// Look-ups that depend on the scene alone: by id for the panels, in columns for what must be asked of all items at once.

import { dayNumber } from "./dates.js";
import { sorter } from "./facets.js";
import { STATUSES } from "./statuses.js";
import { daysOf } from "./window.js";

/** Stand for an open end: before and after every day. */
const [BEFORE, AFTER] = [-(2 ** 31), 2 ** 31 - 1];

/** A Map of rows by their id: of what `value(row, i)` makes of each. Pairs for its constructor would be as many again. */
function byId(rows, value = (row) => row) {
  const found = new Map();
  rows.forEach((row, i) => found.set(row.id, value(row, i)));
  return found;
}

/** Days of an axis as two columns of day numbers; an undated item is open at both ends. */
function dayColumns(items, axis) {
  const known = new Map(); // many items share a day
  const number = (iso, open) => {
    if (iso === null || iso === undefined) return open;
    if (!known.has(iso)) known.set(iso, dayNumber(iso));
    return known.get(iso);
  };
  return {
    first: Int32Array.from(items, (item) => number(daysOf(item, axis)[0], BEFORE)),
    last: Int32Array.from(items, (item) => number(daysOf(item, axis)[1], AFTER)),
  };
}

/** Rows that are alike: the number of every row's kind, and the first row of each kind by its number. */
function alike(rows, keyOf) {
  const known = new Map();
  const first = [];
  const of = Int32Array.from(rows, (row, i) => {
    const key = keyOf(row, i);
    if (!known.has(key)) known.set(key, first.push(row) - 1);
    return known.get(key);
  });
  return { of, first };
}

/** Lists of numbers end to end: those of row `i` are `at[from[i]]` to `at[from[i + 1] - 1]`. */
function endToEnd(lists) {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => { from[i + 1] = from[i] + list.length; });
  return { from, at: Int32Array.from(lists.flat()) };
}

/** Marks that carry each item; items that the same single mark carries share a list, and so do those that none does. */
function carriers(scene, itemsOf, itemNumber) {
  const none = [];
  const found = scene.items.map(() => none);
  for (const mark of scene.marks) {
    const alone = [mark];
    for (const id of itemsOf.get(mark.id)) {
      const i = itemNumber.get(id);
      found[i] = found[i] === none ? alone : [...found[i], mark];
    }
  }
  return found;
}

/**
 * Index a scene.
 *
 * @returns items, marks, groups, reports  by id, as Maps are
 *          marksOf, itemsOf   which marks carry an item, which items (ids) a mark carries; by id, too
 *          itemNumber, markNumber  Maps from id to the row in the columns below
 *          days       {event, reported}: {first, last} day numbers of every item
 *          status     number of every item's status in STATUSES
 *          coverage   rows of scene.coverage
 *          sorts      items that all switches but their reports' treat alike, and their reports: {of: number of every
 *          sources    item's, first: an item of each}
 *          unverified 1 for every item that nobody has checked
 *          carried    items of every mark, by number, end to end
 */
export function indexScene(scene) {
  const marks = byId(scene.marks);
  const itemNumber = byId(scene.items, (_, i) => i); // the one Map of all items: each takes its time to make
  const has = (id) => itemNumber.has(id);
  const items = { has, get: (id) => scene.items[itemNumber.get(id)], values: () => scene.items };
  const itemsOf = byId(scene.marks, (mark) => mark.items.filter(has));
  const carriersOf = carriers(scene, itemsOf, itemNumber);
  const marksOf = { get: (id) => carriersOf[itemNumber.get(id)] };
  return {
    items, marks, groups: byId(scene.groups), reports: byId(scene.reports), marksOf, itemsOf,
    itemNumber,
    markNumber: byId(scene.marks, (_, i) => i),
    days: { event: dayColumns(scene.items, "event"), reported: dayColumns(scene.items, "reported") },
    status: Uint8Array.from(scene.items, (item) => STATUSES.indexOf(item.status)),
    coverage: scene.coverage ?? [],
    sorts: alike(scene.items, sorter(carriersOf)),
    sources: alike(scene.items, (item) => item.report),
    unverified: Uint8Array.from(scene.items, (item) => Number(item.review === "unverified")),
    carried: endToEnd(scene.marks.map(({ id }) => itemsOf.get(id).map((item) => itemNumber.get(item)))),
  };
}

/** Bounds of a window of ISO days as day numbers; a missing bound is open. */
export const windowDays = ({ from, to }) => [
  from === null ? BEFORE : dayNumber(from), to === null ? AFTER : dayNumber(to),
];

export const isOpen = (first, last) => first === BEFORE && last === AFTER;
