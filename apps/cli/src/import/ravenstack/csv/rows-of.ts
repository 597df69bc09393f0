import { BadInputFolder } from './bad-input-folder';
import { Fault, type Reading } from './fault';
import { type Header, readHeader } from './header';
import { linesOf, withoutLineEnd } from './physical-lines';
import { SharedTexts } from './shared-texts';
import { BrokenLine, splitLine } from './split-line';
import { type Columns, readValues, type Row, type TableFormat, type Texts } from './table-format';

export interface RowReading<C extends Columns> {
  /** Physical line; the header is 1. */
  readonly line: number;
  readonly row: Reading<Row<C>>;
}

/**
 * Every line below the header, each read for itself. An empty line is no row.
 * @throws {BadInputFolder} when the file cannot be read, lacks a column or is not UTF-8.
 */
export async function* rowsOf<C extends Columns>(
  folder: string,
  format: TableFormat<C>,
): AsyncGenerator<RowReading<C>> {
  const shared = new SharedTexts();
  let header: Header | undefined;
  for await (const { number, raw } of linesOf(folder, format.file)) {
    const line = withoutLineEnd(raw);
    if (!header) header = readHeader(format.file, line, Object.keys(format.columns));
    else if (line.length > 0) yield { line: number, row: readRow(format, header, number, line, shared) };
  }
  if (!header) throw new BadInputFolder(`${format.file} is empty: its first line must name the columns.`);
}

function readRow<C extends Columns>(
  format: TableFormat<C>,
  header: Header,
  number: number,
  line: Buffer,
  shared: SharedTexts,
): Reading<Row<C>> {
  const fields = splitLine(line);
  if (fields instanceof BrokenLine) return faultOf(fields, header);
  if (fields.length !== header.names.length) {
    return new Fault(`the line has ${fields.length} columns, the header has ${header.names.length}.`);
  }
  const texts: Record<string, string> = {};
  for (const { column, position } of header.wanted) texts[column] = shared.of(fields[position] ?? '');
  const values = readValues(format, texts as Texts<C>);
  return values instanceof Fault ? values : { line: number, texts: texts as Texts<C>, values };
}

function faultOf(broken: BrokenLine, header: Header): Fault {
  const column = broken.field === undefined ? undefined : header.names[broken.field];
  return column === undefined ? new Fault(`the line ${broken.reason}`) : new Fault(broken.reason).in(column);
}
