import type { ContactId, LicenseId } from '@renewals/licensing';
import fc from 'fast-check';
import { MailRoom } from './mail-room.spec';
import { MortalSender } from './mortal-sender.spec';

const runs = { numRuns: process.env.LONG ? 100 : 4, ...(process.env.SEED && { seed: Number(process.env.SEED) }) };

/** More mails than one round takes, of contacts who share licenses. */
const licenses = Array.from({ length: 30 }, (_, index) => `l-${index}` as LicenseId);
const contacts = Array.from({ length: 90 }, (_, index) => `contact-${String(index).padStart(5, '0')}` as ContactId);
const offsets = [90, 60];

const situation = fc.record({
  recipients: fc.array(fc.shuffledSubarray(contacts, { minLength: 2, maxLength: 6 }), { minLength: 30, maxLength: 30 }),
  digested: fc.subarray(licenses),
  renewed: fc.subarray(licenses, { maxLength: 5 }),
  unsubscribed: fc.subarray(contacts, { maxLength: 30 }),
});
type Situation = typeof situation extends fc.Arbitrary<infer Of> ? Of : never;

/** All that is on record, stream by stream, after senders that live for so many calls. */
async function recorded(made: Situation, lives: readonly number[]): Promise<unknown> {
  const room = await MailRoom.open();
  const licenseOf = (mailing: object) => (mailing as { subject: { id: LicenseId } }).subject.id;
  room.desk.contentOf = (of) => ({ digest: made.digested.includes(licenseOf(of)) });
  room.desk.suppressedMailing = (of) => (made.renewed.includes(licenseOf(of)) ? 'renewed' : undefined);
  for (const contact of made.unsubscribed) room.desk.suppressed.set(contact, 'unsubscribed');
  for (const [index, id] of licenses.entries()) {
    for (const offset of offsets) {
      await room.due(made.recipients[index] ?? [], { subject: { kind: 'license', id }, offset });
    }
  }
  for (const calls of [...lives, Infinity]) {
    let left = calls;
    const sender = new MortalSender(() => --left <= 0);
    room.delivery = room.newSender(sender.with({ desk: room.desk, transport: room.postbox }));
    await room.delivery.releaseLeases();
    await Promise.race([room.deliver(), sender.death]);
    await sender.isBuried();
    await room.project();
  }
  const history = await Promise.all(licenses.map((id) => room.history({ kind: 'license', id })));
  const mails = (await room.decisions())
    .map((one) => `${one.subject.id} ${one.offset} ${one.contactId} ${one.messageId}`)
    .sort();
  expect(await room.rows()).toEqual([]);
  await room.database.destroy();
  return { history, mails };
}

describe('rule 18: delivery', () => {
  it('that is killed at any calls and resumed writes the same streams and mails as if it never was', async () => {
    const lives = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(situation, lives, async (made, killed) => {
        expect(await recorded(made, killed)).toEqual(await recorded(made, []));
      }),
      runs,
    );
  }, 600_000);
});
