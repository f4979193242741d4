// What keeps items out of view, and the change of the view that brings them back.

import { heldBy, itemPath, keyOf, kindOn, kindPath, rejected, switched } from "./facets.js";

/** Items of a list that are outside the dates, and those that a switch hides. */
export function missing(state, ids) {
  const by = (fate) => ids.filter((id) => state.fate(id) === fate && !rejected(state.item(id)));
  return { outside: by("outside"), hidden: by("hidden") };
}

export const ALL_DATES = { window: { from: null, to: null } };

/** Every switch on that hides one of these items; other switches stay as they are. */
export function unhiding(state, ids) {
  const view = state.get();
  const patch = { statuses: {}, reports: {}, layers: {}, off: view.off };
  for (const item of ids.map(state.item)) {
    if (view.statuses[item.status] === false) patch.statuses[item.status] = true;
    if (view.reports[item.report] === false) patch.reports[item.report] = true;
    for (const facet of heldBy(item, view.off)) {
      patch.off = switched(patch.off, facet, [keyOf(itemPath(facet, item))], true);
    }
    if (state.verdict(item.id) === "undated") patch.undated = true;
    if (state.verdict(item.id) === "possible") patch.certainOnly = false;
    const marks = state.marksOf(item.id);
    if (marks.some((mark) => view.layers[mark.layer] && kindOn(mark, view.off))) continue;
    for (const mark of marks.slice(0, 1)) {
      patch.layers[mark.layer] = true;
      const path = kindPath(mark);
      if (path) patch.off = switched(patch.off, "kind", [keyOf(path)], true);
    }
  }
  return patch;
}
