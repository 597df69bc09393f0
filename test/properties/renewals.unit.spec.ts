import {
  addDays,
  balanceOf,
  billOf,
  daysBetween,
  type Instant,
  type IsoDate,
  localDate,
  money,
  settlementOf,
  startsAt,
  type Zone,
} from '@renewals/licensing';
import { propertyRuns } from '../support/property-runs';
import { holdsInEveryLife, stepsTaken } from './lives';
import type { MemoryStream } from './memory-stream';
import { CUT_OFF_DAYS } from './renewals/sold';
import type { Desk } from './renewals/desk';
import { ledgerOf } from './renewals/ledger';
import { successionsAsRecorded, successionsNow } from './renewals/lineages';
import { deskLives } from './renewals/lives';
import { shown } from './shown';

/** Answers how often `check` had something to look at: no property may hold for want of cases. */
function holds(check: (desk: Desk) => number): number {
  let looked = 0;
  holdsInEveryLife(deskLives, propertyRuns(40, 1_700), (desk) => {
    looked += check(desk);
  });
  return looked;
}

function streamsOf(desk: Desk): readonly Pick<MemoryStream<unknown, never>, 'state' | 'refolded'>[] {
  const { licenses, maintenances, agreements, renewals, alignments } = desk;
  return [...licenses.values(), ...maintenances.values(), ...agreements.values(), ...renewals, ...alignments];
}

const isBefore = (at: Instant, day: IsoDate, zone: Zone) => at < startsAt(day, zone);

