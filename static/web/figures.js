// The table of figures: one row for each group, and one for each claim where a group holds several. Nothing is summed.

import { bestOf, printRule, standing } from "./best.js";
import { fill, h, reveal, roving } from "./dom.js";
import { IMPLIED_UNITS } from "./implied-units.js";
import { paged } from "./pages.js";
import { statusSign } from "./signs.js";

/** Units short enough to stand in a cell; longer ones stand under it. */
const SHORT_UNITS = { km: "km", m: "m", ha: "ha", km2: "km²", percent: "%" };
const NUMBER = /^(≈?)(\d[\d.,]*)(?:–(\d[\d.,]*))?$/u;

const withUnit = (value, unit) =>
  (SHORT_UNITS[unit] && /\d$/.test(value) ? `${value} ${SHORT_UNITS[unit]}` : value);
const amount = (value) => Number(value.replace(/[≈≥≤<>,]/gu, ""));

/** What stands before the digits of a printed number, which is never hollow, and they: ["≥ ", "10,000"]. */
export const leadAndDigits = (text) => /^((?:[≥≤<>] ?)?≈?)(.*)$/su.exec(text).slice(1);

/** A claim's number with what it counts; people are named by the label beside it. */
export const printFigure = (claim) => (IMPLIED_UNITS.has(claim.unit) ? claim.value : claim.figure);

/** A claim's number alone, for where its unit stands beside it. */
export const printValue = (claim) => withUnit(claim.value, claim.unit);

/** What a claim's number counts, where that is too long to stand beside it and no label says it; else "". */
export const longUnit = ({ unit, unitText }) => (IMPLIED_UNITS.has(unit) || SHORT_UNITS[unit] ? "" : unitText ?? "");


/**
 * Low and high of a printed value: "≈300", "11,000–12,000", "≥10,000" (no high); null where it is no single
 * quantity, as a size "3.5 × 1.5" is not.
 */
export function ends(value) {
  const [, about, low, high] = NUMBER.exec(value) ?? [];
  if (low) return [about + low, about + (high ?? low)];
  if (/^[≥>]\s?\d/u.test(value)) return [value, null];
  return /^[≤<]\s?\d/u.test(value) ? [null, value] : null;
}

/**
 * Low and high over the claims in view, as the reports print them.
 *
 * With every claim in view these are the group's own. With some out of view they are read off those that remain;
 * an open end stays open, and the answer is null where one is no single quantity: better no extremes than wrong ones.
 */
export function extremes(group, claims) {
  if (claims.length === group.claims.length) return [group.low, group.high];
  const all = claims.map((claim) => ends(claim.value));
  if (all.includes(null)) return null;
  const pick = (values, sign) => (values.includes(null) ? null
    : values.reduce((best, value) => ((amount(value) - amount(best)) * sign > 0 ? value : best)));
  return [pick(all.map(([low]) => low), -1), pick(all.map(([, high]) => high), 1)];
}

const dataCell = (value, unit, counted) => h("td", { class: "num" },
  value === null ? h("span", { class: "open", title: "no limit stated" }, "–") : withUnit(value, unit), counted);

/** Low and high in their columns, what they count under the last that is stated; one wide cell for what has none. */
function valueCells(both, value, claim) {
  const { unit } = claim;
  const counted = longUnit(claim) && h("span", { class: "counted" }, longUnit(claim));
  if (!both) return h("td", { class: "num wide", colspan: 2 }, withUnit(value, unit), counted);
  const [low, high] = both;
  return [dataCell(low, unit, high === null && counted), dataCell(high, unit, high !== null && counted)];
}

const statusCell = (status) => h("td", { class: `state ${status}` }, statusSign(status),
  h("span", {}, status === "estimated" ? "est." : status));

function sourceCell(claim) {
  const text = claim.source ?? "origin not stated";
  return h("td", { class: "source", title: text }, text);
}

/** A claim's row; inside a group it is named by its report alone. */
function claimRow(desk, claim, label) {
  const { ref } = desk.state.report(claim.report);
  return h("tr", { 
    class: `claim ${claim.status} ${label ? "" : "member"}`, "data-items": claim.id, "data-key": `claim ${claim.id}`,
    "data-ref": claim.id,
  },
    h("th", { scope: "row", title: label },
      h("div", {}, label ? [label, h("span", { class: "ref" }, ` ${ref}`)] : ref)),
    valueCells(ends(claim.value), claim.value, claim), statusCell(claim.status), sourceCell(claim));
}

/** A row for each group with several claims, then one for each of its claims in view; before anything is drawn. */
function rowsOf(state) {
  return state.scene.groups.flatMap((group) => {
    const claims = group.claims.filter(state.readable);
    if (claims.length === 0) return [];
    const single = group.claims.length === 1;
    return [...(single ? [] : [{ group, claims }]), ...claims.map((claim) => ({ group, claims, claim, single }))];
  });
}

