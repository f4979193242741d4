// The web map: folium's frame, the basemap, the marks of the scene and their labels, in any element or shadow root.
//
// The same module serves the live page and the exported file. It reads the scene and the shared state, and writes
// back selection, hover and camera. Text from reports reaches the page as text nodes and attributes, never as markup.

import { createBasemap } from "./map-basemap.js";
import * as camera from "./map-camera.js";
import { createChoice } from "./map-choice.js";
import { createCoverage } from "./map-coverage.js";
import { fitButton, notices, sources } from "./map-controls.js";
import { createCrowded } from "./map-crowded.js";
import { compose } from "./map-frame.js";
import { createHabits } from "./map-habits.js";
import * as geometry from "./map-geometry.js";
import { createGlyphs } from "./map-glyphs.js";
import { ROOM_WIDTH, lettering } from "./map-labels.js";
import { onceATurn, svgOverlay, viewAt, viewOf } from "./map-overlay.js";
import { createOwn } from "./map-own.js";
import { createScale } from "./map-scale.js";
import { NO_TOOLS, createTools } from "./map-tools.js";
import { h } from "./dom.js";
import { themeProperties } from "./signs.js";

/** Keys of the view that change how marks look. */
const LOOKS = ["window", "axis", "certainOnly", "undated", "layers", "statuses", "reports", "off", "since", "selection", "hover"];

/** Share of the view that the ground is drawn beyond its edges, for dragging; slides that do not fly keep to less. */
const PAD = { desk: 0.35, still: 0.08 };

/** Zoom below which one scale bar cannot hold for the whole view. */
const FAR = 5;

/**
 * Mount the map.
 *
 * @param el       element that gives the map its size
 * @param state    the shared store of state.js
 * @param options  L: Leaflet 1.9; frame: function of the frame module (see map-frame.js);
 *                 assets: {json(path): Promise<object>} for the files of static/basemap;
 *                 tiles: {services, problem} of layers/web/tiles.py, where a reader may choose them;
 *                 over: () => element that may lie over the map; tools: {say, of toasts.js}, where the map has tools;
 *                 habits: of map-habits.js, where others heed them, too;
 *                 style: data/style.json, where the scene's `meta.style` is not it; glide: fly to a camera that the state
 *                 asks for, as slides do
 * @returns {{destroy(), update(), fit(ids), list(), listOwn(id), focus(id), inSight(), rehearse(camera, size, state), tools,
 *   drawn: Promise of marks on their ground}}
 */
export function mountMap(el, state, options) {
  const canvas = h("div", { class: "dl-canvas" });
  const root = h("div", { class: "dl-map" }, canvas);
  el.append(root);
  const notice = notices(root);
  try {
    return mount(root, canvas, state, options, notice);
  } catch (error) {
    notice.tell("The map could not be drawn; the panels still work. Reload the page to try again.", error);
    const nothing = { update() {}, fit() {}, list() {}, listOwn() {}, focus() {}, inSight: () => null, rehearse() {} };
    return { destroy: () => root.remove(), ...nothing, tools: NO_TOOLS, drawn: Promise.resolve() };
  }
}

