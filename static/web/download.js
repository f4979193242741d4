// The download of the table: every figure in view in its order, with ids, quote, report, and the rule for "best".

import { printRule, standing } from "./best.js";
import { precision, sentenceText } from "./columns.js";
import { csv, saveCsv } from "./csv.js";

/** The qualifier in the words of the command line's table: "ge; about". */
const coded = (claim) => [claim.comparator === "eq" ? null : claim.comparator, claim.approx && "about",
  claim.increment && "increment", (claim.partOf ?? null) !== null && `part of ${claim.partOf.toLocaleString("en")}`]
  .filter(Boolean).join("; ");
const place = (claim) => (claim.at ? "at" : "to");

/**
 * Columns of the file: [name, (claim, {state, report, rule, best}) => value]. Those that layers/export/claims_csv.py has
 * are called the same.
 */
const FIELDS = [
  ["id", (claim) => claim.id], ["report_id", (claim) => claim.report], ["as_printed", (claim) => claim.text],
  ["low", (claim) => claim.low], ["best", (claim, { best }) => best(claim)?.value ?? best(claim)?.text],
  ["high", (claim) => claim.high], ["best_rule", (_, { rule }) => printRule(rule)],
  ["sides", (claim) => (claim.sides ?? []).join(" × ")], ["qualifier", coded],
  ["unit", (claim) => claim.unit], ["category", (claim) => claim.category], ["family", (claim) => claim.family],
  ["status", (claim) => claim.status], ["status_cue", (claim) => claim.cue],
  ["actor", (claim) => claim.actor], ["actor_level", (claim) => claim.levels?.actor],
  ["from", (claim) => claim.from], ["from_level", (claim) => claim.levels?.from],
  ["to", (claim) => claim.to], ["to_level", (claim) => claim.levels?.to],
  ["place", (claim) => claim[place(claim)]], ["place_level", (claim) => claim.levels?.[place(claim)]],
  ["inherited", (claim) => (claim.inherited ?? []).join("; ")], ["earliest", (claim) => claim.earliest],
  ["latest", (claim) => claim.latest], ["period", (claim) => claim.edtf], ["precision", precision],
  ["period_as_worded", (claim) => claim.when], ["published", (claim) => claim.reported],
  ["source", (claim) => claim.source], ["origin", (claim) => claim.origin],
  ["report", (claim, { report }) => report(claim).ref], ["article", (claim, { report }) => report(claim).title],
  ["publisher", (claim, { report }) => report(claim).publisher], ["url", (claim, { report }) => report(claim).url],
  ["sentence", (claim, { state }) => sentenceText(state, claim)], ["start", (claim) => claim.start],
  ["end", (claim) => claim.end], ["group_id", (claim) => claim.group],
  ["group", (claim, { state }) => state.group(claim.group)?.label ?? claim.label],
  ["group_standing", (claim, { state }) => standing(state.group(claim.group))],
  ["flags", (claim) => (claim.flags ?? []).join(" ")], ["review", (claim) => claim.review],
  ["note", (claim) => claim.note],
];

/** The file's text for these claims in this order; `rule` is {rule, source} or null. */
function figuresCsv(state, claims, rule, best) {
  const context = { state, rule, best, report: (claim) => state.report(claim.report) };
  return csv([FIELDS.map(([name]) => name),
    ...claims.map((claim) => FIELDS.map(([, read]) => read(claim, context)))]);
}

/** Shapes of the file: [id, words]; the same as layers/export/claims_csv.py has. */
export const SHAPES = [["claims", "Claims"], ["acled", "ACLED"], ["ucdp", "UCDP"]];

/**
 * Save what is shown; the name carries the newest report's day, not the day of the download.
 *
 * The columns of claims are made here. The other shapes want what only the gazetteer knows, so the host makes them of the
 * same claims in the same order, and hands the file over when it is ready.
 *
 * @param content  {claims, shown, best}: claims in the order of the table, ids of all in view, (claim) => its best
 */
export function downloadFigures(desk, shape, { claims, shown, best }) {
  const { state } = desk;
  const [day, rule] = [state.scene.meta.asOf, state.get().best];
  if (shape === "claims") {
    saveCsv(`dateline-figures${day ? `-${day}` : ""}.csv`, figuresCsv(state, claims, rule, best));
  } else {
    desk.act("table", { id: Date.now(), shape, day, best: rule, ids: claims.map(({ id }) => id), shown });
  }
}
