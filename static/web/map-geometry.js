// Plane geometry for the map: values in, values out, no DOM and no Leaflet.
//
// "World" coordinates are Web Mercator in pixels at zoom 0 (the world is 256 wide), the same as Leaflet's.
// A line or ring is a flat Float64Array x0, y0, x1, y1, …; a box is [west, north, east, south], y down.

const EARTH_M = 6371008.8; // mean radius: circles drawn here are approximate by their nature
const RAD = Math.PI / 180;

/** World coordinates of a longitude and latitude in degrees. */
export function world(lon, lat) {
  const sine = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * RAD);
  return [(lon / 360 + 0.5) * 256, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256];
}

/** Longitude and latitude in degrees of world coordinates. */
export function lonLat(x, y) {
  return [(x / 256 - 0.5) * 360, Math.atan(Math.sinh(Math.PI * (1 - y / 128))) / RAD];
}

/** Ground metres of one world pixel at a latitude. */
export const metresPerPixel = (lat) => (2 * Math.PI * EARTH_M * Math.cos(lat * RAD)) / 256;

/** Ground metres between two world points, near enough to tell neighbours from strangers. */
export function metresApart([ax, ay], [bx, by]) {
  const stretch = Math.cosh(Math.PI * (1 - (ay + by) / 256)); // of the Mercator map, at the latitude between them
  return (Math.hypot(ax - bx, ay - by) * metresPerPixel(0)) / stretch;
}

/** A line of positions in degrees as a line in world coordinates: x and y by turns. */
export function flat(positions) {
  const line = new Float64Array(positions.length * 2);
  positions.forEach(([lon, lat], i) => line.set(world(lon, lat), i * 2));
  return line;
}

const NO_PARTS = { areas: [], lines: [], points: [] };
const READERS = {
  Point: (at) => ({ ...NO_PARTS, points: [world(...at)] }),
  MultiPoint: (all) => ({ ...NO_PARTS, points: all.map((at) => world(...at)) }),
  LineString: (line) => ({ ...NO_PARTS, lines: [flat(line)] }),
  MultiLineString: (lines) => ({ ...NO_PARTS, lines: lines.map(flat) }),
  Polygon: (rings) => ({ ...NO_PARTS, areas: [rings.map(flat)] }),
  MultiPolygon: (areas) => ({ ...NO_PARTS, areas: areas.map((rings) => rings.map(flat)) }),
};

/** Parts of a GeoJSON geometry in world coordinates: {areas: ring lists, lines, points}. */
export function parts(geometry) {
  if (!geometry) return NO_PARTS;
  if (geometry.type === "GeometryCollection") {
    const all = geometry.geometries.map(parts);
    return {
      areas: all.flatMap((each) => each.areas),
      lines: all.flatMap((each) => each.lines),
      points: all.flatMap((each) => each.points),
    };
  }
  const read = READERS[geometry.type];
  if (!read) throw new Error(`The map cannot draw a geometry of type “${geometry.type}”.`);
  return read(geometry.coordinates);
}

/** Ring of a circle on the globe, in world coordinates. */
export function circle(lon, lat, radius, steps = 72) {
  const reach = radius / EARTH_M;
  const [sinLat, cosLat] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
  const ring = [];
  for (let i = 0; i <= steps; i += 1) {
    const bearing = (i / steps) * 2 * Math.PI;
    const sine = sinLat * Math.cos(reach) + cosLat * Math.sin(reach) * Math.cos(bearing);
    const east = Math.atan2(Math.sin(bearing) * Math.sin(reach) * cosLat, Math.cos(reach) - sinLat * sine);
    ring.push([lon + east / RAD, Math.asin(sine) / RAD]);
  }
  return flat(ring);
}

export function boxOf(lines) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      if (line[i] < box[0]) box[0] = line[i];
      if (line[i] > box[2]) box[2] = line[i];
      if (line[i + 1] < box[1]) box[1] = line[i + 1];
      if (line[i + 1] > box[3]) box[3] = line[i + 1];
    }
  }
  return box;
}

