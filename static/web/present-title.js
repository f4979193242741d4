// The first page: what the briefing is, as of when, from which reports, and what comes.

import { printDay } from "./dates.js";
import { fill, h } from "./dom.js";
import { plural } from "./plural.js";
import { fit } from "./present-fit.js";

export const CLAIMS = "Figures are claims by those named and were not verified.";
const SAMPLE = "Sample corpus: summaries written for this project.";
/** "27 Jun 2025 (UTC)", as the briefer set it or of the newest report; what to say where no report has a day. */
export const asOfText = (scene, briefing) => {
  const day = briefing.as_of || scene.meta.asOf;
  return day ? `as of ${printDay(day)} (${scene.meta.zone})` : "no dated report";
};

/**
 * @param box    element of the page
 * @param steps  the briefing's
 * @param desk   {state, briefing, go(page), remarks: further sentences at the foot, commands: [{label, key, run}]}
 */
export function mountTitle(box, steps, desk) {
  const { state, briefing } = desk;
  const { scene } = state;
  const publishers = [...new Set(scene.reports.map(({ publisher }) => publisher ?? "publisher not stated"))];
  const toStep = ({ title }, i) => h("li", {}, h("button", {
    type: "button", class: "step", "data-key": `step ${i + 1}`, onclick: () => desk.go(i + 1),
  }, h("span", { class: "at" }, i + 1), h("span", { class: "words" }, title || `Step ${i + 1}`)));
  fill(box,
    h("h1", { tabindex: -1 }, briefing.title || "Briefing"),
    h("p", { class: "as-of" }, `${plural(scene.reports.length, "report")}, ${asOfText(scene, briefing)}`),
    h("div", { class: "commands" }, desk.commands.map(({ label, key, run, main }) => h("button", {
      type: "button", class: main ? "main" : "quiet", "data-key": `title ${label}`, onclick: run,
    }, label, key && h("kbd", {}, key)))),
    steps.length > 0 ? h("ol", { class: "steps" }, steps.map(toStep))
      : h("p", { class: "none" }, "This briefing has no steps yet. Capture views or draft it on the Briefing page."),
    h("footer", {}, h("p", {}, CLAIMS), scene.meta.sample && h("p", {}, SAMPLE), desk.remarks.map((words) => h("p", {}, words)),
      h("p", {}, `Reports of: ${publishers.join("; ")}`), h("p", {}, [scene.meta.policy, ...scene.meta.attribution ?? []].filter(Boolean).join(" · "))));
  return { fit: () => !box.hidden && fit(box) };
}
