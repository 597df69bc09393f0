import { daysBetween, type IsoDate, localDate, type Money, type Zone } from '@renewals/licensing';
import { DateTime } from 'luxon';
import type { DueReminder, ReminderContent } from '../delivery/reminder-desk';

/** What the templates say, ready to be written: every value is text on one line. */
export interface Wording {
  readonly subject: string;
  readonly greeting: string;
  readonly opening: string;
  readonly consequence: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly whatToDo: {
    readonly sentence: string;
    readonly link: { readonly label: string; readonly url: string } | null;
  };
  readonly vendor: string;
  readonly orderId: string;
  readonly supportEmail: string;
  readonly salesEmail: string;
}

/** Counts the days that are left, which after downtime are fewer than the reminder's offset. */
export function wordingOf(reminder: DueReminder, content: ReminderContent, now: number): Wording {
  const { license, vendor, whatToDo, zone } = content;
  const daysLeft = daysBetween(localDate(now, zone), reminder.expiresOn);
  if (daysLeft < 0) throw new RangeError(`It expired on ${reminder.expiresOn}; a reminder comes too late.`);
  const date = longDate(reminder.expiresOn);
  const { thing, verb, after } = kinds[reminder.subject.kind];
  const what = `${thing} ${oneLine(license.product)}`;
  return {
    subject: `Your ${what} ${verb} ${countdown(daysLeft)}${daysLeft > 1 ? `, on ${date}` : ''}`,
    greeting: content.to.name === undefined ? 'Hello,' : `Hello ${oneLine(content.to.name)},`,
    opening: `Your ${what} ${verb} ${countdown(daysLeft)}. ${urgency(daysLeft, date)}`,
    consequence: after(date, zone),
    facts: [
      {
        label: license.externalId === undefined ? 'License id' : 'License',
        value: oneLine(license.externalId ?? reminder.subject.id),
      },
      { label: 'Product', value: oneLine(license.product) },
      { label: 'Quota', value: String(license.quota) },
      { label: 'Order', value: oneLine(content.orderId) },
      { label: 'Last day', value: `${date} (${zone})` },
      ...(content.costs ? [{ label: 'Renewal price', value: amount(content.costs) }] : []),
    ],
    whatToDo: {
      sentence: oneLine(whatToDo.sentence),
      link: whatToDo.link ? { label: oneLine(whatToDo.link.label), url: oneLine(whatToDo.link.url) } : null,
    },
    vendor: oneLine(vendor.name),
    orderId: oneLine(content.orderId),
    supportEmail: oneLine(vendor.supportEmail),
    salesEmail: oneLine(vendor.salesEmail),
  };
}

const kinds = {
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

function longDate(date: IsoDate): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('d MMMM yyyy');
}

function amount({ amountMinor, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amountMinor / 10 ** maximumFractionDigits);
}

/** Nothing that a customer or a file gave can begin a line or a header of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
