export type Row = Readonly<Record<string, string | number>>;

/** The columns are those of the first row. */
export function markdownTable(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => String(row[column])));
  const written = [columns, columns.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`);
  return rows.length > 0 ? written.join('\n') : 'None.';
}
