// What is visible and why: everything that follows from the closed-day rule for items, marks and counts.

import { classify, daysOf } from "./window.js";

import { kindOn, liveCounts, passes } from "./facets.js";

/** Strongest first: a mark takes the strongest status among its visible items. */
export const STATUSES = ["reported", "claimed", "estimated", "possible", "planned", "denied"];

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

/**
 * Derived values over the current view and the indexed scene, each computed when first asked for.
 *
 * @param view   () => the view
 * @param index  () => {items, marksOf, itemsOf} of the scene
 * @param memo   a `cache`, to be cleared when the view or the scene changes
 */
export function visibility(view, index, memo) {
  const switchedOn = (item) => on(view().statuses, item.status) && on(view().reports, item.report)
    && passes(item, view().off);
  const layerOn = (mark) => on(view().layers, mark.layer) && kindOn(mark, view().off);

  const verdict = (id) => memo.of(`verdict ${id}`, () => {
    const { axis, window } = view();
    const [earliest, latest] = daysOf(index().items.get(id), axis);
    return classify(earliest, latest, window.from, window.to);
  });

  const inTime = (id) => ({
    certain: true, possible: !view().certainOnly, outside: false, undated: view().undated,
  })[verdict(id)];

  /** In the window and not switched off by report, status or facet; layers and kinds are the marks' affair. */
  const itemVisible = (id) => memo.of(`item ${id}`, () => switchedOn(index().items.get(id)) && inTime(id));

  const visibleItems = (mark) => (index().itemsOf.get(mark.id) ?? []).filter(itemVisible);

  const markVisible = (mark) => layerOn(mark) && visibleItems(mark).length > 0;

  const markStatus = (mark) => {
    const found = new Set(visibleItems(mark).map((id) => index().items.get(id).status));
    return STATUSES.find((status) => found.has(status)) ?? null;
  };

  /** Where an item went: each goes to exactly one of "shown", "outside", "unlocated" and "hidden" (see `tally`). */
  const fate = (id) => memo.of(`fate ${id}`, () => {
    const marks = index().marksOf.get(id);
    if (!switchedOn(index().items.get(id))) return "hidden";
    if (verdict(id) === "outside") return "outside";
    if (!inTime(id)) return "hidden";
    if (marks.length === 0) return "unlocated";
    return marks.some(layerOn) ? "shown" : "hidden";
  });

  /** Readable in the panels: on the map, or kept off it only because it has no place. */
  const readable = (id) => ["shown", "unlocated"].includes(fate(id));

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
    for (const item of index().items.values()) {
      lists[fate(item.id)].push(item.id);
      if (switchedOn(item) && verdict(item.id) === "undated") lists.undated.push(item.id);
      if (item.review === "unverified" && readable(item.id)) lists.unverified.push(item.id);
    }
    return lists;
  });

  const counts = () => Object.fromEntries(Object.entries(tally()).map(([key, ids]) => [key, ids.length]));

  /** Items on the map under each switch, as if that one were on (see facets.js). */
  const facets = () => memo.of("facets", () => liveCounts(index(), view(), inTime));

  return { verdict, switchedOn: (id) => switchedOn(index().items.get(id)), itemVisible, markVisible, markStatus, fate, readable, tally, counts, facets };
}
