import type { NoticeEvent, OrganizationId, ReminderEvent } from '@renewals/licensing';
import { ANNA } from '../compose/examples.spec';
import type { MailOutcome } from './mail-desk';
import type { Mailing, Recipient } from './mailing';

/** The events of mailings, as the decisions write them; not a spec itself. */
export function fallsDue(mailing: Mailing): ReminderEvent | NoticeEvent {
  return event(mailing, 'Due', {});
}

export function becameOf(mailing: Mailing, told: MailOutcome): ReminderEvent | NoticeEvent {
  if (told.outcome === 'no-recipient') return event(mailing, 'Suppressed', { reason: told.outcome });
  const { outcome, recipient, ...rest } = told;
  return event(mailing, types[outcome], { ...addressed(mailing, recipient), ...rest });
}

const types = { sent: 'Sent', suppressed: 'Suppressed', failed: 'Failed' };

function event(mailing: Mailing, type: string, data: object): ReminderEvent | NoticeEvent {
  const isReminder = mailing.kind === 'reminder';
  return {
    type: `${isReminder ? 'Reminder' : 'Notice'}${type}`,
    data: { ...idsOf(mailing), ...data },
  } as ReminderEvent | NoticeEvent;
}

function idsOf(mailing: Mailing) {
  if (mailing.kind === 'reminder') {
    const { subject, expiresOn, offset } = mailing;
    return { subject, expiresOn, offset };
  }
  const about = { organizationId: 'acme' as OrganizationId, invitationId: 'first', contactId: ANNA };
  return { noticeId: mailing.noticeId, kind: mailing.kind, about };
}

function addressed(mailing: Mailing, recipient: Recipient) {
  if (mailing.kind === 'reminder') return { contactId: recipient };
  return recipient === 'sales' || recipient === 'support' ? { to: recipient } : { to: 'contact', contactId: recipient };
}
