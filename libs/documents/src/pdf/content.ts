import type { IsoDate, Money, PaymentMethod } from '@renewals/licensing';

/** What a document on paper says. Texts as they are; money is added up by nobody but the caller. */
export interface DocumentContent {
  readonly vendor: Party;
  readonly customer: Party;
  /** Of the quote, or the invoice. */
  readonly number: string;
  readonly poNumber?: string;
  readonly issuedOn: IsoDate;
  readonly lines: readonly DocumentLine[];
  /** What the lines come to, where taxes follow. */
  readonly subtotal?: Money;
  /** Worked out by whoever knows the law of the place; none are made up here. */
  readonly tax?: readonly TaxLine[];
  readonly total: Money;
}

export interface Party {
  readonly name: string;
  /** Where they are, how to reach them. */
  readonly lines?: readonly string[];
}

export interface DocumentLine {
  readonly product: string;
  /** What people call the license. */
  readonly license: string;
  readonly quota: number;
  /** Both days included; the last one is left out while nobody knows it. */
  readonly term?: { readonly startsOn: IsoDate; readonly expiresOn?: IsoDate };
  /** Of one unit of the quota, for the whole term. */
  readonly unitPrice?: Money;
  readonly amount: Money;
}

export interface TaxLine {
  /** `VAT 19 %`. */
  readonly label: string;
  readonly amount: Money;
  /** The number under which it is paid. */
  readonly id?: string;
}

/** A quote that is laid out as an invoice (R). */
export interface ProformaContent extends DocumentContent {
  /** The last day on which it can be accepted. */
  readonly validUntil: IsoDate;
}

/** An invoice, and what was paid of it. */
export interface ReceiptContent extends DocumentContent {
  /** Those that came in and stayed, in their order. */
  readonly payments?: readonly Payment[];
  /** What credit notes gave back. */
  readonly credited?: Money;
  /** Still to come in; nothing is said where it is left out. */
  readonly open?: Money;
  /** What goes back to the customer. */
  readonly refundable?: Money;
}

export interface Payment {
  readonly paidOn: IsoDate;
  readonly method: PaymentMethod;
  readonly amount: Money;
}
