// Keys, clickers and fingers, as the names of what they ask for.

/** Clickers send PageUp and PageDown, F5 to begin, and "b" or "." for the dark screen. */
const KEYS = {
  ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "previous", PageUp: "previous", ArrowDown: "down", ArrowUp: "up",
  Home: "first", End: "last", b: "blank", ".": "blank", f: "full", F5: "full", s: "sentence", p: "presenter", t: "theme",
  Escape: "leave",
};
const PRESSED = "button, a, summary, select, [role=button], [data-mark]";
const SWIPE_PX = 48;

/** What a key asks for; null for one that is somebody else's: of the browser, or of what has the focus. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }, target) {
  if (ctrlKey || metaKey || altKey || target?.closest?.("input, textarea, select")) return null;
  if (key === " " && target?.closest?.(PRESSED)) return null;
  if (key === " " && shiftKey) return "previous";
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/**
 * Hear the keys of a window before anything in it does.
 *
 * @param page    the window
 * @param active  () => whether the keys are ours now
 * @param run     (command or null) => whether it was taken; null stands for any other key
 * @returns the way to stop
 */
export function hearKeys(page, active, run) {
  const onKey = (event) => {
    if (!active() || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    if (!run(commandOf(event, event.composedPath()[0]), event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  page.addEventListener("keydown", onKey, { capture: true });
  return () => page.removeEventListener("keydown", onKey, { capture: true });
}

/** Hear swipes of one finger over `box`, except over the map and what scrolls sideways; `run` gets "next" or "previous". */
export function hearSwipes(box, run) {
  let from = null;
  box.addEventListener("touchstart", ({ touches, target }) => {
    from = touches.length === 1 && !target.closest(".map-pane") ? [touches[0].clientX, touches[0].clientY] : null;
  }, { passive: true });
  box.addEventListener("touchend", ({ changedTouches: [last] }) => {
    if (from === null) return;
    const [across, along] = [last.clientX - from[0], last.clientY - from[1]];
    from = null;
    if (Math.abs(across) >= SWIPE_PX && Math.abs(across) > 2 * Math.abs(along)) run(across < 0 ? "next" : "previous");
  }, { passive: true });
}
