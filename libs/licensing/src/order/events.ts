import type { DomainEvent } from '../shared/event';
import type {
  Actor,
  Channel,
  ContactId,
  Delivery,
  Hosting,
  IsoDate,
  LicenseId,
  LicenseKind,
  Money,
  OrderId,
  OrganizationId,
  PaymentMethod,
  Period,
  SoldMaintenance,
} from '../shared/words';

export interface OrderLine {
  readonly product: string;
  readonly kind: LicenseKind;
  readonly delivery: Delivery;
  readonly period: Period;
  readonly quota: number;
  /** Price of one unit of quota for one period. */
  readonly unitPrice: Money;
  /** Of a perpetual license; none when it is sold without. */
  readonly maintenance?: SoldMaintenance;
  /** Left out, the vendor's. */
  readonly hosting?: Hosting;
  /** The trial that this is bought for: its history goes on with what is bought. */
  readonly convertsTrial?: LicenseId;
  /** Of an imported line, whose license has its id already. */
  readonly licenseId?: LicenseId;
}

export type OrderPlaced = DomainEvent<
  'OrderPlaced',
  {
    readonly orderId: OrderId;
    readonly organizationId: OrganizationId;
    readonly policy: string;
    /** SHA-256 of the policy's canonical JSON at that time. */
    readonly policyHash: string;
    readonly channel: Channel;
    readonly resellerId?: OrganizationId;
    readonly billingContactId: ContactId;
    /** None of a trial. */
    readonly paymentMethod?: PaymentMethod;
    /** The day on which the customer ordered, where people recorded it later (P). */
    readonly placedOn?: IsoDate;
    readonly lines: readonly OrderLine[];
    readonly externalId?: string;
    /** The imported row, column by column. */
    readonly imported?: Readonly<Record<string, string>>;
  }
>;

/** From here on the order is under another version of its policy. */
export type OrderPolicyMoved = DomainEvent<
  'OrderPolicyMoved',
  {
    readonly policy: string;
    readonly fromHash: string;
    readonly toHash: string;
    readonly by: Actor;
    readonly reason: string;
  }
>;

/** Money that came in for the order. */
export type OrderPaymentRecorded = DomainEvent<
  'OrderPaymentRecorded',
  {
    readonly paymentId: string;
    readonly amount: Money;
    readonly method: PaymentMethod;
    /** When the money came, a day of the vendor's zone. */
    readonly receivedOn: IsoDate;
    /** Of the bank, the check or the provider. */
    readonly reference?: string;
    readonly recordedBy: Actor;
  }
>;

/** It bounced, or was charged back. */
export type OrderPaymentReversed = DomainEvent<
  'OrderPaymentReversed',
  { readonly paymentId: string; readonly reason: string; readonly recordedBy: Actor }
>;

export type ContactRole = 'order' | 'billing' | 'technical';

export type ContactAdded = DomainEvent<
  'ContactAdded',
  { readonly contactId: ContactId; readonly role: ContactRole; readonly addedBy: Actor }
>;

export type ContactRemoved = DomainEvent<
  'ContactRemoved',
  { readonly contactId: ContactId; readonly role: ContactRole; readonly removedBy: Actor }
>;

export type RemindersUnsubscribed = DomainEvent<
  'RemindersUnsubscribed',
  { readonly contactId: ContactId; readonly via: 'link' | 'one-click' | 'contact' }
>;

export type RemindersResubscribed = DomainEvent<'RemindersResubscribed', { readonly contactId: ContactId }>;

/** `no-recipient`: its reminders reach nobody. `no-billing-contact`: a bill of it, or the receipt, reached nobody. */
export const orderAlertReasons = ['no-recipient', 'no-billing-contact'] as const;

export type OrderAlertReason = (typeof orderAlertReasons)[number];

/** The order would fall silent: sales must know. Raised once for each reason, until it is resolved. */
export type OrderAlertRaised = DomainEvent<
  'AlertRaised',
  { readonly orderId: OrderId; readonly reason: OrderAlertReason }
>;

export type OrderAlertResolved = DomainEvent<
  'AlertResolved',
  { readonly orderId: OrderId; readonly reason: OrderAlertReason }
>;

export type OrderEvent =
  | OrderPlaced
  | OrderPolicyMoved
  | OrderPaymentRecorded
  | OrderPaymentReversed
  | ContactAdded
  | ContactRemoved
  | RemindersUnsubscribed
  | RemindersResubscribed
  | OrderAlertRaised
  | OrderAlertResolved;
