import {
  type ContactId,
  isAwaited,
  type IsoDate,
  type LicenseId,
  type NoticeKind,
  type Subject,
} from '@renewals/licensing';

/** What is mailed to everybody whom it concerns, named by ids only. */
export type Mailing = ReminderName | NoticeName;

export interface ReminderName {
  readonly kind: 'reminder';
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
  /** Days before `expiresOn`. */
  readonly offset: number;
}

export interface NoticeName {
  readonly kind: NoticeKind;
  readonly noticeId: string;
}

/** Fell due by the event that is named, for the ids of the commands that follow from it. */
export type Due<Of extends Mailing = Mailing> = Of & {
  readonly causedBy: { readonly eventId: string; readonly correlationId: string };
};

export type DueReminder = Due<ReminderName>;
export type DueNotice = Due<NoticeName>;

/** A contact, or the people who sell or support for the vendor. */
export type Recipient = ContactId | 'sales' | 'support';

export function isContact(recipient: Recipient): recipient is ContactId {
  return recipient !== 'sales' && recipient !== 'support';
}

/** `reminder|subject kind|subject|expiresOn|offset`, or `kind|noticeId`. */
export function nameOf(mailing: Mailing): string {
  if (mailing.kind !== 'reminder') return `${mailing.kind}|${mailing.noticeId}`;
  return `${laneOf(mailing)}|${mailing.offset}`;
}

/** The mailing of that name. */
export function mailingNamed(name: string): Mailing {
  const [kind, first, second, third, fourth] = name.split('|') as [Mailing['kind'], string, string, string, string];
  if (kind !== 'reminder') return { kind, noticeId: first };
  const subject = { kind: first as Subject['kind'], id: second as LicenseId };
  return { kind, subject, expiresOn: third as IsoDate, offset: Number(fourth) };
}

/** Mailings of one lane are decided in one stream: delivery records one of their mails after another. */
export function laneOf(mailing: Mailing): string {
  if (mailing.kind !== 'reminder') return nameOf(mailing);
  const { subject, expiresOn } = mailing;
  return ['reminder', subject.kind, subject.id, expiresOn].join('|');
}

/** The earlier first, where a lane has several. */
export function inOrder(one: Mailing, other: Mailing): number {
  return one.kind === 'reminder' && other.kind === 'reminder' ? other.offset - one.offset : 0;
}

/** Whether it goes out also while mail is held after an import. */
export function goesOutWhileHeld({ kind }: Mailing): boolean {
  return kind !== 'reminder' && isAwaited(kind);
}
