import {
  ApplyAlignment,
  ApproveAlignment,
  ProposeAlignment,
  TerminateLicense,
  WithdrawAlignment,
} from '@renewals/commands';
import { StoreUnavailable } from '@renewals/event-store';
import { type Actor, isoDate, type LicenseId, type Subject } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { maintained } from '../../../../test/support/maintained';
import { contextOf, licenseId, licenseSubject, ownerOf } from '../../../../test/support/samples';
import { WatchedStore } from '../../../../test/support/watched-store';
import { approved, invoice, recordedIn, reminderDecisions, requested, streamOf } from '../renewing.spec';

const bySupport: Actor = { type: 'support', id: 'sue' };
const byOwner: Actor = { type: 'customer', id: ownerOf('acme') };

let engine: EngineInTime;
let store: WatchedStore;

/** One license ends on 2026-03-11, the other on 2026-09-01. */
beforeEach(async () => {
  engine = await EngineInTime.begin({
    at: '2026-02-01T12:00:00Z',
    through: (real) => (store = new WatchedStore(real)),
  });
  await engine.imported('acme', { reader: {}, writer: { anchor: '2025-09-01' } });
  await engine.worker.settle();
});
afterEach(() => engine.close());

async function proposed(targetDate: string, subjects: readonly Subject[], actor = bySupport): Promise<string> {
  const lines = subjects.map((subject) => ({ subject }));
  const context = contextOf(`propose ${targetDate} ${actor.id} ${subjects.length}`, { actor });
  return (await engine.do(new ProposeAlignment(targetDate, lines, context))).alignmentId;
}

async function approve(alignment: string, credited: readonly Subject[] = []): Promise<void> {
  const choices = credited.map((subject) => ({ subject, shortening: 'credit' as const }));
  await engine.do(new ApproveAlignment(alignment, choices, contextOf(`approve ${alignment}`, { actor: bySupport })));
}

const both = [licenseSubject('reader'), licenseSubject('writer')];
const outcomeOf = async (alignment: string) => (await engine.events(`alignment-${alignment}`)).at(-1)?.data['lines'];
const lastOf = async (stream: string) => (await engine.events(stream)).at(-1);

