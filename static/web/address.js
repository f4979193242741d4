// Keeps the address and the view in step: what is on the screen is always a link, and the browser's back button works.
//
// Moving the map, or the window while it moves, changes the address in place; anything else that a reader would want
// to come back to is a step in the browser's history.

import { foreign, fromQuery, speaks, toQuery } from "./link.js";
import { openingView } from "./state.js";

const SETTLE_MS = 350;
/** Window moves closer together than this are one step: a drag with pauses, a film that plays. */
const RUN_MS = 2500;

/** The view in the page's query: for a page of a server. Steps to its other pages are the server's affair. */
export function inSearch(page = window) {
  const home = page.location.pathname;
  return {
    read: () => page.location.search.slice(1),
    write: (query, step) => put(page, `${home}${query && `?${query}`}${page.location.hash}`, step),
    listen: (restore) => listen(page, () => page.location.pathname === home && restore()),
  };
}

/** The view in the page's fragment: for a page that is a file. */
export function inHash(page = window) {
  const { pathname, search } = page.location;
  return {
    read: () => page.location.hash.slice(1),
    write: (query, step) => put(page, `${pathname}${search}${query && `#${query}`}`, step),
    listen: (restore) => listen(page, restore),
  };
}

function put({ history }, url, step) {
  if (step) history.pushState({}, "", url);
  else history.replaceState(history.state, "", url);
}

function listen(page, listener) {
  page.addEventListener("popstate", listener);
  return () => page.removeEventListener("popstate", listener);
}

/**
 * The view that the address asks for when a desk opens.
 *
 * @returns {{view, lost: number} | null} null where it asks for none
 */
export function linkedView(store, scene) {
  const opening = openingView(scene, {});
  return speaks(store.read(), opening) ? fromQuery(store.read(), opening, scene) : null;
}

const without = (query, ...keys) =>
  query.split("&").filter((part) => !keys.some((key) => part.startsWith(`${key}=`))).join("&");

/**
 * Keep the address in step with the view from now on.
 *
 * @param state   the shared store
 * @param store   `inSearch()`, `inHash()`, or another with their three functions
 * @param host    {quietly(work), onLost(count)}: runs a change of the view that nobody made by hand; hears how much
 *                of what a step back asks for is not there any more
 * @returns {{link(), flush(), stop()}} `link` gives the address of what is on the screen
 */
export function keepAddress(state, store, { quietly, onLost }) {
  let opening = openingView(state.scene, {});
  // Where the map looks by itself needs no words; a link that said where to look is the only one that knows.
  let looked = state.get().camera !== null;
  const others = () => foreign(store.read(), opening);
  const query = () => toQuery(state.serialise(), opening, state.scene);
  let written = query();
  let timer = 0;
  let dragged = -RUN_MS;

  const write = (step) => {
    const whole = [others(), written].filter(Boolean).join("&");
    if (whole !== store.read()) store.write(whole, step);
  };

  const flush = () => {
    clearTimeout(timer);
    const next = query();
    if (next === written) return;
    const step = without(next, "camera") !== without(written, "camera");
    const moving = step && without(next, "camera", "window") === without(written, "camera", "window");
    const running = moving && performance.now() - dragged < RUN_MS;
    if (moving) dragged = performance.now();
    written = next;
    write(step && !running);
  };

  const restore = () => {
    clearTimeout(timer);
    const { view, lost } = fromQuery(store.read(), opening, state.scene);
    const { camera, ...rest } = view;
    quietly(() => state.set(camera ? view : rest));
    written = query();
    if (lost > 0) onLost(lost);
  };

  const stopListening = store.listen(restore);
  const stopFollowing = state.subscribe((_, keys) => {
    if (keys.has("scene")) {
      opening = { ...openingView(state.scene, {}), camera: opening.camera };
      written = query();
    }
    if (!looked && keys.has("camera")) {
      looked = true;
      opening = { ...opening, camera: state.get().camera };
    }
    clearTimeout(timer);
    timer = setTimeout(flush, SETTLE_MS);
  });
  // The desk may have opened with a kept view, or with less than the link asked for.
  write(false);

  return {
    flush,
    link() {
      flush();
      return window.location.href;
    },
    stop() {
      clearTimeout(timer);
      stopListening();
      stopFollowing();
    },
  };
}
