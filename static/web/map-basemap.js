// The ground under the marks: sea, land, lakes, divisions and, on a canvas of their own above the marks, borders.
//
// It opens with the overview of the world. From DETAIL on, the countries in view are read at region detail, and
// drawn so once all of them are there: outlines of different detail leave gaps between neighbours.

import * as geometry from "./map-geometry.js";
import * as ground from "./map-ground.js";
import { groundCaptions, spotsIn } from "./map-names.js";
import { canvasOverlay, viewOf } from "./map-overlay.js";

const DETAIL = 5.5; // zoom at which the overview's 5 km start to show
const SHEER = 0.7; // opacity of what is laid over tiles
const HAIR = 0.99; // the widest line, in pixels, that a browser draws without making an area of it
const RIM = 0.5; // how far a shore's four lines are off, each way
const GAPS = 8; // lines of hatching in one tile

const channels = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Blend two hex colours. */
function blend(a, b, share) {
  const [from, to] = [channels(a), channels(b)];
  return `rgb(${from.map((value, i) => Math.round(value + (to[i] - value) * share)).join(" ")})`;
}

/** The colours and lines of the ground in a theme; from afar, borders are thin and plain. */
function palette(theme, zoom) {
  const { sea, land, adm1, border } = theme;
  const near = zoom >= 4.5;
  return {
    theme,
    land,
    water: sea,
    shore: blend(sea, border, 0.45),
    seam: { colour: land, width: 0.6 },
    river: { colour: blend(sea, border, 0.18), width: 1 },
    adm1: { colour: adm1, width: 0.8 },
    border: near ? { colour: border, width: 1.25, dash: [12, 3, 2, 3] } : { colour: blend(land, border, 0.6), width: 0.8 },
    disputed: { colour: border, width: near ? 1.25 : 0.8, dash: [4, 3] },
    hatch: { colour: blend(land, border, 0.3), width: 1 },
    unreported: { colour: blend(land, border, 0.26), width: 1, gap: 9 },
    whole: { colour: blend(land, border, 0.26), width: 1, gap: 27 },
    tint: (share) => blend(land, theme.ink, share),
  };
}

const tiles = new Map(); // of hatching, by how it looks

/** A square of diagonal lines `gap` pixels apart, whose copies go on in each other. */
function tileOf(colour, width, gap, density) {
  const key = [colour, width, gap, density].join();
  if (!tiles.has(key)) {
    const side = Math.round(GAPS * gap * density);
    const tile = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const context = tile.getContext("2d");
    context.scale(side / GAPS, side / GAPS);
    Object.assign(context, { strokeStyle: colour, lineWidth: width / gap });
    for (let x = 0; x <= 2 * GAPS; x += 1) {
      context.moveTo(x + 1, -1);
      context.lineTo(x - GAPS - 1, GAPS + 1);
    }
    context.stroke();
    tiles.set(key, tile);
  }
  return tiles.get(key);
}

/** Diagonal lines as a colour to fill world coordinates with; they keep their places while the map is dragged. */
function hatching(context, { scale, x, y }, colour, width, gap) {
  const tile = tileOf(colour, width, gap, window.devicePixelRatio || 1);
  const pattern = context.createPattern(tile, "repeat");
  const size = (GAPS * gap) / tile.width / scale;
  pattern.setTransform(new DOMMatrix([size, 0, 0, size, x / scale, y / scale]));
  return pattern;
}

/** Draws features of world coordinates on a canvas in layer pixels; what lies outside `box` is left out. */
function brush(context, view, box) {
  const seen = geometry.boxInWorld(box, view);
  const inView = (features) => features.filter((each) => geometry.overlaps(each.box, seen));
  const inWorld = (work) => {
    context.save();
    context.translate(-view.x, -view.y);
    context.scale(view.scale, view.scale);
    context.lineJoin = "round";
    work();
    context.restore();
  };
  return {
    fill: (features, colour) => inWorld(() => {
      context.fillStyle = colour;
      inView(features).forEach(({ path }) => context.fill(path, "evenodd"));
    }),
    /** A line of two pixels around areas that are filled next: as four thin ones, which take a tenth of the time. */
    rim: (features, colour) => inWorld(() => {
      context.strokeStyle = colour;
      context.lineWidth = HAIR / view.scale;
      const off = RIM / view.scale;
      for (const [x, y] of [[off, off], [-2 * off, 0], [0, -2 * off], [2 * off, 0]]) {
        context.translate(x, y);
        inView(features).forEach(({ path }) => context.stroke(path));
      }
    }),
    stroke: (features, { colour, width, dash = [] }) => inWorld(() => {
      context.strokeStyle = colour;
      context.lineWidth = width / view.scale;
      context.setLineDash(dash.map((each) => each / view.scale));
      inView(features).forEach(({ path }) => context.stroke(path));
    }),
    /** Diagonal lines over areas, `gap` pixels apart wherever the map is. */
    hatch: (features, { colour, width, gap = 7 }) => inWorld(() => {
      context.fillStyle = hatching(context, view, colour, width, gap);
      inView(features).forEach(({ path }) => context.fill(path, "evenodd"));
    }),
  };
}

