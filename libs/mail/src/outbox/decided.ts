import type { Addressee, NoticeEvent, ReminderEvent } from '@renewals/licensing';
import type { Mailing, Recipient } from '../delivery/mailing';

/** What an event means for the outbox. */
export type Decided =
  | { readonly what: 'due'; readonly mailing: Mailing }
  /** Nothing is left to do for this recipient. */
  | { readonly what: 'mail'; readonly mailing: Mailing; readonly recipient: Recipient }
  /** Nothing is left to do for anybody. */
  | { readonly what: 'mailing'; readonly mailing: Mailing }
  | { readonly what: 'parked'; readonly mailing: Mailing; readonly recipient: Recipient; readonly answer: string };

/** `undefined`: nothing. */
export function decidedBy(event: ReminderEvent | NoticeEvent): Decided | undefined {
  switch (event.type) {
    case 'ReminderDue':
    case 'NoticeDue':
      return { what: 'due', mailing: mailingOf(event) };
    case 'ReminderSent':
    case 'NoticeSent':
      return { what: 'mail', mailing: mailingOf(event), recipient: recipientOf(event.data) };
    case 'ReminderSuppressed':
    case 'NoticeSuppressed': {
      const mailing = mailingOf(event);
      return isAboutOne(event.data)
        ? { what: 'mail', mailing, recipient: recipientOf(event.data) }
        : { what: 'mailing', mailing };
    }
    case 'ReminderFailed':
    case 'NoticeFailed': {
      const mailing = mailingOf(event);
      const recipient = recipientOf(event.data);
      const { permanent, answer } = event.data;
      return permanent ? { what: 'mail', mailing, recipient } : { what: 'parked', mailing, recipient, answer };
    }
    case 'AlertRaised':
      return undefined;
  }
}

function mailingOf({ data }: ReminderEvent | NoticeEvent): Mailing {
  if ('noticeId' in data) return { kind: data.kind, noticeId: data.noticeId };
  const { subject, expiresOn, offset } = data;
  return { kind: 'reminder', subject, expiresOn, offset };
}

type Addressed = Addressee | { readonly contactId: Recipient };

function isAboutOne(data: object): data is Addressed {
  return 'to' in data || 'contactId' in data;
}

function recipientOf(data: Addressed): Recipient {
  return 'contactId' in data ? data.contactId : data.to;
}
