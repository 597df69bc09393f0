import {
  ActivateLicense,
  ExtendTrial,
  HoldMail,
  ReleaseMail,
  RequestTrial,
  TerminateLicense,
} from '@renewals/commands';
import { isoDate, type LicenseId } from '@renewals/licensing';
import { bought } from '../../../../test/support/bought';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { NoticesTold } from '../../../../test/support/notices-told';
import { contextOf, organizationId, ownerOf } from '../../../../test/support/samples';
import { byOwner } from '../people.spec';

let engine: EngineInTime;
let told: NoticesTold;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2026-03-01T12:00:00Z' });
  told = new NoticesTold(engine);
  await engine.imported('acme', {});
});
afterEach(() => engine.close());

const asOwner = (name: string) => contextOf(name, { actor: byOwner });
const endings = async () => (await told.read()).filter(({ subject }) => /trial of \S+ ends/.test(subject));

/** Runs to 2026-03-31 in Berlin. */
async function running(): Promise<LicenseId> {
  const trial = {
    organizationId: organizationId('acme'),
    contactId: ownerOf('acme'),
    policy: 'dynamsoft',
    product: 'Reader',
    delivery: 'cloud',
  } as const;
  const { licenseId } = await engine.do(new RequestTrial(trial, asOwner('request')));
  await engine.worker.settle();
  await engine.do(new ActivateLicense(licenseId, asOwner('activate')));
  return licenseId;
}

describe('the end of a trial', () => {
  it('is told seven days before, at nine in its zone, with how to go on', async () => {
    const trial = await running();
    await engine.until('2026-03-24T07:59:59Z');
    expect(await endings()).toEqual([]);
    await engine.until('2026-03-24T08:00:00Z');
    const [mail, ...others] = await endings();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: 'owner@acme.example',
      subject: 'Your trial of Reader ends in 7 days, on 31 March 2026',
    });
    expect(mail?.text).toContain('You can extend it by 30 days');
    expect(mail?.text).toContain(`/portal/licenses/${trial}`);
  });

  it('moves with each extension; the last one offers no other', async () => {
    const trial = await running();
    for (const [at, name] of [
      ['2026-03-20T12:00:00Z', 'first'],
      ['2026-04-20T12:00:00Z', 'second'],
    ] as const) {
      await engine.until(at);
      await engine.do(new ExtendTrial(trial, asOwner(name)));
    }
    expect(await endings()).toEqual([]);
    await engine.until('2026-06-15T12:00:00Z');
    const [mail, ...others] = await endings();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Your trial of Reader ends in 7 days, on 30 May 2026');
    expect(mail?.text).toContain('To keep what you use, buy it');
    expect(mail?.text).not.toContain('extend');
    expect(mail?.text).not.toContain('/portal/licenses/');
    expect(await told.decisions('trial-ends')).toEqual(['sent']);
  });

  it('that was told is told again when an extension moves it', async () => {
    const trial = await running();
    await engine.until('2026-03-25T12:00:00Z');
    await engine.do(new ExtendTrial(trial, asOwner('late')));
    await engine.until('2026-04-25T12:00:00Z');
    expect((await endings()).map(({ subject }) => subject)).toEqual([
      'Your trial of Reader ends in 7 days, on 31 March 2026',
      'Your trial of Reader ends in 7 days, on 30 April 2026',
    ]);
  });

  it('is not told of what was bought or terminated before', async () => {
    const trial = await running();
    const license = await bought(engine, 'reader', { line: { convertsTrial: trial } });
    await engine.do(new ActivateLicense(license, asOwner('use it')));
    await engine.until('2026-04-15T12:00:00Z');
    expect(await endings()).toEqual([]);
    expect(await told.decisions('trial-ends')).toEqual([]);
  });

  it('is not told once it was terminated', async () => {
    const trial = await running();
    await engine.do(new TerminateLicense(trial, isoDate('2026-03-02'), 'asked for', contextOf('end')));
    await engine.until('2026-04-15T12:00:00Z');
    expect(await told.decisions('trial-ends')).toEqual([]);
  });

  it('is not told when nobody was at work until it was over', async () => {
    await running();
    await told.read();
    engine.asleepUntil('2026-04-02T12:00:00Z');
    expect(await endings()).toEqual([]);
    expect(await told.decisions('trial-ends')).toEqual(['suppressed out-of-date']);
  });

  it('that fell due while mail was held is recorded, and nobody is told', async () => {
    await running();
    await told.read();
    await engine.do(new HoldMail(contextOf('hold')));
    await engine.until('2026-03-26T12:00:00Z');
    expect(await told.decisions('trial-ends')).toEqual([]);
    await engine.do(new ReleaseMail(contextOf('release')));
    expect(await endings()).toEqual([]);
    expect(await told.decisions('trial-ends')).toEqual(['suppressed before-go-live']);
  });

  it('of an imported trial is told from its day on, and not when that day was over', async () => {
    const trial = { kind: 'trial', delivery: 'cloud' } as const;
    await engine.imported('other', {
      ending: { to: 'other', anchor: '2026-02-04', period: 'P30D', more: trial },
      running: { to: 'other', anchor: '2026-02-20', period: 'P30D', more: trial },
    });
    await engine.until('2026-04-15T12:00:00Z');
    expect((await endings()).map(({ subject }) => subject)).toEqual([
      'Your trial of Reader ends in 7 days, on 22 March 2026',
    ]);
  });
});
