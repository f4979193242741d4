// The desk: everything of the map page that the browser draws, except the map pane itself.

import { keepAddress, linkedView } from "./address.js";
import { ask } from "./ask.js";
import { commandsOf } from "./commands.js";
import { mountEvidence } from "./evidence.js";
import { mountFigures } from "./figures.js";
import { mountLayers } from "./layers.js";
import { fill, h } from "./dom.js";
import { createHabits } from "./map-habits.js";
import { mountPalette } from "./palette.js";
import { themeProperties } from "./signs.js";
import { mountSheet } from "./sheet.js";
import { PASSING, createState } from "./state.js";
import { mountStrip } from "./strip.js";
import { mountTiles } from "./tiles.js";
import { mountTimeline } from "./timeline.js";
import { mountToasts } from "./toasts.js";
import { mountToolbar } from "./toolbar.js";
import { createTrail } from "./trail.js";
import { afterPaint, patiently } from "./turns.js";
import { offerUndo } from "./undoing.js";

const VIEW_DELAY_MS = 300;
const DRAG_DELAY_MS = 90;
/** What the browser's own clock is told (User Timing) once the map stands on its ground, and once all panels stand. */
const DRAWN = { map: "dateline map", desk: "dateline desk" };
/** Acts that cannot be taken back, and what is asked before them. */
const ASKED = {
  "remove-samples": {
    title: "Remove the sample corpus?",
    words: "Its reports do not come back at the next start. Reports of your own stay. Cases can bring the samples back.",
    yes: "Remove the samples",
  },
};
const same = (a, b) => a?.kind === b?.kind && a?.id === b?.id;

/** What the panels share: the store, the style, and what a click or a hover does. */
function makeDesk(root, state, options, views, trail) {
  // The host may leave the page on an action: a view told after it would call the host back.
  const act = async (name, payload) => {
    if (ASKED[name] && !(await ask(root, ASKED[name]))) return;
    views.flush();
    desk.link?.();
    options.onAction(name, payload);
  };
  const desk = {
    state,
    trail,
    style: options.style ?? state.scene.meta.style,
    act: options.onAction ? act : null,
    /** Select what `ref` names; selecting it again lets go. */
    select: (ref) => state.set({ selection: same(ref, state.get().selection) ? null : ref }),
    /** Select as `select` does, as a step that can be taken back. */
    pick: (ref) => (same(ref, state.get().selection) ? state.set({ selection: null }) : trail.step(ref)),
    preview: (ref) => state.set({ hover: ref }),
    /** Go to the claims of a group: on screen they are rows of the table, and the first takes the focus. */
    toClaims(ref) {
      trail.step(ref);
      requestAnimationFrame(() => desk.focusClaim());
    },
    /** Go to a claim's sentence, where its words are marked. */
    toSentence(ref) {
      trail.step(ref);
      requestAnimationFrame(() => desk.focusSentence());
    },
    listOwn: () => {},
    held: false,
    /** While the window is dragged or played the host hears nothing; it is told the view at which that ended. */
    hold(on) {
      desk.held = on;
      if (on) views.cancel();
      else views.poke();
    },
  };
  return desk;
}

/** Changed keys, sorted by what panels must do: lay out anew, mark the selection, mark the hover. */
function changes(keys) {
  const structure = [...keys].some((key) => !["selection", "hover", "inFrame", "theme", "camera", "sheet"].includes(key));
  const has = (key) => keys.has(key);
  const counting = has("axis") || has("statuses") || has("reports");
  return {
    structure, counting, scene: has("scene"), selection: has("selection"), hover: has("hover"), inFrame: has("inFrame"), sheet: has("sheet"),
  };
}

function emptyDesk(desk) {
  return h("div", { class: "welcome" },
    h("h2", {}, "No reports yet"),
    h("p", {}, "Add an article and its places, figures and dates appear here, each with its sentence."),
    desk.act && h("button", { type: "button", onclick: () => desk.act("report", null) }, "Add a report"));
}

