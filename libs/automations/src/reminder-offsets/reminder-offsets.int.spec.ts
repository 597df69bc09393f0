import {
  ActivateLicense,
  ImportLicense,
  ImportOrganization,
  OverrideLicenseOffsets,
  OverrideOrganizationOffsets,
  type WantedOffsets,
} from '@renewals/commands';
import { isoDate, type LicenseId } from '@renewals/licensing';
import { bought } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { maintained } from '../../../../test/support/maintained';
import { contextOf, license, licenseId, organization, organizationId } from '../../../../test/support/samples';
import { approved, invoice, recordedIn, reminderDecisions } from '../renewing.spec';

let engine: EngineInTime;
beforeEach(async () => (engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' })));
afterEach(() => engine.close());

let commands = 0;
const said = (offsets?: readonly number[]): WantedOffsets => ({ ...(offsets && { offsets }), reason: 'agreed' });
const context = () => contextOf(`offsets ${(commands += 1)}`);

async function ofLicense(id: LicenseId, offsets?: readonly number[]): Promise<void> {
  await engine.do(new OverrideLicenseOffsets(id, said(offsets), context()));
  await engine.worker.settle();
}

async function ofCompany(offsets?: readonly number[]): Promise<void> {
  await engine.do(new OverrideOrganizationOffsets(organizationId('acme'), said(offsets), context()));
  await engine.worker.settle();
}

/** `45 2026-01-25`, of one license or all. */
async function sentMails(of?: LicenseId): Promise<string[]> {
  const sent = (await engine.events()).filter(({ type }) => type === 'ReminderSent');
  return sent
    .filter(({ data }) => of === undefined || (data['subject'] as { id: string }).id === of)
    .map(({ data }) => `${data['offset']} ${String(data['sentAt']).slice(0, 10)}`);
}

describe('reminder days of one license', () => {
  beforeEach(() => engine.imported('acme', { reader: {} }));

  it('go before the policy’s', async () => {
    await ofLicense(licenseId('reader'), [45, 5]);
    await engine.until('2026-03-20T00:00:00Z');
    expect(await sentMails()).toEqual(['45 2026-01-25', '5 2026-03-06']);
  });

  it('may be none: nobody is reminded, until that is taken back', async () => {
    await ofLicense(licenseId('reader'), []);
    await engine.until('2026-02-20T00:00:00Z');
    expect(await reminderDecisions(engine)).toEqual([]);
    await ofLicense(licenseId('reader'));
    await engine.until('2026-03-20T00:00:00Z');
    const late = ['90 suppressed superseded', '60 suppressed superseded', '30 sent'];
    expect(await reminderDecisions(engine)).toEqual([...late, '14 sent', '7 sent', '0 sent']);
  });

  it('leave what was decided as it is, and make up for a day that is past with one mail', async () => {
    await engine.until('2026-02-20T00:00:00Z');
    await ofLicense(licenseId('reader'), [60, 25, 20, 3]);
    await engine.until('2026-03-20T00:00:00Z');
    const before = ['90 2025-12-11', '60 2026-01-10', '30 2026-02-09'];
    expect(await sentMails()).toEqual([...before, '20 2026-02-20', '3 2026-03-08']);
    expect(await reminderDecisions(engine)).toContain('25 suppressed superseded');
  });

  it('hold for what follows it', async () => {
    await ofLicense(licenseId('reader'), [45, 5]);
    await invoice(engine, await approved(engine));
    const [issued] = (await engine.events()).filter(
      ({ type, data }) => type === 'LicenseIssued' && data['origin'] === 'renewal',
    );
    await engine.until('2027-03-20T00:00:00Z');
    expect(await sentMails(String(issued?.data['licenseId']) as LicenseId)).toEqual(['45 2027-01-25', '5 2027-03-06']);
  });
});

describe('reminder days of a company', () => {
  it('hold for all its licenses but those that have days of their own', async () => {
    await engine.imported('acme', { reader: {}, writer: {} });
    await engine.imported('globex', { scanner: { to: 'globex' } });
    await ofLicense(licenseId('writer'), [10]);
    await ofCompany([45, 5]);
    await engine.until('2026-03-20T00:00:00Z');
    expect(await sentMails(licenseId('reader'))).toEqual(['45 2026-01-25', '5 2026-03-06']);
    expect(await sentMails(licenseId('writer'))).toEqual(['10 2026-03-01']);
    expect((await sentMails(licenseId('scanner'))).length).toBe(6);
  });

  it('are those of a license from then on that is activated later, and of one that is imported later', async () => {
    await engine.imported('acme', {});
    const early = await bought(engine, 'early');
    await ofCompany([45, 5]);
    const late = await bought(engine, 'late');
    for (const id of [early, late]) await engine.do(new ActivateLicense(id, context()));
    await engine.do(new ImportOrganization(organization('acme')));
    await engine.do(new ImportLicense(license('reader'), 'dynamsoft', isoDate('2026-02-01')));
    await engine.until('2026-12-20T00:00:00Z');
    for (const id of [early, late]) expect(await sentMails(id)).toEqual(['45 2026-10-17', '5 2026-11-26']);
    expect(await sentMails(licenseId('reader'))).toEqual(['5 2026-03-06']);
    expect(await reminderDecisions(engine)).toContain('45 suppressed before-import');
  });

  it('are those of maintenance too, as are the days of its license, and come back with it', async () => {
    await engine.imported('acme', {});
    const viewer = await maintained(engine);
    await ofCompany([45, 5]);
    await ofLicense(viewer, [20]);
    await ofLicense(viewer);
    await engine.until('2026-12-20T00:00:00Z');
    expect(await sentMails(viewer)).toEqual(['45 2026-10-17', '5 2026-11-26']);
    const followed = (await recordedIn(engine, `maintenance-${viewer}`)).filter((one) => one.includes('Offsets'));
    expect(followed).toHaveLength(3);
  });

  it('are followed once, however often it is asked for', async () => {
    await engine.imported('acme', { reader: {} });
    await ofCompany([45, 5]);
    const before = (await engine.events()).length;
    await ofCompany([45, 5]);
    expect(await engine.events()).toHaveLength(before);
  });
});
