// Which reports a list shows, and in which order: pure functions of its rows.

const FIELDS = ["title", "publisher", "author", "file", "published"];

/** Rows that have all the words somebody typed, in any case, somewhere in what is told of a report. */
export function matching(rows, typed) {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const told = FIELDS.map((field) => row[field] ?? "").join(" ").toLowerCase();
    return words.every((word) => told.includes(word));
  });
}

const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Rows by one column; null keeps the server's order. What has no day comes first either way: it is asked for. */
export function byColumn(rows, column, down) {
  if (column === null) return rows;
  const sign = down ? -1 : 1;
  const compare = (a, b) => {
    if (a === null || b === null) return (b === null) - (a === null);
    return sign * (typeof a === "number" ? a - b : order.compare(a, b));
  };
  return [...rows].sort((a, b) => compare(a[column], b[column]));
}
