import {
  acceptQuote,
  addDays,
  approveRenewal,
  authorizeLate,
  generateInvoice,
  instantAt,
  type InvoiceId,
  isoDate,
  type IsoDate,
  period,
  quoteRenewal,
  recordCommitment,
  Refusal,
  type Renewal,
  type RenewalEvent,
  termAt,
  terminateLicense,
  withdrawRenewal,
  zone,
} from '@renewals/licensing';
import { classic, Desk, type RenewalInMemory } from '../properties/renewals/desk';
import { provision } from '../properties/renewals/provision';
import { request } from '../properties/renewals/request';
import { byCustomer, byItself, bySales, bySupport, lenientTerms } from '../properties/renewals/sold';
import type { Circumstances, Move } from './simple-renewal';

const berlin = zone('Europe/Berlin');
const firstDay = isoDate('2027-03-01');
const term = termAt(firstDay, period('P1Y'), 1, berlin);

/** Day 0 is the first one of the term. */
export const LAST_DAY = 366;

/** The same life, as the engine's own decisions have it. */
export class RealRenewal {
  private readonly desk: Desk;
  private readonly renewal: RenewalInMemory;
  /** Quotes and invoices. */
  private made = 0;

  constructor({ requestedOn, needsCommitment: commitmentRequired, quoteDays: quoteValidDays }: Circumstances) {
    const renewal = { ...lenientTerms.renewal, commitmentRequired, quoteValidDays };
    this.desk = new Desk(noonOf(requestedOn), term, { ...lenientTerms, renewal });
    request(this.desk, [this.desk.subject({ kind: 'license', id: classic })], { source: 'sales', by: bySales });
    const [requested] = this.desk.renewals;
    if (!requested) throw new Error('A renewal that is asked for by sales is opened');
    this.renewal = requested;
  }

  get state(): Renewal {
    return this.renewal.state;
  }

  /** Whether it may be done on that day; if so, it is. */
  may(move: Move, today: number): boolean {
    const now = (this.desk.now = noonOf(today));
    const done = (decide: (renewal: Renewal) => readonly RenewalEvent[]) =>
      !(this.renewal.decide(now, decide) instanceof Refusal);
    switch (move) {
      case 'quote':
        return done((renewal) =>
          quoteRenewal(renewal, { quoteId: `quote ${(this.made += 1)}`, proforma: false }, { now }),
        );
      case 'accept':
        return done((renewal) =>
          acceptQuote(renewal, { quoteId: lastQuoteOf(renewal), acceptedBy: byCustomer }, { now }),
        );
      case 'approve':
        return done((renewal) => approveRenewal(renewal, { approvedBy: byCustomer }, { now }));
      case 'commit':
        return done((renewal) =>
          recordCommitment(renewal, { kind: 'purchase-order', reference: 'PO-1', recordedBy: bySales }),
        );
      case 'authorize':
        return done((renewal) => authorizeLate(renewal, { basis: 'from-now', by: bySupport }, { now, terms: [term] }));
      case 'invoice':
        return done((renewal) =>
          generateInvoice(renewal, { invoiceId: `invoice ${(this.made += 1)}` as InvoiceId }, { now, terms: [term] }),
        );
      case 'settle':
        provision(this.desk, this.renewal);
        return true;
      case 'withdraw':
        return done((renewal) => withdrawRenewal(renewal, { reason: 'by-customer', by: byCustomer }));
      case 'expire':
        return today <= LAST_DAY || done((renewal) => withdrawRenewal(renewal, { reason: 'expired', by: byItself }));
      case 'end license':
        return this.endLicense(dayOf(today));
    }
  }

  private endLicense(on: IsoDate): boolean {
    const ended = this.desk
      .license(classic)
      .decide(this.desk.now, (license) => terminateLicense(license, { on, by: bySupport, reason: 'asked for' }));
    return !(ended instanceof Refusal);
  }
}

function lastQuoteOf(renewal: Renewal): string {
  return ('quote' in renewal && renewal.quote?.quoteId) || 'none';
}

function dayOf(day: number): IsoDate {
  return addDays(firstDay, day);
}

function noonOf(day: number): number {
  return instantAt(dayOf(day), 12, berlin);
}
