// What is visible and why: everything that follows from the closed-day rule for items, marks and counts.

import { COUNTED, countersOf, kindOn, passes } from "./facets.js";
import * as sieve from "./sieve.js";
import { STATUSES } from "./statuses.js";

export { STATUSES };

/** Statuses of a set of bits, as `statusBits` gives them, strongest first. */
const statusesIn = (bits) => (bits === 0 ? [] : STATUSES.filter((_, i) => bits & (1 << i)));

/** Compute once, until `clear` is called. */
export function cache() {
  let values = new Map();
  return {
    clear: () => { values = new Map(); },
    of(key, compute) {
      if (!values.has(key)) values.set(key, compute());
      return values.get(key);
    },
  };
}

const on = (switches, key) => switches[key] !== false;

/** Keys of the view that switch items or marks on and off, whatever the window. */
const SWITCHES = ["layers", "statuses", "reports", "off"];

/**
 * Derived values over the current view and the indexed scene, each computed when first asked for.
 *
 * @param view   () => the view
 * @param index  () => the index of the scene (scene-index.js)
 * @param memo   a `cache`, to be cleared when the view or the scene changes
 */
export function visibility(view, index, memo) {
  const through = {
    item: (item) => on(view().statuses, item.status) && passes(item, view().off),
    report: (id) => on(view().reports, id),
    mark: (mark) => on(view().layers, mark.layer) && kindOn(mark, view().off),
  };
  const lasting = cache(); // what follows from the switches alone

  /** Compute once for a scene and a setting of the switches. */
  let setting = [];
  const whileSwitched = (key, compute) => {
    const now = [index(), ...SWITCHES.map((each) => view()[each])];
    if (now.some((each, i) => each !== setting[i])) lasting.clear();
    setting = now;
    return lasting.of(key, compute);
  };

  const switches = () => memo.of("switches", () =>
    whileSwitched("switches", () => sieve.switched(index(), through)));
  const verdicts = () => memo.of("verdicts", () => sieve.verdicts(index().days[view().axis], view().window));
  const timely = () => memo.of("timely", () => sieve.inTime(verdicts(), view()));
  const fates = () => memo.of("fates", () => sieve.fates(verdicts(), timely(), switches()));
  const statusBits = () => memo.of("status bits", () => sieve.statusBits(index(), timely(), switches()));
  const number = (id) => index().itemNumber.get(id);

  const verdict = (id) => sieve.VERDICTS[verdicts()[number(id)]];

  /** In the window and not switched off by report, status or facet; layers and kinds are the marks' affair. */
  const itemVisible = (id) => Boolean(switches().on[number(id)] && timely()[number(id)]);

  /** Statuses of a mark's visible items, strongest first; none of a mark whose layer is off. */
  const markStatuses = (mark) => statusesIn(statusBits()[index().markNumber.get(mark.id)]);
  const markVisible = (mark) => markStatuses(mark).length > 0;
  const markStatus = (mark) => markStatuses(mark)[0] ?? null;

  /** Where an item went: each goes to exactly one of "shown", "outside", "unlocated" and "hidden" (see `tally`). */
  const fate = (id) => sieve.FATES[fates()[number(id)]];

  /** Readable in the panels: on the map, or kept off it only because it has no place. */
  const readable = (id) => Boolean(readableItems()[number(id)]);

  /** 1 for each readable item, in the order of the scene. */
  const readableItems = () => memo.of("readable", () => sieve.readable(fates()));

  /**
   * Item ids for each count of the strip. The first four part all items between them, the last two cut across.
   *
   * shown       in the window, and carried by a mark of at least one layer that is on
   * outside     outside the dates of the window, on the chosen axis
   * unlocated   in the window, but no mark can carry it: no place, or none identified
   * hidden      kept off by a switch: its report, status or facet, "certain only", "undated", or all its layers
   * undated     no day on the chosen axis, whatever the undated box says; report and status are on
   * unverified  nobody has checked it yet; shown or unlocated
   */
  const tally = () => memo.of("tally", () => {
    const lists = { shown: [], outside: [], undated: [], unlocated: [], unverified: [], hidden: [] };
    const [at, when, { on: passes }] = [fates(), verdicts(), switches()];
    let i = 0;
    for (const { id, review } of index().items.values()) {
      const went = sieve.FATES[at[i]];
      lists[went].push(id);
      if (passes[i] && sieve.VERDICTS[when[i]] === "undated") lists.undated.push(id);
      if (review === "unverified" && (went === "shown" || went === "unlocated")) lists.unverified.push(id);
      i += 1;
    }
    return lists;
  });

  /** How long the lists of `tally` are, without making them. */
  const counts = () => memo.of("counts", () => sieve.tallied(fates(), verdicts(), switches(), index().unverified));

  /** Items on the map under each switch, as if that one were on (see facets.js): Maps by key, by kind of switch. */
  const counters = () => whileSwitched("counters", () =>
    index().sorts.first.map((item) => countersOf(index().marksOf.get(item.id), view(), item)));
  const facets = () => memo.of("facets", () => {
    const found = Object.fromEntries(COUNTED.map((kind) => [kind, new Map()]));
    for (const [kind, key, count] of sieve.counted(index(), counters(), switches().open, timely())) {
      found[kind].set(key, (found[kind].get(key) ?? 0) + count);
    }
    found.layers.set("coverage", index().coverage.filter(({ items }) => items.some(readable)).length);
    return found;
  });

  /** What items are filed under, by items that stand for all of their sort: [{item, count}]. */
  const filed = () => {
    const { first, of } = index().sorts;
    const rows = first.map((item) => ({ item, count: 0 }));
    for (const sort of of) rows[sort].count += 1;
    return rows;
  };

  return {
    filed, verdict, switchedOn: (id) => Boolean(switches().on[number(id)]), itemVisible, markVisible, markStatus, markStatuses,
    statusBits, fate, readable, readableItems, tally, counts, facets,
  };
}
