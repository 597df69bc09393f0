import {
  addDays,
  addQuota,
  type ContactId,
  type BillingAgreement,
  type BillingAgreementEvent,
  cancelRecurringBilling,
  enableRecurringBilling,
  endsAt,
  endMaintenance,
  issueSuccessor,
  type LicenseId,
  localDate,
  reactivateLicense,
  Refusal,
  resumeRecurringBilling,
  startsAt,
  type Term,
  terminateLicense,
  zone,
} from '@renewals/licensing';
import type { Acts } from '../../lives';
import type { Desk } from '../desk';
import { byCustomer, bySales, bySupport, CUT_OFF_DAYS } from '../sold';
import { aSubject, chosen } from './choosing';

const today = (desk: Desk) => localDate(desk.now, zone('UTC'));

function terminate(desk: Desk, which: number): void {
  const { id } = aSubject(desk, which).subject;
  const on = today(desk);
  const ended = desk
    .license(id)
    .decide(desk.now, (state) => terminateLicense(state, { on, by: bySupport, reason: 'asked for' }));
  if (ended instanceof Refusal) return;
  desk.maintenance(id).decide(desk.now, (state) => endMaintenance(state, { on }));
}

function more(desk: Desk, which: number): void {
  const { id } = aSubject(desk, which).subject;
  const decision = { now: desk.now, policy: desk.policy, channel: desk.channel };
  const newLicenseId = `added to ${id} at ${desk.now}` as LicenseId;
  const parent = desk.license(id);
  const added = parent.decide(desk.now, (state) =>
    addQuota(state, { newLicenseId, quantity: which, paymentMethod: 'card', requestedBy: byCustomer }, decision),
  );
  if (added instanceof Refusal) return;
  for (const event of added) {
    if (event.type !== 'QuotaAdded') continue;
    const { term, quantity: quota } = event.data;
    const command = { licenseId: newLicenseId, origin: 'add-quota' as const, term, quota };
    desk
      .license(newLicenseId)
      .decide(desk.now, (state) => issueSuccessor(state, command, { predecessor: parent.state }));
  }
}

type DecideBilling = (
  agreement: BillingAgreement,
  licenseId: LicenseId,
  term: Term,
  desk: Desk,
) => readonly BillingAgreementEvent[];

function bill(decide: DecideBilling): Acts<Desk>[string] {
  return (desk, which) => {
    const subject = aSubject(desk, which);
    const term = subject.renewable()?.term;
    if (term)
      desk.agreement(subject.subject.id).decide(desk.now, (state) => decide(state, subject.subject.id, term, desk));
  };
}

/** Most mistakes are made by one moment: the last of a term and of the days to cancel, and the next. */
function waitForEdge(desk: Desk, which: number): void {
  const term = aSubject(desk, which).renewable()?.term;
  if (!term) return;
  const { expiresOn, zone: where } = term;
  const edges = [startsAt(addDays(expiresOn, -CUT_OFF_DAYS), where), endsAt(expiresOn, where)];
  const edge = chosen(
    edges.flatMap((first) => [first, first - 1]),
    which,
  );
  if (edge !== undefined && edge > desk.now) desk.now = edge;
}

export const owning: Acts<Desk> = {
  waitForEdge,
  expire: (desk) => desk.subjects.forEach((subject) => void subject.recordEnd(desk.now)),
  terminate,
  reactivate: (desk, which) => {
    const { id } = aSubject(desk, which).subject;
    const command = { until: addDays(today(desk), which * 40), reason: 'asked for', by: bySupport };
    desk.license(id).decide(desk.now, (state) => reactivateLicense(state, command, desk));
  },
  more,
  enableBilling: bill((state, licenseId, _term, desk) =>
    enableRecurringBilling(state, { licenseId, billingContactId: 'ann' as ContactId }, desk),
  ),
  cancelBilling: bill((state, licenseId, term, { now, policy, channel }) =>
    cancelRecurringBilling(state, { licenseId, by: bySales }, { now, policy, channel, term }),
  ),
  resumeBilling: bill((state, licenseId, term, { now, policy, channel }) =>
    resumeRecurringBilling(
      state,
      { licenseId, by: bySales },
      {
        now,
        subject: { kind: 'license', id: licenseId },
        term,
        soldUnder: { policy: policy.id, policyHash: 'hash', channel },
      },
    ),
  ),
};
