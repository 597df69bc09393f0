import type { ContactId } from '@renewals/licensing';
import type { ReminderContent } from '../compose/kinds/reminder';
import type { MailContent } from '../compose/mail-content';
import { messageIdOf } from '../compose/message-id';
import { MOST_ROWS } from '../outbox/outbox';
import type { OutboxRow } from '../outbox/outbox-table';
import type { DigestWriter } from './mail-desk';
import { mailingNamed, type Recipient } from './mailing';

/** A row that may go, and what it says by itself. */
export interface Wanted {
  readonly row: OutboxRow;
  readonly content: MailContent;
}

/** Rows that go out together. */
export interface OutgoingMail {
  /** In angle brackets. */
  readonly messageId: string;
  readonly recipient: Recipient;
  readonly rows: readonly [OutboxRow, ...OutboxRow[]];
  readonly content: MailContent;
}

/**
 * The mails that these rows make. What was sealed goes out with rows of its seal only. Of the others, reminders to one
 * contact from one sender in one language are a digest where their policy wants one, of at most 500 lines; a digest of
 * one line is a plain reminder.
 */
export function mailsOf(wanted: readonly Wanted[], digests: DigestWriter): OutgoingMail[] {
  const together = new Map<string, Wanted[]>();
  for (const one of [...wanted].sort(byKey)) {
    const name = togetherAs(one);
    together.set(name, [...(together.get(name) ?? []), one]);
  }
  return [...together.values()].flatMap(inParts).map((rows) => mailOf(rows, digests));
}

function togetherAs({ row, content }: Wanted): string {
  if (row.mail !== null) return JSON.stringify(['sealed', row.mail]);
  if (content.kind !== 'reminder' || !content.digest) return JSON.stringify(['alone', row.key]);
  return JSON.stringify(['digest', row.recipient, content.vendor.mailFrom, content.locale]);
}

function inParts(wanted: readonly Wanted[]): Wanted[][] {
  const parts = Math.ceil(wanted.length / MOST_ROWS);
  return Array.from({ length: parts }, (_, index) => wanted.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS));
}

function mailOf(wanted: readonly Wanted[], digests: DigestWriter): OutgoingMail {
  const [first, ...others] = wanted as [Wanted, ...Wanted[]];
  const recipient = first.row.recipient as Recipient;
  const rows = [first.row, ...others.map(({ row }) => row)] as const;
  const mailings = rows.map(({ mailing }) => mailingNamed(mailing));
  const lines = wanted.map(({ content }) => content as ReminderContent);
  return {
    messageId: first.row.mail ?? messageIdOf(mailings, recipient, first.content.vendor.mailFrom),
    recipient,
    rows,
    content: others.length === 0 ? first.content : digests.digestOf(recipient as ContactId, lines),
  };
}

function byKey({ row: one }: Wanted, { row: other }: Wanted): number {
  return one.key < other.key ? -1 : 1;
}
