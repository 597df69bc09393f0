import type { HistoryEntry } from '@renewals/audit';
import type { LicensingEvent } from '@renewals/licensing';
import { fileOf } from '@renewals/mail';
import type { Tone } from '../words/badges';
import { alertWords } from '../words/alerts';
import { before, shortDay } from '../words/dates';
import { price } from '../words/money';
import type { Names } from '../words/names';
import { reasonSentence } from '../words/reasons';

/** What one event says to a person. */
export interface Moment {
  /** RFC 3339, UTC: when it was true. */
  readonly at: string;
  readonly title: string;
  readonly detail?: string;
  readonly by: string;
  readonly tone: Tone;
  /** File of the mail that it tells of. */
  readonly mail?: string;
}

type Told = Pick<Moment, 'title' | 'detail' | 'mail'> & { readonly tone?: Tone };

type Tellers = {
  readonly [Type in LicensingEvent['type']]: (
    data: Extract<LicensingEvent, { type: Type }>['data'],
    names: Names,
  ) => Told | undefined;
};

/** Newest first. */
export function timelineOf(history: readonly HistoryEntry[], names: Names): Moment[] {
  return history.flatMap((entry) => momentOf(entry, names) ?? []).reverse();
}

/** Nothing of what people need not read. */
export function momentOf({ type, data, occurredAt, actor }: HistoryEntry, names: Names): Moment | undefined {
  const tell = tellers[type as LicensingEvent['type']] as (
    data: HistoryEntry['data'],
    names: Names,
  ) => Told | undefined;
  const told = tell(data, names);
  return told && { tone: 'quiet', ...told, at: occurredAt, by: names.actor(actor) };
}

const silent = () => undefined;

