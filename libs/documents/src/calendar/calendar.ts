import { addDays, type Instant, type IsoDate, type Subject, type Zone } from '@renewals/licensing';
import type { Words } from '@renewals/words';
import ical, { ICalCalendarMethod, ICalEventTransparency, type ICalEventData } from 'ical-generator';

/** The last day of a term. Texts as they are. */
export interface ExpiryDay {
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
  /** Where `expiresOn` is a day. */
  readonly zone: Zone;
  readonly product: string;
  /** What people call the license. */
  readonly license: string;
  readonly order: string;
  /** Whose license it is, where that is not the reader's. */
  readonly customer?: string;
  /** Where the reader can do something about it. */
  readonly url?: string;
  /** The vendor's address. */
  readonly from: string;
  /** When this was said, or last became true. */
  readonly stamp: Instant;
}

/**
 * iCalendar (RFC 5545): a day for each expiry, on which its reader stays free. The same day is the same entry wherever
 * it comes from, so a mail and a feed never show it twice. It has no alarm: reminders are mails, and programs that
 * subscribe to a calendar leave alarms of others out.
 */
export function calendar(days: readonly ExpiryDay[], words: Words): Buffer {
  const name = words.say('calendar.name');
  const of = ical({ name, prodId: { company: 'renewals', product: 'renewals' }, method: ICalCalendarMethod.PUBLISH });
  for (const day of days) of.createEvent(eventOf(day, words));
  return Buffer.from(`${of.toString()}\r\n`);
}

function eventOf(day: ExpiryDay, words: Words): ICalEventData {
  const { subject, expiresOn, from, stamp, url } = day;
  return {
    id: `${subject.kind}-${subject.id}-${expiresOn}@${from.slice(from.lastIndexOf('@') + 1)}`,
    // A term that is moved has another expiry, and is another entry: none is ever revised.
    sequence: 0,
    stamp: new Date(stamp),
    start: atMidnight(expiresOn),
    end: atMidnight(addDays(expiresOn, 1)),
    allDay: true,
    summary: oneLine(summaryOf(day, words)),
    description: descriptionOf(day, words),
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(url !== undefined && { url }),
  };
}

function summaryOf({ subject: { kind }, product, customer }: ExpiryDay, words: Words): string {
  return customer === undefined
    ? words.say(`calendar.${kind}`, { product })
    : words.say(`calendar.${kind}-of-customer`, { product, customer });
}

function descriptionOf({ zone, license, order, url }: ExpiryDay, words: Words): string {
  const lines = [
    words.say('calendar.last-day', { zone }),
    words.say('calendar.license-id', { license }),
    words.say('calendar.order', { order }),
    ...(url === undefined ? [] : [url]),
  ];
  return lines.map(oneLine).join('\n');
}

/** Dates are written as they are in UTC. */
function atMidnight(date: IsoDate): Date {
  return new Date(date);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
