import { type Readable } from 'node:stream';

/** Longer lines are cut here, so that input without line breaks cannot fill the memory. */
const LONGEST_LINE = 1_048_576;

/**
 * The lines of a text, ended by LF alone (`readline` also ends one at U+2028, which JSON texts may contain). A blank
 * line at the very end is none.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let blank: string | undefined;
  for await (const line of everyLine(input)) {
    if (blank !== undefined) yield blank;
    blank = line.trim() === '' ? line : undefined;
    if (blank === undefined) yield line;
  }
}

async function* everyLine(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n');
    rest += first.slice(0, Math.max(0, LONGEST_LINE - rest.length));
    for (const next of others) {
      yield rest;
      rest = next;
    }
  }
  if (rest !== '') yield rest;
}
