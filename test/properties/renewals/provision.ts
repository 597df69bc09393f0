import {
  completeLine,
  completeRenewal,
  contractTerm,
  failLine,
  generateKey,
  type InvoicedRenewal,
  issueSuccessor,
  type LicenseId,
  type Line,
  recordMaintenanceRenewed,
  recordRenewed,
  Refusal,
  startContract,
  type Term,
} from '@renewals/licensing';
import type { Desk, RenewalInMemory } from './desk';
import { byItself } from './sold';

/** What the automations do about a renewal as soon as they look: successors, contracts, keys, releases. */
export function provision(desk: Desk, renewal: RenewalInMemory): void {
  if (renewal.state.stage === 'invoiced') {
    for (const line of renewal.state.lines) settle(desk, renewal, line, renewal.state);
    renewal.decide(desk.now, (state) => completeRenewal(state, { creditId: 'of failures', by: byItself }));
  }
  if ('lines' in renewal.state) for (const line of renewal.state.lines) start(desk, renewal, line);
  release(desk, renewal);
}

function settle(
  desk: Desk,
  renewal: RenewalInMemory,
  line: Line,
  { request, invoice, lateBasis }: InvoicedRenewal,
): void {
  const { subject, currentExpiresOn } = line;
  const old = desk.subject(subject).renewable(currentExpiresOn)?.term;
  if (line.progress !== 'waiting' || !old) return;
  const { graceDays, renewalId } = request;
  const term = contractTerm({ old, invoicedOn: invoice.issuedOn, lateBasis, graceDays });
  const successorId = `${subject.id}, ${renewalId}` as LicenseId;
  const renewed =
    subject.kind === 'license'
      ? renewLicense(desk, subject.id, successorId, renewalId, term, line.quota)
      : desk.maintenance(subject.id).decide(desk.now, (state) => recordMaintenanceRenewed(state, { renewalId, term }));
  renewal.decide(desk.now, (state) =>
    renewed instanceof Refusal
      ? failLine(state, { subject, code: renewed.code, message: renewed.message })
      : completeLine(state, {
          subject,
          ...(subject.kind === 'license' && { successorId }),
          startsOn: term.startsOn,
          newExpiresOn: term.expiresOn,
        }),
  );
}

function renewLicense(
  desk: Desk,
  id: LicenseId,
  successorId: LicenseId,
  renewalId: InvoicedRenewal['request']['renewalId'],
  term: Term,
  quota: number,
) {
  const { startsOn, expiresOn: newExpiresOn } = term;
  const renewed = desk
    .license(id)
    .decide(desk.now, (state) => recordRenewed(state, { renewalId, successorId, startsOn, newExpiresOn }));
  if (renewed instanceof Refusal) return renewed;
  const predecessor = desk.license(id).state;
  return desk
    .license(successorId)
    .decide(desk.now, (state) =>
      issueSuccessor(state, { licenseId: successorId, origin: 'renewal', term, quota }, { predecessor }),
    );
}

/** Tries at any time: whether it is too early, the decisions say. */
function start(desk: Desk, renewal: RenewalInMemory, { subject, contract }: Line): void {
  if (!contract) return;
  const { startsOn } = contract;
  const old = subject.kind === 'license' ? desk.license(subject.id).state : undefined;
  const successorId = old && 'successor' in old ? old.successor?.successorId : undefined;
  renewal.decide(desk.now, (state) =>
    startContract(state, { subject, ...(successorId && { successorId }), startsOn }, { now: desk.now }),
  );
  if (!successorId) return;
  const fingerprint = `key of ${successorId}`;
  desk.license(successorId).decide(desk.now, (state) => generateKey(state, { fingerprint }, { now: desk.now }));
}

function release(desk: Desk, { state, events: [requested] }: RenewalInMemory): void {
  if (!('lines' in state) || requested?.type !== 'RenewalRequested') return;
  const { renewalId } = requested.data;
  for (const { subject, progress } of state.lines) {
    if (state.stage === 'withdrawn' || progress === 'failed') {
      desk.subject(subject).release(desk.now, { renewalId, reason: state.stage });
    }
  }
}
