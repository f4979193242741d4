// The steps before and after the one on the screen, rehearsed once it has settled: how large their words fit, and their
// ground where the camera does not fly. What is rehearsed is known by all it was made from (size, step, theme, view), so
// that a step shows it only where it would draw the same.

import { h } from "./dom.js";
import { cameraOn, sizeOf } from "./present-camera.js";
import { furniture } from "./present-frame.js";
import { mountStage } from "./present-stage.js";
import { groundsOf, sentencesOf, viewOf } from "./present-steps.js";
import { createState } from "./state.js";

/** How long a rehearsal waits for the page to be idle. */
const PATIENCE_MS = 300;
/** After a step: a flight takes 0.9 s. */
const SETTLED_MS = 1000;

const whenIdle = window.requestIdleCallback
  ? (work) => window.requestIdleCallback(work, { timeout: PATIENCE_MS })
  : (work) => setTimeout(work);

/**
 * @param root   element of the presentation
 * @param parts  of the screen
 * @param desk   {state, briefing, pages, at(): number of the page, explore, ground(camera, size of the pane, state of a step)}
 * @returns {soon(), stop()}
 */
export function createRehearsal(root, parts, desk) {
  const { briefing, pages } = desk;
  let timer = 0;
  let stand = null; // a slide that stands in, on the page only while it is measured

  function understudy() {
    const state = createState(desk.state.scene, null);
    const own = furniture(briefing);
    const cast = { state, briefing, number: 0, at: () => ({ page: pages[cast.number], number: cast.number, count: pages.length - 1 }) };
    cast.grounds = () => groundsOf(state, pages[cast.number]);
    cast.sentences = () => sentencesOf(state, cast.grounds());
    const stage = mountStage(own, cast, desk.explore, parts);
    return { own, cast, state, stage, node: h("div", { class: "wings", inert: true, "aria-hidden": "true" }, own.slide) };
  }

  function rehearse(number) {
    const page = pages[number];
    if (number === 0 || !page || desk.state.scene !== (stand ??= understudy()).state.scene) return;
    const { own, cast, state, stage, node } = stand;
    cast.number = number;
    const view = viewOf(state, briefing, page);
    state.set({ ...view, theme: desk.state.get().theme });
    stage.show(cast.grounds());
    root.append(node);
    stage.fit();
    const size = sizeOf(own.pane);
    node.remove();
    if (view.camera) desk.ground(cameraOn(view.camera, size), size, state);
  }

  /** One step at a time, as long as nobody does anything. */
  function next(numbers, of = timer) {
    if (numbers.length > 0) whenIdle(() => {
      if (timer !== of) return;
      rehearse(numbers[0]);
      next(numbers.slice(1));
    });
  }

  return {
    /** Rehearse once the screen has settled. */
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => next([desk.at() + 1, desk.at() - 1]), SETTLED_MS);
    },
    stop() {
      clearTimeout(timer);
      timer = 0;
    },
  };
}
