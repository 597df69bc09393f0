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
import {
  type Correspondence,
  facts,
  type Letter,
  letterTemplate,
  type WhatToDo,
  type Wording,
  wordingOf,
} from '../letter';
import { licenseFacts, type LicenseOnMail } from '../license-facts';
import type { MailingList } from '../mailing-list';
import { amount, longDate, oneLine } from '../writing';

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
  readonly whatToDo: WhatToDo;
  /** What the renewal costs, where the mail is to say so (L). */
  readonly costs?: Money;
  /** Whose license it is, where that is not the reader's. */
  readonly customer?: string;
  /** Why the reader gets it, a sentence. */
  readonly because: string;
}

interface ReminderWording extends Wording {
  readonly opening: string;
  readonly consequence: string;
}

/** Counts the days that are left, which after downtime are fewer than the reminder's offset. */
export function reminder(content: ReminderContent, now: Instant): Letter {
  const { ends, expiresOn, zone, license, orderId } = content;
  const daysLeft = daysBetween(localDate(now, zone), expiresOn);
  if (daysLeft < 0) throw new RangeError(`It expired on ${expiresOn}; a reminder comes too late.`);
  const date = longDate(expiresOn);
  const { thing, verb, after } = terms[ends];
  const whose = content.customer === undefined ? 'Your' : "Your customer's";
  const what = `${whose} ${thing} ${oneLine(license.product)}`;
  return write({
    ...wordingOf(content, {
      subject: `${what} ${verb} ${countdown(daysLeft)}${daysLeft > 1 ? `, on ${date}` : ''}`,
      facts: [
        ...(content.customer === undefined ? [] : [{ label: 'Customer', value: content.customer }]),
        ...licenseFacts(license),
        ...(content.usedUp ? [{ label: 'Used up', value: 'the whole quota' }] : []),
        { label: 'Order', value: orderId },
        { label: 'Last day', value: `${date} (${zone})` },
        ...(content.costs ? [{ label: 'Renewal price', value: amount(content.costs) }] : []),
      ],
      whatToDo: content.whatToDo,
      because: content.because,
    }),
    opening: `${what} ${verb} ${countdown(daysLeft)}. ${urgency(daysLeft, date)}`,
    consequence: after(date, zone),
  });
}

const terms = {
  license: {
    thing: 'license for',
    verb: 'expires',
    after: (date: string, zone: Zone) => `It can be used until the end of ${date} (${zone}), and not after that day.`,
  },
  maintenance: {
    thing: 'maintenance for',
    verb: 'ends',
    after: (date: string, zone: Zone) =>
      `Updates and support are included until the end of ${date} (${zone}). The license itself does not expire.`,
  },
};

function countdown(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  return daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
}

function urgency(daysLeft: number, date: string): string {
  if (daysLeft === 0) return `Today, ${date}, is its last day.`;
  if (daysLeft === 1) return `Tomorrow, ${date}, is its last day.`;
  if (daysLeft <= 7) return `Only a few days are left: its last day is ${date}.`;
  if (daysLeft <= 30) return `Its last day is ${date}.`;
  return `This is an early notice: its last day is ${date}.`;
}

const write = letterTemplate<ReminderWording>({
  text: `{{opening}}
{{consequence}}

${facts.text}`,
  html: `<p><strong>{{opening}}</strong><br>{{consequence}}</p>
${facts.html}`,
});
