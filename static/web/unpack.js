// What layers/web/packing.py packed: JSON, as base64 of gzip, its lists of rows as columns.

/** A list of rows; the rows of a table come to have the same keys in the same order. */
function rowsOf(tables) {
  return tables.flatMap(({ count, columns }) => {
    const rows = Array.from({ length: count }, () => ({}));
    for (const [key, column] of Object.entries(columns)) {
      if (Array.isArray(column)) rows.forEach((row, i) => { row[key] = column[i]; });
      else if (column.at === null) for (const row of rows) [row[key]] = column.of;
      else rows.forEach((row, i) => { row[key] = column.of[column.at[i]]; });
    }
    return rows;
  });
}

/** The value that was packed. */
export async function unpacked(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { plain, tables } = await new Response(stream).json();
  for (const [key, table] of Object.entries(tables)) plain[key] = rowsOf(table);
  return plain;
}
