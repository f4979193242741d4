// What a reader chose for the map's numbers: the unit of length and the notation of positions. This browser keeps it; it
// goes into no link, no file and no view.

import { NOTATIONS } from "./coordinates.js";
import { UNITS } from "./units.js";

const KEY = "dateline-map";
const CHOICES = { unit: UNITS, notation: NOTATIONS };

/** Of what was stored, only what can be chosen; for the rest what the scene was made for, else the first of each. */
export function known(stored, made = {}) {
  const chosen = ([key, all]) => [key, [stored?.[key], made[key], all[0]].find((each) => all.includes(each))];
  return Object.fromEntries(Object.entries(CHOICES).map(chosen));
}

function read(made) {
  try {
    return known(JSON.parse(localStorage.getItem(KEY)), made);
  } catch {
    return known(null, made); // storage is shut to us, or holds something else
  }
}

function keep(habits) {
  try {
    localStorage.setItem(KEY, JSON.stringify(habits));
  } catch {
    // A private window forgets it; that is what it is for.
  }
}

/**
 * @param unit  of a file that was made for readers of one; this reader's own choice goes before it
 * @returns {{get(): {unit, notation}, set(patch), next(key): choose the one after, subscribe(listener): () => void}}
 */
export function createHabits(unit) {
  let habits = read({ unit });
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
