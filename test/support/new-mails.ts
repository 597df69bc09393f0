import { MailFolder } from '@renewals/mail';
import PostalMime from 'postal-mime';

export interface ReadMail {
  readonly date: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** In angle brackets. */
  readonly messageId: string;
  /** Names of what is attached. */
  readonly attached: readonly string[];
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
    for (const { file, ...listed } of unseen) {
      this.seen.add(file);
      const { text = '', attachments } = await PostalMime.parse((await this.folder.read(file)) ?? '');
      mails.push({ ...listed, text, attached: attachments.map(({ filename }) => filename ?? 'without a name') });
    }
    return mails.sort((one, other) => one.date - other.date || keyOf(one).localeCompare(keyOf(other)));
  }
}

const GREETING = /^(Hello|Guten Tag) .+,$/m;

/** Mails that differ in nothing but whom they greet are shown once. */
export function together(mails: readonly ReadMail[]): ReadMail[] {
  const groups = new Map<string, ReadMail[]>();
  for (const mail of mails) {
    const alike = [mail.date, mail.subject, ...mail.attached, mail.text.replace(GREETING, '')].join('\n');
    groups.set(alike, [...(groups.get(alike) ?? []), mail]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [ReadMail];
    if (group.length === 1) return first;
    return { ...first, to: group.map(({ to }) => to).join(', '), text: first.text.replace(GREETING, '$1 …,') };
  });
}

function keyOf({ to, subject, text }: ReadMail): string {
  return `${to} ${subject} ${text}`;
}
