import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { BadInputFolder } from './bad-input-folder';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export interface PhysicalLine {
  /** Counted from 1. */
  readonly number: number;
  /** The bytes as they are in the file, line end included. */
  readonly raw: Buffer;
}

/**
 * Lines end with LF or CRLF; the last one may have no end. Memory does not grow with the file.
 * @throws {BadInputFolder} when there is no such file or it cannot be read.
 */
export async function* linesOf(folder: string, file: string): AsyncGenerator<PhysicalLine> {
  let number = 0;
  let begun: Buffer[] = [];
  for await (const chunk of chunksOf(folder, file)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const piece = chunk.subarray(start, end + 1);
      yield { number: ++number, raw: begun.length > 0 ? Buffer.concat([...begun, piece]) : piece };
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (begun.length > 0) yield { number: number + 1, raw: Buffer.concat(begun) };
}

export function withoutLineEnd(raw: Buffer): Buffer {
  let end = raw.length;
  if (raw[end - 1] === LINE_FEED) end -= 1;
  if (raw[end - 1] === CARRIAGE_RETURN) end -= 1;
  return raw.subarray(0, end);
}

async function* chunksOf(folder: string, file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(join(folder, file), { highWaterMark: 256 * 1024 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new BadInputFolder(`There is no file ${file} in ${folder}: put it there or name another folder.`);
    throw new BadInputFolder(`The file ${file} in ${folder} cannot be read (${code}).`);
  }
}
