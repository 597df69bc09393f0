import { isoDate } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, licenseSubject, ownerOf } from '../../../../test/support/samples';
import { WithdrawRenewal } from './withdraw-renewal';
import { RequestRenewal } from './request-renewal';

let engine: EngineInTime;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-02-01T12:00:00Z' });
  await engine.imported('acme', { reader: {}, writer: {} });
});
afterEach(() => engine.close());

const lines = (...names: string[]) =>
  names.map((name) => ({ subject: licenseSubject(name), currentExpiresOn: isoDate('2026-03-11') }));
const byOwner = { actor: { type: 'customer', id: ownerOf('acme') } } as const;

describe('a request for several licenses that is sent again', () => {
  it('gets its first answer, and does not claim what was refused at first and is free by now', async () => {
    const single = await engine.do(new RequestRenewal(lines('reader'), 'single', contextOf('one')));
    const both = new RequestRenewal(lines('reader', 'writer'), 'batch', contextOf('both'));
    const first = await engine.do(both);
    await engine.do(new WithdrawRenewal(single.renewalId, 'by-customer', contextOf('withdraw')));
    await engine.worker.settle();

    expect(await engine.do(both)).toEqual({ ...first, wrote: false });
    const types = await engine.typesIn(`license-${licenseId('reader')}`);
    expect(types.slice(2)).toEqual(['RenewalOpened', 'RenewalReleased']);
  });
});

describe('a withdrawal that is sent again', () => {
  it('gets its first answer', async () => {
    const { renewalId } = await engine.do(new RequestRenewal(lines('reader'), 'single', contextOf('one', byOwner)));
    const withdrawal = new WithdrawRenewal(renewalId, 'by-customer', contextOf('withdraw', byOwner));
    const first = await engine.do(withdrawal);
    expect(await engine.do(withdrawal)).toEqual({ ...first, wrote: false });
  });
});
