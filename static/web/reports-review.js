// The review: what is still to be checked, the most urgent first, beside the report in which it stands; all by keys.

import { fill, h, reveal } from "./dom.js";
import { mountReport } from "./reports-report.js";

const STEPS = [1, 2, 3, 4, 5];
/** Keys, the mark of the button that each presses, and what the foot says of them. */
const PRESSED = { Enter: "right", m: "role", x: "wrong" };
const FOOT = [["J", "K", "next, previous"], ["1", "…", "9", "choose a place"], ["Enter", "right as read"], ["M", "named only"],
  ["X", "misread"], ["U", "take back"]];
const TYPED = "input, select, textarea";

const gauge = (word, steps) => h("span", { class: `gauge ${word}` }, word,
  h("span", { role: "img", "aria-label": `${steps} of ${STEPS.length}` }, STEPS.map((step) => h("i", { class: step <= steps ? "on" : "" }))));

const entryNode = (entry, current, go) => h("button", {
  type: "button", class: "entry", "data-key": `entry ${entry.id}`, "data-id": entry.id, "aria-current": entry.id === current ? "true" : null,
  onclick: () => go(entry.id),
},
h("b", {}, entry.name), h("span", { class: "ref" }, entry.ref), h("span", { class: "ask" }, entry.ask),
h("span", { class: "gauges" }, gauge("impact", entry.impact), gauge("doubt", entry.doubt)));

/**
 * Draw the review inside `root`.
 *
 * @param root  element
 * @param act   takes (name, detail): "go" {item}, "undo", and those of a report, "decide" with `next`
 * @returns {{update(content)}}: content as views/review/page.py lays it out
 */
export function mountReview(root, act) {
  const head = h("header", {});
  const list = h("nav", { "aria-label": "To check", tabindex: -1 });
  const pane = h("div", { class: "reports-report" });
  const done = h("div", { class: "done", hidden: true });
  root.append(h("aside", { class: "queue" }, head, list), pane, done,
    h("footer", { class: "keys" }, FOOT.map((each) => h("span", {}, each.slice(0, -1).map((key) => (key === "…" ? key : h("kbd", {}, key))), ` ${each.at(-1)}`))));
  let content = null;

  const at = () => content.queue.findIndex(({ id }) => id === content.current);
  const beside = (steps) => content.queue[at() + steps]?.id ?? null;
  // The entry that is current already is shown again where something else was looked at meanwhile.
  const again = (item) => {
    report.pin(item);
    root.focus({ preventScroll: true });
  };
  const go = (item) => item && (item === content.current ? again(item) : act("go", { item }));
  const next = () => (report.pinned() === content.current ? beside(1) ?? beside(-1) : content.current);
  const report = mountReport(pane, (name, detail) => act(name, name === "decide" ? { ...detail, next: next() } : detail));

  root.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPED)) return;
    const press = (selector) => pane.querySelector(`.check ${selector}`)?.click();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "j") go(beside(1));
    else if (key === "k") go(beside(-1));
    else if (key === "u") content.undo && act("undo");
    else if (/^[1-9]$/.test(key)) pane.querySelectorAll(".check .choice")[Number(key) - 1]?.click();
    else if (PRESSED[key] && !(key === "Enter" && event.target.closest("button, a, summary, .hit"))) press(`[data-key="${PRESSED[key]}"]`);
    else return;
    event.preventDefault();
  });

  return {
    update(given) {
      const moved = given.current !== content?.current;
      const had = root.contains(root.getRootNode().activeElement);
      content = given;
      fill(head, h("h2", {}, `${given.left.toLocaleString("en")} to check`), h("span", { class: "aside" }, `${given.checked.toLocaleString("en")} checked`),
        h("span", { class: "aside by" }, "impact × doubt"));
      fill(list, given.queue.map((entry) => entryNode(entry, given.current, go)),
        given.left > given.queue.length && h("p", { class: "aside" }, `${(given.left - given.queue.length).toLocaleString("en")} more come when these are done.`));
      done.hidden = given.current !== null;
      pane.hidden = given.current === null;
      fill(done, h("h2", {}, "Nothing is left to check"),
        h("p", {}, "Each name on the map and each figure was held against its report. That does not make what they say true."),
        given.undo && h("button", { type: "button", class: "quiet", "data-key": "undo", onclick: () => act("undo") }, "Take the last one back"));
      if (given.report) {
        report.update(given.report);
        if (moved) report.pin(given.current);
      }
      const row = list.querySelector("[aria-current]");
      if (row) reveal(list, row, 0);
      // The first time, and where what had the focus is gone or is another entry, keys go on working.
      const focused = root.getRootNode().activeElement;
      if (root.contains(focused) ? moved && list.contains(focused) : had || moved) root.focus({ preventScroll: true });
    },
  };
}
