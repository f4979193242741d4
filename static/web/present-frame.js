// The parts of the screen in present mode, and the words that stand on every step.

import { printSpan } from "./dates.js";
import { h } from "./dom.js";
import { CLAIMS } from "./present-title.js";

/** Who is cited in a step, as its second line. */
export function citedWords(state, ids) {
  const reports = new Set(ids.map((id) => state.item(id)?.report).filter(Boolean));
  const names = [...new Set([...reports].map((id) => state.report(id).publisher ?? "publisher not stated"))];
  const from = reports.size === 1 ? "From 1 report" : `From ${reports.size} reports`;
  return reports.size > 0 ? `${from}: ${names.join("; ")}. ${CLAIMS}` : CLAIMS;
}

/** What the view leaves in, and the days it shows. */
export function windowWords({ window, axis, certainOnly, undated }) {
  const days = printSpan(window.from, window.to);
  return [axis === "reported" ? `${days}, by day of report` : days, certainOnly && "certain only", !undated && "undated left out"]
    .filter(Boolean).join(", ");
}

/** The parts of the screen, and the slide that holds them, not yet in the page. */
export function furniture(briefing) {
  const area = (tag, name, label) => h(tag, { class: name, "aria-label": label });
  const parts = {
    title: h("h1", { tabindex: -1 }), subtitle: h("p", { class: "subtitle" }), standing: h("p", { class: "standing" }), pane: h("div", { class: "map-pane" }),
    legend: h("div", { class: "legend", role: "group", "aria-label": "Legend" }), time: area("section", "timeline time", "Timeline"),
    lines: area("section", "said-here", "What this step says"), sentence: area("section", "sentence-panel", "Sentence"),
    figures: area("section", "figures-of", "Figures of this step"), cover: area("section", "title-page", "Title page"),
    foot: h("footer", { class: "foot-bar" }), live: h("p", { class: "unseen", "aria-live": "polite" }),
    dark: h("button", { type: "button", class: "blank", hidden: true, "aria-label": "Dark screen: press any key to go on" }),
  };
  const stage = area("section", "stage", "Map");
  stage.append(parts.pane);
  parts.sentence.hidden = true;
  parts.middle = h("div", { class: "middle" }, stage, parts.legend, parts.time);
  parts.aside = h("aside", { class: "beside" }, parts.lines, parts.sentence);
  parts.slide = h("main", { class: "slide" },
    briefing.banner && h("p", { class: "banner", role: "note", "aria-label": "Handling" }, briefing.banner),
    h("header", { class: "slide-head" }, parts.title, parts.subtitle, parts.standing), parts.middle, parts.aside, parts.figures, parts.cover, parts.foot);
  return parts;
}
