// The layers column: groups of switches with live counts, and what the other signs on the map mean.

import { fill, h } from "./dom.js";
import { mountLegend } from "./legend.js";
import { NAMINGS } from "./names.js";
import { mountSince } from "./since-panel.js";
import { mountGroup } from "./switch-group.js";
import { groupsOf } from "./switches.js";

/** Groups that are unfolded until the reader folds them. */
const UNFOLDED = ["layers", "own", "statuses"];

/** The language of the names on the map. */
function naming(state) {
  return h("select", {
    class: "naming", "aria-label": "Names on the map", "data-key": "naming",
    onchange: (event) => state.set({ names: event.target.value }),
  }, NAMINGS.map(([id, words]) => h("option", { value: id, selected: id === state.get().names }, words)));
}

/** The label of the sample corpus and the way out of it. */
function samples(desk) {
  const { reports } = desk.state.scene;
  if (!reports.some((report) => report.sample)) return null;
  return [
    h("span", { class: "tag" }, reports.every((report) => report.sample) ? "all samples" : "with samples"),
    desk.act && h("button", {
      type: "button", class: "link", "data-key": "remove-samples", onclick: () => desk.act("remove-samples", null),
    }, "remove"),
  ];
}

export function mountLayers(box, desk) {
  const { state, style } = desk;
  const folds = { open: new Set(UNFOLDED), typed: {} };
  const asides = { layers: () => `${state.counts().shown} shown`, reports: () => samples(desk) };
  const language = naming(state);
  const since = mountSince(desk);
  const legend = mountLegend(state, (id) => desk.listOwn(id));
  let groups = [];
  let panels = [];

  const build = () => {
    groups = groupsOf(state, style);
    panels = groups.map((group) => mountGroup(group, folds, asides[group.id]));
    const signs = h("section", { "aria-label": "Signs" }, h("header", {}, h("h2", {}, "Signs"), language), legend.element);
    fill(box, panels.map(({ element }) => element), state.scene.marks.length > 0 && since.element, (state.scene.marks.length > 0 || state.scene.own) && signs);
    since.build();
    refresh();
  };

  /** Switches that govern what is selected. */
  const chosen = () => {
    const items = [...state.selectedItems()].map(state.item);
    const marks = [...state.selectedMarks()].map(state.mark).filter(Boolean);
    const governed = groups.flatMap((group) => items.map((item) => `${group.id} ${group.keyOfItem(item)}`));
    return new Set([...governed, ...marks.map((mark) => `layers ${mark.layer}`)]);
  };

  const refresh = () => {
    const [facets, picked] = [state.facets(), chosen()];
    panels.forEach((panel) => panel.refresh(facets, picked));
    language.value = state.get().names;
    since.refresh();
    legend.refresh();
  };

  build();
  return {
    update(changed) {
      if (changed.scene) build();
      else if (changed.structure || changed.selection || changed.inFrame) refresh();
    },
  };
}
