import type { Host } from './host';
import { writeTexts } from './write-texts';

/** One JSON document on stdout. */
export function writeDocument({ stdout }: Host, document: object): Promise<void> {
  return writeTexts(stdout, [`${JSON.stringify(document)}\n`]);
}

/** One JSON document a line on stdout (NDJSON), as fast as they are read. */
export function writeDocuments({ stdout }: Host, documents: AsyncIterable<object>): Promise<void> {
  return writeTexts(
    stdout,
    eachLine(documents, (document) => JSON.stringify(document)),
  );
}

/** One line an item on stdout, under a heading. */
export function writeLines<Item>(
  { stdout }: Host,
  heading: string,
  items: AsyncIterable<Item>,
  lineOf: (item: Item) => string,
): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    yield `${heading}\n`;
    yield* eachLine(items, lineOf);
  }
  return writeTexts(stdout, lines());
}

/** What a command answers to a person. */
export function writeAnswer({ stdout }: Host, ...sentences: readonly string[]): Promise<void> {
  return writeTexts(stdout, [sentences.map((sentence) => `${sentence}\n`).join('')]);
}

/** Prose beside the answer, on stderr. */
export function writeAside({ stderr }: Host, ...sentences: readonly string[]): Promise<void> {
  return writeTexts(stderr, [sentences.map((sentence) => `${sentence}\n`).join('')]);
}

async function* eachLine<Item>(items: AsyncIterable<Item>, lineOf: (item: Item) => string): AsyncGenerator<string> {
  for await (const item of items) yield `${lineOf(item)}\n`;
}
