import { isoDate, instantAt, zone } from '../term';
import type { Actor, ContactId, Instant, LicenseId, OrderId, OrganizationId, RenewalId, Subject } from './words';

/** Names and times of the specs; not a spec itself. */
export const berlin = zone('Europe/Berlin');

export const contact = (name: string) => name as ContactId;
export const license = (name: string) => name as LicenseId;
export const organizationId = 'acme' as OrganizationId;
export const orderId = 'order' as OrderId;
export const renewalId = 'renewal' as RenewalId;

export const ann = contact('ann');
export const bob = contact('bob');
export const eve = contact('eve');
export const byAnn: Actor = { type: 'customer', id: ann };
export const byBob: Actor = { type: 'customer', id: bob };
export const byEve: Actor = { type: 'customer', id: eve };
export const bySales: Actor = { type: 'sales', id: 'sam' };
export const bySupport: Actor = { type: 'support', id: 'sue' };
export const byClockwork: Actor = { type: 'automation', id: 'recurring-renewal' };

export const oldLicense: Subject = { kind: 'license', id: license('old') };

/** An hour (noon, if left out) of a day in Berlin. */
export function on(date: string, hour = 12): Instant {
  return instantAt(isoDate(date), hour, berlin);
}
