// Switches with their signs and live counts: layers, statuses, reports; and what the other signs mean.

import { printDay } from "./dates.js";
import { fill, h } from "./dom.js";
import { LEGEND, STATUS_ROWS, markSign, statusSign } from "./signs.js";

/** A switch: tick box, sign, name, count. `kind` is the key of the view it belongs to. */
function makeSwitch(state, kind, id, sign, label, title) {
  const input = h("input", {
    type: "checkbox", "data-key": `${kind} ${id}`, onchange: () => state.set({ [kind]: { [id]: input.checked } }),
  });
  const count = h("span", { class: "count" });
  const node = h("label", { class: "switch", title }, input, sign, h("span", { class: "name" }, label), count);
  return {
    node, key: `${kind} ${id}`,
    refresh(facets) {
      const items = facets[kind].get(id) ?? 0;
      input.checked = state.get()[kind][id] !== false;
      count.textContent = items;
      node.classList.toggle("off", !input.checked);
      node.classList.toggle("none", items === 0);
    },
  };
}

const section = (title, aside, ...rows) => h("section", { "aria-label": title },
  h("header", {}, h("h2", {}, title), aside), ...rows);

const link = (key, words, onclick) => h("button", { type: "button", class: "link", "data-key": key, onclick }, words);

function statusLabel(style, status) {
  const words = style.status[status];
  return [words.label, status === "estimated" && h("span", { class: "word" }, ` ${words.mark}`)];
}

function reportLabel(report, tagged) {
  const day = report.published ? printDay(report.published) : "day not known";
  return [
    h("span", { class: "first" }, h("b", {}, report.ref), h("span", {}, day)),
    h("span", { class: "second" }, report.basis === "inferred" && h("span", {}, "day inferred ·"),
      h("span", { class: "publisher" }, report.publisher ?? "publisher not stated"),
      tagged && report.sample && h("span", { class: "tag" }, "sample")),
  ];
}

/** Kinds of sign that this scene needs explained. */
function legend(scene) {
  const shapes = { strip: "strip", circle: "approximate" };
  const kindOf = (mark) => (mark.reference ? "reference" : shapes[mark.shape] ?? mark.layer);
  const kinds = new Set(scene.marks.map(kindOf));
  return LEGEND.filter(([kind]) => kinds.has(kind)).map(([kind, name, words]) => h("div", { class: "sign-row" },
    markSign(kind), h("span", { class: "name" }, name, h("span", { class: "words" }, words))));
}

/** "all", or the way back to it. */
function allOn(state, kind) {
  const switches = state.get()[kind];
  if (Object.values(switches).every(Boolean)) return "all";
  const every = Object.fromEntries(Object.keys(switches).map((id) => [id, true]));
  return link(`all ${kind}`, "show all", () => state.set({ [kind]: every }));
}

/** The label of the sample corpus and the way out of it. */
function samples(desk) {
  const { reports } = desk.state.scene;
  if (!reports.some((report) => report.sample)) return null;
  return [
    h("span", { class: "tag" }, reports.every((report) => report.sample) ? "all samples" : "with samples"),
    desk.act && link("remove-samples", "remove", () => desk.act("remove-samples", null)),
  ];
}

export function mountLayers(box, desk) {
  const { state, style } = desk;
  let switches = [];
  const asides = {};
  for (const kind of ["layers", "statuses", "reports"]) asides[kind] = h("span", { class: "aside" });

  const build = () => {
    const { scene } = state;
    const mixed = new Set(scene.reports.map((report) => report.sample)).size > 1;
    const make = (kind, ...rest) => {
      switches.push(makeSwitch(state, kind, ...rest));
      return switches.at(-1).node;
    };
    switches = [];
    fill(box,
      section("Layers", asides.layers, scene.layers.map((layer) =>
        make("layers", layer.id, markSign(layer.id), layer.label))),
      section("Status", asides.statuses, STATUS_ROWS.map((id) =>
        make("statuses", id, statusSign(id), statusLabel(style, id)))),
      section("Reports", asides.reports, scene.reports.map((report) =>
        make("reports", report.id, null, reportLabel(report, mixed), report.title))),
      scene.marks.length > 0 && section("Signs", null, legend(scene)));
    refresh();
  };

  const refresh = () => {
    const facets = state.facets();
    switches.forEach((each) => each.refresh(facets));
    fill(asides.layers, `${state.counts().shown} shown`);
    fill(asides.statuses, allOn(state, "statuses"));
    fill(asides.reports, samples(desk) ?? allOn(state, "reports"));
    mark();
  };

  const mark = () => {
    const marks = [...state.selectedMarks()].map(state.mark).filter(Boolean);
    const items = [...state.selectedItems()].map(state.item);
    const keys = new Set([
      ...marks.map((each) => `layers ${each.layer}`), ...items.map((each) => `reports ${each.report}`),
    ]);
    for (const { node, key } of switches) node.classList.toggle("selected", keys.has(key));
  };

  build();
  return {
    update(changed) {
      if (changed.scene) build();
      else if (changed.structure) refresh();
      else if (changed.selection) mark();
    },
  };
}
