// What a step of a briefing shows, as plain values: its view, its sentences in their order, its figures.

import { size } from "./best.js";
import { cards } from "./cards.js";
import { longUnit, printFigure } from "./figures.js";
import { openingView } from "./state.js";
import { STATUSES } from "./statuses.js";
import { standing } from "./tiles.js";

const distinct = (values) => [...new Set(values)];
const sentenceKey = (item) => `${item.report} ${item.sentence.join(" ")}`;
const AHEAD = new Set(["planned", "possible"]);
/** More numbers of one matter than this stand as the lowest and the highest of them. */
const MOST_NUMBERS = 3;

/** Rows of the scene that a selection may name, by its kind. */
const rowOf = (state, { kind, id }) => ({ mark: state.mark, item: state.item, group: state.group })[kind]?.(id);
const itemsOf = (state, { kind, id }) =>
  ({ mark: state.itemsOf(id), item: [id], group: state.group(id)?.claims ?? [] })[kind] ?? [];

/** Pages in the order they are shown: the title, then the steps. */
export const pagesOf = (briefing) => [{ id: "", kind: "title", title: briefing.title, lines: [] }, ...briefing.steps];

/**
 * The whole view that a step asks for, with labels in the audience's language.
 *
 * A selection of what the scene lacks is left out; the camera stands as the step has it, or null.
 */
export function viewOf(state, briefing, page) {
  const { hover: _, theme: __, ...view } = openingView(state.scene, page.view ?? {});
  const selection = view.selection && rowOf(state, view.selection) ? view.selection : null;
  return { ...view, selection, sheet: null, names: briefing.names ?? view.names };
}

/** What a step names and the scene has not (any more), as words; none where all is there. */
export function lost(state, page) {
  const cites = distinct(page.lines.flatMap((line) => line.cites)).filter((id) => !state.item(id)).length;
  const selection = page.view?.selection;
  const reports = Object.keys(page.view?.reports ?? {}).filter((id) => !state.report(id)).length;
  const some = (count, one, many) => (count === 1 ? one : `${count} ${many}`);
  return [
    cites > 0 && `${some(cites, "A sentence", "sentences")} that this step cites cannot be shown: withdrawn, or its report is gone.`,
    selection && !rowOf(state, selection) && "The place or figure that this step points at is no longer in the reports.",
    reports > 0 && `${some(reports, "A report", "reports")} that this step leaves out cannot be found any more.`,
  ].filter(Boolean);
}

/** Items gathered by their sentences, in the order given: [{key, report, start, end, items}]. */
export function sentencesOf(state, ids) {
  const found = new Map();
  for (const item of ids.map(state.item).filter(Boolean)) {
    const [start, end] = item.sentence;
    const key = sentenceKey(item);
    if (!found.has(key)) found.set(key, { key, report: state.report(item.report), start, end, items: [] });
    const { items } = found.get(key);
    if (!items.includes(item)) items.push(item);
  }
  return [...found.values()];
}

/** Items that the lines of a step cite; where they cite none, those that it points at. */
function named(state, page) {
  const cited = distinct(page.lines.flatMap((line) => line.cites)).filter((id) => state.item(id));
  const { selection } = page.view ?? {};
  if (cited.length > 0 || !selection || !rowOf(state, selection)) return cited;
  return itemsOf(state, selection).filter((id) => state.item(id));
}

/** Items that a step rests on: what it names, else what its view shows. */
export function groundsOf(state, page) {
  const own = named(state, page);
  return own.length > 0 ? own : cards(state).flatMap((card) => card.items.map((item) => item.id));
}

/** Lines with the numbers of the sentences they cite: [{text, ids, numbers, gone}]. */
export function numbered(state, page, sentences) {
  const number = new Map(sentences.map(({ key }, i) => [key, i + 1]));
  return page.lines.map(({ text, cites }) => {
    const known = cites.map(state.item).filter(Boolean);
    return {
      text, ids: known.map(({ id }) => id), gone: known.length < cites.length,
      numbers: distinct(known.map((item) => number.get(sentenceKey(item)))).sort((a, b) => a - b),
    };
  });
}

