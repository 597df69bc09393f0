import type { SoldUnder } from '../../policy';
import type { DomainEvent } from '../../shared/event';
import type { Actor, ContactId, Delivery, IsoDate, LicenseId, OrderId, OrganizationId, Zone } from '../../shared/words';

/** A company asks for its one trial of a product. The order and the license follow by themselves. */
export type TrialRequested = DomainEvent<
  'TrialRequested',
  {
    readonly licenseId: LicenseId;
    readonly orderId: OrderId;
    readonly organizationId: OrganizationId;
    readonly policy: string;
    readonly product: string;
    readonly delivery: Delivery;
    /** Who is to see the trial. */
    readonly contactId: ContactId;
    readonly requestedBy: Actor;
  }
>;

export type TrialExtended = DomainEvent<
  'TrialExtended',
  SoldUnder & {
    readonly extensionNo: number;
    readonly days: number;
    readonly previousExpiresOn: IsoDate;
    readonly newExpiresOn: IsoDate;
    readonly zone: Zone;
    readonly requestedBy: Actor;
  }
>;

/** The license that was bought for it starts on that day, and the trial is over. */
export type TrialConverted = DomainEvent<
  'TrialConverted',
  { readonly newLicenseId: LicenseId; readonly orderId: OrderId; readonly on: IsoDate }
>;

export type TrialEvent = TrialRequested | TrialExtended | TrialConverted;
