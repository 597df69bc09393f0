import {
  acceptQuote,
  approveRenewal,
  authorizeLate,
  changeRenewal,
  type CommitmentReceived,
  generateInvoice,
  type InvoiceId,
  type LateBasis,
  quoteRenewal,
  recordCommitment,
  type Renewal,
  type RenewalEvent,
  type Term,
  type WithdrawalReason,
  withdrawRenewal,
} from '@renewals/licensing';
import type { Acts } from '../../lives';
import type { Desk } from '../desk';
import { provision } from '../provision';
import { request } from '../request';
import { byCustomer, bySales, bySupport } from '../sold';
import { aSubject, recent } from './choosing';

type Act = Acts<Desk>[string];

function renew(decide: (renewal: Renewal, desk: Desk, which: number) => readonly RenewalEvent[]): Act {
  return (desk, which) => {
    recent(desk.renewals, which)?.decide(desk.now, (state) => decide(state, desk, which));
  };
}

const authorize = (basis: LateBasis) =>
  renew((renewal, desk) =>
    authorizeLate(renewal, { basis, by: bySupport }, { now: desk.now, terms: termsOf(desk, renewal) }),
  );

const withdraw = (reason: WithdrawalReason) => renew((renewal) => withdrawRenewal(renewal, { reason, by: bySales }));

const commit = (data: Pick<CommitmentReceived['data'], 'reference' | 'replaces'>) =>
  renew((renewal) => recordCommitment(renewal, { kind: 'purchase-order', ...data, recordedBy: bySales }));

export const renewing: Acts<Desk> = {
  open: (desk, which) => request(desk, [aSubject(desk, which)], { source: 'single', by: byCustomer }),
  openStale: (desk, which) =>
    request(desk, [aSubject(desk, which)], { source: 'single', by: byCustomer, staleDays: which }),
  openAll: (desk) => request(desk, desk.subjects, { source: 'batch', by: byCustomer }),
  openBySales: (desk, which) => request(desk, [aSubject(desk, which)], { source: 'sales', by: bySales }),
  quote: renew((renewal, { now }) => quoteRenewal(renewal, { quoteId: `${now}`, proforma: false }, { now })),
  accept: renew((renewal, desk) =>
    acceptQuote(
      renewal,
      { quoteId: 'quote' in renewal ? (renewal.quote?.quoteId ?? '') : '', acceptedBy: byCustomer },
      desk,
    ),
  ),
  approve: renew((renewal, desk) => approveRenewal(renewal, { approvedBy: byCustomer }, desk)),
  change: renew((renewal, desk, which) => {
    const subject = 'lines' in renewal ? renewal.lines[0]?.subject : undefined;
    return subject ? changeRenewal(renewal, { subject, quota: which, by: bySales }, desk) : [];
  }),
  commit: commit({ reference: 'PO-1' }),
  commitOther: commit({ reference: 'PO-2' }),
  correctCommitment: commit({ reference: 'PO-1', replaces: 'PO-2' }),
  invoice: renew((renewal, desk) =>
    generateInvoice(
      renewal,
      { invoiceId: `invoice ${desk.now}` as InvoiceId },
      { now: desk.now, terms: termsOf(desk, renewal) },
    ),
  ),
  authorizeFromExpiry: authorize('from-expiry'),
  authorizeFromNow: authorize('from-now'),
  withdraw: withdraw('by-customer'),
  withdrawExpired: withdraw('expired'),
  withdrawTerminated: withdraw('terminated'),
  provision: (desk) => desk.renewals.forEach((renewal) => provision(desk, renewal)),
};

/** The terms that a renewal renews. */
function termsOf(desk: Desk, renewal: Renewal): Term[] {
  const lines = 'lines' in renewal ? renewal.lines : [];
  return lines.flatMap(
    ({ subject, currentExpiresOn }) => desk.subject(subject).renewable(currentExpiresOn)?.term ?? [],
  );
}
