// The foot of every step: what the keys do, as buttons for those without any; days, as-of, counts, and which step it is.

import { fill, h } from "./dom.js";
import { COUNTS } from "./lists.js";

/** Buttons in their order: [command, key, words, what it does, whether a phone has room for it]. */
const BUTTONS = [
  ["previous", "←", "Back", "Step back", true], ["next", "→", "Next", "Next step", true],
  ["sentence", "S", "Sentences", "Sentences of this step", true], ["blank", "B", "Dark", "Dark screen", false],
  ["full", "F", "Full", "Full screen", false], ["presenter", "P", "Notes", "Presenter’s notes in a window", false],
  ["theme", "T", "Theme", "Theme, light or dark", false], ["leave", "Esc", "Leave", "Leave", true],
];

/**
 * @param box      element of the foot
 * @param desk     {state, at(), run(command)}
 * @param explore  leads to the live map, or undefined where there is none
 */
export function mountFoot(box, desk, explore) {
  const status = h("p", { class: "status-line" });
  const counter = h("b", { class: "counter" });
  const buttons = BUTTONS.map(([command, key, words, told, always]) => h("button", {
    type: "button", class: always ? "tool" : "tool roomy", title: told, "aria-label": told, "data-key": `foot ${command}`, onclick: () => desk.run(command),
  }, h("kbd", {}, key), h("span", {}, words)));
  const live = explore && h("button", { type: "button", class: "tool", "data-key": "foot explore", onclick: explore }, h("span", {}, "Explore"));
  fill(box, h("div", { class: "tools-of", role: "toolbar", "aria-label": "Presentation" }, buttons, live), status, counter);
  return {
    /** @param words  the days shown and the day it speaks for; returned with the counts, for where the foot has no room */
    show(words) {
      const { number, count } = desk.at();
      const counts = desk.state.counts();
      const told = COUNTS.filter(([key]) => key === "shown" || counts[key] > 0).map(([key, what]) => `${counts[key]} ${what}`);
      status.textContent = [words, told.join(", ")].join(" · ");
      counter.textContent = number === 0 ? `– / ${count}` : `${number} / ${count}`;
      counter.setAttribute("aria-label", number === 0 ? `Title page, ${count} steps` : `Step ${number} of ${count}`);
      buttons[0].disabled = number === 0;
      buttons[1].disabled = number === count;
      return status.textContent;
    },
  };
}
