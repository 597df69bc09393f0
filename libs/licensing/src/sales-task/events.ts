import type { DomainEvent } from '../shared/event';
import type { SuppressionReason } from '../reminder';
import type { Actor, Channel, IsoDate, OrderId, OrganizationId, RenewalId, Subject, Zone } from '../shared/words';

/** Somebody of sales has something to do. Days are days in `zone`. */
export type SalesTaskOpened = DomainEvent<
  'SalesTaskOpened',
  SalesTaskReason & {
    readonly taskId: string;
    readonly policy: string;
    /** Of the order: a reseller's is written to instead of the billing contact (L). */
    readonly channel: Channel;
    readonly orderId: OrderId;
    readonly organizationId: OrganizationId;
    readonly openedOn: IsoDate;
    /** The last day on which it is in time. */
    readonly dueOn: IsoDate;
    readonly zone: Zone;
  }
>;

export type SalesTaskReason =
  /** The term ends soon and is renewed by itself: the billing contact hears of it from sales (L). */
  | { readonly purpose: 'write-to-billing-contact'; readonly subject: Subject; readonly expiresOn: IsoDate }
  /** A payment bounced while the contract runs: credit and terminate it, or get the money. */
  | { readonly purpose: 'payment-reversed'; readonly renewalId: RenewalId; readonly paymentId: string };

export type SalesTaskPurpose = SalesTaskReason['purpose'];

/** What it was opened for is no longer so. It opens again when that comes back. */
export type SalesTaskDropped = DomainEvent<
  'SalesTaskDropped',
  { readonly taskId: string; readonly reason: SuppressionReason }
>;

export type SalesTaskDone = DomainEvent<
  'SalesTaskDone',
  { readonly taskId: string; readonly by: Actor; readonly note?: string }
>;

export type SalesTaskEvent = SalesTaskOpened | SalesTaskDropped | SalesTaskDone;
