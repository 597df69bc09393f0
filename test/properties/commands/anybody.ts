import {
  AcceptQuote,
  AddOrderContact,
  AddQuota,
  ApplyAlignment,
  ApproveAlignment,
  ApproveRenewal,
  AuthorizeLateRenewal,
  CancelRecurringBilling,
  type CommandContext,
  EnableRecurringBilling,
  ExtendTrial,
  GenerateInvoice,
  IssueCredit,
  type Outcome,
  ProposeAlignment,
  QuoteRenewal,
  ReactivateLicense,
  RecordCommitment,
  RecordExpiry,
  RecordRenewalPayment,
  RecordSuccessors,
  RemoveOrderContact,
  ReportUsage,
  RequestRenewal,
  ResubscribeReminders,
  ResumeRecurringBilling,
  TerminateLicense,
  UnsubscribeReminders,
  WithdrawRenewal,
} from '@renewals/commands';
import { type Actor, isoDate, type LicenseId, type RenewalId, type Subject } from '@renewals/licensing';
import type { Command } from '@nestjs/cqrs';
import { licenseId, orderId, ownerOf } from '../../support/samples';

export const byOwner = (company: string): Actor => ({ type: 'customer', id: ownerOf(company) });
const bySupport: Actor = { type: 'support', id: 'sue' };
const bySales: Actor = { type: 'sales', id: 'sam' };

/** What a company has, and what its last command made. */
export interface Reached {
  readonly company: string;
  /** A day in the company's zone. */
  readonly today: string;
  renewal: RenewalId;
  /** The one before. */
  earlierRenewal: RenewalId;
  alignment: string;
  quote: string;
}

/** Answers of commands that make something name it. */
export type Answer = Pick<Outcome, 'wrote'> & {
  readonly revision?: number;
  readonly renewalId?: RenewalId;
  readonly alignmentId?: string;
  readonly quoteId?: string;
};

type Sent = Command<Answer>;

interface Sendable {
  readonly by: Actor | 'owner';
  readonly command: (reached: Reached, which: number, context: CommandContext) => Sent;
}

const names = ['reader', 'writer', 'trial'] as const;
/** Names a license within its company. */
export const nameIn = (company: string, name: string) => `${name} of ${company}`;

const anyLicense = ({ company }: Reached, which: number): LicenseId =>
  licenseId(nameIn(company, names[which % names.length] ?? 'reader'));
const lineOf = (reached: Reached, which: number) => ({
  subject: { kind: 'license', id: anyLicense(reached, which) } satisfies Subject,
  currentExpiresOn: isoDate('2026-03-11'),
});
const anyOrder = ({ company }: Reached, which: number) => orderId(nameIn(company, names[which % 2] ?? 'reader'));

const sending = (by: Sendable['by'], command: Sendable['command']): Sendable => ({ by, command });

/** What people send about their company, by name. */
export const sendables: Readonly<Record<string, Sendable>> = {
  request: sending('owner', (reached, which, c) => new RequestRenewal([lineOf(reached, which)], 'single', c)),
  requestBoth: sending(
    bySales,
    (reached, _which, c) =>
      new RequestRenewal(
        [0, 1].map((n) => lineOf(reached, n)),
        'sales',
        c,
      ),
  ),
  quote: sending(bySales, ({ renewal }, _which, c) => new QuoteRenewal(renewal, false, c)),
  accept: sending('owner', ({ renewal, quote }, _which, c) => new AcceptQuote(renewal, quote, c)),
  approve: sending('owner', ({ renewal }, _which, c) => new ApproveRenewal(renewal, c)),
  commit: sending(bySales, ({ renewal }, _which, c) => new RecordCommitment(renewal, 'purchase-order', 'PO-1', c)),
  authorizeLate: sending(bySupport, ({ renewal }, _which, c) => new AuthorizeLateRenewal(renewal, 'from-now', c)),
  invoice: sending(bySales, ({ renewal }, _which, c) => new GenerateInvoice(renewal, undefined, c)),
  withdraw: sending('owner', ({ renewal }, _which, c) => new WithdrawRenewal(renewal, 'by-customer', c)),
  withdrawEarlier: sending(
    'owner',
    ({ earlierRenewal }, _which, c) => new WithdrawRenewal(earlierRenewal, 'by-customer', c),
  ),
  record: sending(bySales, ({ renewal }, _which, c) => new RecordSuccessors(renewal, c)),
  pay: sending(bySales, ({ renewal, today }, which, c) => {
    const amount = { amountMinor: 100 + which, currency: 'USD' };
    return new RecordRenewalPayment(renewal, { paymentId: c.commandId, amount, method: 'wire', paidOn: today }, c);
  }),
  credit: sending(bySales, (reached, which, c) => {
    const { subject } = lineOf(reached, which);
    return new IssueCredit(reached.renewal, [{ subject, amount: { amountMinor: 7, currency: 'USD' } }], 'asked for', c);
  }),
  propose: sending(bySupport, (reached, which, c) => {
    const targetDate = `2027-0${1 + (which % 8)}-15`;
    return new ProposeAlignment(targetDate, [{ subject: lineOf(reached, which).subject }], c);
  }),
  approveAlignment: sending('owner', ({ alignment }, _which, c) => new ApproveAlignment(alignment, [], c)),
  applyAlignment: sending(bySupport, ({ alignment }, _which, c) => new ApplyAlignment(alignment, c)),
  extendTrial: sending('owner', ({ company }, _which, c) => new ExtendTrial(licenseId(nameIn(company, 'trial')), c)),
  addQuota: sending('owner', (reached, which, c) => new AddQuota(anyLicense(reached, which), 1 + which, c)),
  use: sending(bySales, (reached, which, c) => {
    const reports = [{ reportId: c.commandId, quantity: 1 + which, usedAt: Date.parse(reached.today) }];
    return new ReportUsage(anyLicense(reached, which), reports, c) as unknown as Sent;
  }),
  terminate: sending(
    bySupport,
    (reached, which, c) => new TerminateLicense(anyLicense(reached, which), isoDate(reached.today), 'asked for', c),
  ),
  reactivate: sending(
    bySupport,
    (reached, which, c) => new ReactivateLicense(anyLicense(reached, which), isoDate('2026-12-31'), 'asked for', c),
  ),
  expire: sending(bySales, (reached, which, c) => new RecordExpiry(lineOf(reached, which).subject, c)),
  enableBilling: sending(bySales, (reached, which, c) => new EnableRecurringBilling(anyLicense(reached, which), c)),
  cancelBilling: sending(bySales, (reached, which, c) => new CancelRecurringBilling(anyLicense(reached, which), c)),
  resumeBilling: sending(bySales, (reached, which, c) => new ResumeRecurringBilling(anyLicense(reached, which), c)),
  addContact: sending(
    bySupport,
    (reached, which, c) => new AddOrderContact(anyOrder(reached, which), ownerOf(reached.company), 'order', 'owner', c),
  ),
  removeContact: sending(
    bySupport,
    (reached, which, c) => new RemoveOrderContact(anyOrder(reached, which), ownerOf(reached.company), 'order', c),
  ),
  unsubscribe: sending(
    'owner',
    (reached, which, c) => new UnsubscribeReminders(anyOrder(reached, which), ownerOf(reached.company), 'link', c),
  ),
  resubscribe: sending(
    'owner',
    (reached, which, c) => new ResubscribeReminders(anyOrder(reached, which), ownerOf(reached.company), c),
  ),
};