/** What people need not read is silent here; the history as JSON has all of it. */
const tellers: Tellers = {
  OrganizationRegistered: ({ name }) => ({ title: `${name} opened an account` }),
  ContactInvited: silent,
  InvitationAccepted: ({ contactId }, names) => ({ title: `${names.contact(contactId)} joined the company's account` }),
  CompanyContactRemoved: ({ contactId }, names) => ({ title: `${names.contact(contactId)} left the company` }),
  PrimaryContactAssigned: ({ contactId }, names) => ({ title: `${names.contact(contactId)} became primary contact` }),
  ContactEmailChanged: silent,
  ContactLocaleChanged: silent,
  OrganizationLocaleChanged: silent,
  MailBounced: silent,
  ContactReachable: silent,
  CalendarFeedOpened: silent,
  CalendarFeedRevoked: silent,
  NewsletterPreferencesChanged: silent,
  AccountRemovalRequested: silent,
  SubjectErased: silent,
  AddressReserved: silent,
  AddressReleased: silent,
  PasswordLinkRequested: silent,
  PasswordSet: silent,
  OrderPlaced: ({ channel }) => ({ title: 'Order placed', detail: `Through ${channel}` }),
  OrderPolicyMoved: ({ reason }) => ({ title: 'Moved to another version of its policy', detail: reason }),
  ContactAdded: ({ contactId, role }, names) => ({ title: `${names.contact(contactId)} became ${role} contact` }),
  ContactRemoved: ({ contactId, role }, names) => ({
    title: `${names.contact(contactId)} ceased to be ${role} contact`,
  }),
  RemindersUnsubscribed: ({ contactId }, names) => ({
    title: `${names.contact(contactId)} unsubscribed from reminders`,
  }),
  RemindersResubscribed: ({ contactId }, names) => ({ title: `${names.contact(contactId)} asked for reminders again` }),
  LicenseIssued: ({ product, quota, origin }) => ({
    title: 'License issued',
    detail: `${product}, ${quota} ×, ${origins[origin]}`,
  }),
  LicenseActivated: ({ startsOn, expiresOn }) => ({
    title: 'License activated',
    detail: expiresOn === undefined ? `From ${shortDay(startsOn)}` : `${shortDay(startsOn)} to ${shortDay(expiresOn)}`,
    tone: 'good',
  }),
  OrderPaymentRecorded: ({ amount, method }) => ({
    title: `Order paid: ${price(amount)}`,
    detail: `By ${method}`,
    tone: 'good',
  }),
  OrderPaymentReversed: ({ reason }) => ({ title: 'A payment of the order bounced', detail: reason, tone: 'bad' }),
  PolicyRecorded: silent,
  PolicyMoved: silent,
  ReminderOffsetsOverridden: ({ offsets, reason }) => ({ title: remindedOn(offsets), detail: reason }),
  ReminderOffsetsChanged: silent,
  LicenseKeyGenerated: () => ({ title: 'License key generated' }),
  HandshakeCodeAssigned: ({ code }) => ({ title: 'Handshake code assigned', detail: code }),
  HandshakeConfigurationRequired: () => ({ title: 'To be configured to its handshake code by hand', tone: 'warm' }),
  HandshakeConfigured: ({ code }) => ({ title: 'Configured to its handshake code', detail: code, tone: 'good' }),
  QuotaAdded: ({ quantity }) => ({ title: `${quantity} quota added` }),
  UsageRecorded: silent,
  QuotaThresholdCrossed: ({ percent, used, available }) => ({
    title: `${percent} % of the quota used`,
    detail: `${used} of ${available}`,
    tone: 'warm',
  }),
  QuotaExhausted: ({ available }) => ({ title: 'Quota used up', detail: `All ${available} units`, tone: 'bad' }),
  TrialRequested: ({ product }) => ({ title: `Trial of ${product} requested` }),
  TrialExtended: ({ days, newExpiresOn }) => ({
    title: `Trial extended by ${days} days`,
    detail: `To ${shortDay(newExpiresOn)}`,
  }),
  TrialConverted: ({ on }) => ({
    title: 'Trial turned into a license',
    detail: `Which started on ${shortDay(on)}`,
    tone: 'good',
  }),
  TermAligned: ({ previousExpiresOn, newExpiresOn }) => ({
    title: `Aligned to ${shortDay(newExpiresOn)}`,
    detail: `It ended on ${shortDay(previousExpiresOn)} before`,
    tone: 'good',
  }),
  AlignmentProposed: ({ targetDate }) => ({ title: `Proposed to end on ${shortDay(targetDate)} with others` }),
  AlignmentApproved: () => ({ title: 'Alignment approved', tone: 'accent' }),
  AlignmentApplied: silent,
  AlignmentWithdrawn: () => ({ title: 'Proposed alignment withdrawn' }),
  RenewalOpened: silent,
  RenewalReleased: ({ reason }) => ({ title: 'Free to be renewed again', detail: releases[reason] ?? reason }),
  LicenseRenewed: ({ startsOn, newExpiresOn }) => ({
    title: 'Successor recorded',
    detail: `${shortDay(startsOn)} to ${shortDay(newExpiresOn)}`,
    tone: 'good',
  }),
  LicenseExpired: ({ expiresOn }) => ({
    title: 'License expired',
    detail: `Its last day was ${shortDay(expiresOn)}`,
    tone: 'bad',
  }),
  LicenseReactivated: ({ newExpiresOn, reason }) => ({
    title: `Reactivated to ${shortDay(newExpiresOn)}`,
    detail: reason,
    tone: 'accent',
  }),
  LicenseTerminated: ({ on, reason }) => ({
    title: 'License ended',
    detail: `Last day ${shortDay(on)}: ${reason}`,
    tone: 'bad',
  }),
  MaintenanceStarted: ({ startsOn, expiresOn }) => ({
    title: 'Maintenance started',
    detail: `${shortDay(startsOn)} to ${shortDay(expiresOn)}`,
    tone: 'good',
  }),
  MaintenanceRenewed: ({ startsOn, newExpiresOn }) => ({
    title: 'Maintenance renewed',
    detail: `${shortDay(startsOn)} to ${shortDay(newExpiresOn)}`,
    tone: 'good',
  }),
  MaintenanceAligned: ({ previousExpiresOn, newExpiresOn }) => ({
    title: `Maintenance aligned to ${shortDay(newExpiresOn)}`,
    detail: `It ended on ${shortDay(previousExpiresOn)} before`,
    tone: 'good',
  }),
  MaintenanceLapsed: ({ expiresOn }) => ({
    title: 'Maintenance lapsed',
    detail: `Its last day was ${shortDay(expiresOn)}`,
    tone: 'bad',
  }),
  MaintenanceEnded: ({ on }) => ({
    title: 'Maintenance ended with the license',
    detail: `Last day ${shortDay(on)}`,
    tone: 'bad',
  }),
  RenewalRequested: ({ source, late }) => ({
    title: late ? 'Late renewal requested' : 'Renewal requested',
    detail: sources[source],
    tone: 'warm',
  }),
  RenewalQuoted: ({ total, validUntil }) => ({
    title: `Quoted at ${price(total)}`,
    detail: `Open until ${shortDay(validUntil)}`,
    tone: 'warm',
  }),
  RenewalChanged: ({ quota, amount }) => ({ title: `Changed to ${quota} × at ${price(amount)}`, tone: 'warm' }),
  QuoteAccepted: () => ({ title: 'Quote accepted', tone: 'accent' }),
  RenewalApproved: ({ lines }) => ({
    title: 'Renewal approved',
    ...(lines[0] && { detail: `Starts on ${shortDay(lines[0].earliestStart)} at the earliest` }),
    tone: 'accent',
  }),
  CommitmentReceived: ({ kind, reference }) => ({
    title: `${commitments[kind]} received`,
    detail: reference,
    tone: 'accent',
  }),
  InvoiceGenerated: ({ total, poNumber }) => ({
    title: `Invoiced ${price(total)}`,
    ...(poNumber !== undefined && { detail: `For purchase order ${poNumber}` }),
    tone: 'good',
  }),
  ContractStarted: ({ startsOn }) => ({
    title: 'New contract started',
    detail: `On ${shortDay(startsOn)}`,
    tone: 'good',
  }),
  RenewalLineCompleted: silent,
  RenewalLineFailed: ({ message }) => ({ title: 'A license could not be renewed', detail: message, tone: 'bad' }),
  RenewalCompleted: silent,
  LateRenewalAuthorized: ({ basis }) => ({
    title: 'Late renewal authorized',
    detail: basis === 'from-now' ? 'The new term runs from now' : 'The new term runs on from the old expiry',
    tone: 'accent',
  }),
  RenewalPaymentRecorded: ({ amount, method }) => ({
    title: `Paid ${price(amount)}`,
    detail: `By ${method}`,
    tone: 'good',
  }),
  RenewalPaymentReversed: ({ amount, reason }) => ({
    title: `A payment of ${price(amount)} bounced`,
    detail: reason,
    tone: 'bad',
  }),
  CreditIssued: ({ reason }) => ({ title: 'Credit note issued', detail: reason }),
  ConfirmationSent: ({ contactId }, names) => ({ title: `Confirmation sent to ${names.contact(contactId)}` }),
  OwnerAssigned: ({ owner }, names) => ({
    title: `${names.actor({ type: 'sales', id: owner })} looks after the renewal`,
  }),
  NoteAdded: silent,
  SalesTaskOpened: silent,
  SalesTaskDropped: silent,
  SalesTaskDone: silent,
  RenewalWithdrawn: ({ reason }) => ({ title: 'Renewal withdrawn', detail: withdrawals[reason], tone: 'bad' }),
  RecurringBillingEnabled: () => ({ title: 'Recurring billing on' }),
  RecurringBillingCancelled: ({ termEnd }) => ({
    title: 'Recurring billing cancelled',
    ...(termEnd !== undefined && { detail: `The term ends on ${shortDay(termEnd)}` }),
  }),
  RecurringBillingResumed: () => ({ title: 'Recurring billing resumed' }),
  ReminderDue: silent,
  ReminderSent: ({ offset, contactId, messageId }, names) => ({
    title: `Reminded ${names.contact(contactId)}`,
    detail: before(offset),
    tone: 'warm',
    mail: fileOf(messageId),
  }),
  ReminderSuppressed: ({ offset, reason }) => ({
    title: 'No reminder',
    detail: `${before(offset)}: ${reasonSentence(reason)}`,
  }),
  ReminderFailed: ({ offset, contactId }, names) => ({
    title: `A reminder did not reach ${names.contact(contactId)}`,
    detail: before(offset),
    tone: 'bad',
  }),
  AlertRaised: ({ reason }) => ({ title: `${alertWords[reason]}: sales was alerted`, tone: 'bad' }),
  AlertResolved: ({ reason }) => ({
    title:
      reason === 'no-billing-contact' ? 'Somebody gets the bills of its order again' : 'Somebody can be reminded again',
  }),
  NoticeDue: silent,
  NoticeSent: silent,
  NoticeSuppressed: silent,
  NoticeFailed: silent,
  MailHeld: silent,
  MailReleased: silent,
};

function remindedOn(offsets: readonly number[] | undefined): string {
  if (!offsets) return 'Reminded of on the usual days again';
  return offsets.length > 0 ? `To be reminded of ${offsets.join(', ')} days before` : 'Not to be reminded of any more';
}

const origins = {
  purchase: 'bought',
  renewal: 'by renewal',
  'add-quota': 'as added quota',
  trial: 'as a trial',
  import: 'imported',
} as const;

const sources = {
  single: 'In the portal',
  batch: 'In the portal, with others',
  quote: 'By quote',
  sales: 'By sales',
  automatic: 'By itself: recurring billing is on',
  'provider-form': "By the payment provider's form",
} as const;

const commitments = { 'purchase-order': 'Purchase order', 'signed-document': 'Signed document' } as const;

const withdrawals = {
  expired: 'Nobody approved it before the term was over',
  abandoned: 'Its request never came',
  'by-customer': 'By the customer',
  'by-sales': 'By sales',
  cancelled: 'Recurring billing was cancelled',
  terminated: 'The license was ended',
} as const;

/** Why the term is free again. */
const releases: Readonly<Record<string, string>> = {
  ...withdrawals,
  refused: 'The renewal was refused',
  failed: 'It could not be renewed',
};
