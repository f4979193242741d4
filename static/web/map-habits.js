// What a reader chose for the map's numbers: the unit of length and the notation of positions. This browser keeps it; it
// goes into no link, no file and no view.

import { NOTATIONS } from "./coordinates.js";
import { UNITS } from "./units.js";

const KEY = "dateline-map";
const CHOICES = { unit: UNITS, notation: NOTATIONS };

/** Of what was stored, only what can be chosen; the first of each for the rest. */
export function known(stored) {
  const chosen = ([key, all]) => [key, all.includes(stored?.[key]) ? stored[key] : all[0]];
  return Object.fromEntries(Object.entries(CHOICES).map(chosen));
}

function read() {
  try {
    return known(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return known(null); // storage is shut to us, or holds something else
  }
}

function keep(habits) {
  try {
    localStorage.setItem(KEY, JSON.stringify(habits));
  } catch {
    // A private window forgets it; that is what it is for.
  }
}

/** @returns {{get(): {unit, notation}, set(patch), next(key): choose the one after, subscribe(listener): () => void}} */
export function createHabits() {
  let habits = read();
  const listeners = new Set();
  const set = (patch) => {
    habits = { ...habits, ...patch };
    keep(habits);
    listeners.forEach((listener) => listener());
  };
  return {
    get: () => habits,
    set,
    next(key) {
      const all = CHOICES[key];
      set({ [key]: all[(all.indexOf(habits[key]) + 1) % all.length] });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
