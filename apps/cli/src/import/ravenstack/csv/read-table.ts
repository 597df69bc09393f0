import { Fault, quoted } from './fault';
import { rowsOf } from './rows-of';
import { type Columns, firstDifference, type Row, type TableFormat } from './table-format';

export interface Rejection {
  readonly file: string;
  /** Physical line; the header is 1. */
  readonly line: number;
  /** Null when it is the line as a whole. */
  readonly column: string | null;
  readonly reason: string;
}

export interface Table<C extends Columns> {
  readonly file: string;
  readonly accepted: readonly Row<C>[];
  /** Lines that say once more what an accepted row says. */
  readonly repeated: readonly Row<C>[];
  readonly rejected: readonly Rejection[];
}

/** Says what is wrong with a row beside what is known outside its file. */
export type OutsideCheck<C extends Columns> = (row: Row<C>) => Promise<Fault | undefined>;

/** @throws {BadInputFolder} when the file cannot be read, lacks a column or is not UTF-8. */
export async function readTable<C extends Columns>(
  folder: string,
  format: TableFormat<C>,
  checkOutside: OutsideCheck<C> = async () => undefined,
): Promise<Table<C>> {
  const accepted = new Map<string, Row<C>>();
  const repeated: Row<C>[] = [];
  const rejected: Rejection[] = [];

  for await (const { line, row } of rowsOf(folder, format)) {
    const fault = row instanceof Fault ? row : await admit(row);
    if (fault) rejected.push({ file: format.file, line, column: fault.column, reason: fault.reason });
  }
  return { file: format.file, accepted: [...accepted.values()], repeated, rejected };

  async function admit(row: Row<C>): Promise<Fault | undefined> {
    const identity = format.identity(row.values);
    const earlier = accepted.get(identity);
    const fault = earlier ? contradiction(format, earlier, row) : await checkOutside(row);
    if (fault) return fault;
    if (earlier) repeated.push(row);
    else accepted.set(identity, row);
    return undefined;
  }
}

function contradiction<C extends Columns>(format: TableFormat<C>, earlier: Row<C>, row: Row<C>): Fault | undefined {
  const column = firstDifference(format, earlier.texts, row.texts);
  if (column === undefined) return undefined;
  const [there, here] = [quoted(earlier.texts[column] ?? ''), quoted(row.texts[column] ?? '')];
  return new Fault(`is ${here}, but line ${earlier.line} has the same id with ${there}: keep one of them.`).in(column);
}
