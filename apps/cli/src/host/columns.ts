/** One row of a table for people: each text as wide as its column, the last as long as it is. */
export function columns(widths: readonly number[], texts: readonly (string | number | null)[]): string {
  return texts
    .map((text, index) => String(text ?? '-').padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();
}
