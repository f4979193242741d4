// Names of places in the audience's language. layers/names.py names plates by the same rule; tests/fixtures/name_cases.json
// holds both to one table.

/** Choices in the order of the menu: [id, words]. */
export const NAMINGS = [
  ["both", "English and local"], ["en", "English"], ["local", "Local"], ["ru", "Russian"], ["uk", "Ukrainian"], ["ko", "Korean"],
];

/**
 * The two lines that name a place: the second is null where there is none.
 *
 * A name that is not known in the language asked for is the English one.
 *
 * @param mark  {name, local, names: {ru, uk, ko}}
 */
export function namesOf({ name, local, names }, naming) {
  if (naming === "both") return [name, local ?? null];
  if (naming === "en") return [name, null];
  return [(naming === "local" ? local : names?.[naming]) ?? name, null];
}

/** A mark as it is named in a language. */
export function titled(mark, naming) {
  if (naming === "both") return mark;
  const [name, local] = namesOf(mark, naming);
  return { ...mark, name, local };
}
