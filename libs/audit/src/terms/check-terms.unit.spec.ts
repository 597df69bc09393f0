import { zone } from '@renewals/licensing';
import {
  activated,
  invoiced,
  license,
  licenseIssued,
  maintenanceRenewed,
  maintenanceStarted,
  renewed,
  terminated,
  trialExtended,
} from '../examples/events.spec';
import { upcasting, WrittenLog } from '../examples/written-log.spec';
import { checkTerms } from './check-terms';

const fresh = [licenseIssued('old'), activated('2025-03-10', '2026-03-10')];
const heir = (...term: Parameters<typeof activated>) => [
  licenseIssued('new', { predecessorId: license('old') }),
  activated(...term),
];

describe('terms of one lineage', () => {
  let log: WrittenLog;
  const report = () => checkTerms(log.store, upcasting);

  beforeEach(async () => {
    log = new WrittenLog();
    await log.write('license-old', fresh, '2025-03-10');
  });

  it('follow each other day by day', async () => {
    await log.write('license-new', heir('2026-03-11', '2027-03-10'), '2026-02-01');
    expect(await report()).toEqual({ lineages: 1, terms: 2, overlaps: [], gaps: [] });
  });

  it('overlap when the successor starts on the last day of the old term', async () => {
    await log.write('license-new', heir('2026-03-10', '2027-03-10'), '2026-02-01');
    expect((await report()).overlaps).toEqual([
      {
        earlier: { licenseId: 'old', startsOn: '2025-03-10', lastDay: '2026-03-10' },
        later: { licenseId: 'new', startsOn: '2026-03-10', lastDay: '2027-03-10' },
      },
    ]);
  });

  it('overlap in pairs, also with a term that is not the one just before', async () => {
    await log.write('license-new', heir('2026-03-01', '2027-02-28'), '2026-02-01');
    const third = licenseIssued('third', { predecessorId: license('new') });
    await log.write('license-third', [third, activated('2026-03-10', '2027-03-09')], '2026-02-01');
    expect(await report()).toMatchObject({ lineages: 1, terms: 3, overlaps: { length: 3 } });
  });

  it('do not overlap when the successor’s whole term lies before', async () => {
    await log.write('license-new', heir('2024-03-10', '2025-03-09'), '2026-02-01');
    expect((await report()).overlaps).toEqual([]);
  });

  it('overlap when the same license was activated twice', async () => {
    await log.write('license-old', [activated('2025-04-01', '2026-03-31')]);
    expect((await report()).overlaps).toHaveLength(1);
  });

  it('overlap when a trial was extended into its successor', async () => {
    await log.write('license-new', heir('2026-03-11', '2027-03-10'), '2026-02-01');
    await log.write('license-old', [trialExtended('2026-03-10', '2026-04-09')]);
    expect((await report()).overlaps).toHaveLength(1);
  });

  it('do not overlap when the old license was terminated before', async () => {
    await log.write('license-old', [terminated('2025-12-31')]);
    await log.write('license-new', heir('2026-01-01', '2026-12-31'), '2026-02-01');
    expect((await report()).overlaps).toEqual([]);
  });

  it('do not overlap with a term that was terminated before it began', async () => {
    await log.write('license-new', [...heir('2026-03-11', '2027-03-10'), terminated('2026-03-01')], '2026-02-01');
    await log.write('license-old', [trialExtended('2026-03-10', '2026-04-09')]);
    expect((await report()).overlaps).toEqual([]);
  });

  it('overlap with a perpetual term, which has no end', async () => {
    await log.write('license-perpetual', [licenseIssued('perpetual'), activated('2020-01-01')]);
    const heirOfPerpetual = licenseIssued('heir', { predecessorId: license('perpetual') });
    await log.write('license-heir', [heirOfPerpetual, activated('2026-01-01', '2026-12-31')]);
    expect((await report()).overlaps).toMatchObject([{ earlier: { licenseId: 'perpetual', lastDay: null } }]);
  });

  it('are compared by moments: a day begins in Kolkata before it ends in Vancouver', async () => {
    const issued = licenseIssued('new', { predecessorId: license('old') });
    await log.write('license-new', [issued, activated('2026-03-11', '2027-03-10', zone('Asia/Kolkata'))], '2026-02-01');
    expect((await report()).overlaps).toHaveLength(1);
  });

  it('are not those of added quota, which runs beside its parent', async () => {
    const added = licenseIssued('added', { predecessorId: license('old'), origin: 'add-quota' });
    await log.write('license-added', [added, activated('2025-06-01', '2026-03-10')]);
    expect(await report()).toMatchObject({ lineages: 2, overlaps: [] });
  });

  it('are not those of other licenses', async () => {
    await log.write('license-other', [licenseIssued('other'), activated('2025-03-10', '2026-03-10')]);
    expect(await report()).toMatchObject({ lineages: 2, overlaps: [] });
  });
});

