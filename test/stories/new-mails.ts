import { MailFolder } from '@renewals/mail';
import PostalMime from 'postal-mime';

export interface ReadMail {
  readonly date: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const ALL = 10_000;

/** The mails that were filed since they were last read, oldest first. */
export class NewMails {
  private readonly folder: MailFolder;
  private readonly seen = new Set<string>();

  constructor(folder: string) {
    this.folder = new MailFolder(folder);
  }

  async read(): Promise<ReadMail[]> {
    const unseen = (await this.folder.newest(ALL)).filter(({ file }) => !this.seen.has(file));
    const mails: ReadMail[] = [];
    for (const { file, date, to, subject } of unseen) {
      this.seen.add(file);
      const { text = '' } = await PostalMime.parse((await this.folder.read(file)) ?? '');
      mails.push({ date, to, subject, text });
    }
    return mails.sort((one, other) => one.date - other.date || keyOf(one).localeCompare(keyOf(other)));
  }
}

function keyOf({ to, subject }: ReadMail): string {
  return `${to} ${subject}`;
}
