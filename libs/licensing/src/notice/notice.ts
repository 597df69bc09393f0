import type { AgreementAlertRaised } from '../billing';
import type { OrderAlertReason } from '../order';
import type { AlertRaised } from '../reminder';
import type { ContactId, IsoDate, LicenseId, OrderId, OrganizationId, RenewalId, Subject } from '../shared/words';

/** What each kind of notice is about: ids only, what it says is looked up when it is sent. */
export interface NoticeAbout {
  /** A renewal whose contracts have all started: receipt, and how to get the key of a classic license (L). */
  readonly confirmation: { readonly renewalId: RenewalId };
  readonly invitation: {
    readonly organizationId: OrganizationId;
    readonly invitationId: string;
    readonly contactId: ContactId;
  };
  /** Somebody asked to set a password. `address` names the stream of an address, `requestId` the event. */
  readonly 'password-link': { readonly address: string; readonly requestId: string };
  /** `percent` of the `available` units are used up. */
  readonly 'quota-threshold': { readonly licenseId: LicenseId; readonly percent: number; readonly available: number };
  /** A new license waits for somebody who configures it to the old handshake code (P). */
  readonly 'handshake-required': { readonly licenseId: LicenseId };
  /** Somebody of sales has something to do since that day. */
  readonly 'sales-task': { readonly taskId: string; readonly openedOn: IsoDate };
  /** What a renewal costs, and until when. */
  readonly quote: {
    readonly renewalId: RenewalId;
    readonly quoteId: string;
    /** A contact who asked for it, and not the vendor's people. */
    readonly askedBy?: ContactId;
  };
  /** A renewal was agreed to, and goes on by itself or waits for somebody (L). */
  readonly approval: { readonly renewalId: RenewalId };
  /** A purchase, or a trial, whose licenses wait to be activated. */
  readonly 'order-received': { readonly orderId: OrderId };
  readonly 'trial-ends': { readonly licenseId: LicenseId; readonly expiresOn: IsoDate };
  /** Somebody was taken off an order, or left the company and all its orders with it, by the event `removalId`. */
  readonly 'access-removed':
    | { readonly orderId: OrderId; readonly contactId: ContactId; readonly removalId: string }
    | { readonly organizationId: OrganizationId; readonly contactId: ContactId; readonly removalId: string };
  /** Mail reaches nobody of an order any more, as the event `alertId` says and why, or told nobody of this expiry. */
  readonly alert:
    | { readonly orderId: OrderId; readonly reason: OrderAlertReason; readonly alertId: string }
    | { readonly subject: Subject; readonly expiresOn: IsoDate; readonly reason: ExpiryAlertReason };
}

/** Nobody is left to be reminded of an expiry, or nobody was told in time that it is renewed by itself. */
export type ExpiryAlertReason = AlertRaised['data']['reason'] | AgreementAlertRaised['data']['reason'];

export type AlertReason = OrderAlertReason | ExpiryAlertReason;

export type NoticeKind = keyof NoticeAbout;

export const noticeKinds = [
  'access-removed',
  'alert',
  'approval',
  'confirmation',
  'handshake-required',
  'invitation',
  'order-received',
  'password-link',
  'quota-threshold',
  'quote',
  'sales-task',
  'trial-ends',
] as const satisfies readonly NoticeKind[];

export type NoticeOf<Kind extends NoticeKind> = {
  readonly [Each in Kind]: { readonly kind: Each; readonly about: NoticeAbout[Each] };
}[Kind];

export type Notice = NoticeOf<NoticeKind>;

/** Somebody has just asked for it and waits for it, so it goes out also while mail is held after an import. */
export function isAwaited(kind: NoticeKind): boolean {
  return kind === 'invitation' || kind === 'password-link';
}
