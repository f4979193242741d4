// A view as the query of an address, and back: pure functions between plain values.
//
// Only what differs from the view that the scene opens with is written, so a new key of the view needs nothing here
// unless it opens as null: then `FITS` must say what it may hold, for a link can come from anybody.

import { isObject, names, valueOf, valueText } from "./link-notation.js";
import * as linkOff from "./link-off.js";
import { NAMINGS } from "./names.js";
import { BRIEFING } from "./since.js";
import { PASSING, merged } from "./state.js";

/** Keys of a view that are the reader's own, or of the moment. */
const OWN = new Set([...PASSING, "theme"]);

/** No end, or a day that there is: 30 February is none. */
const isDay = (value) => value === null
  || (/^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value) === true);
/** What facets have off: lists of their keys. */
const isOff = (value) => Object.values(value).every((keys) => Array.isArray(keys) && keys.every((key) => typeof key === "string"));
const within = (value, limit) => typeof value === "number" && Math.abs(value) <= limit;

/** What the keys may hold; every other key keeps the type that it opens with. */
const FITS = {
  window: ({ from, to }) => isDay(from) && isDay(to) && (from === null || to === null || from <= to),
  off: (value) => isObject(value) && isOff(value),
  axis: (value) => ["event", "reported"].includes(value),
  names: (value) => NAMINGS.some(([id]) => id === value),
  since: (value) => isDay(value) || (typeof value === "string" && value.startsWith(BRIEFING)),
  selection: (value) => value === null || isRef(value),
  camera: ({ lat, lon, zoom }) => within(lat, 90) && within(lon, 540) && within(zoom, 30),
  sheet: ({ tab, map }) => ["table", "chart"].includes(tab) && ["boolean", "undefined"].includes(typeof map),
  best: ({ rule, source }) => typeof rule === "string" && ["string", "undefined", "object"].includes(typeof source),
};

/** A view leaves out switches that stand as they open. */
const complete = (value, opening) => (isObject(value) && isObject(opening) ? merged(opening, value) : value);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const fits = (key, value, opening) => (FITS[key] ?? ((each) => typeof each === typeof opening))(value);

/** Rows of the scene that a reference may name, by its kind. */
const ROWS = { mark: "marks", item: "items", group: "groups" };
const isRef = (value) => typeof value?.id === "string" && Object.hasOwn(ROWS, value.kind);
const refNames = (scene, kind) => names(scene[ROWS[kind]].map(({ id }) => id));

/** Reports go by their publishers where that is shorter; no other switches are in groups. */
function groupsFor(key, { reports }) {
  if (key !== "reports") return undefined;
  const publishers = new Map(reports.map(({ id, publisher }) => [id, publisher ?? ""]));
  return (id) => publishers.get(id);
}

/** Percent-encoding that spares what an address may hold and people like to read. */
const SPARED = { "%2C": ",", "%3A": ":", "%2F": "/", "%40": "@", "%20": "+" };
const encode = (text) => encodeURIComponent(text).replace(/%(2C|3A|2F|40|20)/g, (code) => SPARED[code]);

/**
 * The query that says how a view differs from the opening one; "" where it does not.
 *
 * @param view     as `serialise` of state.js gives it
 * @param opening  the view that the scene opens with
 * @param scene    Scene JSON, whose ids are cut as far as they stay clear
 */
export function toQuery(view, opening, scene) {
  const brief = (key, value) => {
    if (key === "off") return linkOff.brief(value, scene);
    return isRef(value) ? { ...value, id: refNames(scene, value.kind).name(value.id) } : value;
  };
  return Object.entries(view)
    .map(([key, value]) => [key, complete(value, opening[key])])
    .filter(([key, value]) => !OWN.has(key) && !same(value, opening[key]))
    .map(([key, value]) => `${key}=${encode(valueText(brief(key, value), opening[key], groupsFor(key, scene)))}`)
    .join("&");
}

const isOurs = (key, opening) => Object.hasOwn(opening, key) && !OWN.has(key);
const ours = (query, opening) => [...new URLSearchParams(query)].filter(([key]) => isOurs(key, opening));

/**
 * The view that a query stands for, and how much of what it names is not there (any more).
 *
 * Keys that the opening view lacks are somebody else's.
 *
 * @returns {{view, lost: number}} `view` is the opening view with what the query changes, without
 *   the keys that are the reader's own
 */
export function fromQuery(query, opening, scene) {
  const view = Object.fromEntries(Object.entries(opening).filter(([key]) => !OWN.has(key)));
  let lost = 0;
  const miss = () => { lost += 1; };
  const valueFor = (key, text) => {
    const read = valueOf(text, opening[key], miss, groupsFor(key, scene));
    const value = key === "off" && isObject(read) ? linkOff.whole(read, scene, miss) : read;
    if (!fits(key, value, opening[key])) throw new RangeError(`${key} cannot be ${text}`);
    if (!isRef(value)) return value;
    const id = refNames(scene, value.kind).id(value.id);
    if (id === null) throw new RangeError(`${text} is not there`);
    return { ...value, id };
  };
  for (const [key, text] of ours(query, opening)) {
    try {
      view[key] = valueFor(key, text);
    } catch {
      miss(); // a link is a stranger's text: what cannot be read is told and left out
    }
  }
  return { view, lost };
}

/** Whether a query says anything about a view. */
export const speaks = (query, opening) => ours(query, opening).length > 0;

/** What of a query says something else, as it stands there. */
export const foreign = (query, opening) =>
  query.split("&").filter((part) => part && ![...new URLSearchParams(part).keys()].some((key) => isOurs(key, opening))).join("&");
