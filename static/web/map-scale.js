// The scale bar: a bracket with the longest round length that fits, true for the latitude in the middle of the map.

import { fill, h } from "./dom.js";
import { metresPerPixel } from "./map-geometry.js";
import { UNIT_NAMES, lengthIn, longestRound } from "./units.js";

const MOST_PX = 120;

/** Ground metres of one pixel at a latitude. */
export const pixelMetres = (map, lat) => metresPerPixel(lat) / 2 ** map.getZoom();

/**
 * Put the scale bar on the map.
 *
 * @param habits     of map-habits.js: the unit
 * @param pressable  whether a press takes the other unit
 * @returns {{destroy()}}
 */
export function createScale(L, map, habits, pressable) {
  const line = h("span", { class: "leaflet-control-scale-line" });
  const box = h(pressable ? "button" : "div", {
    type: pressable && "button", class: "leaflet-control-scale dl-scale", onclick: pressable && (() => habits.next("unit")),
  }, line);
  const Scale = L.Control.extend({
    options: { position: "bottomleft" },
    onAdd() {
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  });
  const draw = () => {
    const { unit } = habits.get();
    const pixel = pixelMetres(map, map.getCenter().lat);
    const metres = longestRound(pixel * MOST_PX, unit);
    line.style.width = `${Math.round(metres / pixel)}px`;
    fill(line, lengthIn(metres, unit));
    const other = unit === "km" ? "mi" : "km";
    if (pressable) box.title = `Scale in ${UNIT_NAMES[unit]}; press for ${UNIT_NAMES[other]}`;
  };
  map.addControl(new Scale());
  map.on("move", draw);
  map.whenReady(draw);
  return { destroy: habits.subscribe(draw) };
}
