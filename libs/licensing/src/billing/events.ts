import type { DomainEvent } from '../shared/event';
import type { Actor, ContactId, IsoDate, LicenseId } from '../shared/words';

/** The agreement of one license; its stream carries the license's id. */
export type RecurringBillingEnabled = DomainEvent<
  'RecurringBillingEnabled',
  { readonly licenseId: LicenseId; readonly billingContactId: ContactId }
>;

export type RecurringBillingCancelled = DomainEvent<
  'RecurringBillingCancelled',
  { readonly licenseId: LicenseId; readonly cancelledOn: IsoDate; readonly termEnd?: IsoDate; readonly by: Actor }
>;

export type RecurringBillingResumed = DomainEvent<
  'RecurringBillingResumed',
  { readonly licenseId: LicenseId; readonly resumedOn: IsoDate; readonly by: Actor }
>;

export type BillingAgreementEvent = RecurringBillingEnabled | RecurringBillingCancelled | RecurringBillingResumed;
