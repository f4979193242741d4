// The exported file's host: mounts the desk with what stands in the file, and asks nobody for anything.

import { inHash } from "./address.js";
import { printDay } from "./dates.js";
import { mountDesk } from "./desk.js";
import { fill, h } from "./dom.js";
import { mountMap } from "./map.js";
import { themeProperties } from "./signs.js";

const THEMES = { light: "dark", dark: "light" };
export const textOf = (id) => document.getElementById(id).textContent;

/** A dialog that says what the file is, and under which licences its parts are. */
export function aboutDialog({ about, licences }) {
  const close = h("button", { type: "button", class: "quiet" }, "Close");
  const dialog = h("dialog", { class: "page-about", "aria-labelledby": "page-about" },
    h("header", {}, h("h2", { id: "page-about" }, "About this file"), close),
    about.map((line) => h("p", {}, line)),
    licences.map(({ name, text }) => h("details", {}, h("summary", {}, name), h("pre", {}, text))));
  close.addEventListener("click", () => dialog.close());
  return dialog;
}

/** The bar over the desk: whose map it is, of which day, and what can be asked of the file itself, after `more`. */
export function pageBar(host, state, { title }, dialog, more = null) {
  const { asOf, zone, style } = state.scene.meta;
  const about = h("button", { type: "button", class: "quiet", onclick: () => dialog.showModal() }, "About this file");
  const theme = h("button", { type: "button", class: "quiet theme" });
  const dress = () => {
    const now = state.get().theme;
    const next = THEMES[now];
    Object.entries(themeProperties(style, now)).forEach(([name, value]) => host.style.setProperty(name, value));
    fill(theme, next === "dark" ? "Dark" : "Light");
    theme.title = `Change to the ${next} theme`;
  };
  theme.addEventListener("click", () => state.set({ theme: THEMES[state.get().theme] }));
  state.subscribe((_, keys) => keys.has("theme") && dress());
  dress();
  return h("header", { class: "page-bar" },
    h("b", { class: "brand" }, "Dateline"),
    h("h1", { title }, title),
    h("span", { class: "as-of" }, asOf ? `as of ${printDay(asOf)} (${zone})` : "no dated report"),
    h("div", { class: "page-tools" }, more, about, theme));
}

/**
 * Open the page.
 *
 * @param frame   function of the frame module (see map-frame.js)
 * @param unpack  (id) => Promise of the text of a compressed block of the page
 */
export function openPage(frame, unpack) {
  const page = JSON.parse(textOf("data"));
  const host = document.getElementById("host");
  const ground = unpack("ground").then(JSON.parse);
  const assets = { json: async (path) => (await ground)[path], whole: true };
  const root = h("div", { class: "dateline-desk" });
  fill(host, root);
  document.title = page.title;
  const desk = mountDesk(root, page.scene, {
    initial: page.view,
    address: inHash(),
    mountMap: (pane, state, around) => mountMap(pane, state, { L: window.L, frame, assets, ...around }),
  });
  const dialog = aboutDialog(page);
  root.before(pageBar(host, desk.state, page, dialog));
  host.append(dialog);
}
