import {
  AbandonedClaims,
  AlignmentApplication,
  AddedQuotaLicenses,
  type Automation,
  BilledAgain,
  ConfirmationsSent,
  CancelledRenewals,
  ContractStart,
  Departures,
  Erasure,
  Expiry,
  FollowedOffsets,
  InvoicesUponApproval,
  MaintenanceOfLicenses,
  NoticesDue,
  Provisioning,
  PolicyMoves,
  RecurringRenewal,
  ReleasedClaims,
  RemindersDue,
  RefusedRecipients,
  Reversals,
  Silences,
  Successors,
  TerminatedRenewals,
  TrialConversions,
  TrialEndsDue,
  TrialOrders,
  UnreadBills,
  Withdrawal,
  WritingTaskReviews,
  WritingTasks,
} from '@renewals/automations';
import type { Desk, Policies } from '@renewals/commands';
import type { LicenseId } from '@renewals/licensing';
import type { MailsOfPeople } from '@renewals/mail';
import type { ContactCompanies, Licenses, OrderAlerts, OrderContacts, Orders } from '@renewals/projections';
import type { CommandBus } from '@nestjs/cqrs';

/** Provides `readonly Automation[]`. */
export const AUTOMATIONS = Symbol('automations');

/** Everything that happens by itself. */
export function allAutomations(
  commands: CommandBus,
  policies: Policies,
  desk: Desk,
  licenses: Licenses,
  orders: Orders,
  orderContacts: OrderContacts,
  orderAlerts: OrderAlerts,
  companies: ContactCompanies,
  mails: MailsOfPeople,
): readonly Automation[] {
  const licensesOf = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => licenses.ofOrder(id)))).flat() as LicenseId[];
  const mailIsHeld = async () => (await desk.installation()).mail === 'held';
  return [
    new TrialOrders(commands),
    new Provisioning(commands),
    new AddedQuotaLicenses(commands),
    new TrialConversions(commands),
    new TerminatedRenewals(commands),
    new InvoicesUponApproval(commands),
    new Successors(commands),
    new Withdrawal(commands, policies.of),
    new ReleasedClaims(commands),
    new AbandonedClaims(commands),
    new AlignmentApplication(commands),
    new Departures(commands, (contactId) => orderContacts.ordersNaming(contactId)),
    new RefusedRecipients(commands, companies),
    new Silences(commands, (contactId) => orderContacts.ordersNaming(contactId)),
    new Erasure(commands, mails),
    new UnreadBills(commands, desk),
    new BilledAgain(commands, (company) => orderAlerts.ordersOf(company, 'no-billing-contact')),
    new FollowedOffsets(commands, async (company) => licensesOf(await orders.ofOrganization(company))),
    new PolicyMoves(commands, (orderId) => licensesOf([orderId])),
    new MaintenanceOfLicenses(commands),
    new ContractStart(commands),
    new Expiry(commands),
    NoticesDue.awaited(commands),
    NoticesDue.others(commands, mailIsHeld),
    new TrialEndsDue(commands, policies.of, mailIsHeld),
    new ConfirmationsSent(commands, desk),
    new RemindersDue(commands, policies.of, mailIsHeld),
    new RecurringRenewal(commands, policies.of),
    new CancelledRenewals(commands),
    new WritingTasks(commands, policies.of),
    new WritingTaskReviews(commands),
    new Reversals(commands),
  ];
}
