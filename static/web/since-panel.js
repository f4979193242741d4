// The choice of what new things are told from, and what its two signs mean: a section of the layers column.

import { parseDay, printDay } from "./dates.js";
import { fill, h } from "./dom.js";
import { markSign } from "./signs.js";
import { BRIEFING, MORE, NEW, newReports, signOf } from "./since.js";

const HELP = "Type a day such as 27 Jun 2025 or 2025-06-27.";
const DAY = "day";
const WORDS = {
  [NEW]: ["New", "No report before names it."],
  [MORE]: ["More said", "Named before; reports since say more of it."],
};

/** Layers whose marks carry no tag. */
const UNTAGGED = new Set(["distances"]);

/** How many visible marks have each sign. */
function counted(state) {
  const found = { [NEW]: 0, [MORE]: 0 };
  const fresh = newReports(state.scene, state.get().since);
  if (fresh.size === 0) return found;
  for (const mark of state.scene.marks.filter((each) => !UNTAGGED.has(each.layer) && state.markVisible(each))) {
    const every = state.itemsOf(mark.id);
    const sign = signOf(every.map(state.item), every.filter(state.itemVisible).map(state.item), fresh);
    if (sign) found[sign] += 1;
  }
  return found;
}

/** The day before the newest reports: what came with them is then new. */
function dayBefore({ reports }) {
  const days = [...new Set(reports.map(({ published }) => published).filter(Boolean))].sort();
  return days.at(-2) ?? days.at(-1) ?? null;
}

/** What is to be said beside the signs; null for nothing. */
function remark(scene, since, { new: fresh, changed }) {
  if (since === null) return null;
  const past = (scene.pasts ?? []).some(({ id }) => id === since);
  if (since.startsWith(BRIEFING) && !past) return "The briefing that this compares with is not here.";
  const undated = scene.reports.filter(({ published }) => !published).map(({ ref }) => ref).join(", ");
  const known = undated && !past ? ` Without a day, so not told as new: ${undated}.` : "";
  return `${fresh + changed === 0 ? "Nothing in view is new since then." : ""}${known}` || null;
}

function signRow(sign, count) {
  const [name, words] = WORDS[sign];
  return h("div", { class: "sign-row" }, markSign(sign),
    h("span", { class: "name" }, name, h("span", { class: "words" }, words)), h("span", { class: "count" }, count));
}

/** @returns {element, refresh(), build()}; `build` after the scene has changed */
export function mountSince(desk) {
  const { state } = desk;
  const message = h("div", { class: "since-message", id: "dateline-since-message", role: "status" });
  const rows = h("div");
  const choice = h("select", { "aria-label": "What is compared with", "data-key": "since" });
  const input = h("input", {
    type: "text", class: "date", "aria-label": "New since this day", title: HELP, "aria-describedby": message.id,
    autocomplete: "off", spellcheck: "false", "data-key": "since day",
  });
  const element = h("section", { class: "since", "aria-label": "New since" }, h("header", {}, h("h2", {}, "New since")),
    h("div", { class: "since-choice" }, choice, input), message, rows);

  const chosen = (since) => (since === null || since.startsWith(BRIEFING) ? since ?? "" : DAY);
  const refresh = () => {
    const { since } = state.get();
    const counts = counted(state);
    choice.value = chosen(since);
    input.hidden = choice.value !== DAY;
    if (!input.hidden && !input.matches(":focus")) input.value = printDay(since);
    if (!input.hasAttribute("aria-invalid")) message.textContent = remark(state.scene, since, counts) ?? "";
    fill(rows, [NEW, MORE].filter((sign) => counts[sign] > 0).map((sign) => signRow(sign, counts[sign])));
  };
  choice.addEventListener("change", () => {
    const { value } = choice;
    input.removeAttribute("aria-invalid");
    state.set({ since: value === DAY ? dayBefore(state.scene) : value || null });
    refresh(); // what takes the focus must be there
    if (value === DAY) input.focus();
  });
  input.addEventListener("change", () => {
    const day = parseDay(input.value, "last");
    input.toggleAttribute("aria-invalid", !day);
    message.textContent = day ? "" : `“${input.value}” is no day. ${HELP}`;
    if (!day) return;
    state.set({ since: day });
    input.value = printDay(day);
  });

  const build = () => {
    const { scene } = state;
    const { since } = state.get();
    const pasts = (scene.pasts ?? []).map(({ id, title, day }) => [id, `${title}${day ? `, as of ${printDay(day)}` : ""}`]);
    const gone = since?.startsWith(BRIEFING) && !pasts.some(([id]) => id === since) ? [[since, "A briefing that is not here"]] : [];
    const days = dayBefore(scene) ? [[DAY, "A day …"]] : [];
    fill(choice, [["", "Nothing marked"], ...days, ...pasts, ...gone].map(([value, words]) => h("option", { value }, words)));
    refresh();
  };
  build();
  return { element, build, refresh };
}