/** Equal numbers as one, strongest status first: [{text, unit: what of the text is set small, status, ids}]. */
function numbersOf(claims) {
  const found = new Map();
  for (const claim of claims) {
    const key = `${claim.status} ${printFigure(claim)}`;
    if (!found.has(key)) found.set(key, { text: printFigure(claim), unit: longUnit(claim), status: claim.status, ids: [], size: size(claim) });
    found.get(key).ids.push(claim.id);
  }
  const rank = ({ status }) => STATUSES.indexOf(status);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || a.size - b.size);
}

/** Numbers with what stands between them; many of one status are the lowest "to" the highest. */
function parts(numbers) {
  const plain = numbers.length > MOST_NUMBERS && distinct(numbers.map(({ status }) => status)).length === 1
    && numbers.every((number) => Number.isFinite(number.size));
  const kept = plain ? [numbers[0], numbers.at(-1)] : numbers;
  const joiner = (i) => (plain ? "to" : i < kept.length - 1 ? "," : "and");
  return kept.flatMap((number, i) => (i === 0 ? [number] : [{ text: joiner(i) }, number]));
}

/** Who says so, over some claims: "2 reports · origins: A; not stated". */
export function saying(claims) {
  const reports = distinct(claims.map((claim) => claim.report)).length;
  const origins = distinct(claims.map((claim) => claim.origin ?? claim.source ?? "not stated"));
  return `${reports} report${reports === 1 ? "" : "s"} · origin${origins.length === 1 ? "" : "s"}: ${origins.join("; ")}`;
}

/** Figures of some claims: one for each matter, and what is to come never with what is said to be so. */
function figuresNamed(state, claims) {
  const matters = Map.groupBy(claims, (claim) => `${claim.group} ${AHEAD.has(claim.status)}`);
  return [...matters.values()].map((some) => {
    const group = state.group(some[0].group);
    const whole = group?.claims.filter(state.readable).length ?? 0;
    return {
      key: `${some[0].group} ${some[0].status}`, label: group?.label ?? some[0].label, parts: parts(numbersOf(some)),
      statuses: STATUSES.filter((status) => some.some((claim) => claim.status === status)),
      line: saying(some), note: whole > some.length ? `${some.length} of ${whole} figures in view` : null,
      ids: some.map(({ id }) => id),
    };
  });
}

/** The headline numbers of the scene, as far as the view shows them. */
function headlines(state) {
  return state.scene.tiles.flatMap((tile) => {
    const claims = (state.group(tile.group)?.claims ?? []).map(state.item).filter((claim) => claim && state.readable(claim.id));
    if (claims.length === 0) return [];
    const ids = claims.map(({ id }) => id);
    const said = ({ text }) => claims.filter((claim) => [claim.value, claim.figure, printFigure(claim)].includes(text)).map(({ id }) => id);
    const shown = standing(tile.headline, claims, state.readable).map((part) => {
      const own = part.status ? said(part) : [];
      return part.status ? { ...part, ids: own.length > 0 ? own : ids } : part;
    });
    const statuses = STATUSES.filter((status) => shown.some((part) => part.status === status));
    return { key: tile.group, label: tile.unit, parts: shown, statuses, line: tile.lines.join(" · "), note: null, ids };
  });
}

/**
 * Figures of a step at headline size: those that it names; of a captured view or an overview that names none, the headline
 * numbers in view.
 *
 * @returns [{key, label, parts: [{text, unit, status, ids} or {text}], statuses, line, note, ids}]
 */
export function figuresOf(state, page) {
  const claims = named(state, page).map(state.item).filter((item) => item.type === "claim");
  if (claims.length > 0) return figuresNamed(state, claims);
  return ["overview", "figures", "view"].includes(page.kind) ? headlines(state) : [];
}
