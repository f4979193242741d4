// What layers/web/packing.py packed: JSON, its lists of rows as columns; the network stack takes the gzip off.

/**
 * A list of rows; the rows of a table come to have the same keys in the same order. Each is a copy of a blank one: an
 * object that grows key by key is moved every few keys, which for a hundred thousand rows takes longer than all else.
 */
function rowsOf(tables) {
  return tables.flatMap(({ count, columns }) => {
    const blank = Object.fromEntries(Object.entries(columns).map(([key, { of, at }]) => [key, at === null ? of[0] : null]));
    const rows = Array.from({ length: count }, () => ({ ...blank }));
    for (const [key, column] of Object.entries(columns)) {
      if (Array.isArray(column)) rows.forEach((row, i) => { row[key] = column[i]; });
      else if (column.at !== null) rows.forEach((row, i) => { row[key] = column.of[column.at[i]]; });
    }
    return rows;
  });
}

/**
 * The value that was packed.
 *
 * @param address  where it can be fetched
 * @param ahead    Promise of its answer where it was asked for before; null, or of one that was read, where not
 */
export async function unpacked(address, ahead = null) {
  const early = await ahead;
  const answer = early && !early.bodyUsed ? early : await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(`the scene's address answered ${answer.status}`);
  const { plain, tables } = await answer.json();
  for (const [key, table] of Object.entries(tables)) plain[key] = rowsOf(table);
  return plain;
}
