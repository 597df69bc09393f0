import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ContactId } from '@renewals/licensing';
import PostalMime from 'postal-mime';
import { FolderSync } from './folder-sync';
import { NamedPeople } from './named-people';
import type { MailMessage, MailTransport } from './transport';

const SUFFIX = '.eml';

export interface FiledMail {
  readonly file: string;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly date: number;
}

/**
 * Files mails instead of sending them, each under its Message-ID: filed again, it takes its own place. The file's time
 * is the mail's date.
 */
export class MailFolder implements MailTransport {
  /** A mail that is filed twice takes its own place. */
  readonly atOnce = 16;
  private readonly sync: FolderSync;
  private readonly people: NamedPeople;

  /** Whom the mails name is kept beside the folder. */
  constructor(private readonly folder: string) {
    this.sync = new FolderSync(folder);
    this.people = new NamedPeople(`${folder}-names`);
  }

  async send({ messageId, date, names, raw }: MailMessage): Promise<{ answer: string }> {
    const file = fileOf(messageId);
    const path = join(this.folder, file);
    const part = partOf(path);
    for (const person of names) await this.people.note(person, file);
    try {
      await writeDurably(part, raw, date);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await mkdir(this.folder, { recursive: true });
      await writeDurably(part, raw, date);
    }
    await rename(part, path);
    await this.sync.done();
    return { answer: `Filed as ${file}` };
  }

  /** Removes every mail that names the person, also one that was never finished. */
  async forget(person: ContactId): Promise<void> {
    const files = await this.people.filesNaming(person);
    if (files.length === 0) return;
    await mkdir(this.folder, { recursive: true });
    for (const path of files.map((file) => join(this.folder, file))) {
      await rm(path, { force: true });
      await rm(partOf(path), { force: true });
    }
    await this.sync.done();
    await this.people.forget(person);
  }

  /** The newest mails, newest first. */
  async newest(limit: number): Promise<FiledMail[]> {
    const files = await this.files();
    const dated = await Promise.all(
      files.map(async (file) => ({ file, date: (await stat(join(this.folder, file))).mtimeMs })),
    );
    dated.sort((one, other) => other.date - one.date || (one.file < other.file ? -1 : 1));
    return Promise.all(dated.slice(0, limit).map(({ file }) => this.summary(file)));
  }

  /** The mail in a file of `newest`; `undefined` when there is none of that name. */
  async read(file: string): Promise<Buffer | undefined> {
    if (basename(file) !== file || !file.endsWith(SUFFIX)) return undefined;
    try {
      return await readFile(join(this.folder, file));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async close(): Promise<void> {}

  private async files(): Promise<string[]> {
    try {
      return (await readdir(this.folder)).filter((file) => file.endsWith(SUFFIX));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  private async summary(file: string): Promise<FiledMail> {
    const mail = await PostalMime.parse(await readFile(join(this.folder, file)));
    return {
      file,
      messageId: mail.messageId ?? '',
      to: (mail.to ?? []).map(({ address }) => address).join(', '),
      subject: mail.subject ?? '',
      date: Date.parse(mail.date ?? ''),
    };
  }
}

/** The file that a mail of this Message-ID is filed as. No two share one, and none leads out of the folder. */
export function fileOf(messageId: string): string {
  return encodeURIComponent(messageId.replace(/^<|>$/g, '')) + SUFFIX;
}

function partOf(path: string): string {
  return `${path}.part`;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function writeDurably(path: string, content: Buffer, date: number): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(content);
    await handle.utimes(date / 1000, date / 1000);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
