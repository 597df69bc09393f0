import type { DomainEvent } from '../shared/event';
import type {
  Actor,
  Channel,
  ContactId,
  Delivery,
  LicenseKind,
  Money,
  OrderId,
  OrganizationId,
  Period,
} from '../shared/words';

export interface OrderLine {
  readonly product: string;
  readonly kind: LicenseKind;
  readonly delivery: Delivery;
  readonly period: Period;
  readonly quota: number;
  /** Price of one unit of quota for one period. */
  readonly unitPrice: Money;
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
    readonly paymentMethod: 'card' | 'paypal' | 'wire' | 'check';
    readonly lines: readonly OrderLine[];
    readonly externalId?: string;
    /** The imported row, column by column. */
    readonly imported?: Readonly<Record<string, string>>;
  }
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
  { readonly contactId: ContactId; readonly via: 'link' | 'one-click' | 'contact' | 'bounce' }
>;

export type RemindersResubscribed = DomainEvent<'RemindersResubscribed', { readonly contactId: ContactId }>;

export type OrderEvent = OrderPlaced | ContactAdded | ContactRemoved | RemindersUnsubscribed | RemindersResubscribed;
