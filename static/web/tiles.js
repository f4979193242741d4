// The row of headline numbers. A tile shows only numbers that the current view still lets through.

import { fill, h } from "./dom.js";
import { leadAndDigits } from "./figures.js";
import { statusChip } from "./signs.js";

/** Room that a tile asks for beyond its number, by the length of the origins it names. */
const MIN_SHARE = 12;

/** Print of a number: planned digits are hollow, the ≈ or ≤ before them is not. */
function number({ text, status }) {
  if (!status) return h("span", { class: "joiner" }, text);
  const [lead, digits] = leadAndDigits(text);
  const mark = status === "estimated" && h("span", { class: "est" }, "est.");
  return h("span", { class: `number ${status}` }, lead, h("span", { class: "digits" }, digits), mark);
}

/**
 * Parts of a headline that may stand: a number stays while a claim that says it is readable.
 *
 * Numbers that no claim of the group says are composed elsewhere and stay; joiners ("to", "+") stay between the numbers
 * that they join; two that come to stand side by side are joined by "and".
 */
export function standing(headline, claims, readable) {
  const saying = (part) => claims.filter((claim) => [claim.value, claim.figure].includes(part.text));
  const kept = headline.filter((part) => {
    if (!part.status) return true;
    const said = saying(part);
    return said.length === 0 || said.some((claim) => readable(claim.id));
  });
  const parts = kept.filter((part, i) => part.status || (kept[i - 1]?.status && kept[i + 1]?.status));
  // What stood between two numbers went with the one that is gone.
  return parts.flatMap((part, i) => (part.status && parts[i - 1]?.status ? [{ text: "and" }, part] : [part]));
}

function tile(desk, spec) {
  const { state } = desk;
  const group = state.group(spec.group);
  const claims = (group?.claims ?? []).map(state.item).filter(Boolean);
  const shown = claims.filter((claim) => state.readable(claim.id)).length;
  const missing = claims.length - shown;
  const [first, ...rest] = spec.lines;
  const stands = shown > 0 || claims.length === 0;
  const note = missing > 0 && (shown > 0 ? `${shown} of ${claims.length} figures in view` : "not in this view");
  const line = note || first;
  // A number without its place would be everybody's.
  const credits = stands ? [group?.label, ...rest].filter(Boolean).join(" · ") : "";
  const headline = stands ? standing(spec.headline, claims, state.readable) : [];
  return h("button", {
    type: "button", class: `tile ${spec.status}`, "data-group": spec.group, "data-key": `tile ${spec.group}`,
    style: { "flex-grow": Math.max(MIN_SHARE, credits.length) },
    onclick: () => open(desk, spec),
    onpointerenter: () => desk.preview({ kind: "group", id: spec.group }), onpointerleave: () => desk.preview(null),
  },
  h("span", { class: "headline", title: spec.unit },
    headline.length > 0 ? headline.map((part) => [number(part), " "]) : h("span", { class: "joiner" }, "– "),
    h("span", { class: "unit" }, spec.unit)),
  h("span", { class: "lead" }, statusChip(spec.status), h("span", { class: "line", title: line }, line)),
  h("span", { class: "rest", title: credits }, credits));
}

/** The tile's claims; once more lets go of them. */
function open(desk, spec) {
  const { selection } = desk.state.get();
  const ref = { kind: "group", id: spec.group };
  if (selection?.kind === "group" && selection.id === spec.group) desk.select(ref);
  else desk.toClaims(ref);
}

export function mountTiles(box, desk) {
  const { state } = desk;
  const mark = () => {
    const selected = state.selectedItems();
    for (const button of box.children) {
      const claims = state.group(button.dataset.group)?.claims ?? [];
      button.setAttribute("aria-pressed", String(claims.some((id) => selected.has(id))));
    }
  };
  const build = () => {
    fill(box, state.scene.tiles.map((spec) => tile(desk, spec)));
    mark();
  };
  build();
  return { update: (changed) => (changed.structure ? build() : changed.selection && mark()) };
}
