// A mark in words: what kind of thing it is, and how closely it says where that is. Never more than the footprint says.

const KINDS = {
  country: "country", adm1: "province", adm2: "county or district", city: "city or town", site: "site", line: "line",
  region: "region", water: "water", offset: "located by a distance",
};
const KILOMETRE = 1000;
const WHOLE_FROM = 100;

/** A length in metres as it is printed in Python (geo/footprint.py): "7 m", "2.5 km", "1,300 km". */
export function lengthText(metres) {
  const kilometres = metres / KILOMETRE;
  if (kilometres < 1) return `${Math.round(metres)} m`;
  if (kilometres >= WHOLE_FROM) return `${Math.round(kilometres).toLocaleString("en")} km`;
  return `${Number(kilometres.toPrecision(3))} km`;
}

export const kindWords = (mark) => KINDS[mark.kind] ?? null;

const near = (mark) => `somewhere within ${lengthText(mark.radius)}`;

/** What a circle is drawn around, by kind. */
const CENTRES = { adm2: "seat of the county or district", adm1: "seat of the province" };

const SHAPES = {
  point: (mark) => `${mark.kind === "site" ? "the site" : "the town"}; ${near(mark)} of its point`,
  circle: (mark) => (mark.wide ? `no edge is known, only the name is drawn; ${near(mark)} of it`
    : `${CENTRES[mark.kind] ?? "no outline is known"}; ${near(mark)}`),
  strip: (mark) => `anywhere in a strip, ${lengthText(mark.radius)} either side of a line`,
  line: () => "anywhere along the line",
  polygon: (mark) => (mark.wide ? "the whole of it, only the name is drawn" : "anywhere inside the outline"),
};

/** How closely a mark says where something is. */
export function precisionWords(mark) {
  if (mark.layer === "flows") return "schematic: from where to where, not a route";
  if (mark.layer === "offsets") return `anywhere in the outline${mark.note ? `; ${mark.note}` : ""}`;
  if (mark.reference) return "only a distance is measured from here";
  const words = SHAPES[mark.shape]?.(mark) ?? null;
  return mark.layer === "mentioned" ? "named for a government, a people or a likeness; nothing is said to be there" : words;
}

/** A mark's name; a line is named by its ends. */
export function markName(mark) {
  if (mark.name) return mark.name;
  return mark.layer === "distances" ? `${mark.fromName} – ${mark.toName}` : `${mark.fromName} → ${mark.toName}`;
}

/** A stated distance with how it fares against the map. */
export const distanceWords = (mark) =>
  [`${mark.stated} stated`, mark.measured && `${mark.measured} measured`, mark.verdict].filter(Boolean).join(" · ");
