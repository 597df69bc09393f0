import { isoDate, type LicensingEvent, type RenewalLine, type Subject } from '@renewals/licensing';
import { invoiced, renewalRequested, subject } from '../examples/events.spec';
import { upcasting, WrittenLog } from '../examples/written-log.spec';
import { checkBills } from './check-bills';

const old = subject('old');
const other = subject('other');

function requested(id: string, subjects: readonly Subject[], expiresOn = '2026-03-10'): LicensingEvent {
  const { type, data } = renewalRequested(id, 'single');
  const lines = subjects.map((one) => ({ subject: one, currentExpiresOn: isoDate(expiresOn) }) as RenewalLine);
  return { type, data: { ...data, lines } };
}

const failed: LicensingEvent = {
  type: 'RenewalLineFailed',
  data: { subject: old, code: 'TERM_OVERLAP', message: 'It would overlap.' },
};

describe('the bills of renewals', () => {
  let log: WrittenLog;
  beforeEach(() => (log = new WrittenLog()));
  const report = () => checkBills(log.store, upcasting);

  it('are one for each term', async () => {
    await log.write('renewal-first', [requested('first', [old, other]), invoiced('2026-02-01')]);
    await log.write('renewal-year', [requested('year', [old], '2027-03-10'), invoiced('2027-02-01')]);
    expect(await report()).toEqual({ billed: 3, twice: [] });
  });

  it('are two when two renewals of one term were invoiced', async () => {
    await log.write('renewal-first', [requested('first', [old]), invoiced('2026-02-01')]);
    await log.write('renewal-second', [requested('second', [other, old]), invoiced('2026-02-02')]);
    expect((await report()).twice).toEqual([{ subject: old, expiresOn: '2026-03-10', renewals: ['first', 'second'] }]);
  });

  it('are two when one renewal was invoiced again', async () => {
    await log.write('renewal-first', [requested('first', [old]), invoiced('2026-02-01'), invoiced('2026-02-02')]);
    expect((await report()).twice).toMatchObject([{ subject: old, renewals: ['first', 'first'] }]);
  });

  it('are none of what nobody invoiced, and of lines that failed', async () => {
    await log.write('renewal-asked', [requested('asked', [old])]);
    await log.write('renewal-failed', [requested('failed', [old]), invoiced('2026-02-01'), failed]);
    await log.write('renewal-good', [requested('good', [old]), invoiced('2026-02-03')]);
    expect(await report()).toEqual({ billed: 1, twice: [] });
  });

  it('tell the maintenance of a license from the license', async () => {
    const maintenance: Subject = { ...old, kind: 'maintenance' };
    await log.write('renewal-both', [requested('both', [old, maintenance]), invoiced('2026-02-01')]);
    expect(await report()).toEqual({ billed: 2, twice: [] });
  });
});
