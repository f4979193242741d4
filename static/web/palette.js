// The palette: one field that finds places, sentences, figures and commands; Ctrl+K or "/" opens it.

import { destination, spotWords } from "./map-goto.js";
import { printPublished } from "./dates.js";
import { fill, h, reveal } from "./dom.js";
import { rejected } from "./facets.js";
import { findCommands, findGroups, findPlaces, searchTexts } from "./finding.js";
import { kindWords } from "./place-words.js";
import { statusSign } from "./signs.js";

const ASK_DELAY_MS = 120;
const ROWS_OF_REPORTS = 8;
const VAGUE_M = 100_000; // a position no closer than this is as likely a date or a number, but for its signs
const SIGNED = /\d\s*[°NSEW]/i;

/** A text with the spans in `marks` (in code points) set off. */
function withMarks(text, marks) {
  const points = Array.from(text);
  const nodes = [];
  let at = 0;
  for (const [start, end] of marks) {
    nodes.push(points.slice(at, start).join(""), h("mark", {}, points.slice(start, end).join("")));
    at = end;
  }
  return [nodes, points.slice(at).join("")];
}

/** The position that is typed, to go to. */
function positions(typed, goTo) {
  const spot = destination(typed);
  if (spot.problem || (spot.side >= VAGUE_M && !SIGNED.test(typed))) return [];
  return [{ key: "position", node: [h("span", { class: "name" }, `Go to ${spotWords(spot)}`)], run: () => goTo(spot) }];
}

/** Sections of what is found: [{title, rows: [{key, node, run}]}]; `answer` is the server's or the scene's. */
function sections(desk, { commands, goTo }, typed, answer) {
  const { state } = desk;
  const places = findPlaces(state.scene, typed, answer?.places).map(({ mark, by }) => ({
    key: `place ${mark.id}`,
    node: [h("span", { class: "name" }, mark.name), by && h("span", { class: "by" }, `as ${by}`),
      h("span", { class: "kind" }, mark.layer === "mentioned" ? "mentioned only" : kindWords(mark))],
    run: () => desk.pick({ kind: "mark", id: mark.id }),
  }));
  const sentences = (answer?.reports ?? []).filter((hit) => state.report(hit.report_id)).slice(0, ROWS_OF_REPORTS)
    .map((hit) => {
      const report = state.report(hit.report_id);
      return {
        key: `report ${report.id}`,
        node: [h("span", { class: "name" }, h("b", {}, report.ref), ` ${report.publisher ?? "publisher not stated"}`),
          h("span", { class: "kind" }, printPublished(report)),
          h("span", { class: "words", lang: report.lang }, withMarks(hit.snippet, hit.marks))],
        run: () => desk.read({ report: report.id, id: null, start: hit.start, end: hit.end }),
      };
    });
  const figures = findGroups(state.scene, typed).filter(({ claims }) => !claims.every((id) => rejected(state.item(id) ?? {}))).map((group) => ({
    key: `group ${group.id}`,
    node: [statusSign(group.status), h("span", { class: "name" },
      `${group.label}: ${[...new Set([group.low, group.high])].filter(Boolean).join(" to ")} ${group.unit}`),
    h("span", { class: "kind" }, `${group.reports} ${group.reports === 1 ? "report" : "reports"}`)],
    run: () => desk.pick({ kind: "group", id: group.id }),
  }));
  const acts = findCommands(commands(), typed).map((command) => ({
    key: `command ${command.name}`,
    node: [h("span", { class: "name" }, command.name), command.keys && h("kbd", {}, command.keys)],
    run: command.run,
  }));
  return [
    { title: "Places", rows: places }, { title: "Reports", rows: sentences }, { title: "Figures", rows: figures },
    { title: "Commands", rows: acts }, { title: "Coordinates", rows: positions(typed, goTo) },
  ].filter(({ rows }) => rows.length > 0);
}

/**
 * The palette of a desk.
 *
 * @param root      the desk's element
 * @param desk      shared desk
 * @param options   commands() -> [{name, keys, run}]; goTo(spot) of coordinates-read.js; search(text) -> Promise of {reports, places}; of null where a
 *                  later question has overtaken this one; of undefined, or no function at all, where nobody can be
 *                  asked and the texts of the scene are searched
 * @returns {{open(), destroy()}}
 */
export function mountPalette(root, desk, { commands, goTo, search }) {
  let rows = [];
  let at = 0;
  let answer = null;
  let timer = 0;
  const list = h("div", { class: "found", role: "listbox", id: "palette-found", "aria-label": "What was found" });
  const tally = h("span", { class: "unseen", role: "status" });
  const field = h("input", {
    type: "text", role: "combobox", "aria-label": "Search places, reports, figures and commands", "aria-expanded": "true",
    "aria-controls": "palette-found", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    placeholder: "Search places, reports, figures, commands", oninput: () => ask(),
  });
  const dialog = h("dialog", { class: "palette", "aria-label": "Search" }, field, list, tally);
  root.append(dialog);

  const draw = () => {
    const found = sections(desk, { commands, goTo }, field.value, answer);
    rows = found.flatMap((section) => section.rows);
    at = Math.min(at, Math.max(rows.length - 1, 0));
    const typed = field.value.trim();
    fill(list, answer?.failed && h("p", { class: "nothing" }, `Only what this page holds was searched. ${answer.failed}`),
      rows.length === 0 && h("p", { class: "nothing" }, `Nothing has “${typed}”. Fewer or other words may help.`),
      found.map(({ title, rows: some }) => h("div", { role: "group", "aria-label": title }, h("h3", { "aria-hidden": "true" }, title),
        some.map((row) => h("div", {
          class: "hit-row", role: "option", id: `palette-${rows.indexOf(row)}`, "aria-selected": "false",
          onclick: () => choose(row),
        }, row.node)))));
    tally.textContent = typed === "" ? "" : `${rows.length} found`;
    mark();
  };

  const mark = () => {
    for (const node of list.querySelectorAll("[role=option]")) {
      const current = node.id === `palette-${at}`;
      node.setAttribute("aria-selected", String(current));
      if (current) reveal(list, node, 24);
    }
    field.setAttribute("aria-activedescendant", rows.length > 0 ? `palette-${at}` : "");
  };

  const choose = (row) => {
    dialog.close();
    row.run();
  };

  /** Show what the scene has at once, and what the reports have when their holder answers. */
  function ask() {
    const text = field.value;
    at = 0;
    draw();
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const found = await search?.(text);
      if (found === null || field.value !== text) return;
      const here = () => ({ reports: searchTexts(desk.state.scene, text), places: [] });
      answer = found?.failed ? { ...here(), failed: found.failed } : found ?? here();
      draw();
    }, ASK_DELAY_MS);
  }

  field.addEventListener("keydown", (event) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined && rows.length > 0) {
      at = (to + rows.length) % rows.length;
      mark();
      event.preventDefault();
    } else if (event.key === "Enter" && rows[at]) {
      event.preventDefault();
      choose(rows[at]);
    }
  });
  // What is typed here is not for the desk; Esc closes the dialog and nothing else.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

  const open = () => {
    if (dialog.open) return;
    [field.value, answer, at] = ["", null, 0];
    draw();
    dialog.showModal();
    field.focus();
  };

  const onKey = (event) => {
    const typing = event.composedPath()[0]?.matches?.("input, textarea, select, [contenteditable]");
    const wanted = ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") || (event.key === "/" && !typing);
    if (!wanted || !root.isConnected) return;
    event.preventDefault();
    open();
  };
  document.addEventListener("keydown", onKey);

  return {
    open,
    destroy() {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKey);
      dialog.remove();
    },
  };
}
