// Present mode: a briefing step by step on a large screen, one map, one state; evidence for every number one key away.

import { fill } from "./dom.js";
import { cameraOn, marksInView, sizeOf } from "./present-camera.js";
import { furniture } from "./present-frame.js";
import { hearKeys, hearSwipes } from "./present-keys.js";
import { drawLegend, legendOf } from "./present-legend.js";
import { createRehearsal } from "./present-rehearse.js";
import { mountSentence } from "./present-sentence.js";
import { mountStage } from "./present-stage.js";
import { groundsOf, pagesOf, sentencesOf, viewOf } from "./present-steps.js";
import { mountTitle } from "./present-title.js";
import { createPresenter } from "./presenter.js";
import { markName } from "./place-words.js";
import { themeProperties } from "./signs.js";
import { createState } from "./state.js";
import { mountToasts } from "./toasts.js";

const THEMES = { light: "dark", dark: "light" };
const sameRef = (a, b) => a?.kind === b?.kind && a?.id === b?.id;

/**
 * Present a briefing inside `root`.
 *
 * @param root      element of the host's; its size is the screen's
 * @param scene     Scene JSON
 * @param briefing  JSON of layers/briefing
 * @param options   {mountMap(el, state) -> {destroy(), fit(ids), inSight()}, start: id of a step, theme,
 *                  remarks: sentences on the file, for the title page,
 *                  onLeave(id of the step), onExplore(view), onTheme(theme, tokens)}
 * @returns {state, go(page), at(), destroy()}
 */
