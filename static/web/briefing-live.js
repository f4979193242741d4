// The host of the briefing page's steps: mounts them inside a Streamlit component, once, and brings them up to date.

import { mountBriefing } from "./briefing-desk.js";
import { addSheet, h } from "./dom.js";
import { arrive, beforeLeaving, unlessGone } from "./leaving.js";
import { dressPage, keptTheme } from "./page-theme.js";
import { themeProperties } from "./signs.js";
import { wire } from "./wire.js";

const SHEETS = ["web/desk.css", "web/bar.css", "web/briefing.css"];
const mounted = new WeakMap(); // host element → Promise of the list of steps

async function mount(component, element, base) {
  await Promise.all(SHEETS.map((sheet) => addSheet(element, base + sheet)));
  const { data: { style }, setStateValue, setTriggerValue } = component;
  const theme = keptTheme();
  const root = h("div", { class: "dateline briefing", "data-theme": theme, tabindex: -1, style: themeProperties(style, theme) });
  dressPage(theme, style[theme]);
  element.removeAttribute("role");
  element.replaceChildren(root);
  arrive();
  return mountBriefing(root, {
    send: unlessGone((acts) => setStateValue("acts", acts)),
    ask: unlessGone((name, step) => setTriggerValue("ask", { name, step })),
    picture: (step) => wire.ask({ preview: step }),
    beforeLeaving,
  });
}

/**
 * Mount the steps, or bring the mounted ones up to date: Streamlit calls this again whenever `data` changes.
 *
 * @param component  {data: {briefing, rows, done, style}, setStateValue, setTriggerValue}
 * @param element    where they stand
 * @param base       address of the app's static files, with a slash at its end
 * @returns {Promise<() => void>} takes everything away again
 */
export async function host(component, element, base) {
  if (!mounted.has(element)) mounted.set(element, mount(component, element, base));
  const steps = await mounted.get(element);
  steps.update(component.data);
  return () => {
    if (element.isConnected) return;
    mounted.delete(element);
    steps.destroy();
  };
}
