import { HoldMail } from '@renewals/commands';
import { type ContactId, isoDate, type LicenseId } from '@renewals/licensing';
import { type ReminderDecision, ReminderDecisions, ReminderTallies } from '@renewals/projections';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, licenseId, ownerOf } from '../../../../test/support/samples';
import { customers } from './customers.spec';
import { type ReminderQuestion, ReminderExplanations } from './reminder-explanations';

const owner = ownerOf('acme');

let engine: EngineInTime;
afterEach(() => engine.close());

const explain = (question: ReminderQuestion) => engine.get(ReminderExplanations).explain(question);

async function ledger(): Promise<readonly ReminderDecision[]> {
  const decisions: ReminderDecision[] = [];
  for await (const decision of engine.get(ReminderDecisions).all()) decisions.push(decision);
  return decisions;
}

describe.each(['dynamsoft', 'lansweeper'] as const)('after weeks under %s', (vendor) => {
  beforeEach(async () => {
    engine = await EngineInTime.begin();
    await customers(engine, vendor);
    await engine.until('2026-02-15T12:00:00Z');
    await engine.caughtUp();
  });

  it('the explanation of every row of the ledger says what the row says, and names events that are there', async () => {
    const rows = await ledger();
    expect(rows.length).toBeGreaterThan(10);
    const byId = new Map((await engine.events()).map((event) => [event.id, event]));
    for (const { license, expiresOn, offset, contactId, outcome, messageId, inMail } of rows) {
      const asked = { license: license as LicenseId, expiresOn: isoDate(expiresOn), offset };
      const { verdict, sentence, facts } = await explain({
        ...asked,
        ...(contactId !== null && { contact: contactId }),
      });
      const isSent = outcome === 'sent';
      expect([sentence, verdict]).toEqual([sentence, isSent ? 'sent' : 'not-sent']);
      if (isSent) expect(sentence).toContain(messageId);
      expect([sentence, sentence.includes('reminders in one mail')]).toEqual([sentence, inMail > 1]);
      const events = facts.flatMap(({ event }) => event ?? []);
      expect(events.length).toBeGreaterThan(0);
      for (const { eventId, stream, revision, type } of events) {
        expect(byId.get(eventId)).toMatchObject({ stream, revision, type });
      }
    }
  });

  it('what is counted is what the ledger holds', async () => {
    const rows = await ledger();
    const counted = new Map(
      (await engine.get(ReminderTallies).all()).map(({ outcome, reason, times }) => [`${outcome}|${reason}`, times]),
    );
    const expected = new Map<string, number>();
    for (const { outcome, reason } of rows) {
      const key = `${outcome}|${reason ?? ''}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    expected.set('mails|', new Set(rows.flatMap(({ messageId }) => messageId ?? [])).size);
    expect(counted).toEqual(expected);
    expect(counted.get('mails|')).toBeLessThan(counted.get('sent|') ?? 0);
  });
});

describe('a question', () => {
  beforeEach(async () => {
    engine = await EngineInTime.begin();
    await customers(engine, 'dynamsoft');
  });

  it('may name the contact by an e-mail address', async () => {
    const asked = { license: licenseId('reader'), offset: 30 };
    const { about } = await explain({ ...asked, contact: 'Owner@Acme.example' });
    expect(about.contactId).toBe(owner);
    await expect(explain({ ...asked, contact: 'nobody@acme.example' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('about a license that was never issued finds nothing', () =>
    expect(explain({ license: licenseId('phantom'), offset: 30 })).rejects.toMatchObject({ code: 'NOT_FOUND' }));

  it('is about the next expiry, if it names none', async () => {
    expect((await explain({ license: licenseId('monthly'), offset: 7 })).about).toMatchObject({
      expiresOn: '2025-12-20',
      due: { on: '2025-12-13', at: '2025-12-13T08:00:00Z' },
    });
  });

  it('may ask for somebody whom nobody knows', async () =>
    expect(await explain({ license: licenseId('reader'), offset: 30, contact: 'somebody' as ContactId })).toMatchObject(
      { expected: 'not-sent', sentence: expect.stringContaining('no contact of this order') },
    ));

  it('about what was unsubscribed names the event that did it', async () => {
    const answer = await explain({ license: licenseId('quiet'), offset: 30, contact: owner });
    expect(answer.sentence).toContain('unsubscribed from the reminders of this order since 2025-12-01, by link');
    expect(answer.facts.find(({ event }) => event)).toMatchObject({ event: { type: 'RemindersUnsubscribed' } });
  });

  it('is answered while mail is held', async () => {
    await engine.do(new HoldMail(contextOf('hold')));
    await engine.until('2026-01-15T00:00:00Z');
    const answer = await explain({ license: licenseId('reader'), offset: 60 });
    expect(answer).toMatchObject({ verdict: 'waiting', sentence: expect.stringContaining('Mail is held') });
    expect(answer.facts.map(({ event }) => event?.type)).toContain('MailHeld');
  });
});
