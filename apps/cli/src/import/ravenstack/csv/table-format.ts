import { Fault, type Reading } from './fault';
import { type FieldReader } from './fields';

export type Columns = Readonly<Record<string, FieldReader<unknown>>>;

/** What a file must look like. */
export interface TableFormat<C extends Columns> {
  readonly file: string;
  /** Every column and how its fields are read. */
  readonly columns: C;
  /** Two rows with the same identity are about the same thing. */
  identity(values: Values<C>): string;
  /** What no field shows alone. */
  check?(values: Values<C>): Fault | undefined;
}

export type Values<C extends Columns> = { readonly [Column in keyof C]: Exclude<ReturnType<C[Column]>, Fault> };

/** The fields as they are written. */
export type Texts<C extends Columns> = { readonly [Column in keyof C]: string };

export interface Row<C extends Columns> {
  /** Physical line; the header is 1. */
  readonly line: number;
  readonly texts: Texts<C>;
  readonly values: Values<C>;
}

/** The values of one row, or what is wrong with its first bad field. */
export function readValues<C extends Columns>(
  format: TableFormat<C>,
  texts: Readonly<Record<string, string>>,
): Reading<Values<C>> {
  const values: Record<string, unknown> = {};
  for (const [column, read] of Object.entries(format.columns)) {
    const reading = read(texts[column] ?? '');
    if (reading instanceof Fault) return reading.in(column);
    values[column] = reading;
  }
  return format.check?.(values as Values<C>) ?? (values as Values<C>);
}

/** The first column in which two rows differ. */
export function firstDifference<C extends Columns>(
  format: TableFormat<C>,
  one: Texts<C>,
  other: Texts<C>,
): string | undefined {
  return Object.keys(format.columns).find((column) => one[column] !== other[column]);
}
