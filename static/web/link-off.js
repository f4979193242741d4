// What facets have off, briefly: {"source": {"only": ["NIS > Lee"]}} where naming what is on says the same in less.
//
// layers/link.py reads the same; tests/fixtures/link_cases.json holds both to it.

import { ITEM_FACETS, itemPath, keyOf, kindPath } from "./facets.js";

const known = new WeakMap();

/** Keys that something in a scene is filed under: Map from facet to Set. */
function filed(scene) {
  if (!known.has(scene)) {
    const kinds = scene.marks.map(kindPath).filter(Boolean).map(keyOf);
    const of = (facet) => scene.items.map((item) => keyOf(itemPath(facet, item)));
    known.set(scene, new Map([["kind", new Set(kinds)], ...ITEM_FACETS.map((facet) => [facet, new Set(of(facet))])]));
  }
  return known.get(scene);
}

const isOnly = (value) => Array.isArray(value?.only);

/** `off` of a view as a link writes it. */
export function brief(off, scene) {
  const short = ([facet, keys]) => {
    const all = filed(scene).get(facet) ?? new Set();
    const out = new Set(keys);
    const on = [...all].filter((key) => !out.has(key)).sort();
    return [facet, keys.every((key) => all.has(key)) && on.length + 1 < keys.length ? { only: on } : keys];
  };
  return Object.fromEntries(Object.entries(off).map(short));
}

/** `off` as a view has it; `lost` is called for each key that a link wants alone and the scene lacks. */
export function whole(off, scene, lost) {
  const long = ([facet, keys]) => {
    if (!isOnly(keys)) return [facet, keys];
    const all = filed(scene).get(facet) ?? new Set();
    const on = new Set(keys.only);
    [...on].filter((key) => !all.has(key)).forEach(lost);
    return [facet, [...all].filter((key) => !on.has(key)).sort()];
  };
  return Object.fromEntries(Object.entries(off).map(long));
}
