// Where the map looks: at the opening, on demand, and when a selection lies out of sight.

import * as geometry from "./map-geometry.js";

const CLUSTER_M = 700_000; // marks closer than this tell one story
const CLOSEST = 8.5; // zoom that a single small place is shown at
const PADDING = { paddingTopLeft: [44, 64], paddingBottomRight: [64, 62] }; // controls and labels

const latLng = (x, y) => geometry.lonLat(x, y).reverse();

/** Leaflet bounds of a world box. */
const bounds = ([west, north, east, south]) => [latLng(west, south), latLng(east, north)];

const centre = ([west, north, east, south]) => [(west + east) / 2, (north + south) / 2];

/** Metres between two world points, near enough to tell clusters apart. */
function apart(a, b) {
  const [, lat] = geometry.lonLat(0, (a[1] + b[1]) / 2);
  return Math.hypot(a[0] - b[0], a[1] - b[1]) * geometry.metresPerPixel(lat);
}

/** Join neighbours until no two clusters are close (single linkage). */
function clusters(glyphs) {
  const found = [];
  for (const glyph of glyphs) {
    const near = (cluster) => cluster.some((other) => apart(centre(other.box), centre(glyph.box)) < CLUSTER_M);
    const joined = found.filter(near);
    joined.forEach((cluster) => found.splice(found.indexOf(cluster), 1));
    found.push([glyph, ...joined.flat()]);
  }
  return found;
}

/**
 * World box to open with: the cluster of places that most statements are about.
 *
 * Wide places (countries, seas) count only when nothing smaller is named: a frame as wide as Russia shows nothing of
 * a story in one of its provinces.
 *
 * @param glyphs  visible glyphs of literal places
 */
export function opening(glyphs) {
  if (glyphs.length === 0) return null;
  const smaller = glyphs.filter(({ mark }) => !mark.wide);
  if (smaller.length === 0) return geometry.union(glyphs.map(({ box }) => box));
  const weight = (cluster) => cluster.reduce((sum, { mark }) => sum + mark.items.length, 0);
  const main = clusters(smaller).reduce((best, each) => (weight(each) > weight(best) ? each : best));
  return geometry.union(main.map(({ box }) => box));
}

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Show a world box, no closer than a single place needs. */
export function show(map, box, { animate = true, closest = CLOSEST } = {}) {
  map.fitBounds(bounds(box), { ...PADDING, maxZoom: closest, animate: animate && !calm() });
}

/** Bring a world box into sight if none of it is: by moving alone where it fits, else by zooming out to it. */
export function reveal(map, box, view) {
  const [west, north, east, south] = geometry.toScreen(box, view, 0);
  const screen = [west, north, east, south];
  const room = geometry.grow(view.box, -24);
  if (geometry.overlaps(geometry.grow(screen, 1), room)) return;
  const fits = east - west < room[2] - room[0] && south - north < room[3] - room[1];
  if (fits) map.panTo(latLng(...centre(box)), { animate: !calm() });
  else show(map, box);
}

const round = (value, places) => Number(value.toFixed(places));

/** The camera as the view keeps it. */
export function cameraOf(map) {
  const { lat, lng } = map.getCenter();
  return { lat: round(lat, 4), lon: round(lng, 4), zoom: round(map.getZoom(), 2) };
}

export const sameCamera = (a, b) => a && b && a.lat === b.lat && a.lon === b.lon && a.zoom === b.zoom;
