// The controls over the timeline: typed dates, stepping and playing, the axis, and the switches of time.

import { parseDay, printDay } from "./dates.js";
import { fill, h } from "./dom.js";
import { mountTransport } from "./transport.js";

const HELP = "Type a day such as 27 Jun 2025 or 2025-06-27, a month or a year; leave empty for no limit.";
const MESSAGE = "dateline-date-message";

/** What is wrong with a typed text; null where it is a day or no limit, and the window keeps its order. */
function problem(typed, day, { from, to }) {
  if (day === undefined) return `“${typed}” is no day. ${HELP}`;
  if (from && to && from > to) return `The first day, ${printDay(from)}, is after the last, ${printDay(to)}. Change one of them.`;
  return null;
}

/** A typed date; `edge` says what a month or a year stands for, `side` which bound it sets. */
function dateInput(desk, side, edge, say) {
  const { state } = desk;
  const name = side === "from" ? "First day" : "Last day";
  const input = h("input", {
    type: "text", class: "date", "aria-label": name, "aria-describedby": MESSAGE, title: HELP,
    placeholder: name.toLowerCase(), autocomplete: "off", spellcheck: "false",
  });
  let printed = null;
  /** Print the bound, unless it is what was printed last: somebody may be typing another. */
  const show = (again = false) => {
    const { window, cumulative } = state.get();
    const text = window[side] ? printDay(window[side]) : "";
    const closed = side === "from" && cumulative;
    if (!again && printed === text && input.disabled === closed) return;
    printed = text;
    input.value = text;
    input.disabled = closed;
    say("");
    input.placeholder = closed ? "open" : name.toLowerCase();
    input.removeAttribute("aria-invalid");
  };
  const read = () => {
    const day = parseDay(input.value, edge);
    const wrong = problem(input.value, day, { ...state.get().window, [side]: day });
    if (wrong) {
      say(wrong);
      input.setAttribute("aria-invalid", "true");
      return;
    }
    state.set({ window: { [side]: day } });
    show(true);
  };
  input.addEventListener("change", read);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") read();
    if (event.key === "Escape" && input.value !== printed) {
      event.stopPropagation();
      show(true);
    }
  });
  return { input, show };
}

const TICKS = [
  ["cumulative", "Cumulative", "Everything up to the last day: the first day is open"],
  ["undated", "Undated", "Show what has no date on this axis, whatever the window"],
  ["certainOnly", "Certain only", "Leave out what lies in the window only possibly"],
];

/**
 * @param box      element for the controls
 * @param desk     the shared desk
 * @param player   from `createPlayer`
 * @param onReset  called after "All dates"
 */
export function mountTimebar(box, desk, player, onReset) {
  const { state } = desk;
  const message = h("div", { class: "message", id: MESSAGE, role: "status" });
  const say = (text) => { message.textContent = text; };
  const from = dateInput(desk, "from", "first", say);
  const to = dateInput(desk, "to", "last", say);
  const transport = mountTransport(desk, player);

  const axisButton = (axis, label, title) => h("button", {
    type: "button", title, "data-axis": axis, onclick: () => state.set({ axis }),
  }, label);
  const axes = [axisButton("event", "Event", "By when it happened"),
    axisButton("reported", "Reported", "By the day of the report")];

  const reset = h("button", {
    type: "button", class: "quiet",
    onclick: () => {
      state.set({ window: { from: null, to: null } });
      [from, to].forEach((input) => input.show(true));
      onReset();
    },
  }, "All dates");

  const undatedCount = h("span", { class: "count" });
  const ticks = TICKS.map(([key, label, title]) => {
    const input = h("input", { type: "checkbox", onchange: () => state.set({ [key]: input.checked }) });
    return { key, input, node: h("label", { class: "tick", title }, input, label, key === "undated" && undatedCount) };
  });

  const group = (name, label, ...children) => h("span", { class: name, role: "group", "aria-label": label }, children);
  fill(box, group("span", "Window", from.input, h("span", { class: "to" }, "to"), to.input, reset),
    group("transport", "Step and play", transport.nodes), group("axis", "Time that counts", axes),
    ticks.map(({ node }) => node), message,
    h("span", { class: "key" }, "Solid: dated · faded: bounds · hollow: planned · arrow: open end · ○ reported"),
    desk.act && h("button", {
      type: "button", class: "quiet snapshot", onclick: () => desk.act("export", state.serialise()),
    }, "Export"));

  const update = () => {
    const view = state.get();
    from.show();
    to.show();
    transport.update();
    for (const button of axes) button.setAttribute("aria-pressed", String(button.dataset.axis === view.axis));
    for (const { key, input } of ticks) input.checked = view[key];
    undatedCount.textContent = state.counts().undated;
  };
  return { update, onKey: transport.onKey };
}
