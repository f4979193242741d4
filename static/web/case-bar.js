// The name of the case in the bar of every page, and behind it the way to the others.
//
// Another case is another address, and a page loaded anew: nothing of this case can stay in it. The address of a page
// always says which case it shows, so that every link that is copied from it does, too.

import { h } from "./dom.js";
import { arrive, leave } from "./leaving.js";

const KEY = "case";
let told = null; // number of the notice that was shown last: a run without news does not bring it back
let drawn = null; // {root, from}: a run that changes nothing leaves an open list open
let closeOpen = null; // Streamlit calls again with each change: the listeners of the bar before go with it

/** The query of this page that says which case it shows, and keeps what else it says. */
export function withCase(search, id) {
  const others = search.slice(1).split("&").filter((part) => part && part.split("=")[0] !== KEY);
  return `?${[`${KEY}=${encodeURIComponent(id)}`, ...others].join("&")}`;
}

function nameInAddress(id) {
  const { pathname, search, hash } = location;
  const named = withCase(search, id);
  if (new URLSearchParams(search).get(KEY) !== id) history.replaceState(history.state, "", `${pathname}${named}${hash}`);
}

/** The cases, as links: each opens on the page that is open, and can be opened in another window. */
const list = ({ cases, current, page }) => h("ul", {}, cases.map((each) => h("li", {},
  h("a", { href: `/${page}?${KEY}=${encodeURIComponent(each.id)}`, "aria-current": each.id === current && "true" },
    h("span", { class: "name" }, each.name), h("span", { class: "about" }, each.about)))));

/** Ask for the name of a new case where the button stands. */
function newCase(act) {
  const input = h("input", { "aria-label": "Name of the new case", placeholder: "What is it about?", maxlength: 80 });
  const create = (event) => {
    event.preventDefault();
    if (input.value.trim()) act({ name: "new", case: input.value });
  };
  const form = h("form", { hidden: true, onsubmit: create }, input, h("button", { type: "submit" }, "Create"));
  const ask = h("button", { type: "button", onclick: () => {
    form.hidden = false;
    ask.hidden = true;
    input.focus();
  } }, "New case…");
  return [ask, form];
}

function notice(text) {
  const line = h("div", { class: "notice", role: "status" }, h("span", {}, text),
    h("button", { type: "button", "aria-label": "Close", onclick: () => line.remove() }, "✕"));
  return line;
}

/**
 * Draw the bar's part of the case, or draw it anew.
 *
 * @param component  what Streamlit hands a component, with the data of layers/web/case_bar.py
 */
export function caseBar({ data, parentElement, setTriggerValue }) {
  if (data.go) {
    location.assign(data.go);
    return;
  }
  nameInAddress(data.current);
  const root = parentElement.querySelector(".case-bar");
  const from = JSON.stringify([data.current, data.cases, data.page]);
  if (drawn?.root !== root || drawn.from !== from) drawBar(root, data, setTriggerValue);
  drawn = { root, from };
  if (data.notice && data.notice.seq !== told) {
    arrive(); // what was asked for was not done, or done here: the page stays, and may speak
    root.querySelector(".notice")?.remove();
    root.append(notice(data.notice.text));
  }
  told = data.notice?.seq ?? told;
}

/** The pages stand behind the name, however wide it is. */
const makeRoom = (width) => document.documentElement.style.setProperty("--case-width", `${width}px`);

function drawBar(root, data, setTriggerValue) {
  const act = (action) => {
    leave();
    // What the desk said belongs to a part of its page: Streamlit must have sent it before this is said.
    setTimeout(() => setTriggerValue("action", action));
  };
  const name = data.cases.find(({ id }) => id === data.current)?.name ?? "";
  const panel = h("div", { class: "panel", id: "cases", hidden: true }, list(data), h("div", { class: "more" }, newCase(act),
    h("button", { type: "button", onclick: () => act({ name: "manage" }) }, "Manage cases…")));
  const button = h("button", {
    type: "button", class: "current", title: name, "aria-label": `Case: ${name}`, "aria-expanded": "false", "aria-controls": "cases",
    onclick: () => show(panel.hidden),
  }, h("span", { class: "name" }, name));

  function show(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) panel.querySelector("[aria-current]")?.focus();
  }
  const outside = (event) => !event.composedPath().includes(root) && show(false);
  const keys = (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    show(false);
    button.focus();
  };
  closeOpen?.();
  document.addEventListener("pointerdown", outside, true);
  const width = new ResizeObserver(() => button.isConnected && makeRoom(button.offsetWidth));
  width.observe(button);
  closeOpen = () => {
    document.removeEventListener("pointerdown", outside, true);
    width.disconnect();
  };
  const bar = h("div", { onkeydown: keys, onfocusout: ({ relatedTarget }) => relatedTarget && !root.contains(relatedTarget) && show(false) },
    button, panel);
  root.replaceChildren(...[bar, root.querySelector(".notice")].filter(Boolean));
  makeRoom(button.offsetWidth);
}