const some = (count) => (count === 1 ? "One thing" : `${count} things`);

/** Do `work` once `poke` has not been called for `delay` ms. */
function debounced(work, delay) {
  let timer = 0;
  return {
    poke() {
      clearTimeout(timer);
      timer = setTimeout(work, delay);
    },
    cancel: () => clearTimeout(timer),
    /** Do it now, and not again later. */
    flush() {
      clearTimeout(timer);
      work();
    },
  };
}

/**
 * Draw the desk inside `root`.
 *
 * @param root     element of the host's; its size is the desk's size
 * @param scene    Scene JSON
 * @param options  {mountMap(el, state, {over, habits, tools}) -> {destroy(), fit()}, onView(view), onAction(name, payload), onTheme(theme, tokens),
 *                 initial, address, bar, style, search}; `address` is a store of address.js, whose link goes before
 *                 `initial`; `search(text)` asks whoever holds the reports (see palette.js); `bar` is "own" for a bar
 *                 of buttons above the desk, "page" where it stands in the header of the page around;
 *                 without `style` the tokens are taken from scene.meta.style
 * @returns {state, stands: Promise, update(scene), destroy()}
 */
export function mountDesk(root, scene, options = {}) {
  const linked = options.address ? linkedView(options.address, scene) : null;
  const state = createState(scene, linked ? { ...linked.view, theme: options.initial?.theme } : options.initial);
  const views = debounced(() => options.onView?.(state.serialise()), VIEW_DELAY_MS);
  const desk = makeDesk(root, state, options, views, createTrail(root, state));
  const toasts = mountToasts(root);
  const habits = createHabits(scene.meta.unit);
  const undoing = offerUndo(state, toasts.say);
  const lost = (count) => toasts.say(`${some(count)} that the link names cannot be shown: not in these reports, or not any more.`);
  const address = options.address && keepAddress(state, options.address, { quietly: undoing.quietly, onLost: lost });
  Object.assign(desk, { say: toasts.say, link: address?.link, habits });
  const area = (tag, name, label) => h(tag, { class: name, "aria-label": label });
  const areas = {
    tiles: area("section", "tiles", "Headline numbers"), layers: area("aside", "layers", "Layers and switches"),
    map: area("section", "map", "Map"), evidence: area("section", "evidence", "Evidence"),
    figures: area("section", "figures-panel", "Figures"), timeline: area("section", "timeline", "Timeline"),
    bar: area("header", "top", "Page"), sheet: area("section", "sheet", "All figures"), strip: area("footer", "strip", "Counts and credits"),
  };
  const right = h("div", { class: "right" }, areas.evidence, areas.figures);
  const pane = h("div", { class: "map-pane" });
  const welcome = h("div", { class: "cover" });
  areas.map.append(pane, welcome);
  const frame = h("div", { class: "desk", "aria-busy": "true" }, areas.tiles, areas.layers, areas.map, areas.sheet, right, areas.timeline,
    areas.strip);
  root.classList.add("dateline");
  root.tabIndex = -1;
  if (options.bar) root.dataset.bar = options.bar;
  fill(root, options.bar && areas.bar, frame, toasts.node);

  const dress = () => {
    const { theme } = state.get();
    root.dataset.theme = theme;
    for (const [name, value] of Object.entries(themeProperties(desk.style, theme))) root.style.setProperty(name, value);
    options.onTheme?.(theme, desk.style[theme]);
  };
  dress();

  // The map is what a reader waits for: the panels that read every item come after it.
  const prompt = [mountTiles(areas.tiles, desk), mountStrip(areas.strip, desk)];
  const layers = patiently(() => mountLayers(areas.layers, desk));
  const timeline = patiently(() => mountTimeline(areas.timeline, desk));
  const evidence = patiently(() => mountEvidence(areas.evidence, desk));
  const figures = patiently(() => mountFigures(areas.figures, desk));
  const sheet = patiently(() => mountSheet(areas.sheet, desk));
  Object.assign(desk, {
    openList: (name) => evidence.get().openList(name),
    read: (...passage) => evidence.get().read(...passage),
    focusSentence: () => evidence.get().focusSentence(),
    focusClaim: () => (state.get().sheet ? sheet : figures).get().focusSelected(),
    timescale: () => timeline.get().scale(),
    rescaled: () => sheet.now()?.rescale(),
  });
  let map;
  const palette = mountPalette(root, desk, { commands: () => commandsOf(desk, map, habits), goTo: (spot) => map?.tools?.goTo(spot), search: options.search });
  desk.find = palette.open;
  const toolbar = options.bar && mountToolbar(areas.bar, desk, root);
  const [switches, lists] = [[layers, timeline], [evidence, figures, sheet]];
  const now = (panels) => panels.map((panel) => panel.now());
  const inStep = (panels, changed) => panels.forEach((panel) => panel?.update(changed));
  const cover = () => {
    const empty = state.scene.reports.length === 0;
    welcome.hidden = !empty;
    frame.classList.toggle("bare", state.scene.tiles.length === 0);
    fill(welcome, empty && emptyDesk(desk));
  };
  cover();
  const spread = () => {
    const open = state.get().sheet;
    frame.classList.toggle("spread", open !== null);
    frame.classList.toggle("beside", open?.map === true);
    frame.classList.toggle("charted", open?.tab === "chart");
    areas.layers.inert = open !== null;
    areas.map.inert = open !== null && !open.map;
  };
  spread();
  map = options.mountMap?.(pane, state, { over: () => right, habits, tools: { say: toasts.say } });
  desk.listOwn = (id) => map?.listOwn(id);
  const first = () => {}; // the first frame is the map's alone
  let leaveOut;
  const stands = new Promise((done) => {
    leaveOut = afterPaint([first, ...[...switches, ...lists].map((panel) => panel.get), done]);
  });
  stands.then(() => {
    frame.removeAttribute("aria-busy");
    performance.mark(DRAWN.desk);
  });
  Promise.resolve(map?.drawn).then(() => afterPaint([() => performance.mark(DRAWN.map)]));

  const settle = debounced(() => inStep(now(lists), changes(new Set(["window"]))), DRAG_DELAY_MS);
  const stop = state.subscribe((_, keys) => {
    const changed = changes(keys);
    if (keys.has("theme")) dress();
    if (keys.has("sheet")) spread();
    if (changed.scene) cover();
    inStep([...prompt, ...now(switches)], changed);
    // While the window is dragged the long lists wait; everything else keeps up with the pointer.
    if ([...keys].every((key) => key === "window")) settle.poke();
    else inStep(now(lists), changed);
    if (!desk.held && [...keys].some((key) => !PASSING.has(key) && key !== "scene")) views.poke();
  });

  if (linked?.lost) lost(linked.lost);

  const onKey = (event) => {
    const typing = event.target.closest("input, textarea");
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !typing && toasts.undo()) event.preventDefault();
    if (event.key !== "Escape" || event.defaultPrevented || desk.trail.back()) return;
    if (state.get().selection) state.set({ selection: null });
    else if (state.get().sheet) sheet.get().close();
  };
  root.addEventListener("keydown", onKey);

  return {
    state,
    /** Resolves once all panels stand. */
    stands,
    /** Show another scene in the same view; panels and map hear of it from the state. */
    update: (next) => state.setScene(next),
    destroy() {
      stop();
      address?.stop();
      undoing.stop();
      toolbar?.destroy();
      leaveOut();
      [...prompt, ...now([...switches, ...lists])].forEach((panel) => panel?.destroy?.());
      views.cancel();
      settle.cancel();
      palette.destroy();
      map?.destroy();
      root.removeEventListener("keydown", onKey);
      root.replaceChildren();
    },
  };
}
