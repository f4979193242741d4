// Days as ISO strings: reading what people type, printing, and counting. All in UTC; no clock is asked.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY_MS = 86_400_000;

/** Days since 1 January 1970 of an ISO day. */
export const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

const [FIRST, LAST] = ["0001-01-01", "9999-12-31"].map(dayNumber);

/** ISO day of a day number, between the years 1 and 9999; fractions are cut off. */
export const isoDay = (number) =>
  new Date(Math.min(Math.max(Math.floor(number), FIRST), LAST) * DAY_MS).toISOString().slice(0, 10);

/**
 * An ISO day moved by `count` steps and then by `more` days.
 *
 * A day that a month lacks becomes its last: 31 January and a month is 28 February.
 *
 * @param step  ["day"|"month", how many of them]
 */
export function shiftDay(iso, [unit, size], count, more = 0) {
  if (unit === "day") return isoDay(dayNumber(iso) + size * count + more);
  const [year, month, day] = iso.split("-").map(Number);
  const length = new Date(Date.UTC(year, month + size * count, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + size * count, Math.min(day, length)) / DAY_MS + more);
}

/** "27 Jun 2025". */
export function printDay(iso) {
  const [year, month, day] = iso.split("-");
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
}

/** What a day of publication rests on, where that is neither what the report prints nor what somebody gave. */
const DAY_DOUBTS = { inferred: "day inferred", file: "day of its file" };

/** "day inferred" where a report's day is doubtful, else undefined. */
export const dayDoubt = (report) => DAY_DOUBTS[report.basis];

/** "27 Jun 2025, day inferred", or what to say where a report has no day. */
export function printPublished(report) {
  if (!report.published) return "day not known";
  return [printDay(report.published), dayDoubt(report)].filter(Boolean).join(", ");
}

/** "1 Jan 2025 to 30 Sep 2025", "from …", "up to …"; null means no limit on that side. */
export function printSpan(from, to) {
  if (from && to) return from === to ? printDay(from) : `${printDay(from)} to ${printDay(to)}`;
  if (from) return `from ${printDay(from)}`;
  return to ? `up to ${printDay(to)}` : "all dates";
}

/** "Jun" for 6. */
export const monthName = (month) => MONTHS[month - 1];

const FULL_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december"];
const monthNumber = (word) => FULL_MONTHS.findIndex((name) => name.startsWith(word)) + 1;

/** Patterns that people type, each with how to read its groups as [year, month?, day?]. */
const TYPED = [
  [/^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/, (m) => [m[1], m[2], m[3]]],
  [/^(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})$/, (m) => [m[3], monthNumber(m[2]), m[1]]],
  [/^([a-z]{3,9})\.? (?:(\d{1,2}),? )?(\d{4})$/, (m) => [m[3], monthNumber(m[1]), m[2]]],
];

/**
 * The day someone typed: "2025-06-27", "27 Jun 2025", "Jun 27, 2025"; a month or a year means its first or last day.
 *
 * @param edge  "first" or "last"
 * @returns ISO day, null for an empty text, undefined for one that is no day
 */
export function parseDay(text, edge) {
  const typed = text.trim().replace(/\s+/g, " ").toLowerCase();
  if (typed === "") return null;
  for (const [pattern, read] of TYPED) {
    const match = pattern.exec(typed);
    if (match) return build(...read(match).map((part) => (part === undefined ? undefined : Number(part))), edge);
  }
  return undefined;
}

function build(year, month, day, edge) {
  const wholeMonth = month ?? (edge === "first" ? 1 : 12);
  if (wholeMonth < 1 || wholeMonth > 12 || year < 1000) return undefined;
  const length = new Date(Date.UTC(year, wholeMonth, 0)).getUTCDate();
  const wholeDay = day ?? (edge === "first" ? 1 : length);
  if (wholeDay < 1 || wholeDay > length) return undefined;
  return [year, wholeMonth, wholeDay].map((part) => String(part).padStart(2, "0")).join("-");
}
