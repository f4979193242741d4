// The live host of present mode: mounts a presentation over the page, inside a Streamlit component, until it is left.

import { addSheet, h } from "./dom.js";
import { frameFrom } from "./map-frame.js";
import { addFonts, readJson } from "./map-live.js";
import { mountMap } from "./map.js";
import { dressPage, keptTheme } from "./page-theme.js";
import { mountPresent } from "./present.js";
import { unpacked } from "./unpack.js";

const SHEETS = ["vendor/leaflet/leaflet.css", "web/desk.css", "web/bar.css", "web/timeline.css", "web/map.css", "web/map-own.css", "web/present.css"];
const shows = new WeakMap(); // host element → Promise of what mountPresent gave

async function mount({ data, setTriggerValue }, host, base, ahead) {
  addFonts(base);
  const dialog = h("dialog", { class: "present-over", "aria-label": "Presentation" });
  const root = h("div");
  dialog.append(root);
  host.replaceChildren(dialog);
  const [scene, frame] = await Promise.all([
    unpacked(data.scene, ahead),
    frameFrom(data.frame),
    import(`${base}vendor/leaflet/leaflet.js`), // sets window.L
    ...SHEETS.map((sheet) => addSheet(host, base + sheet)),
  ]);
  const assets = { json: (path) => readJson(`${base}basemap/${path}`) };
  dialog.addEventListener("cancel", (event) => event.preventDefault()); // Esc is a key of ours
  dialog.showModal();
  const show = mountPresent(root, scene, data.briefing, {
    start: data.start,
    theme: keptTheme(),
    onTheme: dressPage,
    mountMap: (pane, state) => mountMap(pane, state, { L: window.L, frame, assets, glide: true }),
    onLeave(step) {
      dialog.close();
      setTriggerValue("left", { step });
    },
  });
  return show;
}

/**
 * Mount the presentation once; Streamlit calls this again whenever `data` changes.
 *
 * @param component  what Streamlit hands a component: {data: {scene: address, frame, briefing, start}, setTriggerValue}
 * @param host       element of the component's
 * @param base       address of the app's static files, with a slash at its end
 * @param ahead      Promise of what the scene's address answers, where it was asked already
 * @returns {Promise<() => void>} takes everything away again
 */
export async function host(component, element, base, ahead = null) {
  if (!shows.has(element)) shows.set(element, mount(component, element, base, ahead));
  const show = await shows.get(element);
  return () => {
    if (element.isConnected) return;
    shows.delete(element);
    show.destroy();
  };
}
