import type { SoldUnder } from '../policy';
import type { DomainEvent } from '../shared/event';
import type { Actor, ContactId, IsoDate, LicenseId, Subject } from '../shared/words';
import type { Term } from '../term';

/** The term that is renewed next, and how it was sold: its remaining days are set from this alone (L). */
export interface RenewedNext extends SoldUnder {
  /** The license, or the maintenance of a perpetual one. */
  readonly subject: Subject;
  readonly term: Pick<Term, 'startsOn' | 'expiresOn' | 'zone'>;
}

/** The agreement of one license; its stream carries the license's id. */
export type RecurringBillingEnabled = DomainEvent<
  'RecurringBillingEnabled',
  {
    readonly licenseId: LicenseId;
    readonly billingContactId: ContactId;
    /** None before the license is activated: then its term sets its days. */
    readonly renews?: RenewedNext;
  }
>;

export type RecurringBillingCancelled = DomainEvent<
  'RecurringBillingCancelled',
  { readonly licenseId: LicenseId; readonly cancelledOn: IsoDate; readonly termEnd?: IsoDate; readonly by: Actor }
>;

export type RecurringBillingResumed = DomainEvent<
  'RecurringBillingResumed',
  RenewedNext & { readonly licenseId: LicenseId; readonly resumedOn: IsoDate; readonly by: Actor }
>;

/** The renewal does not open by itself: no mail told of it in the time that the policy asks for. */
export type AgreementAlertRaised = DomainEvent<
  'AlertRaised',
  {
    readonly licenseId: LicenseId;
    readonly subject: Subject;
    readonly expiresOn: IsoDate;
    readonly reason: 'no-notice-proof';
  }
>;

export type BillingAgreementEvent =
  RecurringBillingEnabled | RecurringBillingCancelled | RecurringBillingResumed | AgreementAlertRaised;
