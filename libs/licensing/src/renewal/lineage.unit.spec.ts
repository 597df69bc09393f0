import fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs';
import { type License, licenseStream } from '../license';
import { portalPolicy } from '../policy/examples.spec';
import { byAnn, byClockwork, bySales, bySupport, on } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import type { InvoiceId, LicenseId } from '../shared/words';
import { addDays, isoDate, period, type Term, termAt, zone } from '../term';
import { acceptQuote } from './accept-quote';
import { approveRenewal } from './approve-renewal';
import { authorizeLate } from './authorize-late';
import { Desk } from './desk.spec';
import type { RenewalEvent } from './events';
import { purchaseOrder } from './examples.spec';
import { generateInvoice } from './generate-invoice';
import { quoteRenewal } from './quote-renewal';
import { recordCommitment } from './record-commitment';
import { renewalStream } from './renewal-stream';
import type { LateBasis, Renewal } from './state';
import { withdrawRenewal } from './withdraw-renewal';

type Act = (desk: Desk, which: number) => void;

const HOUR = 3_600_000;

/** What people and automations do at a desk, in any order and at any time. */
const acts: Readonly<Record<string, Act>> = {
  open: (desk, which) => desk.open(anyLicense(desk, which), 'single', byAnn, 0),
  openStale: (desk, which) => desk.open(anyLicense(desk, which), 'single', byAnn, which),
  openBySales: (desk, which) => desk.open(anyLicense(desk, which), 'sales', bySales, 0),
  quote: renew((renewal, { now }) => quoteRenewal(renewal, { quoteId: 'Q', proforma: false }, { now, policy })),
  accept: renew((renewal, desk) => acceptQuote(renewal, { quoteId: 'Q', acceptedBy: byAnn }, desk)),
  approve: renew((renewal, desk) => approveRenewal(renewal, { approvedBy: byAnn }, desk)),
  commit: renew((renewal) => recordCommitment(renewal, purchaseOrder('PO-1').data)),
  invoice: renew((renewal, desk) => generateInvoice(renewal, { invoiceId: 'I-1' as InvoiceId }, desk)),
  authorizeFromExpiry: authorize('from-expiry'),
  authorizeFromNow: authorize('from-now'),
  withdraw: renew((renewal) => withdrawRenewal(renewal, { reason: 'by-customer', by: byAnn })),
  withdrawExpired: renew((renewal) => withdrawRenewal(renewal, { reason: 'expired', by: byClockwork })),
  work: (desk) => desk.renewals.forEach((renewal) => desk.work(renewal)),
  expire: (desk) => [...desk.licenses.keys()].forEach((id) => desk.expire(id)),
  terminate: (desk, which) => desk.terminate(anyLicense(desk, which)),
};
const policy = portalPolicy;

function renew(decide: (renewal: Renewal, desk: Desk) => readonly RenewalEvent[]): Act {
  return (desk, which) => {
    const renewal = desk.renewals[desk.renewals.length - 1 - (which % 2)];
    if (renewal) desk.renew(renewal, (state) => decide(state, desk));
  };
}

function authorize(basis: LateBasis): Act {
  return renew((renewal, desk) =>
    authorizeLate(renewal, { basis, by: bySupport }, { now: desk.now, terms: desk.termsOf(renewal) }),
  );
}

function anyLicense(desk: Desk, which: number): LicenseId {
  const ids = [...desk.licenses.keys()].reverse();
  return ids[which % ids.length] as LicenseId;
}

const journeys: readonly (readonly string[])[] = [
  ['open', 'approve', 'invoice', 'work', 'expire', 'work'],
  ['open', 'quote', 'accept', 'commit', 'invoice', 'expire', 'work'],
  ['openBySales', 'authorizeFromExpiry', 'approve', 'invoice', 'work'],
  ['openBySales', 'authorizeFromNow', 'approve', 'invoice', 'work'],
  ['open', 'quote', 'withdrawExpired', 'expire', 'work'],
];
const anyHours = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 72 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 * 24 }) },
);
const step = (act: string) => fc.record({ act: fc.constant(act), hours: anyHours, which: fc.nat(3) });
const newest = (act: string) => fc.record({ act: fc.constant(act), hours: anyHours, which: fc.constant(0) });
const oneStep = fc
  .constantFrom(...Object.keys(acts))
  .chain(step)
  .map((one) => [one]);
