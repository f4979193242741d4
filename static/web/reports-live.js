// The host of the list of reports, of one report and of the review: mounts one inside a Streamlit component, once, and brings it up to date.

import { addSheet, h } from "./dom.js";
import { arrive, unlessGone } from "./leaving.js";
import { dressPage, keptTheme } from "./page-theme.js";
import { mountReportList } from "./reports-list.js";
import { mountReport } from "./reports-report.js";
import { mountReview } from "./reports-review.js";
import { themeProperties } from "./signs.js";

const SHEETS = ["web/desk.css", "web/place.css", "web/reports.css", "web/review.css"];
const VIEWS = { list: mountReportList, report: mountReport, review: mountReview };
const mounted = new WeakMap(); // host element → Promise of what is drawn there

async function mount(component, element, base) {
  await Promise.all(SHEETS.map((sheet) => addSheet(element, base + sheet)));
  const { data: { style, view }, setTriggerValue } = component;
  const theme = keptTheme();
  const root = h("div", {
    class: `dateline reports-${view}`, "data-theme": theme, tabindex: -1, style: themeProperties(style, theme),
  });
  dressPage(theme, style[theme]);
  element.removeAttribute("role");
  element.replaceChildren(root);
  arrive();
  return VIEWS[view](root, unlessGone((name, detail = {}) => setTriggerValue("act", { name, ...detail })));
}

/**
 * Mount the view, or bring the mounted one up to date: Streamlit calls this again whenever `data` changes.
 *
 * @param component  {data: {view: "list"|"report"|"review", content, style}, setTriggerValue}
 * @param element    where it stands
 * @param base       address of the app's static files, with a slash at its end
 * @returns {Promise<() => void>} takes everything away again
 */
export async function host(component, element, base) {
  if (!mounted.has(element)) mounted.set(element, mount(component, element, base));
  const view = await mounted.get(element);
  view.update(component.data.content);
  return () => {
    if (element.isConnected) return;
    mounted.delete(element);
    element.replaceChildren();
  };
}
