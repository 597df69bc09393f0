import { readdirSync } from 'node:fs';
import { HoldMail, ReleaseMail, TerminateLicense } from '@renewals/commands';
import { isoDate } from '@renewals/licensing';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, orderId } from '../../../../test/support/samples';
import { NewMails } from '../../../../test/support/new-mails';
import { approved, reminderDecisions, requested } from '../renewing.spec';

let engine: EngineInTime;
beforeEach(async () => {
  engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' });
  await engine.imported('acme', { reader: {} });
});
afterEach(() => engine.close());

const mails = () => {
  try {
    return readdirSync(engine.infrastructure.directory.mail).length;
  } catch {
    return 0;
  }
};
const nobodyActs = '2026-04-01T00:00:00Z';

describe('reminders', () => {
  it('go out on their days at nine in the term’s zone, each once [R2][R4]', async () => {
    await engine.until(nobodyActs);
    const sent = (await engine.events()).filter(({ type }) => type === 'ReminderSent');
    expect(sent.map(({ data, metadata }) => `${data['offset']} ${metadata['recordedAt']}`)).toEqual([
      '90 2025-12-11T08:00:00.000Z',
      '60 2026-01-10T08:00:00.000Z',
      '30 2026-02-09T08:00:00.000Z',
      '14 2026-02-25T08:00:00.000Z',
      '7 2026-03-04T08:00:00.000Z',
      '0 2026-03-11T08:00:00.000Z',
    ]);
    expect(mails()).toBe(6);
  });

  it('are stopped by an approval, not by a request', async () => {
    await engine.until('2025-12-20T00:00:00Z');
    await requested(engine);
    await engine.until('2026-01-20T00:00:00Z');
    await approved(engine);
    await engine.until(nobodyActs);
    const stopped = [30, 14, 7, 0].map((offset) => `${offset} suppressed approved`);
    expect(await reminderDecisions(engine)).toEqual(['90 sent', '60 sent', ...stopped]);
  });

  it('of a license that was ended do not exist', async () => {
    await engine.until('2026-01-20T00:00:00Z');
    const on = isoDate('2026-01-20');
    await engine.do(new TerminateLicense(licenseId('reader'), on, 'asked for', contextOf('end')));
    await engine.until(nobodyActs);
    expect(await reminderDecisions(engine)).toEqual(['90 sent', '60 sent']);
  });
});

describe('the mail to the billing contact', () => {
  it('says what the renewal costs and how to renew, while recurring billing is on [L20][L21]', async () => {
    const more = { channel: 'payment-provider', recurringBilling: 'enabled' } as const;
    await engine.imported('billed', { billed: { to: 'billed', more } }, 'lansweeper');
    const filed = new NewMails(engine.infrastructure.directory.mail);
    await engine.until('2026-01-10T08:00:00Z');
    const mails = (await filed.read()).filter(({ to }) => to === 'owner@billed.example');
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Your license for Reader expires in 60 days, on 11 March 2026',
    ]);
    expect(mails[0]?.text).toMatch(/Renewal price: USD.60\.00/);
    expect(mails[0]?.text).toMatch(/To (re)?new it, fill in|To approve it, write to sales@lansweeper\.example/);
  });
});

describe('after downtime', () => {
  it('one mail goes out, the tightest; those before it are superseded', async () => {
    await engine.until('2025-12-20T00:00:00Z');
    engine.asleepUntil('2026-02-27T00:00:00Z');
    await engine.until(nobodyActs);
    expect(await reminderDecisions(engine)).toEqual([
      '90 sent',
      '60 suppressed superseded',
      '30 suppressed superseded',
      '14 sent',
      '7 sent',
      '0 sent',
    ]);
    expect(mails()).toBe(4);
  });

  it('that ended on a day on which the next one falls due, nobody gets two mails that day', async () => {
    await engine.until('2025-12-20T00:00:00Z');
    engine.asleepUntil('2026-03-04T07:00:00Z');
    await engine.until(nobodyActs);
    expect((await reminderDecisions(engine)).slice(3)).toEqual(['14 sent', '7 suppressed superseded', '0 sent']);
    const [first, second] = (await engine.events()).filter(({ type }) => type === 'ReminderSent').slice(1);
    expect([first?.data['sentAt'], second?.data['sentAt']]).toEqual(['2026-03-04T07:00:00Z', '2026-03-11T08:00:00Z']);
    expect(await engine.typesIn(`order-${orderId('reader')}`)).not.toContain('AlertRaised');
  });

  it('that lasted beyond the expiry nothing goes out, and why is on record', async () => {
    await engine.until('2025-12-20T00:00:00Z');
    engine.asleepUntil(nobodyActs);
    await engine.worker.settle();
    const missed = [60, 30, 14, 7, 0].map((offset) => `${offset} suppressed expired`);
    expect(await reminderDecisions(engine)).toEqual(['90 sent', ...missed]);
    expect(mails()).toBe(1);
  });
});

describe('while mail is held after an import', () => {
  it('reminders wait, and everything else goes on; what fell due is recorded when it is released, not sent', async () => {
    await engine.do(new HoldMail(contextOf('hold')));
    await engine.until('2026-02-01T00:00:00Z');
    expect(await reminderDecisions(engine)).toEqual([]);

    await engine.do(new ReleaseMail(contextOf('release')));
    await engine.until(nobodyActs);
    expect(await reminderDecisions(engine)).toEqual([
      '90 suppressed before-go-live',
      '60 suppressed before-go-live',
      '30 sent',
      '14 sent',
      '7 sent',
      '0 sent',
    ]);
  });

  it('terms still end', async () => {
    await engine.do(new HoldMail(contextOf('hold')));
    await engine.until(nobodyActs);
    expect(await engine.typesIn(`license-${licenseId('reader')}`)).toContain('LicenseExpired');
    expect(mails()).toBe(0);
  });
});
