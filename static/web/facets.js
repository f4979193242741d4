// Facets: what an item or a place is filed under, beside its status and report; what a view switches off of it.
//
// A path has one or two steps ("casualties", "killed"); its key is what a view keeps, and only of what is off:
// {off: {category: ["casualties > killed"]}}. The same rules run in layers/facets.py; tests/fixtures/facet_cases.json
// holds both to one table.

export const PLACE_NAME = "place name";
export const UNSTATED = "not stated";

/** Kinds of places under the words a reader looks for; a kind that stands alone is its own word. */
const KINDS = {
  country: ["country"], adm1: ["region", "adm1"], adm2: ["region", "adm2"], region: ["region", "region"],
  city: ["city"], site: ["site"], line: ["line"], water: ["water"],
};

/** Speaker and root of a chain of sources: who is quoted, and whom all of it goes back to. */
function origin(claim) {
  const chain = claim.source ? claim.source.split(" ← ") : [];
  const root = claim.origin || (chain.at(-1) ?? UNSTATED);
  return [root, chain[0] ?? root];
}

/** Paths of an item, one for each facet; a name in a text counts as what it is, so that every item is somewhere. */
const PATHS = {
  category: (item) => (item.type === "claim" ? [item.family || "other", item.category || "other"] : [PLACE_NAME]),
  source: (item) => (item.type === "claim" ? origin(item) : [PLACE_NAME]),
  review: (item) => [item.review],
};

/** Facets that items have; `kind` is a facet of the places on the map. */
export const ITEM_FACETS = Object.keys(PATHS);

export const keyOf = (path) => path.join(" > ");

/** Path of a place's kind; null for marks that are no places. */
export const kindPath = (mark) => (Object.hasOwn(KINDS, mark.kind ?? "") ? KINDS[mark.kind] : null);

export const itemPath = (facet, item) => PATHS[facet](item);

const remembered = new Map();

/** An item's keys by facet; made once for all items that are filed under the same. */
function keysOf(item) {
  const under = item.type === "claim"
    ? `${item.review}\0${item.family ?? ""}\0${item.category ?? ""}\0${item.source ?? ""}\0${item.origin ?? ""}` : item.review;
  if (!remembered.has(under)) {
    remembered.set(under, Object.fromEntries(ITEM_FACETS.map((facet) => [facet, keyOf(itemPath(facet, item))])));
  }
  return remembered.get(under);
}

const lists = new WeakMap();

/** What a facet has off, as a set; `off` is never changed in place. */
function offSet(off, facet) {
  if (!off[facet]) return null;
  if (!lists.has(off)) lists.set(off, {});
  return (lists.get(off)[facet] ??= new Set(off[facet]));
}

/** Whether somebody found an item to be misread: it is in no view, and no switch brings it back. */
export const rejected = (item) => item.review === "rejected";

/** Facets that keep an item out of view. */
export const heldBy = (item, off) => ITEM_FACETS.filter((facet) => offSet(off, facet)?.has(keysOf(item)[facet]));

export const passes = (item, off) => !rejected(item) && ITEM_FACETS.every((facet) => !offSet(off, facet)?.has(keysOf(item)[facet]));

/** Whether a mark's kind of place is drawn. */
export function kindOn(mark, off) {
  const path = offSet(off, "kind") && kindPath(mark);
  return !path || !offSet(off, "kind").has(keyOf(path));
}

/** `off` with these keys of a facet switched; a facet with nothing off is left out of it. */
export function switched(off, facet, keys, on) {
  const now = new Set(off[facet]);
  for (const key of keys) on ? now.delete(key) : now.add(key);
  const { [facet]: _, ...rest } = off;
  return now.size > 0 ? { ...rest, [facet]: [...now].sort() } : rest;
}

const isOn = (switches, key) => switches[key] !== false;
const prefixes = (path) => path.map((_, i) => keyOf(path.slice(0, i + 1)));

/** Kinds of switch that have counts: {layers, statuses, reports, kind} and the facets of items. */
export const COUNTED = ["layers", "statuses", "reports", "kind", ...ITEM_FACETS];

/**
 * The switches that count an item while it is in the window: each as if that one were on and all others stood as they
 * do. What its report's switch has to do with it is the same for every item, and left to the caller.
 *
 * @param marks  marks that carry the item
 * @returns {{counters: [[kind of switch, key], …], drawn: boolean}} a facet's keys are those of its parents, too; `drawn`
 *          tells whether it is on the map while its report is on
 */
export function countersOf(marks, view, item) {
  if (rejected(item)) return { counters: [], drawn: false };
  const held = [...heldBy(item, view.off), !isOn(view.statuses, item.status) && "statuses"].filter(Boolean);
  if (held.length > 1) return { counters: [], drawn: false };
  const drawn = marks.filter((mark) => kindOn(mark, view.off));
  const lit = marks.filter((mark) => isOn(view.layers, mark.layer));
  const once = (kind, keys) => [...new Set(keys)].map((key) => [kind, key]);
  const free = held.length > 0 ? [] : [
    ...once("layers", drawn.map((mark) => mark.layer)),
    ...once("kind", lit.flatMap((mark) => prefixes(kindPath(mark) ?? []))),
  ];
  if (!drawn.some((mark) => lit.includes(mark))) return { counters: free, drawn: false };
  const filed = [["statuses", [item.status]], ...ITEM_FACETS.map((facet) => [facet, prefixes(itemPath(facet, item))])];
  const counted = filed.filter(([kind]) => held.length === 0 || held[0] === kind);
  return { counters: [...free, ...counted.flatMap(([kind, keys]) => once(kind, keys))], drawn: held.length === 0 };
}

const drawnAs = (mark) => `${mark.layer}\0${kindPath(mark) ?? ""}`;

/** Numbers whatever it is asked for, in the order in which it comes up. */
function numbering(keyOf = (each) => each) {
  const known = new Map();
  return (each) => {
    const key = keyOf(each);
    let number = known.get(key);
    if (number === undefined) known.set(key, number = known.size);
    return number;
  };
}

/** More than there are sets of places in a scene, or statuses. */
const [SETS, MOST_STATUSES] = [2 ** 24, 2 ** 4];

/**
 * Tells apart what all switches but those of reports go by: items alike in it are counted and hidden alike.
 *
 * @param carriersOf  marks that carry each item, by its number
 * @returns (item, its number) => a number, the same for items that are alike
 */
export function sorter(carriersOf) {
  const looks = numbering((marks) => [...new Set(marks.map(drawnAs))].sort().join("\0"));
  const known = new Map(); // most items share their list of marks with others
  const [filed, statuses] = [numbering(keysOf), numbering()];
  const lookOf = (marks) => {
    if (!known.has(marks)) known.set(marks, looks(marks));
    return known.get(marks);
  };
  return (item, i) => (filed(item) * MOST_STATUSES + statuses(item.status)) * SETS + lookOf(carriersOf[i]);
}
