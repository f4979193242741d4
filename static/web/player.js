// Plays time: moves the window on by a step at a time until it holds the last day, or until somebody else moves it.

import { datedDays, nextWindow, openingWindow, playStep } from "./window.js";

/** Steps a second that can be chosen. */
export const SPEEDS = [0.5, 1, 2, 4];

/**
 * @param state   the shared store
 * @param onTurn  called after playing started, ended, or changed its step
 * @returns {toggle(), pause(), playing(), step(), update(), speed}: `update` is to be called after every change of
 *          the view; `step` tells what it plays by, null where nothing is dated
 */
export function createPlayer(state, onTurn) {
  let timer = 0;
  let own = null; // the window as this player has set it
  let kept = null; // what it plays by and through, while it plays

  let known = {}; // what was dated last: it is asked for at every change of the view

  const daysOn = (axis) => {
    const { scene } = state;
    if (known.scene !== scene || known.axis !== axis) known = { scene, axis, days: datedDays(scene, axis) };
    return known.days;
  };

  const film = () => {
    const { window, axis, cumulative } = state.get();
    const days = daysOn(axis);
    return days && { days, axis, cumulative, scene: state.scene, step: playStep(window, days, cumulative) };
  };

  const turn = () => {
    const { days, step, cumulative } = kept;
    const next = nextWindow(state.get().window, days, step, cumulative);
    if (next === null) {
      player.pause();
      return;
    }
    show(next);
  };

  const show = (window) => {
    state.set({ window });
    own = state.get().window;
    timer = setTimeout(turn, 1000 / player.speed);
  };

  const play = () => {
    kept = film();
    if (kept === null) return;
    const { window } = state.get();
    const { days, step, cumulative } = kept;
    show(nextWindow(window, days, step, cumulative) ?? openingWindow(window, days, step, cumulative));
    onTurn();
  };

  const player = {
    speed: 1,
    playing: () => kept !== null,
    step: () => (kept ?? film())?.step ?? null,
    pause() {
      if (kept === null) return;
      clearTimeout(timer);
      kept = null;
      onTurn();
    },
    toggle: () => (kept ? player.pause() : play()),
    update() {
      if (kept === null) return;
      const { window, axis, cumulative } = state.get();
      const touched = window !== own || axis !== kept.axis || cumulative !== kept.cumulative;
      if (touched || state.scene !== kept.scene) player.pause();
    },
  };
  return player;
}
