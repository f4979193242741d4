// What the marks say in words, and where those words may stand.

import * as geometry from "./map-geometry.js";
import * as lines from "./map-lines.js";
import { around, wrapped } from "./map-labels.js";
import { ink, word } from "./map-signs.js";

const INK = "var(--ink)";
const QUIET = "var(--ink2)";
const FAINT = "var(--ink3)";

// Who goes first when there is not room for all.
const RANK = { selected: 1000, hovered: 900, flow: 600, distance: 590, place: 500, country: 480, mentioned: 100 };
const END = 60; // the place where a visible flow starts or ends
const SPECK = -120; // a dot seen from afar, or an area too small on the screen to be told from one
const WORTH = 9; // cost of a spot from which the label of a speck is left out
const TAKEN = 8; // cost of a spot on an area that says something else
const ACROSS = 30; // cost of a spot on the far side of another line: too dear for any label but a selected one

function rank(base, mark, look) {
  if (look.selected) return RANK.selected;
  if (look.hovered) return RANK.hovered;
  return base + Math.min(40, mark.items.length);
}

/** Shapes that show by themselves what their note says: the ring of a dot, the width of a strip. */
const TELLING = new Set(["point", "strip"]);

/** Status in words, with what a footprint has to say of itself: "planned · approximate, 19 km". */
function standing(mark, look, style) {
  const note = TELLING.has(mark.shape) ? null : mark.note;
  const silent = look.statuses.every((each) => each === "reported") && (note || mark.shape === "strip");
  return [...(silent ? [] : look.statuses.map((each) => word(style, each))), note].filter(Boolean).join(" · ");
}

function placeLines(mark, look, style) {
  if (mark.layer === "mentioned") return [{ text: mark.name, style: "town", colour: FAINT }];
  if (mark.reference) {
    return [{ text: mark.name, style: "name", colour: QUIET }, { text: mark.note, style: "note", colour: QUIET }];
  }
  if (mark.wide) {
    const plain = look.statuses.every((each) => each === "reported");
    const text = look.statuses.map((each) => word(style, each)).join(" · ");
    const status = plain ? [] : [{ text, style: "status", colour: ink(look.status) }];
    return [{ text: mark.name, style: "country", colour: INK }, ...status];
  }
  const colour = mark.shape === "strip" ? INK : ink(look.status);
  const struck = look.status === "denied";
  const text = standing(mark, look, style);
  return [
    ...wrapped(mark.name).map((each) => ({ text: each, style: "name", colour, struck })),
    ...(mark.local ? [{ text: mark.local, style: "local", colour }] : []),
    ...(text ? [{ text, style: "status", colour }] : []),
  ];
}

/** Spots inside an area: its label point, a little above and below it, then wherever the part in view is widest. */
function spotsInside(mark, screen, view, width, height) {
  const [x, y] = geometry.toScreen(geometry.world(mark.lon, mark.lat), view);
  const seen = screen.map((ring) => geometry.clipRing(ring, view.box)).filter((ring) => ring.length >= 6);
  const roomy = seen.length > 0 ? geometry.roomiest(seen) : null;
  const home = geometry.inside(screen, x, y) ? [0, -0.7, 0.7].map((share) => ({ x, y: y + share * height })) : [];
  const away = roomy ? [0, -0.5, 0.5].map((share) => ({ x: roomy.x, y: roomy.y + share * height })) : [];
  const fits = ({ x: cx, y: cy }) => [-0.36, 0.36].every((share) => geometry.inside(screen, cx + share * width, cy));
  return [...home, ...away].filter(fits);
}

/** Spots beside an area: above it first, then around it. */
export function spotsBeside([west, north, east, south], width, height) {
  const [x, y] = [(west + east) / 2, (north + south) / 2];
  const [dx, dy] = [(east - west + width) / 2 + 5, (south - north + height) / 2 + 4];
  return [
    { x, y: y - dy }, { x: x + dx, y, align: "start" }, { x: x - dx, y, align: "end" }, { x, y: y + dy },
    { x: x + dx, y: y - dy / 2, align: "start" }, { x: x + dx, y: y + dy / 2, align: "start" },
    { x: x - dx, y: y - dy / 2, align: "end" }, { x: x - dx, y: y + dy / 2, align: "end" },
  ];
}