function mount(root, canvas, state, options, notice) {
  const { L, frame, assets, tiles = null, over = null, style = state.scene.meta.style, glide = false } = options;
  const { habits = createHabits(state.scene.meta.unit) } = options;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = compose(frame, L, canvas, { zoomAnimation: !calm, fadeAnimation: false, inertia: !calm });
  const end = new AbortController(); // takes every listener with it
  let opened = false;
  let written = state.get().camera;
  let glyphs = null;
  let letters = null;
  let basemap = null;
  let crowded = null;
  let tools = NO_TOOLS;
  let own = null;
  let controls = null;
  let credits = null;
  const coverage = createCoverage(state);
  const apart = (of = state) => of.get().layers.disputed !== false;
  const drapery = () => [coverage.on(), apart()].join();
  let draped = drapery(); // which layers lie on the ground
  let stale = true; // whether to ask anew where the controls stand

  const guarded = (what, work) => (...args) => {
    try {
      return work(...args);
    } catch (error) {
      notice.tell(what, error);
      return undefined;
    }
  };

  // ---- drawing -----------------------------------------------------------------------------------------------
  const reshape = guarded("Some marks could not be drawn:", (view) => {
    if (!glyphs?.reshape(view)) return;
    basemap.name(glyphs.countries());
  });
  const relabel = guarded("Labels could not be set:", () => {
    const [view, fresh] = [viewOf(map), stale];
    stale = false;
    const marked = glyphs.captions(view, basemap.spotsFor, letters.has);
    const quiet = coverage.on() ? coverage.captions(view) : [];
    const mine = own.captions(view);
    const captions = [...marked, ...basemap.captions(view, glyphs.context(view)), ...mine.captions, ...quiet];
    const disputed = basemap.disputedIn(view);
    credits.disputed(disputed > 0);
    state.set({ inFrame: { disputed } });
    root.dataset.far = view.zoom < FAR;
    letters.set(captions, view, [...controlBoxes(fresh), ...crowded.boxes()], [...glyphs.delicate(view), ...mine.soft]);
  });
  const relabelled = onceATurn(() => letters && !end.signal.aborted && relabel());
  /** Set the labels at the end of the turn; `fresh` where controls may stand elsewhere now. */
  const label = (fresh = true) => {
    stale ||= fresh;
    relabelled();
  };
  const marks = svgOverlay(L, { pane: "marks", label: "Places on the map", draw: reshape });
  const flows = svgOverlay(L, { pane: "flows", label: "Movements and distances on the map", draw() {} }); // as marks are
  const labels = svgOverlay(L, { pane: "labels", draw: () => label() });

  /** Boxes of the controls in layer pixels; `fresh` where they may have changed, for to ask takes a layout. */
  function controlBoxes(fresh) {
    if (fresh || controls === null) {
      const { left, top } = canvas.getBoundingClientRect();
      const at = map.containerPointToLayerPoint([0, 0]);
      controls = [...root.querySelectorAll(".leaflet-control, .dl-notices p")].map((control) => {
        const box = control.getBoundingClientRect();
        return [box.left - left + at.x, box.top - top + at.y, box.right - left + at.x, box.bottom - top + at.y];
      });
    }
    return controls;
  }

  const repaint = () => {
    const properties = themeProperties(style, state.get().theme);
    Object.entries(properties).forEach(([name, value]) => root.style.setProperty(name, value));
    basemap.dress(state.get().theme);
    crowded?.paint();
    own?.paint();
  };

  function build() {
    glyphs.build();
    crowded.attend();
    own.attend();
  }

  /** Bring marks and ground in line with the view; `flies` where a flight is about to draw the ground. */
  function restyle(flies = false) {
    const changed = glyphs.restyle(viewOf(map));
    if (changed) basemap.name(glyphs.countries(), flies);
    crowded.paint();
    own.paint();
    return changed;
  }

  // ---- camera ------------------------------------------------------------------------------------------------
  function open() {
    if (opened || map.getSize().x === 0 || map.getSize().y === 0) return;
    const kept = state.get().camera;
    if (!kept && state.scene.reports.length === 0) return; // the first report says where to look
    opened = true;
    const box = camera.opening(glyphs.literal());
    if (kept) map.setView([kept.lat, kept.lon], kept.zoom, { animate: false });
    else if (box) camera.show(map, box, { animate: false });
  }
  /** Take the pane's size as it is now: what looks elsewhere at once need not be drawn before (as invalidateSize does). */
  const measure = () => { map._sizeChanged = true; };
  /** Look where the state wants; tells whether the map flies there. */
  function look({ lat, lon, zoom }) {
    measure();
    if (glide) return camera.fly(map, { lat, lon, zoom });
    map.setView([lat, lon], zoom);
    return false;
  }
  function fit(ids) {
    measure();
    const boxes = ids ? glyphs.boxes(ids) : [glyphs.extent()].filter(Boolean);
    if (boxes.length > 0) camera.show(map, geometry.union(boxes));
  }
  function reveal(ids) {
    const boxes = glyphs.boxes(ids);
    const view = viewOf(map);
    const free = camera.inSight(canvas, view, over?.());
    const seen = (box) => camera.seen(geometry.toScreen(box, view, 0), view, free);
    if (boxes.length > 0 && !boxes.some(seen)) camera.reveal(map, geometry.union(boxes), view, free);
  }
  map.on("moveend", () => {
    if (!opened) return;
    written = camera.cameraOf(map);
    state.set({ camera: written });
  });

  // ---- the user ----------------------------------------------------------------------------------------------
  const markAt = (target) => target?.closest?.("[data-mark]")?.dataset.mark ?? null;
  const select = (id) => state.set({ selection: id === null ? null : { kind: "mark", id } });
  const hover = (id) => state.set({ hover: id === null ? null : { kind: "mark", id } });
  map.on("click", (event) => {
    const { originalEvent } = event;
    const id = markAt(originalEvent.target);
    if (!tools.click(event) && !crowded.click(originalEvent) && !own.click(originalEvent, id)) select(id);
  });
  const on = (type, listener) => canvas.addEventListener(type, listener, { signal: end.signal });
  on("pointerover", (event) => tools.isOn() || hover(markAt(event.target)));
  on("pointermove", (event) => {
    if (tools.isOn()) return;
    crowded.hover(event);
    own.hover(event, markAt(event.target));
  });
  on("pointerleave", (event) => {
    crowded.leave(event);
    own.leave();
    hover(null);
  });
  on("keydown", (event) => {
    const id = markAt(event.target);
    if (event.key === "Escape") select(null);
    if (id === null || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation();
    select(id);
  });
  on("focusin", (event) => {
    const id = markAt(event.target);
    if (id !== null) reveal([id]);
  });

  // ---- the state ---------------------------------------------------------------------------------------------
  const follow = guarded("The map could not follow the view:", (_, keys) => {
    if (keys.has("scene")) {
      build();
      credits.print(state.scene.meta);
    }
    if (keys.has("theme")) repaint();
    const { camera: wanted } = state.get();
    const moves = keys.has("camera") && wanted && !camera.sameCamera(wanted, written);
    const flies = moves && look(wanted); // first, so that marks take their shapes once
    const looks = keys.has("scene") || LOOKS.some((key) => keys.has(key));
    const regrounded = looks && (coverage.on() || draped !== drapery());
    draped = drapery();
    const restyled = looks && restyle(flies);
    if (keys.has("scene")) open();
    if (regrounded && !flies) basemap.refresh(); // a flight draws ground and labels on its way
    if ((restyled || regrounded || keys.has("names")) && !flies) label(keys.has("scene"));
    // A camera that is asked for looks where it should. On a phone a card comes up over the map: once the panels have
    // heard of the selection, too.
    if (keys.has("selection") && !moves) queueMicrotask(() => reveal(state.selectedMarks()));
  });

  // ---- start and end -----------------------------------------------------------------------------------------
  for (const overlay of [marks, flows, labels]) overlay.addTo(map);
  const scale = createScale(L, map, habits, Boolean(options.tools));
  fitButton(L, map, () => fit());
  const choice = createChoice(L, map, root, tiles, guarded("The ground could not be changed:", () => {
    credits.ground(choice.credit());
    basemap.refresh();
    label();
  }));
  basemap = createBasemap(L, map, {
    assets, style, theme: state.get().theme, coverage, pad: glide && calm ? PAD.still : PAD.desk, choice, disputed: () => apart(), tell: notice.tell, changed: () => label(),
  });
  glyphs = createGlyphs(state, style, { marks, flows }, notice.tell, () => habits.get().unit);
  letters = lettering(labels.root);
  crowded = createCrowded(L, map, root, state, glyphs, style, {
    select, hover, show: (box) => camera.show(map, box, { closest: map.getMaxZoom() }),
  });
  own = createOwn(L, map, root, state, style, (box) => camera.show(map, box, { closest: map.getMaxZoom() }), () => label(false));
  if (options.tools) tools = createTools(L, map, root, habits, options.tools);
  build();
  repaint();
  credits = sources(L, map, state.scene.meta);
  restyle();
  open();
  label();

  const resize = () => {
    map.invalidateSize({ animate: false });
    open();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(root);
  window.matchMedia(`(min-width: ${ROOM_WIDTH}px)`).addEventListener("change", () => label(), { signal: end.signal });
  document.fonts.addEventListener("loadingdone", () => label(), { signal: end.signal });
  const unsubscribe = state.subscribe(follow);
  const unheed = habits.subscribe(() => restyle() && label());

  return {
    destroy() {
      unsubscribe();
      unheed();
      scale.destroy();
      tools.destroy();
      end.abort();
      observer.disconnect();
      basemap.destroy();
      map._animatingZoom = false; // Leaflet's timer that ends a zoom outlives remove() and misses the pane
      map.remove();
      root.remove();
    },
    fit,
    /** Draw ahead the ground of a step that may come, where the camera does not fly there: its camera, its pane's size, its state. */
    rehearse(at, size, coming) {
      if (!calm || !opened) return;
      const cast = { coverage: createCoverage(coming), apart: apart(coming), named: glyphs.countries(coming) };
      basemap.rehearse(viewAt(map, at, size), cast);
    },
    /** List the places in view. */
    list: () => crowded.list(),
    /** List the features of an own layer. */
    listOwn: (id) => own.list(id),
    /** The desk calls this with a new scene; the store has told the map already. */
    update() {},
    /** Bring a mark into sight and give it the keyboard's focus. */
    focus(id) {
      reveal([id]);
      glyphs.get(id)?.node.focus({ preventScroll: true });
    },
    tools,
    drawn: basemap.drawn,
    /** What lies in sight once the map has come to rest: {marks, crowd: rings that count others, coverage, own: ids of layers}. */
    inSight() {
      const at = state.get().camera ?? camera.cameraOf(map);
      const box = camera.boxOf(at, map.getSize());
      return { ...glyphs.inSight(box), coverage: coverage.on(), own: own.inSight(box) };
    },
  };
}
