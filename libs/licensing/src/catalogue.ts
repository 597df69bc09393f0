import type { AddressEvent } from './address';
import type { AlignmentEvent } from './alignment';
import type { BillingAgreementEvent } from './billing';
import type { InstallationEvent } from './installation';
import type { LicenseEvent } from './license';
import type { MaintenanceEvent } from './maintenance';
import type { NoticeEvent } from './notice';
import type { PolicyBookEvent } from './policy';
import type { OrderEvent } from './order';
import type { OrganizationEvent } from './organization';
import type { ReminderEvent } from './reminder';
import type { RenewalEvent } from './renewal';
import type { SalesTaskEvent } from './sales-task';

export type LicensingEvent =
  | OrganizationEvent
  | AddressEvent
  | OrderEvent
  | PolicyBookEvent
  | LicenseEvent
  | MaintenanceEvent
  | RenewalEvent
  | AlignmentEvent
  | BillingAgreementEvent
  | ReminderEvent
  | SalesTaskEvent
  | NoticeEvent
  | InstallationEvent;

/** Every type of event, and the version of its shape that is written today. */
export const eventCatalogue: Readonly<Record<LicensingEvent['type'], number>> = {
  OrganizationRegistered: 1,
  ContactInvited: 1,
  InvitationAccepted: 1,
  CompanyContactRemoved: 1,
  PrimaryContactAssigned: 1,
  ContactEmailChanged: 1,
  MailBounced: 1,
  ContactReachable: 1,
  ContactLocaleChanged: 1,
  OrganizationLocaleChanged: 1,
  CalendarFeedOpened: 1,
  CalendarFeedRevoked: 1,
  NewsletterPreferencesChanged: 1,
  AccountRemovalRequested: 1,
  SubjectErased: 1,
  AddressReserved: 1,
  AddressReleased: 1,
  PasswordLinkRequested: 1,
  PasswordSet: 1,
  OrderPlaced: 1,
  OrderPolicyMoved: 1,
  OrderPaymentRecorded: 1,
  OrderPaymentReversed: 1,
  ContactAdded: 1,
  ContactRemoved: 1,
  RemindersUnsubscribed: 1,
  RemindersResubscribed: 1,
  LicenseIssued: 1,
  LicenseActivated: 1,
  PolicyRecorded: 1,
  PolicyMoved: 1,
  ReminderOffsetsOverridden: 1,
  ReminderOffsetsChanged: 1,
  LicenseKeyGenerated: 1,
  HandshakeCodeAssigned: 1,
  HandshakeConfigurationRequired: 1,
  HandshakeConfigured: 1,
  QuotaAdded: 1,
  UsageRecorded: 1,
  QuotaThresholdCrossed: 1,
  QuotaExhausted: 1,
  TrialRequested: 1,
  TrialExtended: 1,
  TrialConverted: 1,
  RenewalOpened: 1,
  RenewalReleased: 1,
  LicenseRenewed: 1,
  LicenseExpired: 1,
  LicenseReactivated: 1,
  TermAligned: 1,
  LicenseTerminated: 1,
  MaintenanceStarted: 1,
  MaintenanceRenewed: 1,
  MaintenanceAligned: 1,
  MaintenanceLapsed: 1,
  MaintenanceEnded: 1,
  RenewalRequested: 1,
  RenewalQuoted: 1,
  RenewalChanged: 1,
  QuoteAccepted: 1,
  RenewalApproved: 1,
  CommitmentReceived: 1,
  InvoiceGenerated: 1,
  ContractStarted: 1,
  RenewalLineCompleted: 1,
  RenewalLineFailed: 1,
  RenewalCompleted: 1,
  LateRenewalAuthorized: 1,
  RenewalPaymentRecorded: 1,
  RenewalPaymentReversed: 1,
  CreditIssued: 1,
  ConfirmationSent: 1,
  RenewalWithdrawn: 1,
  OwnerAssigned: 1,
  NoteAdded: 1,
  AlignmentProposed: 1,
  AlignmentApproved: 1,
  AlignmentApplied: 1,
  AlignmentWithdrawn: 1,
  RecurringBillingEnabled: 1,
  RecurringBillingCancelled: 1,
  RecurringBillingResumed: 1,
  ReminderDue: 1,
  ReminderSent: 1,
  ReminderSuppressed: 1,
  ReminderFailed: 1,
  AlertRaised: 1,
  SalesTaskOpened: 1,
  SalesTaskDropped: 1,
  SalesTaskDone: 1,
  AlertResolved: 1,
  NoticeDue: 1,
  NoticeSent: 1,
  NoticeSuppressed: 1,
  NoticeFailed: 1,
  MailHeld: 1,
  MailReleased: 1,
};