const longest = (all) => all.reduce((a, b) => (lines.lengthOf(b) > lines.lengthOf(a) ? b : a), []);

/** Spots beside a line, from its middle outwards, where it is in view. */
export function spotsAlong(line, view, width, height) {
  const total = lines.lengthOf(line);
  return [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95].flatMap((share) => {
    const { x, y } = lines.along(line, share * total);
    if (!geometry.contains(view.box, x, y)) return [];
    const [right, left, above, below, ...corners] = around(x, y, 9, width, height);
    return [below, above, ...corners, right, left];
  });
}

/** A country's name stands at its anchor; while that is out of view, wherever the country is. */
function countrySpots(at, view, elsewhere) {
  if (!geometry.contains(view.box, ...at)) return elsewhere;
  return (width, height) => {
    const [right, left, above, below, ...corners] = around(...at, 8, width, height);
    return [below, above, right, left, ...corners];
  };
}

function placeSpots(glyph, view, elsewhere) {
  const { mark } = glyph;
  const at = geometry.toScreen(geometry.world(mark.lon, mark.lat), view);
  if (mark.wide && mark.layer !== "mentioned") return countrySpots(at, view, elsewhere);
  return (width, height) => {
    const screen = geometry.largest(glyph.areas).map((ring) => geometry.toScreen(ring, view, 1.5));
    if (glyph.course) return spotsAlong(longest(glyph.course), view, width, height);
    if (screen.length === 0) return around(...at, 8, width, height);
    const beside = spotsBeside(geometry.boxOf(screen), width, height);
    return mark.shape === "circle" ? beside : [...spotsInside(mark, screen, view, width, height), ...beside];
  };
}

const AFAR = 5.5; // zoom below which a dot is a speck

const isSpeck = ({ mark, box }, view) => !mark.wide && !mark.reference
  && (mark.shape === "point" ? view.zoom < AFAR : (box[2] - box[0]) * view.scale < 30);

function placeRank(glyph, look, view, isEnd) {
  const { mark } = glyph;
  const base = mark.layer === "mentioned" ? RANK.mentioned : mark.wide ? RANK.country : RANK.place;
  return rank(base + (isEnd ? END : isSpeck(glyph, view) ? SPECK : 0), mark, look);
}

/**
 * Caption of a place.
 *
 * @param isEnd      whether a visible flow starts or ends there
 * @param elsewhere  spots for a country's name when its anchor is out of view
 */
export function placeCaption(glyph, look, view, style, { isEnd, elsewhere }) {
  const { mark } = glyph;
  return {
    id: mark.id,
    mark: mark.id,
    kind: "place",
    rank: placeRank(glyph, look, view, isEnd),
    most: isSpeck(glyph, view) && !isEnd && !look.selected && !look.hovered ? WORTH : undefined,
    lines: placeLines(mark, look, style),
    spots: placeSpots(glyph, view, elsewhere),
  };
}

const unique = (values) => [...new Set(values)];

/** Figures of claims in print, those about the same thing together: "≈11,000 and 12,000 personnel". */
export function figures(items) {
  const groups = Map.groupBy(items.filter((item) => item.type === "claim"), (item) => item.group ?? item.id);
  return [...groups.values()].map((claims) => {
    const units = unique(claims.map(({ figure, value }) => (figure.startsWith(value) ? figure.slice(value.length) : "")));
    if (units.length > 1) return unique(claims.map((claim) => claim.figure)).join(" and ");
    return `${unique(claims.map((claim) => claim.value)).join(" and ")}${units[0]}`;
  });
}

const MOST_FIGURES = 3;

function flowLines(items, look, style) {
  const colour = ink(look.status);
  const struck = look.status === "denied";
  const said = figures(items);
  const more = said.length > MOST_FIGURES ? [`and ${said.length - MOST_FIGURES + 1} more figures`] : [];
  const printed = [...said.slice(0, more.length > 0 ? MOST_FIGURES - 1 : MOST_FIGURES), ...more];
  return [
    ...printed.flatMap((text) => wrapped(text)).map((text) => ({ text, style: "figure", colour, struck })),
    { text: `${word(style, look.status)} · schematic, not a route`, style: "note", colour },
  ];
}

/**
 * Spots beside a stretch of a line; open ground is preferred, and no other line between label and line.
 *
 * @param seen   [from, to] along the line
 * @param sides  [{side: 1 (right) or -1, clear: pixels to keep free, cost}]
 */