const oneJourney = fc.constantFrom(...journeys).chain((names) => fc.tuple(...names.map(newest)));
const anySteps = fc
  .array(fc.oneof(oneStep, oneJourney), { minLength: 4, maxLength: 20, size: 'max' })
  .map((parts) => parts.flat());
const anyTerm = fc
  .tuple(
    fc.constantFrom('2025-03-10', '2027-12-31', '2028-02-29'),
    fc.constantFrom('P1Y', 'P1M', 'P30D'),
    fc.constantFrom('Europe/Berlin', 'America/Havana', 'Pacific/Apia'),
  )
  .map(([anchor, length, where]) => termAt(isoDate(anchor), period(length), 1, zone(where)));

/** Whatever is done at a desk, this holds when it is done. */
function holdsAtAnyDesk(check: (desk: Desk) => void): void {
  fc.assert(
    fc.property(anyTerm, anySteps, (term, steps) => {
      const desk = new Desk(on(term.startsOn), term);
      for (const { act, hours, which } of steps) {
        desk.now += hours * HOUR;
        acts[act]?.(desk, which);
      }
      check(desk);
    }),
    propertyRuns(300, 5_000),
  );
}

/** Every license with the one that followed it. */
function successions(desk: Desk): { readonly old: Term; readonly next: Term; readonly oldState: License }[] {
  return [...desk.licenses.values()].flatMap(({ state }) => {
    if (state.status === 'unissued' || !state.grant.predecessorId) return [];
    const oldState = desk.licenses.get(state.grant.predecessorId)?.state;
    const old = oldState && 'term' in oldState ? oldState.term : undefined;
    const next = 'term' in state ? state.term : undefined;
    return oldState && old && next ? [{ old, next, oldState }] : [];
  });
}

describe('whatever is done at a desk', () => {
  it('the terms of a lineage never overlap, and every license has one successor at most', () => {
    let renewed = 0;
    holdsAtAnyDesk((desk) => {
      const found = successions(desk);
      for (const { old, next } of found) expect(next.startsOn > old.expiresOn).toBe(true);
      expect(new Set(found.map(({ oldState }) => oldState)).size).toBe(found.length);
      renewed += found.length;
    });
    expect(renewed).toBeGreaterThan(100);
  });

  it('no day is lost by approving and invoicing early, and the anchor is kept', () => {
    let early = 0;
    holdsAtAnyDesk((desk) => {
      for (const { state } of desk.renewals) {
        if (!('invoice' in state)) continue;
        const { request, invoice, lines } = state;
        const [line] = lines;
        const found = successions(desk).find(
          ({ oldState }) => 'successor' in oldState && oldState.successor?.renewalId === request.renewalId,
        );
        if (!line || !found || invoice.issuedOn > addDays(line.currentExpiresOn, 1)) continue;
        const { old, next } = found;
        expect(next).toMatchObject({ startsOn: addDays(old.expiresOn, 1), anchor: old.anchor, n: old.n + 1 });
        early += 1;
      }
    });
    expect(early).toBeGreaterThan(50);
  });

  it('every state is what its own events say', () =>
    holdsAtAnyDesk((desk) => {
      for (const { events, state } of desk.licenses.values()) expect(fold(licenseStream, events)).toEqual(state);
      for (const { events, state } of desk.renewals) expect(fold(renewalStream, events)).toEqual(state);
    }));

  it('at most one renewal holds a license at a time', () =>
    holdsAtAnyDesk((desk) => {
      for (const { events } of desk.licenses.values()) {
        let holders = 0;
        for (const { type } of events) {
          if (type === 'RenewalOpened') holders += 1;
          if (type === 'RenewalReleased' || type === 'LicenseRenewed') holders -= 1;
          expect([0, 1]).toContain(holders);
        }
      }
    }));

  it('an approved renewal survives the expiry of what it renews', () =>
    holdsAtAnyDesk((desk) => {
      for (const { events } of desk.renewals) {
        const approved = events.findIndex(({ type }) => type === 'RenewalApproved');
        const expired = events.findIndex(
          ({ type, data }) => type === 'RenewalWithdrawn' && 'reason' in data && data.reason === 'expired',
        );
        expect(approved >= 0 && expired > approved).toBe(false);
      }
    }));
});
