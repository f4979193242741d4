// Work that can wait until what stands on the page has been painted, a piece a turn.

/**
 * Do pieces of work one after another, each after a frame; a page in the background waits until it is looked at.
 *
 * @param works  functions
 * @returns {() => void} leaves out what has not been done
 */
export function afterPaint(works) {
  const waiting = [...works];
  let frame = 0;
  let timer = 0;
  const next = () => {
    frame = requestAnimationFrame(() => { timer = setTimeout(work); });
  };
  const work = () => {
    try {
      waiting.shift()();
    } finally { // a piece that fails costs itself
      if (waiting.length > 0) next();
    }
  };
  if (waiting.length > 0) next();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * A panel that is mounted when it is first needed. What it is told before then, it finds in the state when it comes.
 *
 * @param mount  () => the panel
 * @returns {{get(): the panel, mounted where it is not yet, now(): the panel, or null}}
 */
export function patiently(mount) {
  let panel = null;
  return { get: () => (panel ??= mount()), now: () => panel };
}
