import { nextTerm, oldTerm } from '../license/examples.spec';
import { isoDate, termAt } from '../term';
import { contractTerm } from './contract-term';

describe('the term of a renewed contract', () => {
  it.each(['2025-06-01', '2026-03-10', '2026-03-11'])(
    'follows on the old one without a day between, when invoiced on %s',
    (invoicedOn) => expect(contractTerm({ old: oldTerm, invoicedOn: isoDate(invoicedOn) })).toEqual(nextTerm),
  );

  it('starts with a late invoice, on an anchor of its own', () => {
    const invoicedOn = isoDate('2026-03-12');
    const fromThen = termAt(invoicedOn, oldTerm.period, 1, oldTerm.zone);
    expect(contractTerm({ old: oldTerm, invoicedOn })).toEqual(fromThen);
    expect(contractTerm({ old: oldTerm, invoicedOn, lateBasis: 'from-now' })).toEqual(fromThen);
  });

  it('runs on from the old expiry whatever the invoice says, when support chose so', () =>
    expect(contractTerm({ old: oldTerm, invoicedOn: isoDate('2026-08-01'), lateBasis: 'from-expiry' })).toEqual(
      nextTerm,
    ));

  it('follows on when it is invoiced within the days of grace, and not after them', () => {
    const invoiced = (on: string) => contractTerm({ old: oldTerm, invoicedOn: isoDate(on), graceDays: 5 });
    expect(invoiced('2026-03-15')).toEqual(nextTerm);
    expect(invoiced('2026-03-16')).toEqual(termAt(isoDate('2026-03-16'), oldTerm.period, 1, oldTerm.zone));
  });

  it('keeps the anchor over a clamped day', () => {
    const leap = termAt(isoDate('2028-02-29'), oldTerm.period, 3, oldTerm.zone);
    const next = contractTerm({ old: leap, invoicedOn: leap.startsOn });
    expect([leap.expiresOn, next.expiresOn]).toEqual(['2031-02-28', '2032-02-29']);
  });
});
