import { ActivateLicense, Desk, ExtendTrial, RequestTrial, type WantedTrial } from '@renewals/commands';
import type { LicenseId } from '@renewals/licensing';
import { bought } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, organizationId, ownerOf } from '../../../../test/support/samples';

let engine: EngineInTime;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-03-01T12:00:00Z' });
  await engine.imported('acme', {});
});
afterEach(() => engine.close());

const wanted: WantedTrial = {
  organizationId: organizationId('acme'),
  contactId: ownerOf('acme'),
  policy: 'dynamsoft',
  product: 'Reader',
  delivery: 'cloud',
};
const byOwner = (name: string) => contextOf(name, { actor: { type: 'customer', id: ownerOf('acme') } });
const typesOf = (license: LicenseId) => engine.typesIn(`license-${license}`);

async function requested(): Promise<LicenseId> {
  const { licenseId } = await engine.do(new RequestTrial(wanted, byOwner('request')));
  await engine.worker.settle();
  return licenseId;
}

/** Runs to 2026-03-31. */
async function running(): Promise<LicenseId> {
  const trial = await requested();
  await engine.do(new ActivateLicense(trial, byOwner('activate')));
  return trial;
}

describe('a trial', () => {
  it('is requested, issued by itself and activated by the person who asked [F54]', async () => {
    const trial = await running();
    const [, issued, activated] = await engine.events(`license-${trial}`);
    expect(issued).toMatchObject({ type: 'LicenseIssued', data: { kind: 'trial', origin: 'trial', quota: 10 } });
    expect(activated?.data).toMatchObject({ mode: 'trial', startsOn: '2026-03-01', expiresOn: '2026-03-31' });
  });

  it.each(['Reader', ' READER ', 'Re-ader', 'Ｒeader'])(
    'is had once, whatever the product is called: %j',
    async (product) => {
      await requested();
      await expect(engine.do(new RequestTrial({ ...wanted, product }, byOwner('again')))).rejects.toMatchObject({
        code: 'TRIAL_ALREADY_REQUESTED',
      });
    },
  );

  it('is had by each company, and of each product', async () => {
    await engine.imported('other', {});
    const first = await requested();
    const others: WantedTrial[] = [
      { ...wanted, product: 'Writer' },
      { ...wanted, organizationId: organizationId('other'), contactId: ownerOf('other') },
    ];
    const made = await Promise.all(
      others.map((trial, index) => engine.do(new RequestTrial(trial, contextOf(`${index}`)))),
    );
    expect(new Set([first, ...made.map(({ licenseId }) => licenseId)]).size).toBe(3);
  });

  it('is lengthened twice from its current end, and is over then [F55][F56]', async () => {
    const trial = await running();
    for (const [at, name] of [
      ['2026-03-20T12:00:00Z', 'first'],
      ['2026-04-20T12:00:00Z', 'second'],
    ] as const) {
      await engine.until(at);
      await engine.do(new ExtendTrial(trial, byOwner(name)));
    }
    await engine.until('2026-05-20T12:00:00Z');
    await expect(engine.do(new ExtendTrial(trial, byOwner('third')))).rejects.toMatchObject({
      code: 'TRIAL_EXTENSION_LIMIT',
    });
    await engine.until('2026-05-31T12:00:00Z');
    expect((await typesOf(trial)).slice(-3)).toEqual(['TrialExtended', 'TrialExtended', 'LicenseExpired']);
  });
});

describe('a trial that is bought', () => {
  it('is over when the license that was bought for it starts, and stays its history', async () => {
    const trial = await running();
    await engine.until('2026-03-15T12:00:00Z');
    const license = await bought(engine, 'reader', { line: { convertsTrial: trial } });
    expect(await typesOf(trial)).not.toContain('TrialConverted');

    await engine.until('2026-03-18T12:00:00Z');
    await engine.do(new ActivateLicense(license, byOwner('use it')));
    await engine.until('2026-04-15T12:00:00Z');

    expect((await engine.events(`license-${trial}`)).at(-1)).toMatchObject({
      type: 'TrialConverted',
      data: { newLicenseId: license, on: '2026-03-18' },
    });
    const state = await engine.get(Desk).license(license);
    expect(state).toMatchObject({
      status: 'active',
      grant: { predecessorId: trial },
      term: { startsOn: '2026-03-18' },
    });
  });

  it('by two orders is ended by the first license that starts', async () => {
    const trial = await running();
    const [one, other] = [
      await bought(engine, 'one', { line: { convertsTrial: trial } }),
      await bought(engine, 'other', { line: { convertsTrial: trial } }),
    ];
    await engine.do(new ActivateLicense(other, contextOf('the other first')));
    await engine.worker.settle();
    await engine.do(new ActivateLicense(one, contextOf('then the one')));
    await engine.worker.settle();
    const conversions = (await engine.events(`license-${trial}`)).filter(({ type }) => type === 'TrialConverted');
    expect(conversions).toMatchObject([{ data: { newLicenseId: other } }]);
  });
});
