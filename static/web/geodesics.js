// Distances, bearings, lines and areas on the ellipsoid (WGS 84), by GeographicLib. Positions are [lon, lat] in degrees.

import { Geodesic } from "../vendor/geodesic/geodesic.js";

const EARTH = Geodesic.WGS84;
const STEP_M = 50_000; // between two points of a drawn line: its chord is off by less than a pixel
const FEWEST = 8;
const WITH_LINE = Geodesic.STANDARD | Geodesic.LONG_UNROLL;

/** The shortest way between two positions: {metres, bearing: degrees from true north at its beginning, 0 to 360}. */
export function shortest([lon, lat], [toLon, toLat]) {
  const { s12, azi1 } = EARTH.Inverse(lat, lon, toLat, toLon);
  return { metres: s12, bearing: (azi1 + 360) % 360 };
}

/** Positions along the shortest way, both ends among them; longitudes run on over ±180°. */
export function along([lon, lat], [toLon, toLat]) {
  const line = EARTH.InverseLine(lat, lon, toLat, toLon);
  const steps = Math.max(FEWEST, Math.ceil(line.s13 / STEP_M));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const { lat2, lon2 } = line.Position((line.s13 * i) / steps, WITH_LINE);
    return [lon2, lat2];
  });
}

/** Cut a line whose longitudes run on into pieces within ±180°. */
export function cutAtAntimeridian(line) {
  const world = (lon) => Math.floor((lon + 180) / 360);
  const pieces = [];
  let piece = [];
  line.forEach(([lon, lat], i) => {
    const [before, beforeLat] = line[Math.max(i - 1, 0)];
    const [from, to] = [world(before), world(lon)];
    if (from !== to) {
      const edge = Math.max(from, to) * 360 - 180;
      const at = beforeLat + ((lat - beforeLat) * (edge - before)) / (lon - before);
      piece.push([edge - from * 360, at]);
      pieces.push(piece);
      piece = [[edge - to * 360, at]];
    }
    piece.push([lon - to * 360, lat]);
  });
  return [...pieces, piece].filter((each) => each.length > 1);
}

/** What a closed shape encloses: {perimeter: metres, area: square metres}, the smaller side of it. */
export function enclosed(positions) {
  const polygon = EARTH.Polygon(false);
  positions.forEach(([lon, lat]) => polygon.AddPoint(lat, lon));
  const { perimeter, area } = polygon.Compute(false, true);
  return { perimeter, area: Math.abs(area) };
}
