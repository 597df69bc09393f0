import { isUtf8 } from 'node:buffer';
import { BadInputFolder } from './bad-input-folder';
import { BrokenLine, splitLine } from './split-line';

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export interface Header {
  /** Every column of the file, in its order. */
  readonly names: readonly string[];
  /** Where the wanted columns stand. */
  readonly wanted: readonly { readonly column: string; readonly position: number }[];
}

/** Columns may stand in any order; columns that nobody wants are allowed. */
export function readHeader(file: string, line: Buffer, wanted: readonly string[]): Header {
  const names = namesIn(file, line);
  const repeated = wanted.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (repeated !== undefined) throw new BadInputFolder(`${file} has two columns named ${repeated}: remove one.`);
  const missing = wanted.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new BadInputFolder(
      `${file} has no column ${missing.join(', ')}: its first line must name ${wanted.join(', ')}, in any order.`,
    );
  }
  return { names, wanted: wanted.map((column) => ({ column, position: names.indexOf(column) })) };
}

function namesIn(file: string, line: Buffer): string[] {
  // A UTF-16 mark is no UTF-8; UTF-16 without a mark has zero bytes.
  if (!isUtf8(line) || line.includes(0)) {
    throw new BadInputFolder(`${file} is not UTF-8 text: save it as "CSV UTF-8" and import again.`);
  }
  const marked = line.subarray(0, UTF8_MARK.length).equals(UTF8_MARK);
  const names = splitLine(marked ? line.subarray(UTF8_MARK.length) : line);
  if (names instanceof BrokenLine) throw new BadInputFolder(`The first line of ${file} ${names.reason}`);
  return names;
}
