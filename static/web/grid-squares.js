// MGRS references: the square of a position, and the position of a square. The polar caps (UPS) are not read.

import { forward, inverse } from "../vendor/mgrs/mgrs.js";

const SOUTH = -80;
const NORTH = 84;
const BANDS = "CDEFGHJKLMNPQRSTUVWX";
const BAND_DEGREES = 8;
/** Degrees of longitude of the zones that are not six wide: Norway's coast and Svalbard. */
const WIDTHS = {
  "31V": [0, 3], "32V": [3, 12], "31X": [0, 9], "32X": [9, 9], "33X": [9, 21], "34X": [21, 21], "35X": [21, 33],
  "36X": [33, 33], "37X": [33, 42],
};
const SHAPE = /^(\d{1,2})([A-Z])([A-Z]{2})(\d{0,10})$/;
const POLAR = /^[ABYZ][A-HJ-NP-Z]{2}\d*$/;
export const SQUARE_M = 100_000; // side of a square without digits

/** Whether there are squares at a latitude. */
export const hasGrid = (lat) => lat >= SOUTH && lat <= NORTH;

/** Reference of the square that holds a position, with 0 to 5 digits each way: "36U VB 23 45". */
export function squareAt(lat, lon, digits) {
  const [, zone, band, letters, numbers] = SHAPE.exec(forward([lon === 180 ? -180 : lon, lat], digits));
  return [zone + band, letters, numbers.slice(0, digits), numbers.slice(digits)].filter(Boolean).join(" ");
}

const mercator = (lat) => Math.asinh(Math.tan((lat * Math.PI) / 180)) / (Math.PI / 180);
const latitude = (y) => (Math.atan(Math.sinh((y * Math.PI) / 180)) * 180) / Math.PI;

/**
 * Corners of a square as [lon, lat], from two that face each other.
 *
 * The grid and Mercator's map both keep angles, so the square is one there, turned by the grid's convergence.
 */
function corners([west, south, east, north]) {
  const [low, high] = [mercator(south), mercator(north)];
  const [x, y] = [(west + east) / 2, (low + high) / 2];
  const [dx, dy] = [(east - west) / 2, (high - low) / 2];
  return [[x - dx, y - dy], [x + dy, y - dx], [x + dx, y + dy], [x - dy, y + dx]].map(([lon, at]) => [lon, latitude(at)]);
}

/** Whether a square reaches into its zone and band; those at their edges are cut. */
function isThere(zone, band, ring) {
  const [west, east] = WIDTHS[zone + band] ?? [zone * 6 - 186, zone * 6 - 180];
  const south = SOUTH + BAND_DEGREES * BANDS.indexOf(band);
  const north = band === BANDS.at(-1) ? NORTH : south + BAND_DEGREES;
  const [lons, lats] = [0, 1].map((axis) => ring.map((at) => at[axis]));
  return Math.min(...lons) < east && Math.max(...lons) > west && Math.min(...lats) < north && Math.max(...lats) > south;
}

/**
 * Read an MGRS reference.
 *
 * @returns null where the text has not the form of one; {problem} where there is no such square; else
 *   {lat, lon: of its middle, ring: its corners as [lon, lat], side: metres, notation: "mgrs"}
 */
export function readSquare(text) {
  const groups = text.trim().toUpperCase().split(/[\s\-_,]+/);
  const joined = groups.join("");
  if (POLAR.test(joined)) return { problem: "References of the polar caps (UPS) are not read here: write degrees." };
  const found = SHAPE.exec(joined);
  if (!found) return null;
  const [, zone, band, letters, numbers] = found;
  const digits = numbers.length / 2;
  const [first, second] = groups.slice(-2);
  const uneven = /^\d+$/.test(first) && /^\d+$/.test(second) && first.length + second.length === numbers.length
    && first.length !== second.length;
  if (!Number.isInteger(digits) || uneven) {
    return { problem: `“${numbers}” has not as many digits east as north.` };
  }
  const none = { problem: `There is no square ${letters} in zone ${Number(zone)}${band}.` };
  if (Number(zone) < 1 || Number(zone) > 60) return { problem: `There is no zone ${zone}: they are 1 to 60.` };
  try {
    const box = inverse(joined);
    const ring = corners(box);
    if (!isThere(Number(zone), band, ring)) return none;
    return { lat: (box[1] + box[3]) / 2, lon: (box[0] + box[2]) / 2, ring, side: SQUARE_M / 10 ** digits, notation: "mgrs" };
  } catch {
    return none; // the library throws where letters are no square's
  }
}
