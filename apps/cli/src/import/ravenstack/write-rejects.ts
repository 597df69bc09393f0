import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { accounts } from './accounts';
import { BadInputFolder } from './csv/bad-input-folder';
import { linesOf } from './csv/physical-lines';
import type { Rejection } from './csv/read-table';
import { subscriptions } from './subscriptions';

/**
 * To be called before anything is written.
 * @throws {BadInputFolder} when the rejects would overwrite their input, or the folder cannot be made.
 */
export async function prepareRejectsFolder(from: string, to: string): Promise<void> {
  const made = await mkdir(to, { recursive: true }).then(
    () => true,
    () => false,
  );
  if (!made) throw new BadInputFolder(`The folder ${to} cannot be made for the rejects: name another one.`);
  const [input, rejects] = await Promise.all([from, to].map((folder) => realpath(folder).catch(() => folder)));
  if (input === rejects) {
    throw new BadInputFolder(`The rejects would overwrite their input in ${from}: name another folder for them.`);
  }
}

/**
 * Copies the rejected lines, byte by byte and under their header, so that they can be corrected and imported on their
 * own. Every input has its file, if only with the header: the folder is a whole input, and nothing of an earlier run
 * stays in it.
 */
export async function writeRejects(from: string, to: string, rejections: readonly Rejection[]): Promise<void> {
  for (const { file } of [accounts, subscriptions]) {
    const rejected = rejections.filter((rejection) => rejection.file === file).map(({ line }) => line);
    const partial = join(to, `${file}.partial`);
    await pipeline(rawLines(from, file, new Set([1, ...rejected])), createWriteStream(partial, { flush: true }));
    await rename(partial, join(to, file));
  }
}

async function* rawLines(folder: string, file: string, wanted: ReadonlySet<number>): AsyncGenerator<Buffer> {
  for await (const { number, raw } of linesOf(folder, file)) {
    if (wanted.has(number)) yield raw;
  }
}
