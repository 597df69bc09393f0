import type { Actor, ContactId, IsoDate, LicenseId } from '../shared/words';
import type { RecurringBillingCancelled, RecurringBillingEnabled } from './events';
import type { BillingAgreement } from './state';

export interface ImportAgreement {
  readonly licenseId: LicenseId;
  readonly billingContactId: ContactId;
  /** Whether the former system would renew the license by itself. */
  readonly recurring: boolean;
  /** The day which the imported files describe. */
  readonly asOf: IsoDate;
  readonly by: Actor;
}

/** Takes over what the customer had chosen. When a cancellation was made is not known, so it counts from the import. */
export function importAgreement(
  agreement: BillingAgreement,
  { licenseId, billingContactId, recurring, asOf, by }: ImportAgreement,
): (RecurringBillingEnabled | RecurringBillingCancelled)[] {
  if (agreement.status !== 'none') return [];
  return recurring
    ? [{ type: 'RecurringBillingEnabled', data: { licenseId, billingContactId } }]
    : [{ type: 'RecurringBillingCancelled', data: { licenseId, cancelledOn: asOf, by } }];
}