function spotsOff(line, seen, sides, { open, courses, own }) {
  return (width, height) => [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].flatMap((share) => {
    const { x, y, dx, dy } = lines.along(line, seen[0] + share * (seen[1] - seen[0]));
    const beside = ({ side, clear, cost }) => {
      const [nx, ny] = [-dy * side, dx * side];
      const reach = clear + (Math.abs(nx) * width + Math.abs(ny) * height) / 2;
      const align = Math.abs(nx) < 0.4 ? "middle" : nx > 0 ? "start" : "end";
      const spot = { x: x + nx * reach, y: y + ny * reach, align, nx };
      const span = [-0.5, 0, 0.5].map((part) => ({ x: spot.x + part * width, y: spot.y }));
      const taken = span.some((each) => !open(each.x, each.y));
      const cut = courses.some((other) => !own.has(other) && span.some((each) => lines.crosses(other, { x, y }, each)));
      return { ...spot, cost: cost + (taken ? TAKEN : 0) + (cut ? ACROSS : 0) };
    };
    return sides.map(beside).sort((a, b) => a.cost - b.cost || b.nx - a.nx);
  });
}

/** Sides a flow may be lettered on: in a bundle its own, at need beyond the others on the far side. */
function sidesOf(lane, width) {
  const side = lane === 0 ? 1 : Math.sign(lane);
  const clear = width / 2 + 7;
  return [{ side, clear, cost: 0 }, { side: -side, clear: clear + 2 * Math.abs(lane), cost: 0 }];
}

const stretch = (line, view) => lines.stretchIn(line, geometry.grow(view.box, -8)) ?? [0, 0];
const SHORTEST = { flow: 90, distance: 24 }; // pixels of a line in view that carry a label

/** Caption of a flow: its figures, its status, and that it is no route. Null while too little of it is in view. */
export function flowCaption(id, glyph, look, view, style, items, ground) {
  const course = longest(glyph.course);
  if (lines.lengthOf(course) === 0) return null; // its ends are too close to tell at this zoom
  const seen = stretch(course, view);
  if (seen[1] - seen[0] < SHORTEST.flow && lines.lengthOf(course) > SHORTEST.flow) return null;
  return {
    id,
    mark: glyph.mark.id,
    kind: "flow",
    rank: rank(RANK.flow, glyph.mark, look),
    most: look.selected ? undefined : ACROSS,
    lines: flowLines(items, look, style),
    spots: spotsOff(course, seen, sidesOf(glyph.lane, style.status[look.status].flowWidth), ground),
  };
}

/** Caption of a stated distance: what was stated, what the map measures, how the two agree. */
export function distanceCaption(glyph, look, view, ground) {
  const { mark } = glyph;
  const [line] = glyph.course;
  const seen = stretch(line, view);
  if (!look.selected && seen[1] - seen[0] < SHORTEST.distance) return null;
  const more = [mark.measured && `${mark.measured} measured`, mark.verdict].filter(Boolean);
  return {
    id: mark.id,
    mark: mark.id,
    kind: "distance",
    rank: rank(RANK.distance, mark, look),
    lines: [
      { text: `${mark.stated} stated`, style: "figure", colour: INK },
      ...more.map((text) => ({ text, style: "note", colour: QUIET })),
    ],
    spots: spotsOff(line, seen, [{ side: 1, clear: 10, cost: 0 }, { side: -1, clear: 10, cost: 0 }], ground),
  };
}

/** What a screen reader says of a mark. */
export function spoken(mark, look, style, items) {
  const status = word(style, look.status);
  const count = `${items.length} ${items.length === 1 ? "statement" : "statements"}`;
  if (mark.layer === "flows") {
    return `${mark.fromName} to ${mark.toName}, schematic: ${[...figures(items), status].join(", ")}`;
  }
  if (mark.layer === "distances") {
    const measured = mark.measured && `${mark.measured} measured`;
    return [`${mark.stated} stated, ${mark.fromName} to ${mark.toName}`, measured, mark.verdict].filter(Boolean).join(", ");
  }
  const role = mark.layer === "mentioned" ? "mentioned only" : mark.reference ? "reference" : status;
  return [mark.name, role, mark.note, count].filter(Boolean).join(", ");
}
