// Previews of steps: asked of the server one after the other, for what is in sight, and kept by what they show.

import { h } from "./dom.js";

const kept = new Map(); // preview key → data URL; it outlives the page's being left and come back to
const MOST_KEPT = 120;
const REST_MS = 250; // edits go first: the server draws when nothing else is asked of it
const PATIENCE_MS = 15_000; // an edit may overtake a question, whose answer is then never sent

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param ask   (step id) -> Promise of {key, src}; null where overtaken, undefined where nobody can be asked
 * @param busy  tells whether edits are on their way
 * @returns {{picture(row), stop()}}
 */
export function createPreviews(ask, busy) {
  const wanted = new Map(); // frame → {id, key, first}, in the order they came in sight
  let timer = 0;
  let asking = false;
  let over = false;

  const show = (frame, key) => {
    frame.classList.add("drawn");
    frame.replaceChildren(h("img", { src: kept.get(key), alt: "" }));
  };

  const keep = ({ key, src }) => {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
    kept.set(key, src);
  };

  const settle = () => {
    for (const [frame, { key }] of wanted) {
      if (kept.has(key)) show(frame, key);
      if (kept.has(key) || !frame.isConnected) wanted.delete(frame);
    }
  };

  const next = async () => {
    settle();
    if (over || asking || wanted.size === 0) return;
    if (busy()) {
      later();
      return;
    }
    const [frame, { id, key }] = [...wanted].find(([, { first }]) => first) ?? [...wanted][0];
    asking = true;
    const answer = await Promise.race([ask(id), pause(PATIENCE_MS)]);
    asking = false;
    if (answer?.src) keep(answer);
    // What the server drew may be newer than what was asked for; the row that comes with it asks again.
    if (answer && answer.key !== key) wanted.delete(frame);
    later();
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(next, REST_MS);
  };

  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      const { step, preview, first } = target.dataset;
      wanted.set(target, { id: step, key: preview, first: first !== undefined });
      later();
    }
  });

  return {
    /** The frame of a step's picture, filled when it has come; `first` goes before others. */
    picture(row, first = false) {
      const frame = h("span", { class: "picture", "data-step": row.id, "data-preview": row.preview, "data-first": first });
      if (kept.has(row.preview)) show(frame, row.preview);
      else sight.observe(frame);
      return frame;
    },
    stop() {
      over = true;
      clearTimeout(timer);
      sight.disconnect();
      wanted.clear();
    },
  };
}
