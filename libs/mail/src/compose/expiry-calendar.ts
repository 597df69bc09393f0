import { calendar, type ExpiryDay } from '@renewals/documents';
import type { Instant } from '@renewals/licensing';
import { wordsIn } from '@renewals/words';
import type { ReminderContent } from './kinds/reminder';
import type { Attachment } from './correspondence';
import type { MailContent } from './mail-content';

/** The last days that the mail reminds of, for the reader's calendar: one file, however many they are. */
export function expiryCalendarOf(content: MailContent, now: Instant): Attachment[] {
  const reminders = remindersIn(content);
  if (reminders.length === 0) return [];
  const days = reminders.map((reminder) => dayOf(reminder, now));
  return [
    {
      filename: 'renewals.ics',
      contentType: 'text/calendar',
      content: calendar(days, wordsIn(content.locale)),
      method: 'PUBLISH',
    },
  ];
}

function remindersIn(content: MailContent): readonly ReminderContent[] {
  if (content.kind === 'digest') return content.lines;
  return content.kind === 'reminder' ? [content] : [];
}

function dayOf(reminder: ReminderContent, now: Instant): ExpiryDay {
  const { ends, license, expiresOn, zone, orderId, customer, step, vendor } = reminder;
  return {
    subject: { kind: ends, id: license.id },
    expiresOn,
    zone,
    product: license.product,
    license: license.externalId ?? license.id,
    order: orderId,
    ...(customer !== undefined && { customer }),
    ...(step.to === 'renew' && { url: step.url }),
    from: vendor.mailFrom,
    stamp: now,
  };
}
