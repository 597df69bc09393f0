import { byAnn, bySales, bySupport, oldLicense } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import type { Money, OrganizationId } from '../shared/words';
import { isoDate } from '../term';
import { alignmentProposed, licenseTerm, longerLine, maintenanceTerm, shorterLine } from './examples.spec';
import { proposeAlignment, type ProposeAlignment } from './propose-alignment';
import { alignmentStream } from './state';

const given = specification(alignmentStream);

const toJune: ProposeAlignment = {
  alignmentId: 'alignment',
  targetDate: isoDate('2026-06-30'),
  terms: [licenseTerm, maintenanceTerm],
  proposedBy: bySupport,
};
const amountOf = (price: Partial<Money>, targetDate: string) => {
  const terms = [{ ...licenseTerm, price: { ...licenseTerm.price, ...price } }];
  const [proposed] = proposeAlignment({ status: 'none' }, { ...toJune, targetDate: isoDate(targetDate), terms });
  return proposed?.data.lines[0]?.amount.amountMinor;
};

describe('proposing an alignment', () => {
  it('shows days and amount of each line, and which would get shorter [R26][R27]', () => {
    given([]).when(proposeAlignment, toJune).then([alignmentProposed()]);
    given([])
      .when(proposeAlignment, { ...toJune, proposedBy: bySales })
      .then([{ ...alignmentProposed(), data: { ...alignmentProposed().data, proposedBy: bySales } }]);
  });

  it('is one proposal, however often it is sent', () =>
    given([alignmentProposed()]).when(proposeAlignment, toJune).thenNothing());

  it.each([
    ['2026-03-10', 36_500, 0, 'no day'],
    ['2026-03-11', 36_500, 100, 'a day of the year that follows'],
    ['2027-03-10', 36_500, 36_500, 'the whole of it'],
    ['2026-03-09', 36_500, -100, 'a day back, of the year that ends'],
    ['2026-03-11', 548, 2, '1.501… is rounded up'],
    ['2026-04-05', 73, 5, '5.2 is rounded down'],
    ['2028-02-29', 36_500, 72_100, '721 days: the leap day of 2028 counts'],
  ])('to %s of %d a year is %d: %s', (date, amountMinor, amount) => {
    expect(amountOf({ amountMinor }, date)).toBe(amount);
  });

  it('rounds a half to the even amount, once for each line', () => {
    expect(amountOf({ amountMinor: 365 / 5 }, '2026-03-11')).toBe(0);
    const [first, second] = [5, 15].map((days) => {
      const term = { ...licenseTerm.term, period: 'P10D' as ProposeAlignment['terms'][number]['term']['period'] };
      const targetDate = isoDate(`2026-03-${10 + days}`);
      const terms = [{ ...licenseTerm, term, price: { amountMinor: 1, currency: 'EUR' } }];
      return proposeAlignment({ status: 'none' }, { ...toJune, targetDate, terms })[0]?.data.lines[0]?.amount;
    });
    expect([first?.amountMinor, second?.amountMinor]).toEqual([0, 2]);
  });

  it("carries support's choice for a line that is shortened, and nobody else's", () => {
    const chosen = { ...toJune, terms: [licenseTerm, { ...maintenanceTerm, shortening: 'credit' as const }] };
    given([])
      .when(proposeAlignment, chosen)
      .then([alignmentProposed([longerLine, { ...shorterLine, shortening: 'credit' }])]);
    given([])
      .when(proposeAlignment, { ...chosen, proposedBy: bySales })
      .thenRefused('NOT_ALLOWED', 'Only support');
    given([])
      .when(proposeAlignment, { ...toJune, terms: [{ ...licenseTerm, shortening: 'forfeit' }] })
      .thenRefused('INVALID_INPUT', 'not shortened');
  });

  it("is up to the vendor's people", () =>
    given([])
      .when(proposeAlignment, { ...toJune, proposedBy: byAnn })
      .thenRefused('NOT_ALLOWED', 'Write to support'));

  it('is over several terms of one company, one vendor and one currency, each once', () => {
    const refused = (terms: ProposeAlignment['terms'], saying: string) =>
      given([])
        .when(proposeAlignment, { ...toJune, terms })
        .thenRefused('INVALID_INPUT', saying);
    refused([], 'at least one');
    refused([licenseTerm, { ...maintenanceTerm, subject: oldLicense }], 'named twice');
    refused([licenseTerm, { ...maintenanceTerm, organizationId: 'other' as OrganizationId }], 'one company');
    refused([licenseTerm, { ...maintenanceTerm, policy: 'other' }], 'one vendor');
    refused([licenseTerm, { ...maintenanceTerm, price: { amountMinor: 1, currency: 'USD' } }], 'currenc');
  });
});
