// The tools on the map: where the pointer is, going to a coordinate, measuring. They read the map and change no view but
// its camera.

import { copyText } from "./clipboard.js";
import { h } from "./dom.js";
import { createAim } from "./map-aim.js";
import { createGoTo } from "./map-goto.js";
import { createMeasure } from "./map-measure.js";
import { createReadout } from "./map-readout.js";

const COPIED = { done: "Copied.", ask: "Copy this:", label: "What to copy", topic: "copied" };

/** What has keys of its own on the map. */
const OTHERS = "input, .dl-choice, .dl-roll";

/** What a map without tools has instead. */
export const NO_TOOLS = {
  isOn: () => false, click: () => false, measure() {}, ask() {}, goTo() {}, destroy() {},
};

/**
 * @param root     element of the map
 * @param habits   of map-habits.js
 * @param options  {say: of toasts.js}
 * @returns {{isOn(): whether clicks are the ruler's, click(event): whether it was one of these, measure(), ask(text), goTo(spot), destroy()}}
 */
export function createTools(L, map, root, habits, { say }) {
  const canvas = map.getContainer();
  const end = new AbortController();
  const copy = (words) => copyText(words, say, { ...COPIED, done: `Copied: ${words}` });
  const toMap = () => canvas.focus({ preventScroll: true });
  let parts = null; // the tools tell each other what moved, once they all are there
  const moved = () => {
    parts?.readout.draw();
    parts?.measure.moved();
  };
  const aim = createAim(map, canvas, end.signal, () => {
    root.toggleAttribute("data-centred", aim.isCentre());
    moved();
  });
  const readout = createReadout(L, map, habits, aim, { copy, ask: () => (goTo.isOpen() ? goTo.close() : goTo.ask()), forget: () => goTo.forget() });
  const goTo = createGoTo(L, map, root, habits, { told: readout.note, left: () => readout.goButton.focus({ preventScroll: true }) });
  const measure = createMeasure(L, map, root, habits, aim, copy);
  parts = { readout, measure };
  root.toggleAttribute("data-centred", aim.isCentre());
  root.append(h("div", { class: "dl-cross", "aria-hidden": "true" }));
  readout.draw();
  const retold = habits.subscribe(goTo.tell);

  const listen = (target, type, listener, options) => target.addEventListener(type, listener, { signal: end.signal, ...options });
  // Before the map and the desk hear of a key: Esc ends one thing at a time.
  listen(root, "keydown", (event) => {
    if (event.target.closest(OTHERS)) return;
    const done = measure.key(event) || (event.key === "Escape" && !goTo.isOpen() && goTo.forget());
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
  listen(document, "keydown", (event) => {
    const typing = event.composedPath()[0]?.matches?.("input, textarea, select, [contenteditable]");
    if (event.key.toLowerCase() !== "c" || event.ctrlKey || event.metaKey || event.altKey || typing || aim.isCentre()) return;
    copy(readout.words());
  });

  return {
    isOn: measure.isOn,
    click({ latlng }) {
      if (measure.isOn()) measure.click(latlng);
      return measure.isOn();
    },
    measure: measure.start,
    ask: goTo.ask,
    goTo(spot) {
      goTo.go(spot);
      toMap();
    },
    destroy() {
      end.abort();
      retold();
      readout.destroy();
      measure.destroy();
    },
  };
}
