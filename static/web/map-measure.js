// Measuring by hand: clicks set points, or Enter at the middle of the map. A ruler and no data: it is in no file, no link
// and no plate, and while it is on nothing on the map is picked.

import { normal } from "./coordinates.js";
import { fill, h } from "./dom.js";
import { barButton } from "./map-controls.js";
import { createLines } from "./map-measure-lines.js";
import { pixelMetres } from "./map-scale.js";
import { NOTHING, added, ended, findings, report, undone } from "./measure.js";
import { UNITS, UNIT_NAMES } from "./units.js";

const ICON = "M1 10 10 1 13 4 4 13ZM3.2 7.8 5 9.6M5.4 5.6 6.6 6.8M7.6 3.4 9.4 5.2";
const SAME_PX = 6; // a click this close to the last point is the second of two, and ends the line
const FIRST_PX = 10; // and this close to the first one closes it
const HOW = "Click or tap to set points; Enter sets one in the middle of the map. Twice in one place ends the line, its first point closes it.";

/**
 * @param root    element of the map; the findings stand in it
 * @param habits  of map-habits.js
 * @param aim     of map-aim.js
 * @param copy    (words) => copied
 * @returns {{start(), stop(), isOn(), click(LatLng), key(event): whether it was for the ruler, moved(), destroy()}}
 */
export function createMeasure(L, map, root, habits, aim, copy) {
  let line = NOTHING;
  let on = false;
  const position = ({ lat, lng }) => [normal(lng), lat];
  const ahead = () => (on && !line.ended ? position(aim.at()) : null);
  const grain = () => Math.max(pixelMetres(map, aim.at().lat), ...line.points.map((point) => point.grain));
  const lines = createLines(L, () => ({ line, ahead: ahead(), unit: habits.get().unit, grain: grain() }));
  const box = h("section", { class: "dl-measure", "aria-label": "Measure", hidden: true });
  root.append(box);
  const control = barButton(L, "Measure distance, bearing and area", ICON, () => (on ? stop() : start()));
  control.addTo(map);
  const press = control.getContainer().querySelector("button");
  press.setAttribute("aria-pressed", "false");

  const pixels = (point, latLng) => {
    const [lon, lat] = point.at;
    const [a, b] = [map.latLngToContainerPoint([lat, lon]), map.latLngToContainerPoint(latLng)];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };

  const act = (key, words, disabled, onclick) => h("button", { type: "button", "data-key": key, disabled, onclick }, words);

  function draw() {
    const { unit } = habits.get();
    const found = findings(line, unit);
    const units = h("div", { class: "dl-units", role: "group", "aria-label": "Unit" }, UNITS.map((each) => h("button", {
      type: "button", "data-key": `unit ${each}`, "aria-pressed": String(each === unit), "aria-label": UNIT_NAMES[each],
      onclick: () => habits.set({ unit: each }),
    }, each)));
    fill(box,
      h("header", {}, h("h2", {}, "Measure"), units,
        h("button", { type: "button", class: "dl-roll-close", "aria-label": "Stop measuring", title: "Esc", "data-key": "stop", onclick: stop }, "×")),
      h("div", { role: "status" }, found
        ? [h("p", { class: "dl-total" }, found.total),
          found.rows.length > 0 && h("dl", {}, found.rows.map(([name, words]) => h("div", {}, h("dt", {}, name), h("dd", {}, words))))]
        : h("p", { class: "dl-how" }, HOW)),
      line.points.length > 0 && h("footer", {},
        act("back", line.closed ? "Open again" : "Back", false, back),
        !line.closed && act("close", "Close shape", line.points.length < 3, () => change(ended(line, true))),
        act("copy", "Copy", found === null, () => copy(report(line, habits.get()))),
        act("clear", "Clear", false, () => change(NOTHING))));
    lines.refresh();
  }

  function change(next) {
    line = next;
    draw();
  }

  const back = () => change(undone(line));

  function put(latLng) {
    if (line.ended) line = NOTHING;
    const [first, last] = [line.points[0], line.points.at(-1)];
    if (last && pixels(last, latLng) < SAME_PX) return line.points.length > 1 && change(ended(line));
    if (line.points.length > 2 && pixels(first, latLng) < FIRST_PX) return change(ended(line, true));
    return change(added(line, { at: position(latLng), grain: pixelMetres(map, latLng.lat) }));
  }

  function turn(to) {
    on = to;
    box.hidden = !on;
    root.toggleAttribute("data-measuring", on);
    press.setAttribute("aria-pressed", String(on));
    map.doubleClickZoom[on ? "disable" : "enable"]();
    on ? lines.overlay.addTo(map) : lines.overlay.remove();
    change(NOTHING);
  }

  function start() {
    if (!on) turn(true);
    map.getContainer().focus({ preventScroll: true });
  }

  function stop() {
    if (!on) return;
    turn(false);
    press.focus({ preventScroll: true });
  }

  const KEYS = {
    Enter: () => (aim.isCentre() ? put(map.getCenter()) : line.points.length > 1 && change(ended(line))),
    Backspace: () => line.points.length > 0 && back(),
    Escape: () => (line.points.length > 1 && !line.ended ? change(ended(line)) : stop()),
  };

  return {
    start, stop, draw,
    isOn: () => on,
    click: put,
    key(event) {
      const own = event.target.closest("button") && event.key === "Enter";
      if (!on || own || !KEYS[event.key]) return false;
      KEYS[event.key]();
      return true;
    },
    /** The pointer or the map has moved. */
    moved: () => on && !line.ended && line.points.length > 0 && lines.refresh(),
    destroy: habits.subscribe(() => on && draw()),
  };
}
