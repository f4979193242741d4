// The buttons that take the window through time: to the report day before or after it, and playing.

import { h } from "./dom.js";
import { SPEEDS } from "./player.js";
import { stepName } from "./timescale.js";

/** Keys of the timeline, while the focus is in it. */
const KEYS = { ",": "previous", ".": "next", p: "play" };

/**
 * The report day before (-1) or after (+1) the window; null where there is none. A cumulative window ends with the
 * day it is at, so the day before its end is looked for.
 */
function neighbourDay(reports, { from, to }, cumulative, direction) {
  const days = [...new Set(reports.map((report) => report.published).filter(Boolean))].sort();
  if (direction < 0) {
    const limit = (cumulative ? to : from) ?? "9999-99-99";
    return days.filter((day) => day < limit).at(-1) ?? null;
  }
  const limit = to ?? "";
  return days.find((day) => day > limit) ?? null;
}

const icon = (d) => h("svg", { width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" }, h("path", { d }));
const PREVIOUS = "M2 2h1.6v8H2zM10 2v8L4.4 6z";
const NEXT = "M8.4 2H10v8H8.4zM2 2v8l5.6-4z";
const PLAY = "M3 1.5v9L10.5 6z";
const PAUSE = "M2.5 2h2.6v8H2.5zM6.9 2h2.6v8H6.9z";

/**
 * @param desk    the shared desk
 * @param player  from `createPlayer`
 * @returns {nodes, update(), onKey(event)}
 */
export function mountTransport(desk, player) {
  const { state } = desk;
  const neighbour = (direction) => {
    const { window, cumulative, reports } = state.get();
    return neighbourDay(state.scene.reports.filter(({ id }) => reports[id] !== false), window, cumulative, direction);
  };

  // A report day is a day of publication, so stepping looks along that axis.
  const step = (direction) => {
    const day = neighbour(direction);
    if (day) state.set({ window: { from: day, to: day }, axis: "reported" });
  };
  const stepper = (direction, key, label, path) => h("button", {
    type: "button", class: "quiet icon", title: `${label} (${key})`, "aria-label": label, "aria-keyshortcuts": key,
    onclick: () => step(direction),
  }, icon(path));
  const previous = stepper(-1, ",", "Previous report day", PREVIOUS);
  const next = stepper(1, ".", "Next report day", NEXT);

  const faces = { play: [icon(PLAY), h("span", {}, "Play")], pause: [icon(PAUSE), h("span", {}, "Pause")] };
  const play = h("button", {
    type: "button", class: "quiet play", "aria-keyshortcuts": "p", onclick: () => player.toggle(),
  });
  const speed = h("select", {
    class: "speed", "aria-label": "Speed", title: "Steps a second",
    onchange: () => { player.speed = Number(speed.value); },
  }, SPEEDS.map((each) => h("option", { value: each, selected: each === player.speed }, `${each}×`)));

  const act = { previous: () => previous.click(), next: () => next.click(), play: () => play.click() };
  let face = null;

  return {
    nodes: [previous, play, speed, next],
    update() {
      previous.disabled = !neighbour(-1);
      next.disabled = !neighbour(1);
      const by = player.step();
      play.disabled = by === null;
      play.title = by === null ? "Nothing is dated" : `${player.playing() ? "Pause" : `Play, a ${stepName(by)} at a time`} (p)`;
      const wanted = player.playing() ? "pause" : "play";
      if (face !== wanted) play.replaceChildren(...faces[face = wanted]);
    },
    onKey(event) {
      const typing = event.target.closest("input[type=text], select");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
      event.preventDefault();
      act[KEYS[event.key]]();
    },
  };
}
