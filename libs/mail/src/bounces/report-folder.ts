import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContactId } from '@renewals/licensing';
import { NamedPeople } from '../transport/named-people';
import { FolderSync } from '../transport/folder-sync';
import { NotUnderstood } from './mail-report';

const SUFFIX = '.eml';
/** A returned mail with its attachments is far smaller. */
export const LARGEST_REPORT = 10 * 1024 * 1024;

export interface ReportFolderOptions {
  /** Records what a report says; answers about whom it was. Throws `NotUnderstood`. */
  readonly record: (raw: Buffer) => Promise<readonly ContactId[]>;
  /** It says nothing about the report that this failed, and the next try may not. */
  readonly isPassing: (error: unknown) => boolean;
  readonly onFault: (error: Error) => void;
}

/**
 * Takes bounces and complaints that others drop into a folder, each `.eml` file once: what was recorded moves to `done`,
 * anything else to `not-understood`, with the reason beside it. What dies in between is taken again, and changes nothing.
 */
export class ReportFolder {
  private readonly done: string;
  private readonly notUnderstood: string;
  private readonly people: NamedPeople;
  /** Could not even be moved: told once, and left alone until the next start. */
  private readonly stuck = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly options: ReportFolderOptions,
  ) {
    this.done = join(folder, 'done');
    this.notUnderstood = join(folder, 'not-understood');
    this.people = new NamedPeople(join(folder, 'names'));
  }

  /** Takes what is there, in the order of the names. Answers whether there was anything. Throws what is passing. */
  async take(): Promise<boolean> {
    const files = (await this.files()).filter((file) => !this.stuck.has(file));
    for (const file of files) await this.takeOne(file);
    return files.length > 0;
  }

  /** Removes the recorded reports about the person. */
  async forget(person: ContactId): Promise<void> {
    for (const file of await this.people.filesNaming(person)) await rm(join(this.done, file), { force: true });
    await this.people.forget(person);
  }

  private async takeOne(file: string): Promise<void> {
    try {
      await this.sort(file);
    } catch (error) {
      if (this.options.isPassing(error)) throw error;
      this.stuck.add(file);
      this.options.onFault(new Error(`The report ${file} could be neither recorded nor moved`, { cause: error }));
    }
  }

  private async sort(file: string): Promise<void> {
    const path = join(this.folder, file);
    try {
      const raw = await this.read(path);
      const people = await this.options.record(raw);
      const kept = `${createHash('sha256').update(raw).digest('hex').slice(0, 16)}${SUFFIX}`;
      for (const person of people) await this.people.note(person, kept);
      await move(path, this.done, kept);
    } catch (error) {
      if (this.options.isPassing(error)) throw error;
      if (!(error instanceof NotUnderstood)) this.options.onFault(error as Error);
      await this.putAside(path, file, error as Error);
    }
  }

  private async read(path: string): Promise<Buffer> {
    const { size } = await stat(path);
    if (size > LARGEST_REPORT)
      throw new NotUnderstood(`The report is larger than ${LARGEST_REPORT} bytes. Look at it.`);
    return readFile(path);
  }

  private async putAside(path: string, file: string, { message }: Error): Promise<void> {
    await mkdir(this.notUnderstood, { recursive: true });
    const free = await this.freeName(file);
    await writeFile(join(this.notUnderstood, `${free}.txt`), `${message}\n`);
    await move(path, this.notUnderstood, free);
  }

  /** Another file of that name may have been put aside before. */
  private async freeName(file: string): Promise<string> {
    const taken = new Set(await readdir(this.notUnderstood));
    let free = file;
    for (let n = 2; taken.has(free); n++) free = `${file.slice(0, -SUFFIX.length)}-${n}${SUFFIX}`;
    return free;
  }

  private async files(): Promise<string[]> {
    try {
      const entries = await readdir(this.folder, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && entry.name.endsWith(SUFFIX))
        .map(({ name }) => name)
        .sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

async function move(path: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await rename(path, join(folder, name));
  await new FolderSync(folder).done();
}
