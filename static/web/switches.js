// The groups of switches in the layers column, as trees: what can be switched, under which parents, and how.

import { dayDoubt, printDay } from "./dates.js";
import { h } from "./dom.js";
import { ITEM_FACETS, PLACE_NAME, UNSTATED, itemPath, keyOf, kindPath, rejected, switched } from "./facets.js";
import { isOwn, ownSign, sourceWords } from "./own.js";
import { STATUS_ROWS, markSign, statusSign } from "./signs.js";

const TITLES = {
  layers: "Layers", own: "Own layers", statuses: "Status", category: "Category", source: "Source", kind: "Kind of place",
  reports: "Reports", review: "Checked",
};

/** Words for steps of paths; others are printed as they are. */
const WORDS = {
  category: { [PLACE_NAME]: "Names of places", geometry: "Sizes, distances" },
  source: { [PLACE_NAME]: "Names of places", [UNSTATED]: "Not stated" },
  kind: {
    country: "Countries", region: "Regions", "region > adm1": "Provinces", "region > adm2": "Counties, districts",
    "region > region": "Areas", city: "Cities, towns", site: "Sites", line: "Lines", water: "Waters",
  },
  review: {},
};

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function wordOf(facet, path) {
  const [last, before] = [path.at(-1), path.at(-2)];
  if (Object.hasOwn(WORDS[facet], keyOf(path))) return WORDS[facet][keyOf(path)];
  if (facet === "source") return last === before ? "Directly" : last;
  return capital(last.replaceAll("_", " "));
}

const leafNode = (key, text, more = {}) => ({ key, text, label: text, leaves: [key], children: [], ...more });

/** A parent with one part is that part: "Arrivals" says more than a group of one. */
function parentNode(facet, step, leaves) {
  const text = wordOf(facet, [step]);
  if (leaves.length > 1) return { ...leafNode(step, text), leaves: leaves.map((leaf) => leaf.key), children: leaves };
  const [only] = leaves;
  if (facet !== "source") return only;
  const chain = only.text === "Directly" ? text : `${only.text} ← ${text}`;
  return { ...only, text: chain, label: chain };
}

/** Nodes of a facet for the paths that occur and how often, the commonest first; what stands for "none" goes last. */
function facetNodes(facet, paths) {
  const parents = new Map();
  for (const [path, count] of paths) {
    const [first] = path;
    if (!parents.has(first)) parents.set(first, { size: 0, leaves: new Map() });
    const parent = parents.get(first);
    parent.size += count;
    if (!parent.leaves.has(keyOf(path))) parent.leaves.set(keyOf(path), { size: 0, path });
    parent.leaves.get(keyOf(path)).size += count;
  }
  const last = (step) => [PLACE_NAME, UNSTATED].indexOf(step);
  const ordered = [...parents].sort(([a, one], [b, two]) => last(a) - last(b) || two.size - one.size);
  return ordered.map(([step, { leaves }]) => {
    const parts = [...leaves.values()].sort((a, b) => b.size - a.size)
      .map(({ path }) => leafNode(keyOf(path), wordOf(facet, path)));
    return parts[0].key === step ? parts[0] : parentNode(facet, step, parts);
  });
}

function statusNode(style, status) {
  const { label, mark } = style.status[status];
  return leafNode(status, label, {
    label: [label, status === "estimated" && h("span", { class: "word" }, ` ${mark}`)], sign: () => statusSign(status),
  });
}

function reportNode(report, tagged) {
  const day = report.published ? printDay(report.published) : "day not known";
  const doubt = dayDoubt(report);
  const publisher = report.publisher ?? "publisher not stated";
  return leafNode(report.id, `${report.ref} ${day} ${publisher} ${report.title}`, {
    title: report.title, label: [
      h("span", { class: "first" }, h("b", {}, report.ref), h("span", {}, day)),
      h("span", { class: "second" }, doubt && h("span", {}, `${doubt} ·`),
        h("span", { class: "publisher" }, publisher), tagged && report.sample && h("span", { class: "tag" }, "sample")),
    ],
  });
}