describe('whatever is done at a desk, in any order and at any time', () => {
  it('the terms of a lineage never overlap [L9][L25]', () => {
    const looked = holds((desk) => {
      const found = successionsNow(desk);
      for (const { old, next } of found) {
        expect(daysBetween(old.expiresOn, next.startsOn)).toBeGreaterThan(0);
        expect(daysBetween(next.startsOn, next.expiresOn)).toBeGreaterThanOrEqual(0);
      }
      return found.length;
    });
    expect(looked).toBeGreaterThanOrEqual(30);
  });

  it('no day is lost by approving and invoicing early, and the anchor is kept [L10][L26]', () => {
    const looked = holds((desk) => {
      let early = 0;
      for (const { state } of desk.renewals) {
        if (!('invoice' in state)) continue;
        for (const { old, next } of successionsAsRecorded(desk).filter(({ by }) => by === state.request.renewalId)) {
          const dayAfter = addDays(old.expiresOn, 1);
          if (state.invoice.issuedOn > dayAfter) continue;
          expect(next).toMatchObject({ startsOn: dayAfter, anchor: old.anchor, n: old.n + 1 });
          early += 1;
        }
      }
      return early;
    });
    expect(looked).toBeGreaterThanOrEqual(30);
  });

  it('money in equals money out for each invoice, to the minor unit', () => {
    const looked = holds((desk) => {
      let settled = 0;
      for (const { state, events } of desk.renewals) {
        const ledger = ledgerOf(events);
        const bill = billOf(state);
        expect(bill !== undefined).toBe(ledger !== undefined);
        if (!ledger || !bill) continue;
        const { invoiced, paid, reversed, credited, rests } = ledger;
        const open = invoiced - credited - (paid - reversed);
        const balance = balanceOf(bill);
        expect(balance).toEqual({
          invoiced: money(invoiced, 'EUR'),
          paid: money(paid, 'EUR'),
          reversed: money(reversed, 'EUR'),
          credited: money(credited, 'EUR'),
          open: money(Math.max(open, 0), 'EUR'),
          refundable: money(Math.max(-open, 0), 'EUR'),
        });
        expect(settlementOf(balance) === 'refundable').toBe(open < 0);
        expect([...rests.values()].reduce((sum, rest) => sum + rest, 0)).toBe(invoiced - credited);
        for (const rest of rests.values()) expect(rest).toBeGreaterThanOrEqual(0);
        expect(paid - reversed).toBeLessThanOrEqual(invoiced);
        if (paid > 0 && credited > 0) settled += 1;
      }
      return settled;
    });
    expect(looked).toBeGreaterThanOrEqual(4);
  });

  it('every state is what its own events say', () => {
    const looked = holds((desk) => {
      const streams = streamsOf(desk);
      for (const stream of streams) expect(shown(stream.refolded())).toBe(shown(stream.state));
      return streams.length;
    });
    expect(looked).toBeGreaterThanOrEqual(200);
  });

  it('at most one renewal holds a term at a time, and none ever has two successors', () => {
    const looked = holds((desk) => {
      let claims = 0;
      for (const { events } of [...desk.licenses.values(), ...desk.maintenances.values()]) {
        let holders = 0;
        for (const { type } of events) {
          if (type === 'RenewalOpened') holders += 1;
          if (type === 'RenewalReleased' || type === 'LicenseRenewed' || type === 'MaintenanceRenewed') holders -= 1;
          expect([0, 1]).toContain(holders);
          claims += holders;
        }
      }
      for (const { events } of desk.licenses.values()) {
        expect(events.filter(({ type }) => type === 'LicenseRenewed').length).toBeLessThanOrEqual(1);
      }
      return claims;
    });
    expect(looked).toBeGreaterThanOrEqual(60);
  });

  it('an approved renewal survives the expiry of what it renews', () => {
    const looked = holds((desk) => {
      let approvals = 0;
      for (const { events } of desk.renewals) {
        const approved = events.findIndex(({ type }) => type === 'RenewalApproved');
        if (approved < 0) continue;
        approvals += 1;
        const reasons = events
          .slice(approved)
          .flatMap((each) => (each.type === 'RenewalWithdrawn' ? each.data.reason : []));
        expect(reasons).not.toContain('expired');
      }
      return approvals;
    });
    expect(looked).toBeGreaterThanOrEqual(25);
  });

  it('no contract starts and no key is generated before its day, and none without an invoice [L17]', () => {
    const looked = holds((desk) => {
      let started = 0;
      const { zone } = desk.term;
      for (const { events, happened } of desk.renewals) {
        for (const { event, at } of happened) {
          if (event.type !== 'ContractStarted') continue;
          expect(isBefore(at, event.data.startsOn, zone)).toBe(false);
          expect(events.map(({ type }) => type)).toContain('InvoiceGenerated');
          started += 1;
        }
      }
      for (const { happened, state } of desk.licenses.values()) {
        const key = happened.find(({ event }) => event.type === 'LicenseKeyGenerated');
        if (!key || !('term' in state) || !state.term) continue;
        const [activated] = happened.flatMap(({ event }) => (event.type === 'LicenseActivated' ? event : []));
        expect(activated && isBefore(key.at, activated.data.startsOn, zone)).toBe(false);
      }
      return started;
    });
    expect(looked).toBeGreaterThanOrEqual(15);
  });

  it('recurring billing is cancelled before the cut-off only [L8]', () => {
    const looked = holds((desk) => {
      let cancelled = 0;
      for (const { happened } of desk.agreements.values()) {
        for (const { event, at } of happened) {
          if (event.type !== 'RecurringBillingCancelled' || event.data.termEnd === undefined) continue;
          expect(daysBetween(localDate(at, desk.term.zone), event.data.termEnd)).toBeGreaterThan(CUT_OFF_DAYS);
          cancelled += 1;
        }
      }
      return cancelled;
    });
    expect(looked).toBeGreaterThanOrEqual(1);
  });

  it('an alignment moves a term once, from the expiry that was shown to a date that all its lines share [R26][R27]', () => {
    const looked = holds((desk) => {
      let moved = 0;
      for (const { state } of desk.alignments) {
        if (state.status !== 'applied') continue;
        const { alignmentId, targetDate, lines } = state.proposal;
        for (const { subject, outcome } of state.application.lines) {
          const moves = desk
            .subject(subject)
            .stream.happened.flatMap(({ event, at }) =>
              event.type === 'TermAligned' || event.type === 'MaintenanceAligned' ? [{ ...event.data, at }] : [],
            )
            .filter((move) => move.alignmentId === alignmentId);
          expect(moves).toHaveLength(outcome === 'aligned' ? 1 : 0);
          for (const { previousExpiresOn, newExpiresOn, startsOn, zone, at } of moves) {
            const line = lines.find((each) => each.subject === subject || shown(each.subject) === shown(subject));
            expect([previousExpiresOn, newExpiresOn]).toEqual([line?.currentExpiresOn, targetDate]);
            expect(localDate(at, zone) < newExpiresOn && startsOn <= newExpiresOn).toBe(true);
            expect(line?.days).toBe(daysBetween(previousExpiresOn, newExpiresOn));
            expect(Math.sign(line?.amount.amountMinor ?? NaN)).toBe(Math.sign(line?.days ?? NaN));
            moved += 1;
          }
        }
      }
      return moved;
    });
    expect(looked).toBeGreaterThanOrEqual(8);
  });

  it('that is seen in thousands of steps', () =>
    expect(stepsTaken()).toBeGreaterThan(process.env['LONG'] ? 750_000 : 12_000));
});
