// A count with its noun.

/** "1 report", "1,200 reports"; the noun takes an s. */
export const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