/** Reports under their publishers; where all have one publisher, the reports alone. */
function reportNodes({ reports }) {
  const mixed = new Set(reports.map((report) => report.sample)).size > 1;
  const publishers = Map.groupBy(reports, (report) => report.publisher ?? "publisher not stated");
  const nodes = (some) => some.map((report) => reportNode(report, mixed));
  if (publishers.size < 2) return nodes(reports);
  return [...publishers].map(([name, some]) => (some.length === 1 ? nodes(some)[0] : {
    key: `publisher ${name}`, text: name, label: name, leaves: some.map(({ id }) => id), children: nodes(some),
  }));
}

/** What a layer's row says besides its name. */
const TOLD = { disputed: ({ meta }) => `${meta.policy} The count is of areas in the frame.` };

const KIND_ORDER = Object.keys(WORDS.kind);

function nodesOf({ scene, filed }, style) {
  const sorts = filed();
  const kinds = scene.marks.map(kindPath).filter(Boolean)
    .sort((a, b) => KIND_ORDER.indexOf(keyOf(a)) - KIND_ORDER.indexOf(keyOf(b)));
  const inOrder = (nodes) => nodes.sort((a, b) => KIND_ORDER.indexOf(a.key) - KIND_ORDER.indexOf(b.key));
  return {
    layers: scene.layers.filter(({ id }) => !isOwn(id)).map(({ id, label }) => leafNode(id, label, { sign: () => markSign(id), title: TOLD[id]?.(scene) })),
    own: (scene.own ?? []).map((row) => leafNode(row.id, row.name, { sign: () => ownSign(row), title: sourceWords(row) })),
    statuses: STATUS_ROWS.map((id) => statusNode(style, id)),
    kind: inOrder(facetNodes("kind", kinds.map((path) => [path, 1]))),
    ...Object.fromEntries(ITEM_FACETS.map((facet) =>
      [facet, facetNodes(facet, sorts.filter(({ item }) => !rejected(item)).map(({ item, count }) => [itemPath(facet, item), count]))])),
    reports: reportNodes(scene),
  };
}

const ORDER = ["layers", "own", "statuses", "category", "source", "reports", "kind", "review"];
const spread = (leaves, on) => Object.fromEntries(leaves.map((leaf) => [leaf, on]));
const ITEM_KEYS = { statuses: (item) => item.status, reports: (item) => item.report };

/**
 * Groups of switches for a scene.
 *
 * @returns [{id, title, nodes, leaves, isOn(leaf), set(on, off), count(facets, node), keyOfItem(item)}]; a node is
 *          {key, text, label, title?, sign?, leaves, children}, `set` takes the leaves to switch on and off, `closed`
 *          are off until asked for, and a group with nothing to choose from is left out
 */
export function groupsOf(state, style) {
  const nodes = nodesOf(state, style);
  const framed = (id, leaf) => (id === "layers" ? state.get().inFrame[leaf] ?? 0 : 0); // lies on the ground, of no report
  const own = (id) => ({
    set: (on, off) => state.set({ [id]: { ...spread(on, true), ...spread(off, false) } }),
    isOn: (leaf) => state.get()[id][leaf] !== false,
    count: (facets, node) => node.leaves.reduce((sum, leaf) => sum + (facets[id].get(leaf) ?? framed(id, leaf)), 0),
    keyOfItem: ITEM_KEYS[id] ?? (() => null),
  });
  const facet = (id) => ({
    isOn: (leaf) => !state.get().off[id]?.includes(leaf),
    set: (on, off) => state.set({ off: switched(switched(state.get().off, id, on, true), id, off, false) }),
    count: (facets, node) => facets[id].get(node.key) ?? 0,
    keyOfItem: (item) => (id === "kind" ? null : keyOf(itemPath(id, item))),
  });
  const drawn = new Map((state.scene.own ?? []).map(({ id, features }) => [id, features.length]));
  const ownLayers = { ...own("layers"), count: (_, node) => node.leaves.reduce((sum, leaf) => sum + drawn.get(leaf), 0) };
  return ORDER.filter((id) => nodes[id].length > 0).map((id) => {
    const leaves = nodes[id].flatMap((node) => node.leaves);
    const switches = id === "own" ? ownLayers : ITEM_KEYS[id] || id === "layers" ? own(id) : facet(id);
    const closed = id === "layers" ? state.scene.layers.filter(({ on }) => on === false).map((layer) => layer.id) : [];
    return { id, title: TITLES[id], nodes: nodes[id], leaves, closed, ...switches };
  });
}
