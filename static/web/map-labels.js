// Lettering: every text on the map is set here, so that no two ever overlap.
//
// A caption is {id, rank, lines: [{text, style, colour, struck}], dot, spots(width, height)}; `spots` gives the places
// where the label may stand, best first, as {x, y, align, cost} with the centre of the label's box; `most` is the cost
// it is not worth. Captions are set in order of
// rank, each at the first spot that is free; one that finds none is left out until the map is moved or zoomed.

import { grow, overlaps } from "./map-geometry.js";
import { attributes, element } from "./map-overlay.js";

// Sizes in pixels, on a laptop and in a room (from ROOM_WIDTH on).
const STYLES = {
  name: { sizes: [15.5, 20], weight: 700 },
  local: { sizes: [13.5, 17], weight: 400 },
  status: { sizes: [11.5, 13.5], weight: 600 },
  figure: { sizes: [13.5, 16], weight: 600 },
  note: { sizes: [11.5, 13.5], weight: 400 },
  country: { sizes: [12, 14], weight: 600, spacing: 1.6, upper: true },
  land: { sizes: [11.5, 13], weight: 400, spacing: 2, upper: true },
  province: { sizes: [11, 12.5], weight: 400 },
  town: { sizes: [11, 12.5], weight: 400 },
};
export const ROOM_WIDTH = 1700;
const LEADING = 1.2;
const FAMILY = '"Noto Sans", "Noto Sans KR", "Noto Sans Arabic", "Noto Sans Hebrew", sans-serif';
const MARGIN = 3; // free space around a label, pixels
const BESIDE = 6; // more of it between labels side by side: a line of one must not read on in the next
const DOT = 1.8; // radius of a town's dot, pixels

const ruler = document.createElement("canvas").getContext("2d");

let widths = new Map(); // what was measured before, in the fonts that were there
document.fonts.addEventListener("loadingdone", () => { widths = new Map(); });

function widthOf(font, printed) {
  const key = `${font}\n${printed}`;
  if (!widths.has(key)) {
    ruler.font = font;
    widths.set(key, ruler.measureText(printed).width);
  }
  return widths.get(key);
}

/** Set a line of text: what is printed, how large, how wide. */
function typeset({ text, style, colour, struck }, large) {
  const { sizes, weight, spacing = 0, upper } = STYLES[style];
  const size = sizes[large ? 1 : 0];
  const printed = upper ? text.toLocaleUpperCase("en") : text;
  const width = widthOf(`${weight} ${size}px ${FAMILY}`, printed) + spacing * printed.length;
  return { printed, size, weight, spacing, colour, struck, width, height: size * LEADING };
}

