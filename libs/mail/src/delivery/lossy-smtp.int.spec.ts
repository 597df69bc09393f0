import { StoreUnavailable } from '@renewals/event-store';
import type { LicenseId } from '@renewals/licensing';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { ANNA, BORIS } from '../compose/examples.spec';
import type { LicenseOnMail } from '../compose/license-facts';
import { Scissors, smtpServer } from '../transport/smtp-servers.spec';
import { SmtpTransport } from '../transport/smtp-transport';
import { addressOf, storeIsAway } from './desk-on-streams.spec';
import { type Scenario, scenario } from './lossy-scenario.spec';
import { MailRoom, MINUTE } from './mail-room.spec';
import type { Due } from './mailing';
import { SendersInTurn } from './senders-in-turn.spec';
import { sideBySide } from './side-by-side';

/** Mostly each of them waits: for a greeting, and before it connects again. */
const AT_ONCE = 48;

const runs = {
  numRuns: process.env.LONG ? 1_000 : 24,
  seed: process.env.SEED ? Number(process.env.SEED) : Number(fc.sample(fc.nat(), 1)),
};

/** What happened in a run. */
interface Seen {
  readonly digests: number;
  readonly answersLost: number;
  readonly answersUnheard: number;
}

describe('over connections that are cut, by senders that die, while the event store comes and goes', () => {
  it('rule 15: every mail is sent once, and again as the same only when its answer was lost after DATA', async () => {
    const seen: Seen[] = [];
    await sideBySide(AT_ONCE, fc.sample(scenario, runs), async (made) => {
      try {
        seen.push(await run(made));
      } catch (error) {
        throw new Error(`SEED=${runs.seed} ${fc.stringify(made)}`, { cause: error });
      }
    });
    for (const what of ['digests', 'answersLost', 'answersUnheard'] as const) {
      expect({ [what]: seen.some((one) => one[what] > 0) }).toEqual({ [what]: true });
    }
  }, 1_800_000);
});

async function run({ cuts, outages, lives, waves, digested }: Scenario): Promise<Seen> {
  const server = await smtpServer();
  const scissors = new Scissors(server.port, cuts);
  const transport = new SmtpTransport(`smtp://127.0.0.1:${await scissors.listen()}`, { connections: 16 });
  const room = await MailRoom.open();
  const isAway = outages.values();
  room.desk.before = () => {
    if (isAway.next().value) throw storeIsAway();
  };
  room.desk.contentOf = (of) => ({ license: licenseOf(of), digest: digested.includes(licenseOf(of).id) });
  const senders = new SendersInTurn(room, transport, lives);
  try {
    await dueToBoth(room, waves[0], 60);
    await senders.work(() => room.deliver().catch(unlessAway));
    room.now += MINUTE;
    await dueToBoth(room, waves[1], 30);
    await senders.work(() => deliverWhatever(room));
    await senders.buried();

    const mails = (await Promise.all(server.taken.map(mailIn))).sort(byId);
    const isFirst = ({ id }: Mail, index: number) => mails[index - 1]?.id !== id;
    const lines = (some: readonly Mail[]) => some.flatMap((mail) => mail.tells.map((line) => `${mail.id} ${line}`));
    expect(lines(mails.filter(isFirst)).sort()).toEqual(await decisionsIn(room));
    expect(new Set(lines(mails)).size).toBe(2 * (waves[0].length + waves[1].length));
    expect(mails.filter((mail, index) => !isFirst(mail, index))).toHaveLength(
      scissors.answersLost + senders.answersUnheard,
    );
    expect(await room.rows()).toEqual([]);
    return {
      digests: mails.filter(({ tells }) => tells.length > 1).length,
      answersLost: scissors.answersLost,
      answersUnheard: senders.answersUnheard,
    };
  } finally {
    await transport.close();
    await scissors.close();
    await server.close();
    await room.database.destroy();
  }
}

/** Until nothing waits and nothing is parked, whatever fails on the way. */
async function deliverWhatever(room: MailRoom): Promise<void> {
  for (;;) {
    try {
      await room.deliverAll();
    } catch (fault) {
      unlessAway(fault);
      await room.project();
      continue;
    }
    const letters = await room.letters.all();
    if (letters.length === 0) return;
    for (const { key } of letters) await room.letters.replay(key, room.now);
  }
}

function unlessAway(fault: unknown): void {
  if (!(fault instanceof StoreUnavailable)) throw fault;
}

async function dueToBoth(room: MailRoom, licenses: readonly LicenseId[], offset: number): Promise<void> {
  for (const id of licenses) await room.due([ANNA, BORIS], { subject: { kind: 'license', id }, offset });
}

interface Mail {
  readonly id: string;
  /** `license offset address`, for each line. */
  readonly tells: readonly string[];
}

async function mailIn(raw: string): Promise<Mail> {
  const { messageId = '', text = '', to } = await PostalMime.parse(raw);
  const lines = new Set(text.match(/(?<=no\. )\w+ \d+/g));
  return { id: messageId, tells: [...lines].map((line) => `${line} ${String(to?.[0]?.address)}`) };
}

/** Every mail on record, as `Message-ID license offset address`. */
async function decisionsIn(room: MailRoom): Promise<string[]> {
  return (await room.decisions())
    .map(({ messageId, subject, offset, contactId }) => `${messageId} ${subject.id} ${offset} ${addressOf(contactId)}`)
    .sort();
}

function byId({ id: one }: Mail, { id: other }: Mail): number {
  return one < other ? -1 : 1;
}

function licenseOf(of: Due): LicenseOnMail {
  if (of.kind !== 'reminder') throw new Error('Only reminders are due here');
  const { subject, offset } = of;
  return { id: subject.id, product: 'Reader', quota: 1, externalId: `no. ${subject.id} ${offset}` };
}
