import type { LicenseId } from '@renewals/licensing';
import fc from 'fast-check';
import { ANNA, BORIS } from '../compose/examples.spec';
import { Scissors, smtpServer } from '../transport/smtp-servers.spec';
import { SmtpTransport } from '../transport/smtp-transport';
import { storeIsAway } from './desk-on-streams.spec';
import { MailRoom } from './mail-room.spec';

const runs = {
  // A run takes a second: shrinking would take minutes.
  endOnFailure: true,
  numRuns: process.env.LONG ? 150 : 8,
  ...(process.env.SEED && { seed: Number(process.env.SEED) }),
};
const licenses = ['a', 'b', 'c', 'd', 'e', 'f'] as LicenseId[];

/** Replies of a connection: greeting, EHLO, then for each mail MAIL, RCPT, DATA and the answer. */
const cuts = fc.array(fc.option(fc.integer({ min: 1, max: 14 })), { minLength: 10, maxLength: 60 });
/** For each sent mail that is recorded, whether the event store is away at that moment. */
const outages = fc.array(fc.boolean(), { maxLength: 20 });

describe('over connections that are cut', () => {
  it('rule 15: every mail is sent once, and again only when its answer was lost after DATA', async () => {
    await fc.assert(
      fc.asyncProperty(cuts, outages, async (cutAt, away) => {
        const server = await smtpServer();
        const scissors = new Scissors(server.port, cutAt);
        const transport = new SmtpTransport(`smtp://127.0.0.1:${await scissors.listen()}`);
        const room = await MailRoom.open();
        room.delivery = room.newSender({ transport });
        const outage = away.values();
        room.desk.before = (call) => {
          if (call === 'sent' && outage.next().value) throw storeIsAway();
        };
        for (const id of licenses) await room.due([ANNA, BORIS], { subject: { kind: 'license', id } });

        try {
          await deliverWhatever(room);

          const sent = (await room.history()).filter((line) => line.startsWith('ReminderSent'));
          const ids = server.taken.map((raw) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
          expect(sent).toHaveLength(2 * licenses.length);
          expect(new Set(ids).size).toBe(2 * licenses.length);
          expect(ids).toHaveLength(2 * licenses.length + scissors.answersLost);
          expect(await room.rows()).toEqual([]);
        } finally {
          await transport.close();
          await scissors.close();
          await server.close();
          await room.database.destroy();
        }
      }),
      runs,
    );
  }, 300_000);
});

/** Until nothing waits and nothing is parked, whatever fails on the way. */
async function deliverWhatever(room: MailRoom): Promise<void> {
  for (;;) {
    try {
      await room.deliverAll();
    } catch {
      await room.project();
      continue;
    }
    const letters = await room.letters.all();
    if (letters.length === 0) return;
    for (const { key } of letters) await room.letters.replay(key, room.now);
  }
}
