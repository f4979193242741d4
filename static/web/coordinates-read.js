// Positions as people write them, read: "50.87, 33.92", "50°52'N 33°55'E", "N50 52.2 E33 55.2", "36UVB2345".

import { readSquare } from "./grid-squares.js";

const DEGREE_M = 111_320;
const PARTS = [1, 60, 3600]; // of a degree
const MARKS = ["°", "'", '"'];
const MOST = { lat: 90, lon: 180 };
const NAMES = { lat: "Latitude", lon: "Longitude" };
const AXIS = { N: "lat", S: "lat", E: "lon", W: "lon" };
const SPELT = [
  [/[º˚∘]|deg(?:rees?)?\b/gi, "°"], [/″|”|“|‶|''|′′|’’/g, '"'], [/[′’‘ʹ´`‵]/g, "'"], [/[−–‐‑]/g, "-"], [/[()[\]]/g, " "],
  [/(\d),(\d+)(\s*[;/]\s*|\s+)(-?\d+),(\d)/g, "$1.$2$3$4.$5"], // decimal commas, as a pair
];
const TOKEN = /\s*(?:([NSEW])(?![A-Z])|([+-]?\d+(?:\.\d+)?)\s*([°'"]?)|([,;/]))/giy;

/** The parts of a text, or null where it holds anything else. */
function tokens(text) {
  const spelt = SPELT.reduce((left, [form, sign]) => left.replace(form, sign), text).trim();
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < spelt.length) {
    const match = TOKEN.exec(spelt);
    if (!match) return null;
    const [, side, number, mark, parting] = match;
    if (side) found.push({ side: side.toUpperCase() });
    else if (parting) found.push({ parting });
    else found.push({ number, mark });
  }
  return found;
}

/** Where the second of two angles begins, or -1. */
function middle(all) {
  const places = (holds) => all.map((token, i) => (holds(token) ? i : -1)).filter((i) => i >= 0);
  const [sides, degrees, numbers] = [places(({ side }) => side), places(({ mark }) => mark === "°"), places(({ number }) => number)];
  if (sides.length === 2) return sides[0] === 0 ? sides[1] : sides[0] + 1;
  if (degrees.length === 2) return degrees[1];
  return numbers.length % 2 === 0 && numbers.length <= 6 ? numbers[numbers.length / 2] : -1;
}

function halves(all) {
  const at = all.findIndex(({ parting }) => parting);
  if (at >= 0) return [all.slice(0, at), all.slice(at + 1)];
  const half = middle(all);
  return [all.slice(0, Math.max(half, 0)), all.slice(Math.max(half, 0))];
}

const UNCLEAR = "Write a latitude and a longitude, as in 50.87, 33.92 or 50°52′N 33°55′E.";

/** One angle: {value, step: degrees of its last digit, parts: how many, axis: "lat", "lon" or null}, or {problem}. */
function angle(all) {
  const sides = all.filter(({ side }) => side);
  const numbers = all.filter(({ number }) => number);
  if (numbers.length < 1 || numbers.length > 3 || sides.length > 1 || sides.length + numbers.length < all.length) return { problem: UNCLEAR };
  if (sides.length === 1 && all[0] !== sides[0] && all.at(-1) !== sides[0]) return { problem: UNCLEAR };
  if (numbers.some(({ mark }, i) => mark && mark !== MARKS[i])) return { problem: UNCLEAR };
  const parts = numbers.map(({ number }) => Math.abs(Number(number)));
  if (numbers.slice(1).some(({ number }) => /^[+-]/.test(number))) return { problem: UNCLEAR };
  if (numbers.slice(0, -1).some(({ number }) => number.includes("."))) return { problem: "Only the last part of an angle can have decimals." };
  if (parts.slice(1).some((part) => part >= 60)) return { problem: "Minutes and seconds are less than 60." };
  const negative = numbers[0].number.startsWith("-");
  const [side] = sides.map((token) => token.side);
  if (side && /^[+-]/.test(numbers[0].number)) return { problem: `Either a sign or ${side}, not both.` };
  const size = parts.reduce((sum, part, i) => sum + part / PARTS[i], 0);
  const decimals = numbers.at(-1).number.split(".")[1]?.length ?? 0;
  return {
    value: negative || side === "S" || side === "W" ? -size : size, axis: side ? AXIS[side] : null,
    parts: parts.length, step: 1 / PARTS[numbers.length - 1] / 10 ** decimals,
  };
}

/** Four corners as [lon, lat] around a position, half a step of its last digits away. */
function cell(lat, lon) {
  const [dy, dx] = [lat.step / 2, lon.step / 2];
  return [[-dx, -dy], [dx, -dy], [dx, dy], [-dx, dy]].map(([x, y]) => [lon.value + x, lat.value + y]);
}

function readDegrees(all) {
  const [first, second] = halves(all).map(angle);
  const problem = first.problem ?? second.problem;
  if (problem) return { problem };
  if (first.axis && first.axis === second.axis) return { problem: `Two values for ${NAMES[first.axis].toLowerCase()}: one must be the other axis.` };
  const turned = first.axis === "lon" || second.axis === "lat";
  const at = turned ? { lat: second, lon: first } : { lat: first, lon: second };
  for (const axis of ["lat", "lon"]) {
    if (Math.abs(at[axis].value) > MOST[axis]) {
      const order = axis === "lat" && !first.axis && !second.axis ? " Latitude comes first." : "";
      return { problem: `${NAMES[axis]} ${at[axis].value} is beyond ${MOST[axis]}°.${order}` };
    }
  }
  return {
    lat: at.lat.value, lon: at.lon.value, ring: cell(at.lat, at.lon), side: Math.max(at.lat.step, at.lon.step) * DEGREE_M,
    notation: first.parts + second.parts > 2 ? "dms" : "decimal",
  };
}

/**
 * Read a position in decimal degrees, degrees with minutes and seconds, or MGRS.
 *
 * @returns null where the text is of another kind; {problem: a sentence} where it is one that cannot be; else
 *   {lat, lon, ring: corners as [lon, lat] of what the digits leave open, side: metres of its longer side, notation: one
 *   of coordinates.js}
 */
export function readPosition(text) {
  const square = readSquare(text);
  if (square) return square;
  const all = tokens(text);
  const numbers = all?.filter(({ number }) => number).length ?? 0;
  return numbers >= 2 ? readDegrees(all) : null;
}
