// Going to a coordinate: a field that reads any notation, and the mark where it lies, as wide as its digits leave open.

import { positionWords } from "./coordinates.js";
import { readPosition } from "./coordinates-read.js";
import { h } from "./dom.js";
import * as camera from "./map-camera.js";
import * as geometry from "./map-geometry.js";
import { element, svgOverlay } from "./map-overlay.js";
import { lengthIn } from "./units.js";

const CLOSE = 9; // zoom that a precise position is shown at, at least
const EDGE = 85; // degrees of latitude at which the map ends
const ARM = 9;
const GAP = 3;
const LEAST_RING = 14; // pixels under which the square is no more than its cross
const NO_POSITION = "This is no coordinate. Write one as in 50.87, 33.92 or 50°52′N 33°55′E or 36U VB 23 45.";

/** A position that was read, in the notation that it was written in, with all of its digits. */
export const spotWords = ({ notation, lat, lon, side }) => positionWords(notation, lat, lon, side / 3);

/** A position to go to, or {problem}: why not. */
export function destination(text) {
  const read = readPosition(text) ?? { problem: NO_POSITION };
  if (Math.abs(read.lat) > EDGE) return { problem: `The map ends at ${EDGE}° north and south.` };
  return read;
}

/**
 * @param root    element of the map; the field stands in it
 * @param habits  of map-habits.js
 * @param acts    {told(words or null): of the position gone to, left(): the field was closed}
 * @returns {{ask(text), go(spot), forget(): whether there was a mark, isOpen()}}
 */
export function createGoTo(L, map, root, habits, acts) {
  let spot = null;
  const overlay = svgOverlay(L, { pane: "tools", draw: (view) => draw(view) });
  const field = h("input", {
    type: "text", "aria-label": "Coordinate to go to", placeholder: "50.87, 33.92 or 36U VB 23 45", autocomplete: "off", spellcheck: "false",
    "aria-describedby": "dl-goto-why",
  });
  const why = h("p", { id: "dl-goto-why", role: "alert" });
  const form = h("form", { class: "dl-goto", "aria-label": "Go to a coordinate", hidden: true },
    h("div", {}, field, h("button", { type: "submit" }, "Go")), why);
  root.append(form);

  const cross = (x, y) => [[0, -1], [0, 1], [-1, 0], [1, 0]]
    .map(([dx, dy]) => `M${x + dx * GAP} ${y + dy * GAP}L${x + dx * ARM} ${y + dy * ARM}`).join("");

  function draw(view) {
    if (!spot) return;
    overlay.root.replaceChildren();
    const ring = geometry.toScreen(geometry.flat(spot.ring), view, 0);
    const [west, north, east, south] = geometry.boxOf([ring]);
    const [x, y] = geometry.toScreen(geometry.world(spot.lon, spot.lat), view, 0);
    const shapes = Math.max(east - west, south - north) >= LEAST_RING
      ? [[geometry.pathText(ring, true), "dl-spot-ring"], [cross(x, y), "dl-spot"]] : [[cross(x, y), "dl-spot"]];
    for (const [d, name] of shapes) {
      element("path", { d, class: "dl-tool-case" }, overlay.root);
      element("path", { d, class: name }, overlay.root);
    }
  }

  const tell = () => spot && acts.told(`${spotWords(spot)}, to within ${lengthIn(spot.side, habits.get().unit, spot.side / 20)}`);

  const close = () => {
    form.hidden = true;
    acts.left();
  };

  function go(next) {
    spot = next;
    if (!overlay._map) overlay.addTo(map);
    overlay._update();
    camera.look(map, [spot.lat, spot.lon], spot.ring, Math.max(map.getZoom(), CLOSE));
    tell();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const read = destination(field.value);
    why.textContent = read.problem ?? "";
    field.setAttribute("aria-invalid", String(Boolean(read.problem)));
    if (read.problem) return;
    close();
    go(read);
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation(); // what is typed is not for the map, nor for the desk
    if (event.key === "Escape") close();
  });

  return {
    go, tell,
    isOpen: () => !form.hidden,
    close,
    ask(text = "") {
      form.hidden = false;
      field.value = text;
      why.textContent = "";
      field.focus({ preventScroll: true });
      field.select();
    },
    forget() {
      const was = spot !== null;
      spot = null;
      overlay.root?.replaceChildren();
      acts.told(null);
      return was;
    },
  };
}