/** Break a long name in two at the space nearest its middle. */
export function wrapped(text, limit = 22) {
  if (text.length <= limit) return [text];
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index);
  if (spaces.length === 0) return [text];
  const middle = text.length / 2;
  const at = spaces.reduce((best, each) => (Math.abs(each - middle) < Math.abs(best - middle) ? each : best));
  return [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Spots around a point: right, left, above, below, the corners, then right and left again a little off.
 *
 * @param gap  radius to keep clear
 */
export function around(x, y, gap, width, height) {
  const [dx, dy] = [gap + width / 2, gap + height / 2];
  const slant = gap * 0.7;
  return [
    { x: x + dx, y, align: "start" }, { x: x - dx, y, align: "end" },
    { x, y: y - dy }, { x, y: y + dy },
    { x: x + slant + width / 2, y: y - slant - height / 2, align: "start" },
    { x: x + slant + width / 2, y: y + slant + height / 2, align: "start" },
    { x: x - slant - width / 2, y: y - slant - height / 2, align: "end" },
    { x: x - slant - width / 2, y: y + slant + height / 2, align: "end" },
    ...[-0.3, 0.3].flatMap((share) => [
      { x: x + dx, y: y + share * height, align: "start" }, { x: x - dx, y: y + share * height, align: "end" },
    ]),
  ];
}

/**
 * Find a spot for as many captions as possible.
 *
 * @param captions  measured captions: {id, rank, width, height, most, shy: how much dearer than others it is for it to
 *                  stand on what is better left free, spots}
 * @param frame     box that labels must stay in
 * @param blocked   boxes that are taken: controls
 * @param soft      [{box, cost}] that is better left free; a cost of 1 is as bad as the next worse spot
 * @returns Map of id to {x, y, align, box}
 */
function arrange(captions, frame, blocked, soft) {
  const taken = [...blocked];
  const placed = new Map();
  const isFree = (box) => !taken.some((other) => overlaps(box, other));
  for (const caption of [...captions].sort((a, b) => b.rank - a.rank)) {
    const dot = caption.dot ? grow([caption.dot.x, caption.dot.y, caption.dot.x, caption.dot.y], DOT + 1) : null;
    if (dot && !isFree(dot)) continue;
    let best = null;
    caption.spots(caption.width, caption.height).forEach((spot, i) => {
      const [w, h] = [caption.width / 2 + MARGIN, caption.height / 2 + MARGIN];
      const box = [spot.x - w, spot.y - h, spot.x + w, spot.y + h];
      if (box[0] < frame[0] || box[1] < frame[1] || box[2] > frame[2] || box[3] > frame[3]) return;
      if (!isFree([box[0] - BESIDE, box[1], box[2] + BESIDE, box[3]])) return;
      const dear = caption.shy ?? 1;
      const cost = soft.reduce((sum, other) => sum + (overlaps(box, other.box) ? other.cost * dear : 0), i + (spot.cost ?? 0));
      if (cost > (caption.most ?? Infinity)) return;
      if (best === null || cost < best.cost) best = { ...spot, box, cost };
    });
    if (best === null) continue;
    taken.push(best.box, ...(dot ? [dot] : []));
    placed.set(caption.id, best);
  }
  return placed;
}

/** Measure a caption's lines. */
function measured(caption, large) {
  const lines = caption.lines.map((line) => typeset(line, large));
  return {
    ...caption,
    lines,
    width: Math.max(...lines.map((line) => line.width)),
    height: lines.reduce((sum, line) => sum + line.height, 0),
  };
}

const ANCHORS = { start: "start", end: "end" };

/** Write a caption's lines as SVG text; the text is set as text and nothing else. */
function write(node, caption, spot) {
  node.replaceChildren();
  if (caption.dot) element("circle", { cx: caption.dot.x, cy: caption.dot.y, r: DOT, fill: caption.lines[0].colour }, node);
  let y = spot.y - caption.height / 2;
  const align = spot.align ?? "middle";
  const x = { start: spot.x - caption.width / 2, end: spot.x + caption.width / 2 }[align] ?? spot.x;
  for (const line of caption.lines) {
    const text = element("text", {
      x: x.toFixed(1), y: (y + line.height * 0.79).toFixed(1),
      "text-anchor": ANCHORS[align] ?? "middle", "font-size": line.size, "font-weight": line.weight, fill: line.colour,
      "letter-spacing": line.spacing || null, "text-decoration": line.struck ? "line-through" : null,
    }, node);
    text.textContent = line.printed;
    y += line.height;
  }
}

/**
 * Keeps the labels of an overlay: `set(captions, view, blocked, soft)` arranges and writes them, `has(id)` tells
 * whether one stands. A label whose text and spot are unchanged is not touched.
 */
export function lettering(root) {
  const nodes = new Map();
  const scrap = (id) => {
    nodes.get(id).node.remove();
    nodes.delete(id);
  };
  return {
    has: (id) => nodes.has(id),
    set(captions, view, blocked, soft) {
      const large = window.innerWidth >= ROOM_WIDTH;
      const set = captions.map((caption) => measured(caption, large));
      const frame = [view.box[0] + 2, view.box[1] + 2, view.box[2] - 2, view.box[3] - 2];
      const placed = arrange(set, frame, blocked, soft);
      [...nodes.keys()].filter((id) => !placed.has(id)).forEach(scrap);
      for (const caption of set) {
        const spot = placed.get(caption.id);
        if (!spot) continue;
        const key = JSON.stringify([caption.lines, caption.dot, spot.x, spot.y, spot.align]);
        const old = nodes.get(caption.id);
        if (old?.key === key) continue;
        const node = old?.node ?? element("g", { class: "dl-label" }, root);
        attributes(node, { "data-mark": caption.mark ?? null, "data-label": caption.kind, "aria-hidden": "true" });
        write(node, caption, spot);
        nodes.set(caption.id, { node, key });
      }
    },
  };
}
