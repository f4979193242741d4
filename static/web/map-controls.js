// What stands on the map besides the map: the fit button, the sources, and what went wrong.

import { h } from "./dom.js";
import { element } from "./map-overlay.js";

/** A button under the zoom buttons, as a Leaflet control that is not on a map yet. */
export function barButton(L, name, icon, onPress) {
  const Bar = L.Control.extend({
    options: { position: "topright" },
    onAdd() {
      const drawing = element("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" });
      element("path", { d: icon, class: "dl-icon" }, drawing);
      const button = h("button", { type: "button", class: "dl-fit", title: name, "aria-label": name }, drawing);
      button.addEventListener("click", onPress);
      const box = h("div", { class: "leaflet-bar dl-bar" }, button);
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  });
  return new Bar();
}

/** Shows everything that is drawn. */
export const fitButton = (L, map, onFit) =>
  barButton(L, "Show everything", "M1 5V1h4M9 1h4v4M13 9v4H9M5 13H1V9", onFit).addTo(map);

/**
 * Sources of the drawing, and the policy on boundaries wherever disputed land is in view, as text.
 *
 * @returns {{print(meta), disputed(inView), ground(words)}} `ground` tells whose tiles are seen; "" for none
 */
export function sources(L, map, meta) {
  const policy = h("div", { class: "dl-policy" });
  const tiles = h("div", { class: "dl-tiled", role: "status" });
  const names = h("div", {});
  const print = ({ policy: words, attribution }) => {
    policy.textContent = words ?? "";
    names.textContent = (attribution ?? []).join(" · ");
  };
  const Sources = L.Control.extend({
    options: { position: "bottomright" },
    onAdd() {
      const box = h("div", { class: "dl-sources" }, policy, tiles, names);
      L.DomEvent.disableClickPropagation(box);
      return box;
    },
  });
  print(meta);
  policy.hidden = true;
  map.addControl(new Sources());
  return {
    print,
    disputed: (inView) => { policy.hidden = !inView; },
    ground: (words) => { tiles.textContent = words; },
  };
}

/** Messages in the map's own space: one for each kind of failure, with the details of all that failed so. */
export function notices(root) {
  const box = h("div", { class: "dl-notices", role: "alert" });
  const told = new Map(); // what failed → {details, text}
  root.append(box);
  const open = (what) => {
    const text = h("span", {});
    const close = h("button", { type: "button", "aria-label": "Dismiss", title: "Dismiss" }, "×");
    const line = h("p", {}, text, close);
    close.addEventListener("click", () => { line.remove(); told.delete(what); });
    box.append(line);
    told.set(what, { details: new Set(), text });
  };
  return {
    tell(what, error) {
      if (!told.has(what)) open(what);
      const { details, text } = told.get(what);
      details.add(error instanceof Error ? error.message : String(error));
      text.textContent = `${what} ${[...details].join("; ")}`;
    },
  };
}
