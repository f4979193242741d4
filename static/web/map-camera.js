// Where the map looks: at the opening, on demand, and when a selection lies out of sight.

import * as geometry from "./map-geometry.js";

const CLUSTER_M = 700_000; // marks closer than this tell one story
const CLOSEST = 8.5; // zoom that a single small place is shown at
const PADDING = { paddingTopLeft: [44, 64], paddingBottomRight: [64, 62] }; // controls and labels

const FLIGHT_S = 0.9;
const REDRAW_MS = 80; // between two drawings on the way

const latLng = (x, y) => geometry.lonLat(x, y).reverse();

/** Leaflet bounds of a world box. */
const bounds = ([west, north, east, south]) => [latLng(west, south), latLng(east, north)];

const centre = ([west, north, east, south]) => [(west + east) / 2, (north + south) / 2];

/** Join neighbours until no two clusters are close (single linkage). */
function clusters(places) {
  let found = [];
  for (const place of places.map((each) => ({ ...each, at: centre(each.box) }))) {
    const near = (cluster) => cluster.some((other) => geometry.metresApart(other.at, place.at) < CLUSTER_M);
    const { true: joined = [], false: others = [] } = Object.groupBy(found, near);
    found = [...others, [place, ...joined.flat()]];
  }
  return found;
}

/**
 * World box to open with: the cluster of places that most statements are about.
 *
 * Wide places (countries, seas) count only when nothing smaller is named: a frame as wide as Russia shows nothing of
 * a story in one of its provinces.
 *
 * @param places  visible literal places as {box, wide, weight: how many statements}
 */
export function opening(places) {
  if (places.length === 0) return null;
  const smaller = places.filter(({ wide }) => !wide);
  if (smaller.length === 0) return geometry.union(places.map(({ box }) => box));
  const weight = (cluster) => cluster.reduce((sum, each) => sum + each.weight, 0);
  const main = clusters(smaller).reduce((best, each) => (weight(each) > weight(best) ? each : best));
  return geometry.union(main.map(({ box }) => box));
}

/** World box that a camera sees on a pane of some size in pixels. */
export function boxOf({ lat, lon, zoom }, { x, y }) {
  const [across, down] = geometry.world(lon, lat);
  const [half, tall] = [x / 2 / 2 ** zoom, y / 2 / 2 ** zoom];
  return [across - half, down - tall, across + half, down + tall];
}

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Show a world box, no closer than a single place needs. */
export function show(map, box, { animate = true, closest = CLOSEST } = {}) {
  map.fitBounds(bounds(box), { ...PADDING, maxZoom: closest, animate: animate && !calm() });
}

/** Look at a position, no closer than `closest` and than shows all of a ring of [lon, lat] around it. */
export function look(map, at, ring, closest) {
  const fits = map.getBoundsZoom(ring.map(([lon, lat]) => [lat, lon]), false, PADDING.paddingTopLeft);
  map.setView(at, Math.min(fits, closest), { animate: !calm() });
}

/** The part of the frame that is in sight, in layer pixels: what scrolled away or lies under an element is left out. */
export function inSight(canvas, view, over) {
  const { left, top, bottom } = canvas.getBoundingClientRect();
  const cover = over?.getBoundingClientRect();
  const beside = !cover || cover.left >= left + (view.box[2] - view.box[0]) || cover.top <= top;
  const [first, last] = [Math.max(top, 0), Math.min(bottom, window.innerHeight, beside ? Infinity : cover.top)];
  return [view.box[0], view.box[1] + first - top, view.box[2], view.box[1] + last - top];
}

/** Whether a box on the screen can be seen: any of it in an open frame, its middle in one that is partly covered. */
export function seen(screen, view, free) {
  if (free[1] <= view.box[1] && free[3] >= view.box[3]) return geometry.overlaps(geometry.grow(screen, 1), free);
  return geometry.contains(free, ...centre(screen)) || (screen[1] < free[1] && screen[3] > free[3]);
}

/**
 * Bring a world box into sight if none of it is: by moving alone where it fits, else by zooming out to it.
 *
 * @param free  the part of the frame in sight
 */
export function reveal(map, box, view, free = view.box) {
  const screen = geometry.toScreen(box, view, 0);
  const [west, north, east, south] = screen;
  const room = geometry.grow(free, -24);
  if (room[3] <= room[1] || seen(screen, view, free)) return;
  const fits = east - west < room[2] - room[0] && south - north < room[3] - room[1];
  const [[x, y], [toX, toY]] = [centre(screen), centre(room)];
  if (fits) map.panBy([x - toX, y - toY], { animate: !calm() });
  else show(map, box);
}

const isFlat = ({ x, y }) => x === 0 || y === 0;

/** Fly to a camera and draw the map anew on the way; be there at once where the system asks for less motion. Tells whether it flies. */
export function fly(map, { lat, lon, zoom }) {
  // There is no way to fly over a map that has no size yet, as before its first slide.
  if (calm() || isFlat(map.getSize())) {
    map.setView([lat, lon], zoom, { reset: true }); // not by way of where it was: a step looks the same from any other
    return false;
  }
  let drawn = performance.now();
  const redraw = () => {
    if (performance.now() - drawn < REDRAW_MS) return;
    map.fire("viewreset");
    drawn = performance.now();
  };
  map.on("zoom", redraw);
  map.once("moveend", () => map.off("zoom", redraw));
  map.flyTo([lat, lon], zoom, { duration: FLIGHT_S });
  return true;
}

const round = (value, places) => Number(value.toFixed(places));

/** The camera as the view keeps it. */
export function cameraOf(map) {
  const { lat, lng } = map.getCenter();
  return { lat: round(lat, 4), lon: round(lng, 4), zoom: round(map.getZoom(), 2) };
}

export const sameCamera = (a, b) => a && b && a.lat === b.lat && a.lon === b.lon && a.zoom === b.zoom;
