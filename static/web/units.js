// Lengths and areas in words, in kilometres or in miles, and no finer than what was measured.

export const UNITS = ["km", "mi"];
export const UNIT_NAMES = { km: "kilometres", mi: "miles" };

const METRES_PER_MILE = 1609.344;
/** Metres of the units that reports state distances in. */
export const METRES = { km: 1000, mi: METRES_PER_MILE, nmi: 1852, m: 1 };
/** Metres of the units of length, and square metres of those of area: the large one and what stands for less of it. */
const LENGTHS = {
  km: { large: [1000, "km"], small: [1, "m"], least: 1 },
  mi: { large: [METRES_PER_MILE, "mi"], small: [0.3048, "ft"], least: 0.1 },
};
const AREAS = {
  km: { large: [1e6, "km²"], small: [1e4, "ha"], least: 1 },
  mi: { large: [METRES_PER_MILE ** 2, "sq mi"], small: [4046.8564224, "acres"], least: 1 },
};
const WHOLE_FROM = 100;
const DIGITS = 3;

/** The smallest of 1, 2, 5, 10, 20, … that is no less. */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((each) => each * power).find((step) => step >= least * (1 - 1e-9));
}

/** A number to `DIGITS` digits, whole from a hundred on; in steps that `grain`, where it is not 0, allows. */
function printed(value, grain) {
  const own = value >= WHOLE_FROM ? 1 : 10 ** (Math.floor(Math.log10(Math.max(value, 1e-9))) - DIGITS + 1);
  const step = Math.max(own, grain > 0 ? roundStep(grain) : 0);
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return (Math.round(value / step) * step).toLocaleString("en", { maximumFractionDigits: places });
}

function inUnits(value, grain, { large, small, least }) {
  const [size, name] = value / large[0] >= least ? large : small;
  return `${printed(value / size, Math.max(grain / size, size === small[0] ? 1 : 0))} ${name}`;
}

/**
 * A length in words: "850 m", "2.5 km", "1,300 km"; "420 ft", "40.4 mi".
 *
 * @param metres  the length
 * @param unit    "km" or "mi"
 * @param grain   metres that it may be off by: its steps are no finer; 0 where it is exact
 */
export const lengthIn = (metres, unit = "km", grain = 0) => inUnits(metres, grain, LENGTHS[unit]);

/** An area in words, from square metres: "42 ha", "1,250 km²"; "12 acres", "480 sq mi". */
export const areaIn = (squareMetres, unit = "km", grain = 0) => inUnits(squareMetres, grain, AREAS[unit]);

/** A bearing in degrees as it is spoken, in whole degrees: "074° true". */
export const bearingWords = (degrees) => `${String(Math.round(degrees) % 360).padStart(3, "0")}° true`;

/** The longest of 1, 2, 3, 5, 10, 20, … of a unit that is no longer than some metres, in metres. */
export function longestRound(metres, unit) {
  const { large, small, least } = LENGTHS[unit];
  const [size] = metres / large[0] >= least ? large : small;
  const power = 10 ** Math.floor(Math.log10(metres / size));
  return [1, 2, 3, 5].map((each) => each * power * size).findLast((each) => each <= metres);
}
