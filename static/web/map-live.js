// The live host: mounts the desk with its map inside a Streamlit component, once, and hands it new scenes after that.

import { inSearch } from "./address.js";
import { saveCsv } from "./csv.js";
import { mountDesk } from "./desk.js";
import { addSheet, h } from "./dom.js";
import { arrive, beforeLeaving, leave, onStep, unlessGone } from "./leaving.js";
import { frameFrom } from "./map-frame.js";
import { overview } from "./map-ground.js";
import { mountMap } from "./map.js";
import { dressPage, keptTheme } from "./page-theme.js";
import { unpacked } from "./unpack.js";
import { wire } from "./wire.js";

const SHEETS = [
  "vendor/leaflet/leaflet.css", "web/desk.css", "web/bar.css", "web/timeline.css", "web/switches.css", "web/place.css",
  "web/sheet.css", "web/palette.css", "web/map.css", "web/map-own.css", "web/map-tools.css", "web/narrow.css",
];
const WORLD = ["overview.json", "adm1.json", "lakes.json", "rivers.json", "towns.json"];
const desks = new WeakMap(); // host element → {desk: Promise, revision, file}
const LEADS_AWAY = new Set(["export", "report"]); // actions that the server answers with another page
let left = null; // {case, view} of the desk that was here before: newer than what the server was told

/** Read one of the app's static files as JSON. */
export async function readJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

/** Files of the ground, by `read(path)`; those of the world are asked for at once, and given once from there. */
function worldAhead(read) {
  const asked = new Map(WORLD.map((path) => [path, read(path)]));
  asked.get("overview.json").then(overview, () => {}); // while the scene is on its way
  asked.forEach((answer) => answer.catch(() => {})); // whoever takes it hears of it
  return {
    json(path) {
      const answer = asked.get(path) ?? read(path);
      asked.delete(path);
      return answer;
    },
  };
}

/** Fonts belong to the document: a shadow root does not load them. */
export function addFonts(base) {
  const href = `${base}fonts/fonts.css`;
  const known = [...document.styleSheets].some((sheet) => sheet.href === href);
  if (!known) document.head.append(h("link", { rel: "stylesheet", href }));
}

async function mount(component, host, base, ahead) {
  const { data, setTriggerValue } = component;
  const setStateValue = unlessGone(component.setStateValue);
  addFonts(base);
  const assets = worldAhead((path) => readJson(`${base}basemap/${path}`));
  const [scene, frame] = await Promise.all([
    unpacked(data.scene, ahead),
    frameFrom(data.frame),
    import(`${base}vendor/leaflet/leaflet.js`), // sets window.L
    ...SHEETS.map((sheet) => addSheet(host, base + sheet)),
  ]);
  const before = left !== null && left.case === data.case ? left.view : null;
  const root = h("div", { class: "dateline-desk" });
  const address = { ...inSearch(), listen: onStep };
  root.style.height = "100%";
  host.replaceChildren(root);
  return mountDesk(root, scene, {
    initial: { ...(data.initial?.opened ? data.initial : before ?? data.initial), theme: keptTheme() },
    address,
    bar: "page",
    onTheme: dressPage,
    mountMap: (pane, state, around) => mountMap(pane, state, { L: window.L, frame, assets, tiles: data.tiles, ...around }),
    search: (text) => wire.ask({ text }),
    onView: (view) => setStateValue("view", view),
    onAction: (name, payload) => {
      if (LEADS_AWAY.has(name)) leave();
      setTriggerValue("action", { name, payload, query: address.read() });
    },
  });
}

/**
 * Mount the desk, or bring the mounted one up to date: Streamlit calls this again whenever `data` changes.
 *
 * A scene comes once: the server is told which one is held here, and leaves it out from then on.
 *
 * @param component  what Streamlit hands a component: {data: {case, revision, scene?: address, …}, setStateValue, setTriggerValue, …}
 * @param host       element the desk fills
 * @param base       address of the app's static files, with a slash at its end
 * @param ahead      Promise of what the scene's address answers, where it was asked already
 * @returns {Promise<() => void>} takes everything away again
 */
export async function host(component, element, base, ahead = null) {
  const { data: { revision, scene } } = component;
  const setStateValue = unlessGone(component.setStateValue);
  if (!desks.has(element)) {
    arrive();
    if (!scene) {
      setStateValue("held", null); // it went with an element that is no more
      return () => {};
    }
    desks.set(element, { desk: mount(component, element, base, ahead), revision });
  }
  const entry = desks.get(element);
  const desk = await entry.desk;
  if (scene) setStateValue("held", revision);
  if (scene && entry.revision !== revision) {
    entry.revision = revision;
    const next = await unpacked(scene, ahead);
    if (entry.revision === revision) desk.update(next); // else a newer one came meanwhile
  }
  entry.unsaid?.();
  entry.unsaid = beforeLeaving(() => setStateValue("view", desk.state.serialise()));
  const { file } = component.data;
  if (file && file.id !== entry.file) {
    entry.file = file.id;
    saveCsv(file.name, file.text);
  }
  return () => {
    if (element.isConnected) return;
    desks.delete(element);
    entry.unsaid();
    left = { case: component.data.case, view: desk.state.serialise() };
    desk.destroy();
  };
}
