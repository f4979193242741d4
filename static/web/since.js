// Which marks are new, or have more said of them, since a day or a briefing. layers/since.py applies the same rule;
// tests/fixtures/since_cases.json holds both to one table.

/** What stands before the id of a briefing that is compared with. */
export const BRIEFING = "briefing-";

/** What can be said of a mark: only new reports speak of it, or they say more of it. */
export const NEW = "new";
export const MORE = "changed";

/**
 * Ids of the reports that came since.
 *
 * A report without a day came on no day that is known, so it is never new since one. Since a briefing that is not there,
 * nothing is.
 *
 * @param since  an ISO day, the id of a row of scene.pasts, or null
 */
export function newReports(scene, since) {
  if (since === null) return new Set();
  if (since.startsWith(BRIEFING)) return new Set((scene.pasts ?? []).find(({ id }) => id === since)?.new);
  return new Set(scene.reports.filter(({ published }) => (published ?? "") > since).map(({ id }) => id));
}

/**
 * The sign of a mark, or null.
 *
 * @param every  all items of the mark: what a filter hides was said before all the same
 * @param shown  those that are in view: of what is hidden nothing is told
 */
export function signOf(every, shown, fresh) {
  const isNew = ({ report }) => fresh.has(report);
  if (!shown.some(isNew)) return null;
  return every.every(isNew) ? NEW : MORE;
}