export const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
export const contains = (box, x, y) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
export const grow = (box, by) => [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
export const union = (boxes) => boxes.reduce(
  (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
);

/** Twice the signed area of a ring. */
export function area2(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    sum += (ring[j] - ring[i]) * (ring[j + 1] + ring[i + 1]);
  }
  return sum;
}

/** The rings of the largest area, or none. */
export function largest(areas) {
  const size = (rings) => Math.abs(area2(rings[0]));
  return areas.reduce((best, rings) => (best.length === 0 || size(rings) > size(best) ? rings : best), []);
}

/** Whether a point lies inside rings, holes taken out (even-odd rule). */
export function inside(rings, x, y) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  }
  return odd;
}

/** Scale and shift world coordinates to the screen; points closer than `grain` pixels to the last are dropped. */
export function toScreen(line, view, grain = 0.5) {
  const screen = [];
  let [px, py] = [NaN, NaN];
  for (let i = 0; i < line.length; i += 2) {
    const x = line[i] * view.scale - view.x;
    const y = line[i + 1] * view.scale - view.y;
    const last = i === line.length - 2;
    if (!last && Math.abs(x - px) < grain && Math.abs(y - py) < grain) continue;
    screen.push(x, y);
    [px, py] = [x, y];
  }
  return screen;
}

/** The world box under a box of the screen. */
export const boxInWorld = (box, view) => box.map((each, i) => (each + (i % 2 === 0 ? view.x : view.y)) / view.scale);

/** Text of an SVG path through screen points. */
export function pathText(points, closed = false) {
  if (points.length < 4) return "";
  let text = `M${points[0].toFixed(1)} ${points[1].toFixed(1)}`;
  for (let i = 2; i < points.length; i += 2) text += `L${points[i].toFixed(1)} ${points[i + 1].toFixed(1)}`;
  return closed ? `${text}Z` : text;
}

/** Cut a ring to a box (Sutherland and Hodgman); the result may be empty. */
export function clipRing(ring, box) {
  const edges = [[0, box[0], 1], [1, box[1], 1], [0, box[2], -1], [1, box[3], -1]];
  return edges.reduce((points, [axis, limit, sign]) => {
    const kept = [];
    for (let i = 0; i < points.length; i += 2) {
      const j = (i + points.length - 2) % points.length;
      const a = [points[j], points[j + 1]];
      const b = [points[i], points[i + 1]];
      const [aIn, bIn] = [(a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0];
      if (aIn !== bIn) {
        const t = (limit - a[axis]) / (b[axis] - a[axis]);
        kept.push(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]));
      }
      if (bIn) kept.push(...b);
    }
    return kept;
  }, Array.from(ring));
}

function distanceToRings(rings, x, y) {
  let best = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [dx, dy] = [ring[i] - ring[j], ring[i + 1] - ring[j + 1]];
      const length2 = dx * dx + dy * dy || 1;
      const t = Math.max(0, Math.min(1, ((x - ring[j]) * dx + (y - ring[j + 1]) * dy) / length2));
      best = Math.min(best, (x - ring[j] - t * dx) ** 2 + (y - ring[j + 1] - t * dy) ** 2);
    }
  }
  return Math.sqrt(best);
}

/** The point inside rings that is farthest from their edges, to the nearest cell of a 14 × 14 grid, or null. */
export function roomiest(rings) {
  const [west, north, east, south] = boxOf(rings);
  let best = null;
  for (let i = 0.5; i < 14; i += 1) {
    for (let j = 0.5; j < 14; j += 1) {
      const [x, y] = [west + (i / 14) * (east - west), north + (j / 14) * (south - north)];
      if (!inside(rings, x, y)) continue;
      const room = distanceToRings(rings, x, y);
      if (best === null || room > best.room) best = { x, y, room };
    }
  }
  return best;
}
