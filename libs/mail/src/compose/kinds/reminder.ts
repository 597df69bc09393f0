import {
  daysBetween,
  type Instant,
  type IsoDate,
  localDate,
  type Money,
  type OrderId,
  type Subject,
  type Zone,
} from '@renewals/licensing';
import type { Words } from '@renewals/words';
import { becauseOf, type RoleInOrders } from '../because';
import type { Correspondence } from '../correspondence';
import { type Fact, type Wording, wordingOf } from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';
import type { MailingList } from '../mailing-list';
import { type ReminderStep, reminderStep } from './reminder-step';

export interface ReminderContent extends Correspondence {
  readonly kind: 'reminder';
  /** The order's reminders to the reader. */
  readonly list: MailingList;
  /** What ends: the license's term, or the maintenance of the license. */
  readonly ends: Subject['kind'];
  readonly expiresOn: IsoDate;
  /** Where `expiresOn` is a day. */
  readonly zone: Zone;
  readonly license: LicenseOnMail;
  /** Nothing is left of the quota, whatever is left of the term (P). */
  readonly usedUp: boolean;
  readonly orderId: OrderId;
  readonly step: ReminderStep;
  /** What the renewal costs, where the mail is to say so (L). */
  readonly costs?: Money;
  /** Whose license it is, where that is not the reader's. */
  readonly customer?: string;
  readonly because: RoleInOrders;
  /** Its policy wants one mail of all that is due to the reader at one time. */
  readonly digest: boolean;
}

/** How near the end is. */
export type Band = 'calm' | 'soon' | 'last-days' | 'today';

/** Counts the days that are left, which after downtime are fewer than the reminder's offset. */
export function reminder(content: ReminderContent, words: Words, now: Instant): Wording {
  const { ends, zone } = content;
  const days = daysLeft(content, now);
  const date = words.date(content.expiresOn);
  const whatToDo = reminderStep(content.step, content.vendor, words);
  const consequence = words.say(`reminder.${ends}.consequence`, { date, zone });
  return wordingOf(content, words, {
    subject: headline(content, words, now),
    preheader: whatToDo.sentence,
    paragraphs: [
      words.say(`reminder.${ends}.opening`, { ...whatEnds(content), days }),
      words.say(`reminder.${bandOf(days)}`, { days, date }),
      consequence,
    ],
    facts: reminderFacts(content, words),
    whatToDo,
    because: becauseOf(content.because, words),
  });
}

/** What ends and when, in one line. */
export function headline(content: ReminderContent, words: Words, now: Instant): string {
  const date = words.date(content.expiresOn);
  return words.say(`reminder.${content.ends}.subject`, { ...whatEnds(content), days: daysLeft(content, now), date });
}

/** Throws once the term is over. */
export function daysLeft({ expiresOn, zone }: Pick<ReminderContent, 'expiresOn' | 'zone'>, now: Instant): number {
  const days = daysBetween(localDate(now, zone), expiresOn);
  if (days < 0) throw new RangeError(`It expired on ${expiresOn}; a reminder comes too late.`);
  return days;
}

function whatEnds({ customer, license }: ReminderContent) {
  return { whose: customer === undefined ? 'other' : 'customer', product: license.product } as const;
}

function bandOf(days: number): Band {
  if (days === 0) return 'today';
  if (days <= 7) return 'last-days';
  return days <= 30 ? 'soon' : 'calm';
}

export function reminderFacts(
  { customer, license, usedUp, orderId, expiresOn, zone, costs }: ReminderContent,
  words: Words,
) {
  const date = words.date(expiresOn);
  const facts: Fact[] = [
    ...(customer === undefined ? [] : [{ label: words.say('fact.customer'), value: customer }]),
    ...licenseFacts(license, words),
    ...(usedUp ? [{ label: words.say('reminder.used-up'), value: words.say('reminder.whole-quota') }] : []),
    { label: words.say('fact.order'), value: orderId },
    { label: words.say('fact.last-day'), value: words.say('fact.last-day-in-zone', { date, zone }) },
    ...(costs ? [{ label: words.say('fact.renewal-price'), value: words.money(costs) }] : []),
  ];
  return facts;
}
