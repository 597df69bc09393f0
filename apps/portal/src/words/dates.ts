import { DateTime } from 'luxon';

/** `10 March 2026` */
export function day(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('d MMMM yyyy');
}

/** `10 Mar 2026` */
export function shortDay(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('d MMM yyyy');
}

/** `8 Feb 2026, 09:00`, on the clocks of the zone. */
export function moment(instant: string | number, zone: string): string {
  const at = typeof instant === 'number' ? DateTime.fromMillis(instant, { zone }) : DateTime.fromISO(instant, { zone });
  return at.setLocale('en-GB').toFormat('d MMM yyyy, HH:mm');
}

export function daysLeft(days: number): string {
  if (days === 0) return 'last day today';
  return days === 1 ? '1 day left' : `${days} days left`;
}

/** `30 days before` */
export function before(offset: number): string {
  if (offset === 0) return 'On the last day';
  return offset === 1 ? '1 day before' : `${offset} days before`;
}