/**
 * Put the ground on a map.
 *
 * @param options  {assets: {json(path), whole: the overview is all there is}, style, theme,
 *                 coverage (see map-coverage.js), disputed(): whether disputed areas are told apart,
 *                 pad: share of the view that is drawn beyond its edges,
 *                 choice (see map-choice.js): what of the ground is wanted, and whether tiles cover it,
 *                 changed(): its names changed, tell(what, error)}
 */
export function createBasemap(L, map, { assets, style, theme, coverage, pad, disputed: apart, choice, changed, tell }) {
  const regions = new Map(); // code → features at region detail, null while they are on their way or missing
  const world = { overview: null, adm1: [], lakes: [], rivers: [], towns: [] };
  let tokens = style[theme];
  let named = [];
  let dressed = theme;
  let edition = 0; // of what was read so far
  let over = false;

  /** Countries and disputed land that the view shows. */
  function unitsIn(view, box) {
    const seen = geometry.boxInWorld(box, view);
    const near = ({ boxes }) => boxes.some((each) => geometry.overlaps(each, seen));
    const { countries, disputed } = world.overview;
    return { countries: countries.filter(near), disputed: disputed.filter(near) };
  }

  /** What to draw: everything at one level of detail. */
  function scene(view, box) {
    const { countries, disputed } = unitsIn(view, box);
    const codes = [...countries.map(({ code }) => code), ...(disputed.length > 0 ? ["disputed"] : [])];
    const detailed = view.zoom >= DETAIL && codes.every((code) => regions.get(code));
    if (!detailed) {
      return {
        land: countries.flatMap(({ land }) => land), disputed: disputed.flatMap(({ land }) => land),
        lakes: world.lakes, adm1: view.zoom >= 4 ? world.adm1 : [],
        borders: world.overview.borders, disputedBorders: world.overview.disputedBorders,
        of: (code) => countries.find((each) => each.code === code)?.land ?? [],
      };
    }
    const near = countries.map(({ code }) => regions.get(code));
    const held = regions.get("disputed");
    return {
      land: near.flatMap(({ land }) => land),
      disputed: disputed.flatMap(({ code, land }) => held.units.get(code) ?? land),
      lakes: near.flatMap(({ lakes }) => lakes),
      adm1: [...near, ...(held ? [held] : [])].flatMap(({ adm1 }) => adm1),
      borders: near.flatMap(({ borders }) => borders),
      disputedBorders: held?.borders ?? [],
      of: (code) => regions.get(code)?.land ?? [],
    };
  }

  /** Hatch the land of which nothing is reported, and tint what reports speak of. */
  function drawCoverage({ fill, hatch }, land, of, colours, { coverage }) {
    hatch(land, colours.unreported);
    for (const code of coverage.wholes()) {
      fill(of(code), colours.land);
      hatch(of(code), colours.whole);
    }
    for (const { land: parts, ink } of coverage.areas()) fill(parts, colours.tint(ink));
  }

  /** What lies on the land: over tiles it lets them through. */
  function drawDrapery(context, view, box, cast, drawn = scene(view, box)) {
    const brushes = brush(context, view, box);
    const colours = palette(tokens, view.zoom);
    if (choice.tiled()) context.globalAlpha = SHEER;
    if (cast.coverage.on()) drawCoverage(brushes, [...drawn.land, ...drawn.disputed], drawn.of, colours, cast);
    if (cast.apart) brushes.hatch(drawn.disputed, colours.hatch);
    context.globalAlpha = 1;
  }

  function drawGround(context, view, box, cast) {
    if (!world.overview) return;
    const { fill, stroke, rim } = brush(context, view, box);
    const colours = palette(tokens, view.zoom);
    const drawn = scene(view, box);
    const land = [...drawn.land, ...drawn.disputed];
    rim(land, colours.shore);
    fill(land, colours.land);
    stroke(land, colours.seam);
    if (!choice.tiled()) drawDrapery(context, view, box, cast, drawn);
    if (!choice.plain()) stroke(world.rivers.filter(({ rank }) => rank <= view.zoom - 2), colours.river);
    fill(drawn.lakes, colours.water);
    stroke(drawn.adm1, colours.adm1);
  }

  function drawBorders(context, view, box, cast) {
    if (!world.overview) return;
    const { stroke } = brush(context, view, box);
    const colours = palette(tokens, view.zoom);
    const drawn = scene(view, box);
    for (const { code, status, strong } of cast.named) {
      context.globalAlpha = strong ? 1 : 0.5;
      stroke(drawn.of(code), { colour: tokens[status], width: strong ? 2.6 : 1.4 });
    }
    context.globalAlpha = 1;
    stroke(drawn.borders, colours.border);
    stroke(drawn.disputedBorders, colours.disputed);
  }

  /** What lies on the ground and is drawn around countries. */
  const cast = () => ({ coverage, apart: apart(), named });
  const print = (of) => [dressed, edition, choice.tiled(), choice.plain(), of.apart, of.named, of.coverage.on() && of.coverage.print()];
  const surfaces = [["basemap", drawGround], ["borders", drawBorders]]
    .map(([pane, draw]) => canvasOverlay(L, { pane, padding: pad, cast, print, draw }));
  const drapery = canvasOverlay(L, { // between tiles and marks
    pane: "drapery", padding: pad, cast, print, draw: (...where) => choice.tiled() && world.overview && drawDrapery(...where),
  });
  const redraw = () => {
    if (over) return;
    edition += 1;
    surfaces.forEach((surface) => surface.redraw());
    changed();
  };

  /** Read a file; what fails is said, and the rest of the map goes on. */
  async function read(path, parse, fallback) {
    try {
      return parse(await assets.json(path));
    } catch (error) {
      if (!over) tell("Part of the ground could not be read; the marks are complete. Reload to try again:", error);
      return fallback;
    }
  }

  /** Fetch the countries in view that are not there yet. */
  async function readRegions() {
    if (over || assets.whole || !world.overview) return;
    const view = viewOf(map);
    if (view.zoom < DETAIL) return;
    const { countries, disputed } = unitsIn(view, geometry.grow(view.box, pad * (view.box[2] - view.box[0])));
    const codes = [...countries.map(({ code }) => code), ...(disputed.length > 0 ? ["disputed"] : [])];
    const missing = codes.filter((code) => !regions.has(code));
    if (missing.length === 0) return;
    missing.forEach((code) => regions.set(code, null));
    const readOne = async (code) => regions.set(code, await read(`region/${code}.json`, ground.region, null));
    await Promise.all(missing.map(readOne));
    redraw();
  }

  async function start() {
    world.overview = await read("overview.json", ground.overview, null);
    redraw();
  }

  async function startRest() {
    readRegions();
    const rest = [["adm1", "adm1.json", ground.divisions], ["lakes", "lakes.json", ground.lakes],
      ["rivers", "rivers.json", ground.rivers], ["towns", "towns.json", ground.towns]];
    await Promise.all(rest.map(async ([key, path, parse]) => { world[key] = await read(path, parse, []); }));
    redraw();
  }

  surfaces.forEach((surface) => surface.addTo(map));
  map.on("moveend", readRegions);
  const drawn = start();
  drawn.then(startRest);

  return {
    /** Resolves once there is ground, or none to be had. */
    drawn,
    /** Take the colours of a theme. */
    dress(name) {
      [dressed, tokens] = [name, style[name]];
      surfaces.forEach((surface) => surface.redraw());
      if (choice.tiled()) drapery.redraw();
    },
    /** Draw the ground anew: what it shows or what lies on it has changed. */
    refresh() {
      surfaces[0].redraw();
      if (choice.tiled()) map.hasLayer(drapery) ? drapery.redraw() : drapery.addTo(map);
      else drapery.remove();
    },
    /** Draw a quiet edge around countries that marks name: [{code, status, strong}]; `later` where a drawing is coming. */
    name(countries, later = false) {
      if (JSON.stringify(countries) === JSON.stringify(named)) return;
      named = countries;
      if (!later) surfaces[1].redraw();
    },
    /** Draw ahead what may come: a view with {coverage, apart, named} of its own. */
    rehearse: (view, coming) => surfaces.forEach((surface) => surface.rehearse(view, coming)),
    /** Spots for the name of a country in the part of it that is in view, or none. */
    spotsFor(code, view, open) {
      const unit = world.overview?.countries.find((each) => each.code === code);
      return unit ? spotsIn(unit, view, open) : () => [];
    },
    captions(view, context) {
      if (!world.overview) return [];
      const { countries, disputed } = unitsIn(view, view.box);
      // Tiles come with names of their own.
      const named = { countries: choice.tiled() ? [] : countries, disputed: apart() ? disputed : [] };
      const towns = choice.plain() || choice.tiled() ? [] : world.towns;
      return groundCaptions({ towns }, named, view, context);
    },
    /** How many disputed areas are in the frame, told apart or not. */
    disputedIn: (view) => (world.overview ? unitsIn(view, view.box).disputed.length : 0),
    destroy() {
      over = true;
      map.off("moveend", readRegions);
    },
  };
}
