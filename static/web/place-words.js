// A mark in words: what kind of thing it is, and how closely it says where that is. Never more than the footprint says.

import { METRES, lengthIn } from "./units.js";

const KINDS = {
  country: "country", adm1: "province", adm2: "county or district", city: "city or town", site: "site", line: "line",
  region: "region", water: "water", offset: "located by a distance",
};

/** A length of Dateline's own as Python prints it (geo/footprint.py), with miles beside it where these were chosen. */
const lengthText = (metres, unit) =>
  `${lengthIn(metres, "km")}${unit === "km" ? "" : ` (≈ ${lengthIn(metres, unit)})`}`;

export const kindWords = (mark) => KINDS[mark.kind] ?? null;

const near = (mark, unit) => `somewhere within ${lengthText(mark.radius, unit)}`;

/** What a circle is drawn around, by kind. */
const CENTRES = { adm2: "seat of the county or district", adm1: "seat of the province" };

const SHAPES = {
  point: (mark, unit) => `${mark.kind === "site" ? "the site" : "the town"}; ${near(mark, unit)} of its point`,
  circle: (mark, unit) => (mark.wide ? `no edge is known, only the name is drawn; ${near(mark, unit)} of it`
    : `${CENTRES[mark.kind] ?? "no outline is known"}; ${near(mark, unit)}`),
  strip: (mark, unit) => `anywhere in a strip, ${lengthText(mark.radius, unit)} either side of a line`,
  line: () => "anywhere along the line",
  polygon: (mark) => (mark.wide ? "the whole of it, only the name is drawn" : "anywhere inside the outline"),
};

/** How closely a mark says where something is; `unit` is of units.js. */
export function precisionWords(mark, unit = "km") {
  if (mark.layer === "flows") return "schematic: from where to where, not a route";
  if (mark.layer === "offsets") return `anywhere in the outline${mark.note ? `; ${mark.note}` : ""}`;
  if (mark.reference) return "only a distance is measured from here";
  const words = SHAPES[mark.shape]?.(mark, unit) ?? null;
  return mark.layer === "mentioned" ? "named for a government, a people or a likeness; nothing is said to be there" : words;
}

/** A mark's name; a line is named by its ends. */
export function markName(mark) {
  if (mark.name) return mark.name;
  return mark.layer === "distances" ? `${mark.fromName} – ${mark.toName}` : `${mark.fromName} → ${mark.toName}`;
}

/** Below this a measured distance has one decimal. */
const WHOLE_FROM = 10;

/** A measured range in words, from its ends in metres, as layers/lengths.py prints it. */
function rangeIn(ends, unit) {
  const [low, high] = ends.map((end) => end / METRES[unit]).map((value) => value.toFixed(value >= WHOLE_FROM ? 0 : 1));
  return low === high ? `${low} ${unit}` : `${low}–${high} ${unit}`;
}

/**
 * A mark with its computed lengths in the reader's unit: its note's radius, and what was measured of a distance, with
 * the statement's unit beside it where that is another. What was stated stays as it was.
 */
export function inUnit(mark, unit) {
  if (mark.range && mark.unit !== unit) return { ...mark, measured: `${rangeIn(mark.range, unit)} (${mark.measured})` };
  if (unit === "km" || !mark.note || !mark.radius || mark.layer === "offsets") return mark;
  return { ...mark, note: mark.note.replace(lengthIn(mark.radius, "km"), lengthIn(mark.radius, unit)) };
}

/** A stated distance with how it fares against the map. */
export const distanceWords = (mark) =>
  [`${mark.stated} stated`, mark.measured && `${mark.measured} measured`, mark.verdict].filter(Boolean).join(" · ");
