// The position under the pointer, or of the middle of the map, in a corner: press for another notation, copy, go to one.

import { NOTATIONS, NOTATION_NAMES, positionWords } from "./coordinates.js";
import { fill, h } from "./dom.js";
import { element } from "./map-overlay.js";
import { pixelMetres } from "./map-scale.js";

const COPY = "M4.5 4.5H12.5V12.5H4.5ZM9.5 4.5V1.5H1.5V9.5H4.5";
const GO = "M7 3.5a3.5 3.5 0 1 0 .01 0M7 .5V6M7 8V13.5M.5 7H6M8 7H13.5";

function iconButton(name, icon, onclick) {
  const drawing = element("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" });
  element("path", { d: icon, class: "dl-icon" }, drawing);
  return h("button", { type: "button", title: name, "aria-label": name, onclick }, drawing);
}

/**
 * Put the readout on the map, over the scale bar.
 *
 * @param habits  of map-habits.js: the notation
 * @param aim     of map-aim.js
 * @param acts    {copy(words), ask(): for a position to go to, forget(): the one gone to}
 * @returns {{draw(), words(), note(words or null): of the position gone to, goButton, destroy()}}
 */
export function createReadout(L, map, habits, aim, acts) {
  const at = h("button", { type: "button", class: "dl-at", onclick: () => habits.next("notation") });
  const goButton = iconButton("Go to a coordinate", GO, () => acts.ask());
  const went = h("p", { class: "dl-went", role: "status", hidden: true });
  const box = h("div", { class: "dl-readout", role: "group", "aria-label": "Position" }, went,
    h("div", {}, at, iconButton("Copy the position (C over the map)", COPY, () => acts.copy(words())), goButton));
  const Readout = L.Control.extend({
    options: { position: "bottomleft" },
    onAdd() {
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  });

  function words() {
    const { lat, lng } = aim.at();
    return positionWords(habits.get().notation, lat, lng, pixelMetres(map, lat));
  }

  const draw = () => {
    if (!map._loaded) return; // a map without a size looks nowhere
    const { notation } = habits.get();
    const next = NOTATIONS[(NOTATIONS.indexOf(notation) + 1) % NOTATIONS.length];
    const [whose, printed] = [aim.isCentre() ? "Middle of the map" : "Under the pointer", words()];
    at.textContent = printed;
    at.title = `${whose}, in ${NOTATION_NAMES[notation]}; press for ${NOTATION_NAMES[next]}`;
    at.setAttribute("aria-label", `${whose}: ${printed}. Press for ${NOTATION_NAMES[next]}`);
  };

  map.addControl(new Readout());
  return {
    draw, words, goButton,
    note(told) {
      went.hidden = told === null;
      fill(went, told && [told, h("button", { type: "button", "aria-label": "Take the mark away", title: "Esc", onclick: () => acts.forget() }, "×")]);
    },
    destroy: habits.subscribe(draw),
  };
}
