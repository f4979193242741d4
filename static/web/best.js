// How figures of one group stand to each other, and the rule by which one may stand for all: none until the reader picks
// one, and it is printed.

import { sameSpeaker } from "./speakers.js";

/** Rules in the order of the menu: [id, words]; the same as reports/groups/best.py has. */
export const RULES = [
  ["none", "none chosen"], ["latest", "of the latest report"], ["highest", "the highest stated"],
  ["lowest", "the lowest stated"], ["median", "the middle of those stated"], ["source", "as a source puts it"],
];

/** Words for a rule ({rule, source} or null), as the head of the table and the download print them. */
export function printRule(best) {
  if (best?.rule === "source" && best.source) return `as ${best.source} puts it`;
  return RULES.find(([id]) => id === (best?.rule ?? "none"))[1];
}

/** Names in a claim's chain of sources, speaker first. */
export const chain = (claim) => (claim.source ? claim.source.split(" ← ") : []);

/** How much a claim says in base units, by its low end, or where that is open by its high one. */
export const size = (claim) => (claim.low ?? claim.high) * (claim.base ?? 1);

/** Claims with a number: "thousands" is left out where another has one, and so is a size of several sides. */
function stated(claims) {
  const numbers = claims.filter((claim) => (claim.low ?? claim.high ?? null) !== null);
  const exact = numbers.filter((claim) => claim.comparator !== "vague");
  return (exact.length > 0 ? exact : numbers).toSorted((a, b) => size(a) - size(b));
}

function latest(claims) {
  const days = claims.map((claim) => claim.reported).filter(Boolean).sort();
  return claims.filter((claim) => days.length > 0 && claim.reported === days.at(-1));
}

/** What a rule leaves of claims that are sorted by size. */
const LEAVES = {
  none: () => [],
  latest,
  highest: (claims) => claims.filter((claim) => size(claim) === size(claims.at(-1))),
  lowest: (claims) => claims.filter((claim) => size(claim) === size(claims[0])),
  median: (claims) => claims.slice(Math.floor((claims.length - 1) / 2), Math.floor(claims.length / 2) + 1),
  source: (claims, source) => claims.filter((claim) => source && chain(claim).some((name) => sameSpeaker(name, source))),
};

/**
 * What stands for a group under a rule; nothing is averaged: several figures stand as lowest to highest.
 *
 * @param best    {rule, source} or null
 * @param claims  claims of one group that are in view
 * @returns {claim, text, value} or null: the claim in whose row it is printed, its print, and its number, which is
 *          null for several
 */
export function bestOf(best, claims) {
  const left = LEAVES[best?.rule ?? "none"](stated(claims), best?.source);
  if (left.length === 0) return null;
  const texts = [...new Set(left.map((claim) => claim.value))];
  const [first] = left;
  return texts.length === 1 ? { claim: first, text: first.value, value: first.low ?? first.high }
    : { claim: first, text: `${texts[0]}–${texts.at(-1)}`, value: null };
}

/** How the claims of a group stand to each other: "3 claims, differ, 9 % apart"; empty for one alone. */
export function standing(group) {
  if (!group || group.claims.length === 1) return "";
  const apart = group.gap && (group.gap < 1 ? `${Math.round(group.gap * 100)} % apart`
    : `${(group.gap + 1).toFixed(1).replace(".0", "")} times apart`);
  // How far apart says enough: that one refutes the other is for readers to tell.
  const words = group.relation === "conflict" ? null : group.relation?.replaceAll("_", " ");
  return [`${group.claims.length} claims`, words, apart].filter(Boolean).join(", ");
}