function groupRow(desk, group, claims) {
  const some = claims.length < group.claims.length;
  const differ = new Set(claims.map((claim) => claim.value)).size > 1;
  const { best } = desk.state.get();
  const chosen = bestOf(best, claims);
  const note = [some ? `${claims.length} of ${group.claims.length} claims` : `${claims.length} claims`,
    differ && (chosen ? `${chosen.text}, ${printRule(best)}` : "none chosen")].filter(Boolean).join(" · ");
  return h("tr", {
    class: `group ${group.status}`, "data-items": group.claims.join(" "), "data-key": `group ${group.id}`,
    "data-group": group.id,
  },
  h("th", { scope: "row", title: group.label }, h("div", {}, group.label)),
  valueCells(extremes(group, claims), "see claims", claims[0]),
  h("td", { class: "note", colspan: 2, title: standing(group) || null }, note));
}

const rowNode = (desk, { group, claims, claim, single }) => (claim
  ? claimRow(desk, desk.state.item(claim), single ? group.label : null)
  : groupRow(desk, group, claims.map(desk.state.item)));

const PAGE = 300;
const HEAD = [["Figure", ""], ["Low", "num"], ["High", "num"], ["Status", ""], ["Source", ""]];

export function mountFigures(box, desk) {
  const { state } = desk;
  const count = h("span", { class: "count" });
  const body = h("tbody");
  const table = h("table", { class: "figures" },
    h("caption", { class: "unseen" }, "Figures stated in the reports, grouped; numbers that differ stay apart."),
    h("colgroup", {}, ["figure", "low", "high", "state", "source"].map((name) => h("col", { class: name }))),
    h("thead", {}, h("tr", {}, HEAD.map(([label, name]) => h("th", { scope: "col", class: name }, label)))),
    body);
  const scroll = h("div", { class: "scroll" }, table);
  fill(box, h("header", { class: "bar" }, h("h2", {}, "Figures ", count),
    h("div", { class: "tools" }, ["table", "chart"].map((tab) => h("button", {
      type: "button", class: "quiet", "data-key": `open ${tab}`, onclick: () => state.set({ sheet: { tab, map: false } }),
    }, tab === "table" ? "Full table" : "Chart")))), scroll);
  const settle = roving(body, "tr[data-key]");
  const pages = paged(PAGE, () => build());
  let drawn = null;

  const refOf = (row) => (row.dataset.group
    ? { kind: "group", id: row.dataset.group } : { kind: "item", id: row.dataset.ref });
  const pick = (event) => {
    const row = event.target.closest("tr[data-key]");
    if (row) desk.pick(refOf(row));
  };
  body.addEventListener("click", pick);
  body.addEventListener("keydown", (event) => {
    const row = event.target.closest("tr[data-key]");
    if (event.key !== "Enter" || !row) return;
    if (row.dataset.group) pick(event);
    else desk.toSentence(refOf(row));
  });
  body.addEventListener("pointerover", (event) => {
    const row = event.target.closest("tr[data-key]");
    desk.preview(row && refOf(row));
  });
  body.addEventListener("pointerleave", () => desk.preview(null));

  const wide = (...content) => h("tr", {}, h("td", { class: "empty", colspan: HEAD.length }, ...content));
  const isMember = ({ claim, single }) => claim && !single;

  /** Draw the rows, unless the very same stand there already. */
  const build = () => {
    const all = rowsOf(state);
    const part = pages.part(all);
    const next = JSON.stringify([all.length, part.map(({ group, claims, claim }) => claim ?? [group.id, claims]),
      state.get().best]);
    if (drawn === next) return;
    drawn = next;
    count.textContent = all.filter(({ claim }) => claim).length;
    const heading = part.length > 0 && isMember(part[0]) && groupRow(desk, part[0].group, part[0].claims.map(state.item));
    const [before, after] = [pages.before(), pages.after(all)];
    fill(body, before && wide(before), heading, part.map((row) => rowNode(desk, row)), after && wide(after),
      all.length === 0 && wide("No figures in view."));
    settle();
    mark();
  };

  const mark = () => {
    const [selected, hovered] = [state.selectedItems(), state.hoveredItems()];
    const { selection } = state.get();
    for (const row of body.querySelectorAll("tr[data-key]")) {
      const ids = row.dataset.items.split(" ");
      const whole = row.dataset.group ? selection?.kind === "group" && selection.id === row.dataset.group
        : ids.some((id) => selected.has(id));
      row.classList.toggle("selected", whole);
      row.classList.toggle("hovered", ids.some((id) => hovered.has(id)));
      row.setAttribute("aria-current", String(whole));
    }
  };

  /** Bring what is selected into the page and into sight. */
  const follow = () => {
    const selected = state.selectedItems();
    pages.reveal(rowsOf(state).findIndex(({ claim }) => selected.has(claim)));
    build();
    mark();
    const first = body.querySelector("tr.selected");
    if (first) reveal(scroll, first, 28);
  };

  build();
  return {
    /** Give the focus to the first claim of the selection. */
    focusSelected: () => body.querySelector("tr.claim.selected")?.focus(),
    update(changed) {
      if (changed.scene) drawn = null;
      if (changed.structure) build();
      if (changed.selection) follow();
      else if (changed.hover) mark();
    },
  };
}
