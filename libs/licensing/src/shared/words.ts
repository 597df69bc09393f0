declare const brand: unique symbol;
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

export type OrganizationId = Brand<string, 'OrganizationId'>;
export type ContactId = Brand<string, 'ContactId'>;
export type OrderId = Brand<string, 'OrderId'>;
export type LicenseId = Brand<string, 'LicenseId'>;
export type RenewalId = Brand<string, 'RenewalId'>;
export type InvoiceId = Brand<string, 'InvoiceId'>;

/** A calendar date `YYYY-MM-DD`, without time or zone. Made by `isoDate`. */
export type IsoDate = Brand<string, 'IsoDate'>;
/** Milliseconds since the epoch, UTC. */
export type Instant = number;
/** `P<n>D`, `P<n>M` or `P<n>Y`. Made by `period`. */
export type Period = Brand<string, 'Period'>;
/** An IANA zone name that the runtime knows, as given. Made by `zone`. */
export type Zone = Brand<string, 'Zone'>;

/** What is renewed and reminded of: a license's term, or the maintenance term of a perpetual license. */
export interface Subject {
  readonly kind: 'license' | 'maintenance';
  readonly id: LicenseId;
}

/** Integer minor units (cents) and an ISO 4217 code. Never a float. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Support and maintenance that is sold with a perpetual license. */
export interface SoldMaintenance {
  readonly period: Period;
  /** Price of one unit of quota for one period. */
  readonly unitPrice: Money;
}

/** Who does something. `id` is a contact id for people of a customer, else a staff or program id. */
export interface Actor {
  readonly type: 'customer' | 'reseller' | 'sales' | 'support' | 'operator' | 'automation' | 'service';
  readonly id: string;
}

/**
 * Personal data in an event: in clear until the event is stored, sealed under the person's own key from then on.
 * Erasing that key erases the text everywhere and leaves the history whole.
 */
export type PersonalText =
  | { readonly $personal: ContactId; readonly text: string }
  | {
      readonly $personal: ContactId;
      readonly sealed: string;
      /** The event that it was sealed for. */
      readonly event: string;
    };

export const channels = ['store', 'purchase-order', 'quote', 'reseller', 'payment-provider'] as const;
export type Channel = (typeof channels)[number];
/** What is taken (F). */
export const paymentMethods = ['card', 'paypal', 'wire', 'check'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];
export type LicenseKind = 'annual' | 'perpetual' | 'trial';
export type Delivery = 'classic' | 'cloud' | 'trackable';
export type Hosting = 'vendor' | 'self';
