// The choice of ground: Dateline's own, the same without rivers and towns, or tiles of a service that the user named.
//
// Who would be asked is said beside each choice, before it is made. A choice lasts until the map is left, and goes into
// no link, no file and no view.

import { fill, h } from "./dom.js";
import { barButton } from "./map-controls.js";
import { layTiles } from "./map-tiles.js";

const ICON = "M7 1.5 13 5 7 8.5 1 5ZM1 8.5 7 12 13 8.5";
const OWN = [
  { id: "dateline", name: "Dateline (offline)", told: "Asks nobody." },
  { id: "quiet", name: "Quiet (no rivers and towns)", told: "Dateline's own, offline; asks nobody." },
];
const HOW = "More can be named in tiles.toml in your data folder.";

const promise = ({ host }) => `Asks ${host} for the parts of the map you look at, while it is chosen.`;

/**
 * Put the choice on the map.
 *
 * @param tiles    {services, problem} of layers/web/tiles.py; null where there can be none
 * @param changed  called when the ground is another
 * @returns {{plain(): no rivers and towns, tiled(): tiles cover the ground, credit(): words or "", destroy()}}
 */
export function createChoice(L, map, root, tiles, changed) {
  const services = tiles?.services ?? [];
  let chosen = OWN[0].id;
  let laid = null;

  const choose = (id) => {
    laid?.remove();
    const service = services.find((each) => each.id === id);
    chosen = id;
    laid = service ? layTiles(L, map, service, changed) : null;
    changed();
  };

  const option = ({ id, name, told }) => h("label", {}, h("input", {
    type: "radio", name: "dl-ground", value: id, checked: id === chosen, onchange: () => choose(id),
  }), h("span", {}, name, h("small", {}, told)));

  const box = h("section", { class: "dl-choice", "aria-label": "Choice of ground", hidden: true });
  const form = h("fieldset", {}, h("legend", {}, "Ground"), OWN.map(option),
    services.map((each) => option({ ...each, told: promise(each) })),
    tiles && h("p", {}, tiles.problem ?? HOW));
  fill(box, form);
  root.append(box);
  const button = barButton(L, "Choose the ground", ICON, () => show(box.hidden));
  const press = () => button.getContainer().querySelector("button");
  const show = (open) => {
    box.hidden = !open;
    press().setAttribute("aria-expanded", String(open));
    if (open) box.querySelector(":checked").focus({ preventScroll: true });
  };
  button.addTo(map);
  press().setAttribute("aria-expanded", "false");
  box.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the arrows move in the choice, not the map
    if (event.key !== "Escape") return;
    show(false);
    press().focus({ preventScroll: true });
  });
  map.on("click", () => show(false));

  return {
    plain: () => chosen === "quiet",
    tiled: () => laid?.came() ?? false,
    credit: () => laid?.words() ?? "",
  };
}
