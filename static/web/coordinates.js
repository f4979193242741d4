// Positions in words: decimal degrees, degrees with minutes and seconds, MGRS; no finer than a pixel of the map.

import { hasGrid, SQUARE_M, squareAt } from "./grid-squares.js";

export const NOTATIONS = ["decimal", "dms", "mgrs"];
export const NOTATION_NAMES = { decimal: "decimal degrees", dms: "degrees, minutes, seconds", mgrs: "MGRS" };

const DEGREE_M = 111_320;
/** What may be printed of each notation, coarsest first: digits or parts, and metres of the last one's step. */
const STEPS = {
  decimal: [0, 1, 2, 3, 4, 5].map((digits) => [digits, DEGREE_M / 10 ** digits]),
  dms: [[1, DEGREE_M], [60, DEGREE_M / 60], [3600, DEGREE_M / 3600], [36000, DEGREE_M / 36000]],
  mgrs: [0, 1, 2, 3, 4, 5].map((digits) => [digits, SQUARE_M / 10 ** digits]),
};

/** The finest way of printing whose step is no less than half of `metres`. */
function fineness(notation, metres) {
  const fitting = STEPS[notation].filter(([, step]) => step >= metres / 2);
  return (fitting.at(-1) ?? STEPS[notation][0])[0];
}

const AXES = { lat: ["N", "S"], lon: ["E", "W"] };
const letter = (value, axis) => AXES[axis][value < 0 ? 1 : 0];

const decimal = (value, axis, digits) => `${Math.abs(value).toFixed(digits)}°${letter(value, axis)}`;

/** `parts` of a degree: 1 for degrees alone, 60 for minutes, 3600 for seconds, 36000 for tenths of these. */
function sexagesimal(value, axis, parts) {
  const whole = Math.round(Math.abs(value) * parts);
  const two = (number) => String(number).padStart(2, "0");
  const degrees = `${Math.floor(whole / parts)}°`;
  const minutes = parts >= 60 ? `${two(Math.floor((whole % parts) / (parts / 60)))}′` : "";
  const rest = whole % (parts / 60);
  const seconds = parts >= 3600 ? `${two(Math.floor(rest / (parts / 3600)))}${parts > 3600 ? `.${rest % 10}` : ""}″` : "";
  return `${degrees}${minutes}${seconds}${letter(value, axis)}`;
}

/** A longitude within ±180°, whichever copy of the world it was taken from. */
export const normal = (lon) => (lon >= -180 && lon <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180);

/**
 * A position in words.
 *
 * @param notation  one of NOTATIONS
 * @param metres    how closely it is known: a pixel's size on the ground
 */
export function positionWords(notation, lat, lon, metres) {
  const fine = fineness(notation, metres);
  const east = normal(lon);
  if (notation === "mgrs") return hasGrid(lat) ? squareAt(lat, east, fine) : "no MGRS this far from the equator";
  const print = notation === "dms" ? sexagesimal : decimal;
  return `${print(lat, "lat", fine)} ${print(east, "lon", fine)}`;
}
