// The analyst's own layers on the map: on a canvas under the marks, thin and square, with what a pointer finds there.

import { h } from "./dom.js";
import * as geometry from "./map-geometry.js";
import { ownCaptions } from "./map-own-captions.js";
import { createOwnCard } from "./map-own-card.js";
import { canvasOverlay, viewOf } from "./map-overlay.js";
import { NOT_REPORTED, ownOn } from "./own.js";

const HALF = 4; // of a point's square, in pixels
const REACH = 7; // pixels from a point or a line that still find it
const FILL = 0.14;
/** Shapes of marks that have room for other things in them. */
const AREAS = new Set(["polygon", "circle", "sector", "ring", "disc"]);

/** An outline or a line as a path in world coordinates. */
function pathOf(lines, closed) {
  const path = new Path2D();
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) i === 0 ? path.moveTo(line[0], line[1]) : path.lineTo(line[i], line[i + 1]);
    if (closed) path.closePath();
  }
  return path;
}

/** Features of a row with their parts in world coordinates, made once. */
function shapesOf(row) {
  return row.features.map((feature, number) => {
    const { areas, lines, points } = geometry.parts(feature.geometry);
    const box = geometry.boxOf([...areas.flat(), ...lines, points.flat()]);
    return { feature, number, areas, lines, points, box, fill: pathOf(areas.flat(), true), edge: pathOf(lines, false) };
  });
}

/** Distance of a spot from a line, squared, in the line's own units. */
function squaredFrom(line, x, y) {
  let best = Infinity;
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, dx, dy] = [line[i - 2], line[i - 1], line[i] - line[i - 2], line[i + 1] - line[i - 1]];
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
  }
  return best;
}

/** What is found first where several things lie: spots and lines also over the area of a mark, areas where no mark is. */
const RANKS = { area: 1, line: 2, point: 3 };

/** The rank of a feature that is at a spot of the world, `reach` around it; 0 where it is not. */
function found({ areas, lines, points, box }, x, y, reach) {
  if (!geometry.contains(geometry.grow(box, reach), x, y)) return 0;
  if (points.some(([px, py]) => Math.max(Math.abs(px - x), Math.abs(py - y)) <= reach)) return RANKS.point;
  if (lines.some((line) => squaredFrom(line, x, y) <= reach * reach)) return RANKS.line;
  return areas.some((rings) => geometry.inside(rings, x, y)) ? RANKS.area : 0;
}

/**
 * Put own layers on a map.
 *
 * @param style  {light, dark}: tokens by theme
 * @param show   (box in world coordinates) => moves the camera there
 * @param label  called where other names are due
 */
