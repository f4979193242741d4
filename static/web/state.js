// The one store that the map, the panels and the timeline share.
//
// A view is plain JSON: window, axis, switches, selection, camera. Everything else (verdicts, visibility, counts) is
// derived from the view and the scene, computed when first asked for and forgotten when its inputs change.

import { indexScene } from "./scene-index.js";
import { STATUSES, cache, visibility } from "./visibility.js";
import { classify } from "./window.js";

export { STATUSES, classify };

/** Keys of a view that `set` merges one level deep; every other key is replaced. */
const MERGED = new Set(["window", "layers", "statuses", "reports"]);

/** Keys of a view that do not bear on what is visible. */
const COSMETIC = new Set(["hover", "theme", "camera", "selection", "inFrame", "names", "since", "best", "sheet"]);

/** Keys of a view that are of the moment: in no link, no file, and no reason to tell the host. */
export const PASSING = new Set(["hover", "inFrame"]);

/** Stands among switches for all that are not named: "only these" among thousands is a short list of those. */
const REST = "*";

/** Switches patched by some; with REST among those, all others go its way. */
export function merged(known, { [REST]: rest, ...some }) {
  const others = rest === undefined ? known : Object.fromEntries(Object.keys(known).map((id) => [id, rest]));
  return { ...others, ...some };
}

/** Reports that are off; where those on are fewer, all off but those. */
function briefly(reports) {
  const { true: on = [], false: off = [] } = Object.groupBy(Object.keys(reports), (id) => String(reports[id]));
  const all = (ids, to) => Object.fromEntries(ids.map((id) => [id, to]));
  return on.length + 1 < off.length ? { [REST]: false, ...all(on, true) } : all(off, false);
}

/** The view a scene opens with, overlaid by what `saved` knows; switches of things the scene lacks are dropped. */
export function openingView(scene, saved) {
  const switches = (rows, known = {}) => Object.fromEntries(rows.map(({ id, on }) => [id, known[id] ?? known[REST] ?? on !== false]));
  return {
    window: { from: null, to: null, ...saved.window },
    cumulative: saved.cumulative ?? false,
    axis: saved.axis ?? "event",
    certainOnly: saved.certainOnly ?? false,
    undated: saved.undated ?? true,
    layers: switches(scene.layers, saved.layers),
    statuses: switches(STATUSES.map((id) => ({ id })), saved.statuses),
    reports: switches(scene.reports, saved.reports),
    off: saved.off ?? {},
    selection: saved.selection ?? null,
    hover: null,
    inFrame: { disputed: 0 },
    names: saved.names ?? "both",
    since: saved.since ?? null,
    best: saved.best ?? null,
    sheet: saved.sheet ?? null,
    theme: saved.theme ?? "light",
    camera: saved.camera ?? null,
  };
}

/** Items and marks that a selection or a hover stands for; `ref` is {kind: "mark"|"item"|"group", id} or null. */
function reach(index, ref) {
  const itemsOf = {
    mark: (id) => index.itemsOf.get(id) ?? [],
    group: (id) => index.groups.get(id)?.claims ?? [],
    item: (id) => [id],
  };
  const items = ref === null ? [] : itemsOf[ref.kind](ref.id).filter((id) => index.items.has(id));
  const marks = ref?.kind === "mark" ? [ref.id] : items.flatMap((id) => index.marksOf.get(id).map((mark) => mark.id));
  return { items: new Set(items), marks: new Set(marks) };
}

/** A cumulative view reaches back without limit: only its end is set. */
const opened = (view) => (view.cumulative ? { ...view, window: { ...view.window, from: null } } : view);

const same = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Tells listeners at most once a frame, with every key that changed since they were last told. */
function notifier() {
  const listeners = new Set();
  let changed = new Set();
  let frame = 0;
  return {
    tell(state, keys) {
      keys.forEach((key) => changed.add(key));
      frame ||= requestAnimationFrame(() => {
        const told = changed;
        frame = 0;
        changed = new Set();
        for (const listener of [...listeners]) listener(state, told);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The shared store.
 *
 * @param scene    Scene JSON; read only
 * @param initial  a saved view (any of its keys), or null
 */
export function createState(scene, initial) {
  let index = indexScene(scene);
  let view = opened(openingView(scene, initial ?? {}));
  const derived = cache();
  const refs = cache();
  const news = notifier();
  const reached = (key) => refs.of(key, () => reach(index, view[key]));

  const state = {
    scene,
    get: () => view,
    ...visibility(() => view, () => index, derived),
    item: (id) => index.items.get(id),
    mark: (id) => index.marks.get(id),
    group: (id) => index.groups.get(id),
    report: (id) => index.reports.get(id),
    /** The row of a mark in the scene, as in `statusBits`. */
    markNumber: (id) => index.markNumber.get(id),
    /** Marks that carry an item, and items (by id) that a mark carries. */
    marksOf: (id) => index.marksOf.get(id) ?? [],
    itemsOf: (id) => index.itemsOf.get(id) ?? [],
    selectedItems: () => reached("selection").items,
    selectedMarks: () => reached("selection").marks,
    hoveredItems: () => reached("hover").items,
    hoveredMarks: () => reached("hover").marks,

    /** Call `listener(state, changedKeys)` after a change, at most once a frame; returns the way to stop it. */
    subscribe: news.subscribe,

    /** Patch the view; keys that come out equal count as unchanged. */
    set(patch) {
      const wanted = { ...view };
      for (const [key, value] of Object.entries(patch)) {
        wanted[key] = MERGED.has(key) ? merged(view[key], value) : value;
      }
      const next = opened(wanted);
      const keys = Object.keys(next).filter((key) => !same(view[key], next[key]));
      if (keys.length === 0) return;
      view = next;
      refs.clear();
      if (!keys.every((key) => COSMETIC.has(key))) derived.clear();
      news.tell(state, keys);
    },

    /** Take a new scene and keep the view; listeners see the key "scene". */
    setScene(next) {
      state.scene = next;
      index = indexScene(next);
      view = { ...openingView(next, view), inFrame: view.inFrame };
      refs.clear();
      derived.clear();
      news.tell(state, ["scene"]);
    },

    /** The view as data, for a link or a saved briefing, without what is of the moment and reports that are on. */
    serialise() {
      const kept = Object.entries(view).filter(([key]) => !PASSING.has(key));
      return structuredClone({ ...Object.fromEntries(kept), reports: briefly(view.reports) });
    },
  };
  return state;
}
