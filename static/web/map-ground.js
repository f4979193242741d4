// Reads the files of static/basemap (their format is in layers/basemap.py) into features that a canvas can draw.
//
// A feature is {lines: world coordinates, box, path: Path2D in world coordinates}; an area's rings are its lines.

import { boxOf, world } from "./map-geometry.js";

/** World coordinates of a delta-coded line in whole numbers. */
function decode(line, scale) {
  const points = new Float64Array(line.length);
  let [lon, lat] = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    lon += line[i];
    lat += line[i + 1];
    points.set(world(lon / scale, lat / scale), i);
  }
  return points;
}

function trace(path, line, closed) {
  path.moveTo(line[0], line[1]);
  for (let i = 2; i < line.length; i += 2) path.lineTo(line[i], line[i + 1]);
  if (closed) path.closePath();
}

function feature(lines, closed) {
  let path = null;
  return {
    lines,
    box: boxOf(lines),
    get path() {
      if (path === null) {
        path = new Path2D();
        lines.forEach((line) => trace(path, line, closed));
      }
      return path;
    },
  };
}

/** A feature of an area's rings in world coordinates. */
export const areaFeature = (rings) => feature(rings, true);

const areas = (land, scale) => (land ?? []).map((rings) => feature(rings.map((ring) => decode(ring, scale)), true));
const strokes = (lines, scale) => (lines ?? []).map((line) => feature([decode(line, scale)], false));

function worldBox([west, south, east, north]) {
  const [a, b] = [world(west, north), world(east, south)];
  return [...a, ...b];
}

/** Countries or disputed units: what all of them share. */
const unit = (entry, scale) => ({
  ...entry, label: world(...entry.label), boxes: entry.boxes.map(worldBox), land: areas(entry.land, scale),
});

const known = new WeakMap();

/** A reader that reads what it is given once: what is asked for before a map is there need not be read by it again. */
const once = (read) => (file) => {
  if (!known.has(file)) known.set(file, read(file));
  return known.get(file);
};

/** overview.json */
export const overview = once(({ scale, countries, disputed, borders, disputedBorders }) => ({
  countries: countries.map((country) => unit(country, scale)),
  disputed: disputed.map((each) => unit(each, scale)),
  borders: strokes(borders, scale),
  disputedBorders: strokes(disputedBorders, scale),
}));

/** region/XX.json and region/disputed.json */
export const region = ({ scale, land, adm1, borders, lakes, units }) => ({
  land: areas(land, scale),
  adm1: strokes(adm1, scale),
  borders: strokes(borders, scale),
  lakes: areas(lakes, scale),
  units: new Map((units ?? []).map(({ code, land: parts }) => [code, areas(parts, scale)])),
});

/** adm1.json */
export const divisions = ({ scale, lines }) => strokes(lines, scale);

/** lakes.json */
export const lakes = ({ scale, land }) => areas(land, scale);

/** rivers.json */
export const rivers = ({ scale, rivers: all }) => all.flatMap(({ rank, lines }) =>
  strokes(lines, scale).map((each) => Object.assign(each, { rank })));

/** towns.json, most important first */
export const towns = ({ scale, towns: all }) => all.map(([name, local, lon, lat, minZoom, capital]) => ({
  name, local, at: world(lon / scale, lat / scale), minZoom, capital: Boolean(capital),
}));