describe('an alignment', () => {
  it('moves several licenses to one date as soon as it is approved [R26]', async () => {
    const alignment = await proposed('2026-12-31', both);
    await engine.worker.settle();
    expect(await engine.typesIn(streamOf('reader'))).not.toContain('TermAligned');

    await approve(alignment);
    await engine.worker.settle();
    for (const name of ['reader', 'writer']) {
      expect(await lastOf(streamOf(name))).toMatchObject({
        type: 'TermAligned',
        data: { alignmentId: alignment, newExpiresOn: '2026-12-31' },
      });
    }
    expect(await outcomeOf(alignment)).toMatchObject([{ outcome: 'aligned' }, { outcome: 'aligned' }]);
    await engine.do(new ApplyAlignment(alignment, contextOf('once more', { actor: bySupport })));
    expect(await engine.typesIn(`alignment-${alignment}`)).toEqual([
      'AlignmentProposed',
      'AlignmentApproved',
      'AlignmentApplied',
    ]);
  });

  it('lets reminders, expiry and successor follow the date', async () => {
    await approve(await proposed('2026-04-30', [licenseSubject('reader')]));
    await engine.until('2026-04-01T12:00:00Z');
    expect(await engine.typesIn(streamOf('reader'))).not.toContain('LicenseExpired');
    const decisions = await reminderDecisions(engine);
    expect(decisions.filter((decision) => decision.includes('sent'))).toEqual(['90 sent', '60 sent', '30 sent']);
    expect(decisions).toEqual(expect.arrayContaining([30, 14, 7, 0].map((day) => `${day} suppressed expiry-moved`)));

    await engine.until('2026-05-02T00:00:00Z');
    expect((await recordedIn(engine, streamOf('reader'))).at(-1)).toBe('2026-04-30T22:00:00.000Z LicenseExpired');
  });

  it('to an earlier date cuts the term off there, with a credit that support chose', async () => {
    const alignment = await proposed('2026-03-11', both);
    await expect(approve(alignment)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await approve(alignment, [licenseSubject('writer')]);
    await engine.until('2026-03-12T12:00:00Z');
    expect((await recordedIn(engine, streamOf('writer'))).at(-1)).toBe('2026-03-11T23:00:00.000Z LicenseExpired');
  });

  it('is refused for a line with an open renewal; one that opens later fails alone [R26]', async () => {
    const alignment = await proposed('2026-12-31', both);
    await requested(engine);
    await expect(proposed('2026-11-30', both)).rejects.toMatchObject({ code: 'RENEWAL_ALREADY_OPEN' });

    await approve(alignment);
    await engine.worker.settle();
    expect(await outcomeOf(alignment)).toMatchObject([
      { outcome: 'failed', code: 'RENEWAL_ALREADY_OPEN' },
      { outcome: 'aligned' },
    ]);
    expect(await engine.typesIn(streamOf('reader'))).not.toContain('TermAligned');
  });

  it('that shows what is no longer so is proposed again', async () => {
    const alignment = await proposed('2026-12-31', both);
    await approve(await proposed('2026-11-30', [licenseSubject('reader')]));
    await engine.worker.settle();
    await expect(approve(alignment)).rejects.toMatchObject({ code: 'PREVIEW_STALE' });
    const on = isoDate('2026-02-10');
    await engine.do(new TerminateLicense(licenseId('writer'), on, 'asked for', contextOf('end')));
    await expect(proposed('2026-10-31', both)).rejects.toMatchObject({ code: 'LICENSE_TERMINATED' });
  });

  it('that was withdrawn moves nothing', async () => {
    const alignment = await proposed('2026-12-31', both);
    await engine.do(new WithdrawAlignment(alignment, contextOf('withdraw')));
    await expect(approve(alignment)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await engine.worker.settle();
    expect(await engine.typesIn(streamOf('reader'))).not.toContain('TermAligned');
  });

  it('is proposed by the vendor, and approved by a customer who reaches every line', async () => {
    await expect(proposed('2026-12-31', both, byOwner)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const alignment = await proposed('2026-12-31', both);
    await engine.imported('other', { scanner: { to: 'other' } });
    const stranger = contextOf('stranger', { actor: { type: 'customer', id: ownerOf('other') } });
    await expect(engine.do(new ApproveAlignment(alignment, [], stranger))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await engine.do(new ApproveAlignment(alignment, [], contextOf('owner', { actor: byOwner })));
  });

  it('cut short between two lines, goes on and moves each line once', async () => {
    const alignment = await proposed('2026-12-31', both);
    await approve(alignment);
    store.afterAppend = ({ events }) => {
      if (events.some(({ type }) => type === 'TermAligned')) throw new StoreUnavailable('died');
    };
    await expect(engine.worker.settle()).rejects.toThrow('died');
    store.afterAppend = () => undefined;
    await engine.until('2026-02-02T12:00:00Z');
    for (const name of ['reader', 'writer']) {
      const types = await engine.typesIn(streamOf(name));
      expect(types.filter((type) => type === 'TermAligned')).toHaveLength(1);
    }
    expect(await outcomeOf(alignment)).toMatchObject([{ outcome: 'aligned' }, { outcome: 'aligned' }]);
  });
});

describe('what follows an alignment', () => {
  it('is a successor on the anchor of the date: no gap, no overlap', async () => {
    await approve(await proposed('2028-02-29', [licenseSubject('reader')]));
    await engine.until('2028-01-31T12:00:00Z');
    await invoice(engine, await approved(engine, 'reader', '2028-02-29'));
    const renewed = await lastOf(streamOf('reader'));
    expect(renewed).toMatchObject({
      type: 'LicenseRenewed',
      data: { startsOn: '2028-03-01', newExpiresOn: '2029-02-28' },
    });
    const [, activated] = await engine.events(`license-${String(renewed?.data['successorId'])}`);
    expect(activated?.data).toMatchObject({
      anchor: '2028-02-29',
      n: 1,
      startsOn: '2028-03-01',
      expiresOn: '2029-02-28',
    });
  });
});

describe('maintenance of a perpetual license', () => {
  let viewer: LicenseId;
  beforeEach(async () => (viewer = await maintained(engine)));

  it('is aligned together with licenses [R27]', async () => {
    const alignment = await proposed('2027-03-31', [licenseSubject('reader'), { kind: 'maintenance', id: viewer }]);
    await approve(alignment);
    await engine.worker.settle();
    expect(await lastOf(`maintenance-${viewer}`)).toMatchObject({
      type: 'MaintenanceAligned',
      data: { previousExpiresOn: '2027-02-01', newExpiresOn: '2027-03-31' },
    });
    await engine.until('2027-03-31T12:00:00Z');
    expect(await engine.typesIn(`maintenance-${viewer}`)).not.toContain('MaintenanceLapsed');
    await engine.until('2027-04-01T12:00:00Z');
    expect((await engine.typesIn(`maintenance-${viewer}`)).at(-1)).toBe('MaintenanceLapsed');
  });
});
