// The controls over the timeline: typed dates, the axis, report days, and the two time switches.

import { parseDay, printDay } from "./dates.js";
import { fill, h } from "./dom.js";

const HELP = "Type a day such as 27 Jun 2025 or 2025-06-27, a month or a year; leave empty for no limit.";

/** A typed date; `edge` says what a month or a year stands for, `side` which bound it sets. */
function dateInput(desk, side, edge, say) {
  const { state } = desk;
  const input = h("input", {
    type: "text", class: "date", "aria-label": side === "from" ? "First day" : "Last day", title: HELP,
    placeholder: side === "from" ? "first day" : "last day", autocomplete: "off", spellcheck: "false",
  });
  const show = () => {
    const day = state.get().window[side];
    input.value = day ? printDay(day) : "";
    input.removeAttribute("aria-invalid");
  };
  const read = () => {
    const day = parseDay(input.value, edge);
    const { from, to } = { ...state.get().window, [side]: day };
    const inverted = Boolean(from && to && from > to);
    if (day === undefined || inverted) {
      input.setAttribute("aria-invalid", "true");
      say(inverted ? "The first day is after the last." : `“${input.value}” is no day. ${HELP}`);
      return;
    }
    say("");
    state.set({ window: { [side]: day } });
    show();
  };
  input.addEventListener("change", read);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") read();
    if (event.key === "Escape") {
      event.stopPropagation();
      say("");
      show();
    }
  });
  return { input, show };
}

/** The report day before (-1) or after (+1) the window; null where there is none. */
export function neighbourDay(scene, window, direction) {
  const days = [...new Set(scene.reports.map((report) => report.published).filter(Boolean))].sort();
  if (direction < 0) {
    const limit = window.from ?? "9999-99-99";
    return days.filter((day) => day < limit).at(-1) ?? null;
  }
  const limit = window.to ?? "";
  return days.find((day) => day > limit) ?? null;
}

export function mountTimebar(box, desk, onReset) {
  const { state } = desk;
  const message = h("span", { class: "message", role: "status" });
  const say = (text) => { message.textContent = text; };
  const from = dateInput(desk, "from", "first", say);
  const to = dateInput(desk, "to", "last", say);

  const axisButton = (axis, label) => h("button", {
    type: "button", "data-axis": axis, onclick: () => state.set({ axis }),
  }, label);
  const axes = [axisButton("event", "Event time"), axisButton("reported", "Reported time")];

  // A report day is a day of publication, so stepping looks along that axis.
  const step = (direction) => {
    const day = neighbourDay(state.scene, state.get().window, direction);
    if (day) state.set({ window: { from: day, to: day }, axis: "reported" });
  };
  const stepper = (direction, label, title) =>
    h("button", { type: "button", class: "quiet", title, onclick: () => step(direction) }, label);
  const previous = stepper(-1, "Previous report day", "Show the report day before the window");
  const next = stepper(1, "Next", "Show the report day after the window");
  const reset = h("button", {
    type: "button", class: "quiet",
    onclick: () => {
      state.set({ window: { from: null, to: null } });
      onReset();
    },
  }, "All dates");

  const tick = (key, label) => {
    const input = h("input", { type: "checkbox", onchange: () => state.set({ [key]: input.checked }) });
    return { input, node: h("label", { class: "tick" }, input, label) };
  };
  const undatedCount = h("span", { class: "count" });
  const undated = tick("undated", ["Undated ", undatedCount]);
  const certain = tick("certainOnly", "Certain only");

  fill(box, from.input, h("span", { class: "to" }, "to"), to.input,
    h("span", { class: "axis", role: "group", "aria-label": "Time that counts" }, axes),
    previous, next, reset, undated.node, certain.node, message,
    h("span", { class: "key" }, "Solid: dated · faded: bounds · hollow: planned · arrow: open end"),
    desk.act && h("button", {
      type: "button", class: "quiet snapshot", onclick: () => desk.act("snapshot", state.serialise()),
    }, "Snapshot"));

  const update = () => {
    const view = state.get();
    from.show();
    to.show();
    for (const button of axes) button.setAttribute("aria-pressed", String(button.dataset.axis === view.axis));
    previous.disabled = !neighbourDay(state.scene, view.window, -1);
    next.disabled = !neighbourDay(state.scene, view.window, 1);
    undated.input.checked = view.undated;
    certain.input.checked = view.certainOnly;
    undatedCount.textContent = state.counts().undated;
  };
  update();
  return { update };
}
