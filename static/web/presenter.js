// The presenter's window: notes, what comes next, a timer and a clock, for the presenter's own screen.
//
// It is a blank window that this page opens and draws: it needs no address, so it works from a file and under the file's
// Content-Security-Policy, and both windows are one program with one step.

import { fill, h } from "./dom.js";
import { hearKeys } from "./present-keys.js";
import { RESET, elapsed, printClock, printElapsed, toggled } from "./present-timer.js";
import { themeProperties } from "./signs.js";

const TICK_MS = 250;
const PLACE = "popup,width=980,height=680";

const linesOf = (page) => h("ul", {}, page.lines.map(({ text }) => h("li", {}, text)));

/** Give the other window's document the style sheets that dress `root` here. */
function dress(root, { document: there }) {
  const scope = root.getRootNode();
  const ours = [...scope.querySelectorAll("style, link[rel=stylesheet]")];
  const fonts = scope === document ? [] : [...document.querySelectorAll("link[href$='fonts/fonts.css']")];
  there.head.replaceChildren(...[...fonts, ...ours].map((sheet) => {
    const copy = there.importNode(sheet, true);
    if (sheet.href) copy.href = sheet.href; // whole, as the window has no address to begin from
    return copy;
  }));
}

/**
 * @param root  element of the presentation
 * @param desk  {state, briefing, at() => {page, next, number, count}, run(command)}
 * @returns {open(), update(), close()}: `open` tells whether the browser let it
 */
export function createPresenter(root, desk) {
  let other = null;
  let timer = RESET;
  let parts = null;
  let ticking = 0;
  let deaf = () => {};

  const isOpen = () => other !== null && !other.closed;
  const button = (label, key, command, kind = "quiet") => h("button", {
    type: "button", class: kind, "data-key": `presenter ${label}`, onclick: () => desk.run(command),
  }, label, key && h("kbd", {}, key));

  const tick = () => {
    if (!isOpen()) {
      clearInterval(ticking);
      return;
    }
    parts.clock.textContent = printClock(new Date());
    parts.timer.textContent = printElapsed(elapsed(timer, Date.now()));
    parts.run.textContent = timer.since === null ? (timer.before === 0 ? "Start" : "Go on") : "Pause";
  };

  const watch = () => {
    const onRun = () => {
      timer = toggled(timer, Date.now());
      tick();
    };
    const onReset = () => {
      timer = RESET;
      tick();
    };
    parts.run = h("button", { type: "button", class: "quiet", "data-key": "presenter run", onclick: onRun });
    return h("div", { class: "watch" }, h("div", { role: "timer", "aria-label": "Since the start" }, parts.timer), parts.run,
      h("button", { type: "button", class: "quiet", "data-key": "presenter reset", onclick: onReset }, "Reset"),
      h("div", { class: "clock", "aria-label": "Time of day" }, parts.clock));
  };

  const update = () => {
    if (!isOpen()) return;
    const { page, next, number, count } = desk.at();
    const { theme } = desk.state.get();
    const face = parts.face;
    face.dataset.theme = theme;
    Object.entries(themeProperties(desk.state.scene.meta.style, theme)).forEach(([name, value]) => face.style.setProperty(name, value));
    parts.title.textContent = page.title || desk.briefing.title;
    parts.counter.textContent = number === 0 ? `Title of ${count}` : `${number} / ${count}`;
    fill(parts.notes, page.notes ? page.notes.split(/\n+/u).map((words) => h("p", {}, words)) : h("p", { class: "none" }, "No notes for this step."));
    fill(parts.said, page.lines.length > 0 && [h("h2", {}, "On the screen"), linesOf(page)]);
    fill(parts.next, h("h2", {}, next ? "Next" : "This is the last step."), next && [h("h3", {}, next.title || "Untitled"), linesOf(next)]);
  };

  const build = () => {
    parts = {
      title: h("h1", {}), counter: h("b", { class: "counter" }), notes: h("section", { class: "notes", tabindex: 0, "aria-label": "Notes" }),
      said: h("section", { class: "on-screen" }), next: h("section", { class: "coming" }), timer: h("b", {}), clock: h("b", {}),
    };
    parts.face = h("main", { class: "dateline presenter" },
      h("header", {}, desk.briefing.banner && h("p", { class: "banner" }, desk.briefing.banner), parts.title, parts.counter, watch()),
      parts.notes, h("aside", { tabindex: 0, "aria-label": "Next step" }, parts.next, parts.said),
      h("footer", {}, button("Previous", "←", "previous"), button("Next", "→", "next", "main"), button("Sentences", "S", "sentence"), button("Dark screen", "B", "blank")));
    const { document: there } = other;
    there.documentElement.lang = "en";
    there.title = `Presenter: ${desk.briefing.title}`;
    there.body.replaceChildren(parts.face);
  };

  const close = () => {
    deaf();
    clearInterval(ticking);
    if (isOpen()) other.close();
    other = null;
  };
  window.addEventListener("pagehide", close);

  return {
    update,
    open() {
      if (isOpen()) {
        other.focus();
        return true;
      }
      other = window.open("", "_blank", PLACE);
      if (other === null) return false;
      dress(root, other);
      build();
      deaf = hearKeys(other, isOpen, (command) => command !== null && desk.run(command));
      ticking = setInterval(tick, TICK_MS);
      tick();
      update();
      return true;
    },
    close() {
      close();
      window.removeEventListener("pagehide", close);
    },
  };
}