export function mountPresent(root, scene, briefing, options) {
  const pages = pagesOf(briefing);
  const style = scene.meta.style;
  const state = createState(scene, { theme: options.theme ?? "dark" });
  const parts = furniture(briefing);
  const toasts = mountToasts(root);
  let at = Math.max(pages.findIndex(({ id }) => id === options.start), 0);
  let own = null; // the selection that a step or the panel of sentences made; any other is the audience's
  let map = null;
  const page = () => pages[at];
  const grounds = () => groundsOf(state, page());

  const desk = {
    state, briefing,
    at: () => ({ page: page(), next: pages[at + 1], number: at, count: pages.length - 1 }),
    go: (to) => go(to),
    run: (command) => run(command),
    sentences: () => sentencesOf(state, grounds()),
    /** Open the sentences of the step at one of them. */
    open: (index) => sentence.open(desk.sentences(), "this step", index),
    /** Open the sentences of some items; `ref` is what stays picked while they are read. */
    read({ words, ids, ref = null }) {
      pinned = ref;
      sentence.open(sentencesOf(state, ids), words);
    },
    onSentence(entry) {
      if (entry === null) {
        close();
        return;
      }
      slide.classList.add("reading");
      own = pinned ?? { kind: "item", id: entry.items[0].id };
      state.set({ selection: own });
    },
  };
  let pinned = null;

  const { slide } = parts;
  root.classList.add("dateline", "present");
  root.tabIndex = -1;
  fill(root, slide, toasts.node, parts.live, parts.dark);

  const explore = options.onExplore && (() => options.onExplore(state.serialise()));
  const stage = mountStage(parts, desk, explore);
  const sentence = mountSentence(parts.sentence, desk);
  const presenter = createPresenter(root, desk);
  const title = mountTitle(parts.cover, pages.slice(1), {
    state, briefing, go: (to) => go(to), remarks: options.remarks ?? [],
    commands: [
      pages.length > 1 && { label: "Start", key: "→", main: true, run: () => run("next") },
      explore && { label: "Explore the map", run: explore },
      { label: "Presenter’s window", key: "P", run: () => run("presenter") }, { label: "Full screen", key: "F", run: () => run("full") },
    ].filter(Boolean),
  });

  const dress = () => {
    const { theme } = state.get();
    root.dataset.theme = theme;
    Object.entries(themeProperties(style, theme)).forEach(([name, value]) => root.style.setProperty(name, value));
    options.onTheme?.(theme, style[theme]);
    presenter.update();
  };

  /** Look where the step looks: at its camera, else at the marks of its sentences. */
  const look = () => {
    if (at === 0) return; // the title covers it
    const { camera } = page().view ?? {};
    if (camera) state.set({ camera: cameraOn(camera, sizeOf(parts.pane)) });
    else requestAnimationFrame(() => map?.fit(marksInView(state, grounds()))); // once the marks have followed the view
  };

  const fitAll = () => {
    for (const part of [stage, sentence, title]) part.fit();
  };

  /** Draw the page as it is: everything but the map, which follows the state by itself. */
  const draw = () => {
    const now = page();
    const view = viewOf(state, briefing, at === 0 ? pages[1] ?? now : now);
    own = view.selection;
    const { camera: _, ...rest } = view;
    state.set(rest);
    const ids = at === 0 ? [] : grounds();
    stage.show(ids);
    presenter.update();
    fitAll();
    look();
    const words = at === 0 ? `Title page: ${now.title}` : `Step ${at} of ${pages.length - 1}: ${now.title}`;
    parts.live.textContent = [words, ...now.lines.map(({ text }) => text)].join(". ");
    rehearsal.soon();
  };

  const shut = () => {
    pinned = null;
    sentence.close();
    slide.classList.remove("reading");
  };
  /** Close the sentence and go back to what the step points at. */
  const close = () => {
    shut();
    draw();
    root.focus({ preventScroll: true });
  };

  const go = (to) => {
    const wanted = Math.min(Math.max(to, 0), pages.length - 1);
    if (wanted === at && !sentence.isOpen()) return;
    at = wanted;
    shut();
    draw();
    const { activeElement } = root.getRootNode();
    if (!root.contains(activeElement) || activeElement.closest("[inert], [hidden]")) root.focus({ preventScroll: true });
  };

  const readMark = (id) => {
    const ref = { kind: "mark", id };
    own = ref;
    state.set({ selection: ref });
    desk.read({ words: markName(state.mark(id)), ids: state.itemsOf(id), ref });
  };
  /** What the step itself points at is picked already: to pick it again changes nothing that could be heard of. */
  const onPick = (event) => {
    const id = event.target.closest("[data-mark]")?.dataset.mark;
    if (!id || (event.type === "keydown" && event.key !== "Enter")) return;
    if (sameRef({ kind: "mark", id }, own)) readMark(id);
  };

  /** Sentences of what has the focus, else of the whole step. */
  const read = () => {
    const focused = root.getRootNode().activeElement;
    const mark = focused?.closest("[data-mark]")?.dataset.mark;
    const items = focused?.closest("[data-items]");
    if (mark) readMark(mark);
    else if (items) items.click();
    else desk.open(0);
  };

  const full = async () => {
    if (document.fullscreenElement) {
      await document.exitFullscreen();
      return;
    }
    await root.requestFullscreen();
    await navigator.keyboard?.lock?.(["Escape"]); // so that Esc closes the sentence first, where the browser lets it
  };

  const RUN = {
    next: () => go(at + 1), previous: () => go(at - 1), first: () => go(0), last: () => go(pages.length - 1),
    down: () => (sentence.isOpen() ? sentence.turn(1) : go(at + 1)), up: () => (sentence.isOpen() ? sentence.turn(-1) : go(at - 1)),
    blank: () => { parts.dark.hidden = false; parts.dark.focus(); },
    full: () => full().catch(() => toasts.say("The browser did not give the full screen.")),
    sentence: () => (sentence.isOpen() ? close() : at > 0 && read()),
    presenter: () => presenter.open() || toasts.say("The browser did not open the presenter’s window: allow pop-ups for this page."),
    theme: () => state.set({ theme: THEMES[state.get().theme] }),
    leave: () => (sentence.isOpen() ? close() : options.onLeave?.(page().id)),
  };
  /** Do what a key or a button asks for; a dark screen comes back at any of them, and that is all. */
  const run = (command) => {
    if (!parts.dark.hidden) {
      parts.dark.hidden = true;
      root.focus({ preventScroll: true });
      return true;
    }
    if (command === null) return false;
    RUN[command]();
    return true;
  };

  const explain = () => {
    const sight = map.inSight();
    if (sight) drawLegend(parts.legend, legendOf(state, sight));
  };

  const rehearsal = createRehearsal(root, parts, {
    state, briefing, pages, at: () => at, explore,
    ground: (...step) => map?.rehearse(...step),
  });

  dress();
  draw();
  map = options.mountMap(parts.pane, state);
  look();
  const stop = state.subscribe((_, keys) => {
    if (keys.has("theme")) {
      dress();
      rehearsal.soon();
    }
    if ([...keys].some((key) => key !== "hover")) explain();
    const { selection } = state.get();
    if (!keys.has("selection") || sameRef(selection, own)) return;
    if (selection?.kind === "mark") readMark(selection.id);
    else if (sentence.isOpen()) close();
  });
  explain();
  const observer = new ResizeObserver(() => {
    fitAll();
    look();
    rehearsal.soon();
  });
  observer.observe(root);
  for (const type of ["click", "keydown"]) parts.pane.addEventListener(type, onPick, { capture: true });
  parts.dark.addEventListener("click", () => run(null));
  const deaf = hearKeys(window, () => root.checkVisibility(), run);
  hearSwipes(slide, run);
  document.fonts.addEventListener("loadingdone", fitAll);
  root.focus({ preventScroll: true });

  return {
    state,
    go,
    at: () => page().id,
    destroy() {
      stop();
      deaf();
      rehearsal.stop();
      observer.disconnect();
      document.fonts.removeEventListener("loadingdone", fitAll);
      presenter.close();
      map.destroy();
      if (document.fullscreenElement) document.exitFullscreen();
      root.replaceChildren();
    },
  };
}
