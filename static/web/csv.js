// CSV that a spreadsheet may open: nothing in it is taken for a formula, and Excel reads it as UTF-8.

const BOM = "\ufeff";
/** What makes a spreadsheet compute, also behind blanks, which it trims, and in full width. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** One cell: numbers are bare, texts are quoted, and one that looks like a formula gets an apostrophe before it. */
function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = String(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll("\"", "\"\"")}"`;
}

/** Rows (arrays of values, the head first) as one text. */
export const csv = (rows) => rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");

/** Hand a table to the browser as a file; nothing leaves the machine. */
export function saveCsv(name, text) {
  const url = URL.createObjectURL(new Blob([BOM + text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data only once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