describe('days between a term and its successor', () => {
  const late = { startsOn: '2026-03-14', expiresOn: '2027-03-13' };

  async function gapsAfter({ invoicedOn, recordedOn }: { invoicedOn?: string; recordedOn: string }) {
    const log = new WrittenLog();
    await log.write('license-old', [...fresh, renewed('r1', 'new', late.startsOn, late.expiresOn)], '2025-03-10');
    if (invoicedOn) await log.write('renewal-r1', [invoiced(invoicedOn)]);
    await log.write('license-new', heir(late.startsOn, late.expiresOn), recordedOn);
    return (await checkTerms(log.store, upcasting)).gaps;
  }

  const lost = [{ licenseId: 'old', successorId: 'new', expiresOn: '2026-03-10', startsOn: '2026-03-14', lostDays: 3 }];

  it('are lost when it was invoiced in time', async () => {
    expect(await gapsAfter({ invoicedOn: '2026-03-11', recordedOn: '2026-03-14' })).toEqual(lost);
  });

  it('are lost when the successor was recorded in time', async () => {
    expect(await gapsAfter({ recordedOn: '2026-03-10' })).toEqual(lost);
  });

  it('are nobody’s loss when it was invoiced late', async () => {
    expect(await gapsAfter({ invoicedOn: '2026-03-14', recordedOn: '2026-03-14' })).toEqual([]);
  });
});

describe('maintenance of a perpetual license', () => {
  async function reportOf(...renewed: Parameters<typeof maintenanceRenewed>) {
    const log = new WrittenLog();
    await log.write('license-p', [licenseIssued('p', { kind: 'perpetual' }), activated('2025-03-10')], '2025-03-10');
    await log.write('maintenance-p', [maintenanceStarted('p', '2025-03-10', '2026-03-10')], '2025-03-10');
    await log.write('renewal-r1', [invoiced('2026-03-11')], '2026-03-11');
    await log.write('maintenance-p', [maintenanceRenewed(...renewed)], '2026-03-11');
    return checkTerms(log.store, upcasting);
  }

  it('runs beside its license, term after term', async () =>
    expect(await reportOf('r1', '2026-03-11', '2027-03-10')).toEqual({
      lineages: 2,
      terms: 3,
      overlaps: [],
      gaps: [],
    }));

  it('overlaps when its next term starts too early', async () =>
    expect((await reportOf('r1', '2026-03-10', '2027-03-10')).overlaps).toMatchObject([
      { earlier: { startsOn: '2025-03-10' }, later: { licenseId: 'p', startsOn: '2026-03-10' } },
    ]));

  it('loses days when it was invoiced in time and starts later', async () => {
    const lost = { licenseId: 'p', successorId: 'p', expiresOn: '2026-03-10', startsOn: '2026-03-14', lostDays: 3 };
    expect((await reportOf('r1', '2026-03-14', '2027-03-13')).gaps).toEqual([lost]);
    expect((await reportOf('invoiced late', '2026-03-14', '2027-03-13')).gaps).toEqual([]);
  });
});
