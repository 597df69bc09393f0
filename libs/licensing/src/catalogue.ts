import type { BillingAgreementEvent } from './billing';
import type { InstallationEvent } from './installation';
import type { LicenseEvent } from './license';
import type { OrderEvent } from './order';
import type { AddressEvent, OrganizationEvent } from './organization';
import type { ReminderEvent } from './reminder';
import type { RenewalEvent } from './renewal';

export type LicensingEvent =
  | OrganizationEvent
  | AddressEvent
  | OrderEvent
  | LicenseEvent
  | RenewalEvent
  | BillingAgreementEvent
  | ReminderEvent
  | InstallationEvent;

/** Every type of event, and the version of its shape that is written today. */
export const eventCatalogue: Readonly<Record<LicensingEvent['type'], number>> = {
  OrganizationRegistered: 1,
  ContactInvited: 1,
  InvitationAccepted: 1,
  CompanyContactRemoved: 1,
  PrimaryContactAssigned: 1,
  AddressReserved: 1,
  OrderPlaced: 1,
  ContactAdded: 1,
  ContactRemoved: 1,
  RemindersUnsubscribed: 1,
  RemindersResubscribed: 1,
  LicenseIssued: 1,
  LicenseActivated: 1,
  LicenseKeyGenerated: 1,
  QuotaAdded: 1,
  TrialExtended: 1,
  RenewalOpened: 1,
  RenewalReleased: 1,
  LicenseRenewed: 1,
  LicenseExpired: 1,
  LicenseTerminated: 1,
  RenewalRequested: 1,
  RenewalQuoted: 1,
  QuoteAccepted: 1,
  RenewalApproved: 1,
  CommitmentReceived: 1,
  InvoiceGenerated: 1,
  ContractStarted: 1,
  RenewalLineCompleted: 1,
  RenewalLineFailed: 1,
  RenewalCompleted: 1,
  LateRenewalAuthorized: 1,
  RenewalWithdrawn: 1,
  RecurringBillingEnabled: 1,
  RecurringBillingCancelled: 1,
  RecurringBillingResumed: 1,
  ReminderDue: 1,
  ReminderSent: 1,
  ReminderSuppressed: 1,
  ReminderFailed: 1,
  AlertRaised: 1,
  MailHeld: 1,
  MailReleased: 1,
};
