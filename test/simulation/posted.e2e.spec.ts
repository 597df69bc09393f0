import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RecordedEvent, SqliteEventStore } from '@renewals/event-store';
import type { ContactId, NoticeDue, NoticeEvent, ReminderDue, ReminderEvent } from '@renewals/licensing';
import { DataDirectory, seededEntropy } from '@renewals/platform';
import { wholeLog } from '../support/whole-log';
import { MailServer } from './mail-server';
import { done, ended } from './renewals';

const seed = Number(process.env.SEED ?? 20_261_121);
const rounds = process.env.LONG ? 3 : 1;
const killsARound = process.env.LONG ? 16 : 8;
const quarterEnds = '2025-04-01T00:00:00Z';
const program = join(__dirname, '../../dist/test/simulation/posted-quarter.js');
const folder = mkdtempSync(join(tmpdir(), 'renewals-posted-'));
const base = join(folder, 'base');

/** From 0 to 1, by seed. */
const drawn = (purpose: string, ...at: readonly number[]): number =>
  seededEntropy(seed)
    .bytes('posted', [purpose, ...at].join(' '), 0, 4)
    .readUInt32BE() /
  2 ** 32;

interface Kill {
  /** When the server has so many mails more, */
  readonly mails: number;
  /** and so many milliseconds later. At once: before it has answered for the last of them. */
  readonly later: number;
}

/** Lives the quarter in a process of its own. Answers whether it was killed before it came to the end. */
async function lives(directory: string, server: MailServer, kill?: Kill): Promise<boolean> {
  const env = { ...process.env, DATA_DIR: directory, SMTP_URL: server.url };
  const child = spawn(process.execPath, [program, quarterEnds], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = ended(child);
  let more = kill?.mails ?? Infinity;
  server.onTaken = () => {
    if (--more !== 0) return;
    if (kill?.later) setTimeout(() => child.kill('SIGKILL'), kill.later);
    else child.kill('SIGKILL');
  };
  const { exitCode, stderr } = await end;
  if (exitCode !== 0 && exitCode !== null) throw new Error(`It ended with ${exitCode}: ${stderr}`);
  return exitCode === null;
}

/** What became of each reminder and notice for each recipient, sorted; the log says it, and nothing else. */
async function decisionsIn(directory: string): Promise<string[]> {
  const store = SqliteEventStore.open(new DataDirectory(directory).events, { readOnly: true });
  try {
    return (await wholeLog(store)).flatMap(decisionOf).sort();
  } finally {
    await store.close();
  }
}

function decisionOf(recorded: RecordedEvent): string[] {
  const event = recorded as unknown as ReminderEvent | NoticeEvent;
  switch (event.type) {
    case 'ReminderDue':
    case 'NoticeDue':
      return [`${aboutWhat(event.data)}: due`];
    case 'ReminderSent':
    case 'NoticeSent':
      return [`${aboutWhat(event.data)} to ${recipientIn(event.data)}: sent as ${event.data.messageId}`];
    case 'ReminderSuppressed':
    case 'NoticeSuppressed':
      return [`${aboutWhat(event.data)} to ${recipientIn(event.data)}: suppressed, ${event.data.reason}`];
    default:
      return [];
  }
}

function aboutWhat(data: (ReminderDue | NoticeDue)['data']): string {
  if ('noticeId' in data) return `${data.kind} ${data.noticeId}`;
  const { subject, expiresOn, offset } = data;
  return [subject.kind, subject.id, expiresOn, offset].join(' ');
}

function recipientIn(data: { readonly contactId?: ContactId; readonly to?: string }): string {
  return data.contactId ?? data.to ?? 'everybody';
}

const whose = (decision: string): string => decision.slice(0, decision.indexOf(':'));
const messageIds = (decisions: readonly string[]): string[] => [
  ...new Set(decisions.flatMap((decision) => / sent as (.*)$/.exec(decision)?.[1] ?? [])),
];

describe(`rule 15: a quarter, posted by processes that are killed (SEED=${seed})`, () => {
  let clean: { decisions: string[]; mails: number };

  beforeAll(async () => {
    await done(0, 'example', `${base}-files`, '--accounts', '30', '--subscriptions', '200', '--seed', String(seed));
    await done(0, 'import', `${base}-files`, '--format', 'ravenstack', '--virtual', '--json', '--data-dir', base);
    const server = await MailServer.listening();
    const directory = join(folder, 'clean');
    cpSync(base, directory, { recursive: true });
    await lives(directory, server);
    await server.close();
    const decisions = await decisionsIn(directory);
    clean = { decisions, mails: server.taken.length };
    expect(messageIds(decisions)).toHaveLength(clean.mails);
    expect(clean.mails).toBeGreaterThan(50);
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(Array.from({ length: rounds }, (_, round) => round))(
    'decides once about each mail to each contact and posts it, again only for a kill, under the same Message-ID: round %i',
    async (round) => {
      const directory = join(folder, `killed-${round}`);
      cpSync(base, directory, { recursive: true });
      const server = await MailServer.listening();
      let kills = 0;
      for (let turn = 0; turn < killsARound; turn++) {
        const mails = 1 + Math.floor((drawn('mails', round, turn) * clean.mails) / killsARound);
        const later = Math.max(0, Math.floor(drawn('later', round, turn) * 60) - 20);
        if (await lives(directory, server, { mails, later })) kills++;
      }
      await lives(directory, server);
      await server.close();

      const decisions = await decisionsIn(directory);
      expect(decisions).toEqual(clean.decisions);
      expect(new Set(decisions.map(whose)).size).toBe(decisions.length);
      const posted = server.taken.map(({ messageId, to }) => `${messageId} ${to}`);
      const once = new Set(posted);
      expect([...new Set(server.taken.map(({ messageId }) => messageId))].sort()).toEqual(messageIds(decisions).sort());
      expect(once.size).toBe(messageIds(decisions).length);
      expect(posted.length - once.size).toBeLessThanOrEqual(kills);
      expect(kills).toBe(killsARound);
    },
    900_000,
  );
});
