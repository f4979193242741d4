// What stands beside the page's name: how much is here and as of when, copy-link, theme, full screen.

import { copyText } from "./clipboard.js";
import { printDay } from "./dates.js";
import { fill, h } from "./dom.js";

const THEMES = { light: ["dark", "Dark"], dark: ["light", "Light"] };

/** How many reports, and up to which day; reports without a day have no say in it. */
function standing({ reports, meta }) {
  if (reports.length === 0) return null;
  const count = reports.length === 1 ? "1 report" : `${reports.length} reports`;
  return [h("span", {}, count), meta.asOf && h("span", {}, "as of ", h("b", {}, printDay(meta.asOf)), ` (${meta.zone})`)];
}

const LINK = {
  done: "Link copied: it opens this very view.", ask: "Copy this link:", label: "Link to this view", topic: "link",
};

/** Full screen for one element, which may stand in a shadow root. */
function fullScreen(root, button) {
  const isFull = () => root.getRootNode().fullscreenElement === root;
  const show = () => {
    root.toggleAttribute("data-full", isFull());
    button.firstChild.textContent = isFull() ? "Leave full screen" : "Full screen";
  };
  document.addEventListener("fullscreenchange", show);
  return {
    toggle: () => (isFull() ? document.exitFullscreen() : root.requestFullscreen()),
    stop: () => document.removeEventListener("fullscreenchange", show),
  };
}

/**
 * @param box   element in the desk's bar
 * @param desk  shared desk; without `desk.link` there is nothing to copy
 * @param root  the desk's element: what fills the screen
 */
export function mountToolbar(box, desk, root) {
  const { state } = desk;
  const about = h("div", { class: "about" });
  const button = (key, onclick, ...label) => h("button", { type: "button", class: "quiet", "data-key": `bar ${key}`, onclick }, ...label);
  const find = button("find", () => desk.find(), "Search", h("kbd", {}, "Ctrl K"));
  const link = button("link", () => copyText(desk.link(), desk.say, LINK), "Copy link");
  const capture = button("capture", () => desk.act("capture", state.serialise()), "Add to briefing");
  capture.title = "Adds what the map shows, as a step with its sentences";
  const theme = button("theme", () => state.set({ theme: THEMES[state.get().theme][0] }));
  const full = button("full", () => screen.toggle(), "Full screen", h("kbd", {}, "F"));
  const screen = fullScreen(root, full);
  fill(box, h("b", { class: "brand" }, "Dateline"), about, find, desk.link && link, desk.act && capture, theme, document.fullscreenEnabled && full);

  const onKey = (event) => {
    const typing = event.target.closest?.("input, select, textarea, dialog");
    if (event.key.toLowerCase() !== "f" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    screen.toggle();
  };
  if (document.fullscreenEnabled) root.addEventListener("keydown", onKey);

  const update = () => {
    const [next, label] = THEMES[state.get().theme];
    fill(about, standing(state.scene));
    theme.textContent = label;
    theme.title = `Switch to the ${next} theme`;
  };
  update();
  const stop = state.subscribe((_, keys) => (keys.has("theme") || keys.has("scene")) && update());
  return {
    destroy() {
      stop();
      screen.stop();
      root.removeEventListener("keydown", onKey);
    },
  };
}
