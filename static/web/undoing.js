// Offers to take back what one press changed by much: many switches at once, all dates again, a selection let go.

const MANY = 3;

const isSwitches = (value) => typeof value === "object" && value !== null
  && Object.values(value).every((each) => typeof each === "boolean");

function switched(key, before, after) {
  const changed = Object.keys(after).filter((id) => id in before && before[id] !== after[id]);
  if (changed.length < MANY) return null;
  const ways = new Set(changed.map((id) => after[id]));
  const way = ways.size > 1 ? "switched" : after[changed[0]] ? "switched on" : "switched off";
  return `${changed.length} ${key} ${way}`;
}

/** What to say of one key's change; null where it is no matter. */
function words(key, before, after) {
  if (key === "selection") return before && !after ? "Selection cleared" : null;
  if (key === "window") return (before.from || before.to) && !after.from && !after.to ? "All dates shown" : null;
  return isSwitches(before) && isSwitches(after) ? switched(key, before, after) : null;
}

/**
 * Watch the view and offer an undo.
 *
 * @param state  the shared store
 * @param say    `say` of toasts.js
 * @returns {{quietly(work), stop()}} what `work` does to the view is not spoken of
 */
export function offerUndo(state, say) {
  let known = state.get();
  let quiet = false;
  const quietly = (work) => {
    const before = state.get();
    work();
    quiet ||= state.get() !== before;
  };
  const stop = state.subscribe((_, keys) => {
    const [before, after] = [known, state.get()];
    known = after;
    if (quiet || keys.has("scene")) {
      quiet = false;
      return;
    }
    const told = [...keys].map((key) => [key, words(key, before[key], after[key])]).filter(([, text]) => text);
    if (told.length === 0) return;
    const undone = Object.fromEntries([...keys].filter((key) => key !== "hover" && key !== "camera").map((key) => [key, before[key]]));
    say(told.map(([, text]) => text).join("; "), {
      topic: told[0][0], undo: () => quietly(() => state.set(undone)),
    });
  });
  return { quietly, stop };
}