export function createOwn(L, map, root, state, style, show, label) {
  const known = new WeakMap(); // row of the scene → its shapes
  const surface = canvasOverlay(L, { pane: "own", draw });
  const tip = h("div", { class: "dl-tip", role: "status", hidden: true });
  root.append(tip);
  let waiting = 0;
  let named = null; // the layers whose names stand, and the theme of their ink
  const card = createOwnCard(root, {
    zoom: (row, number) => show(number === null ? geometry.union(shapes(row).map(({ box }) => box)) : shapes(row)[number].box),
  });

  function shapes(row) {
    if (!known.has(row)) known.set(row, shapesOf(row));
    return known.get(row);
  }

  function draw(context, view, box) {
    const { theme } = state.get();
    const seen = geometry.boxInWorld(box, view);
    for (const row of ownOn(state).toReversed()) {
      const here = shapes(row).filter((each) => geometry.overlaps(geometry.grow(each.box, 1e-9), seen));
      drawRow(context, view, here, { row, colour: row.inks[theme], paper: style[theme].land });
    }
  }

  function drawRow(context, view, here, { row, colour, paper }) {
    const stroke = (path, ink, width, alpha) => {
      context.globalAlpha = alpha;
      context.strokeStyle = ink;
      context.lineWidth = width / view.scale;
      context.stroke(path);
    };
    context.save();
    context.translate(-view.x, -view.y);
    context.scale(view.scale, view.scale);
    context.lineJoin = "round";
    for (const each of here) {
      if (row.filled) {
        context.globalAlpha = FILL;
        context.fillStyle = colour;
        context.fill(each.fill, "evenodd");
      }
      stroke(each.edge, paper, row.width + 2, 0.7);
      for (const path of [each.fill, each.edge]) stroke(path, colour, row.width, 1);
    }
    context.restore();
    context.globalAlpha = 1;
    context.lineWidth = 2;
    for (const [x, y] of here.flatMap(({ points }) => points)) {
      const [left, top] = [x * view.scale - view.x - HALF, y * view.scale - view.y - HALF];
      context.fillStyle = row.filled ? colour : paper;
      context.strokeStyle = row.filled ? paper : colour;
      context.strokeRect(left - 1, top - 1, 2 * HALF + 2, 2 * HALF + 2);
      context.fillRect(left, top, 2 * HALF, 2 * HALF);
    }
  }

  /** The uppermost feature under a pointer, points before lines before areas: {row, number} or null; `least` as in RANKS. */
  function at(event, least) {
    const view = viewOf(map);
    const { x, y } = map.mouseEventToLayerPoint(event);
    const [wx, wy, reach] = [(x + view.x) / view.scale, (y + view.y) / view.scale, REACH / view.scale];
    let best = null;
    const ranks = (rank) => rank >= least && rank > (best?.rank ?? 0);
    for (const row of ownOn(state)) {
      for (const each of shapes(row)) {
        const rank = found(each, wx, wy, reach);
        if (ranks(rank)) best = { rank, row, number: each.number };
      }
    }
    return best;
  }

  /** The least rank that goes before the mark `id` (or null) under the pointer. */
  const leastOver = (id) => {
    if (id === null) return RANKS.area;
    return AREAS.has(state.mark(id)?.shape) ? RANKS.line : Infinity;
  };

  function point(event, id) {
    const here = at(event, leastOver(id));
    map.getContainer().classList.toggle("dl-over-own", here !== null);
    tip.hidden = here === null;
    if (here === null) return;
    tip.textContent = `${here.row.features[here.number].name} · ${here.row.name}. ${NOT_REPORTED}`;
    const { left, top } = root.getBoundingClientRect();
    Object.assign(tip.style, { left: `${event.clientX - left + 14}px`, top: `${event.clientY - top + 14}px` });
  }

  const any = () => (state.scene.own ?? []).length > 0;

  return {
    /** Take up a new scene. */
    attend() {
      card.close();
      named = null;
      any() ? surface.addTo(map) : surface.remove();
    },
    /** Bring the layers in line with the view. */
    paint() {
      if (!any()) return;
      surface.redraw();
      card.keep(ownOn(state));
      const now = [state.get().theme, ...ownOn(state).map(({ id }) => id)].join(" ");
      if (now !== named) label();
      named = now;
    },
    /** {captions, soft} of the features in view, for map-labels.js. */
    captions: (view) => ownCaptions(ownOn(state).map((row) => ({ row, shapes: shapes(row) })), view, state.get().theme),
    /** Name what is under a pointer, which the mark `id` (or null) is, too. */
    hover(event, id) {
      if (!any()) return;
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => point(event, id));
    },
    leave() {
      cancelAnimationFrame(waiting);
      tip.hidden = true;
    },
    /** Open what is under a click on the mark `id` (or null); false where no own layer has anything. */
    click(event, id) {
      const here = any() ? at(event, leastOver(id)) : null;
      here ? card.feature(here.row, here.number) : card.close();
      return here !== null;
    },
    /** List the features of a layer. */
    list(id) {
      const row = (state.scene.own ?? []).find((each) => each.id === id);
      if (row) card.list(row);
    },
    /** Ids of the layers that are drawn within a box [west, north, east, south] of the world. */
    inSight: (box) => ownOn(state).filter((row) => shapes(row).some((each) => geometry.overlaps(geometry.grow(each.box, 1e-9), box)))
      .map(({ id }) => id),
  };
}
