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

const GREETING = /^Hello .+,$/m;

/** Mails that differ in nothing but whom they greet are shown once. */
export function together(mails: readonly ReadMail[]): ReadMail[] {
  const groups = new Map<string, ReadMail[]>();
  for (const mail of mails) {
    const alike = [mail.date, mail.subject, mail.text.replace(GREETING, '')].join('\n');
    groups.set(alike, [...(groups.get(alike) ?? []), mail]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [ReadMail];
    if (group.length === 1) return first;
    return { ...first, to: group.map(({ to }) => to).join(', '), text: first.text.replace(GREETING, 'Hello …,') };
  });
}

function keyOf({ to, subject, text }: ReadMail): string {
  return `${to} ${subject} ${text}`;
}
