// Leaving the page. What a component of the old page says after the click that leaves it makes Streamlit forget the page
// that was asked for, and shows an empty one: so the last words are said at the click, and nothing after it. A step that
// does not leave the page is no affair of Streamlit's, which would ask for the page anew.

let home = location.pathname;
let gone = false;
const lastWords = new Set();
const walkers = new Set(); // what follows the steps of the browser's history within this page

/** The page is there: from now on it may speak. */
export function arrive() {
  home = location.pathname;
  gone = false;
}

/** The page is about to go: say the last words, and nothing more. */
export function leave() {
  if (gone) return;
  lastWords.forEach((say) => say());
  gone = true;
}

/**
 * Have something said before the page goes.
 *
 * @param say  called once, when it goes
 * @returns {() => void} takes it back
 */
export function beforeLeaving(say) {
  lastWords.add(say);
  return () => lastWords.delete(say);
}

/**
 * Follow back and forward while they stay on this page.
 *
 * @param listener  called after each such step
 * @returns {() => void} takes it back
 */
export function onStep(listener) {
  walkers.add(listener);
  return () => walkers.delete(listener);
}

/** Make a way of speaking fall silent once the page has gone. */
export const unlessGone = (speak) => (...words) => {
  if (!gone) speak(...words);
};

/** The link to a page of the app that a click follows in this window, if it does. */
function followed(event) {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
  if (!link || link.target === "_blank" || link.hasAttribute("download")) return null;
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return link.origin === location.origin ? link : null;
}

addEventListener("click", (event) => {
  const link = followed(event);
  if (link?.pathname === home && !link.search && !gone && walkers.size > 0) {
    event.preventDefault(); // we are there
    event.stopImmediatePropagation();
  } else if (link?.pathname === home) {
    // Who comes back before the other page was there finds this one as it was left.
    setTimeout(() => (gone = false));
  } else if (link && !gone) {
    // Streamlit sends what it was told at the end of the task: the click comes after that.
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
    setTimeout(() => link.click());
  }
}, true);
addEventListener("popstate", (event) => {
  const left = gone;
  gone = location.pathname !== home; // too late for last words
  if (left || gone || walkers.size === 0) return;
  event.stopImmediatePropagation();
  walkers.forEach((follow) => follow());
}, true);
