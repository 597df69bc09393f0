import type { AddressInfo } from 'node:net';
import { RequestPasswordLink } from '@renewals/commands';
import { OrderAlerts } from '@renewals/projections';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, ownerOf } from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins } from '../people.spec';

const owner = ownerOf('acme');
const OWNER = 'owner@acme.example';
const first = '2025-12-12T12:00:00Z';
const second = '2026-01-11T12:00:00Z';

const says = (answer: string) =>
  Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });

/** Refuses whatever is for that address. */
const atRcpt = (answer: string): SMTPServerOptions => ({
  onRcptTo: ({ address }, _session, next) => next(address === OWNER ? says(answer) : null),
});

/** Takes the recipient, and refuses what it gets for that address. */
const atData = (answer: string): SMTPServerOptions => ({
  onData: (stream, { envelope }, next) => {
    const isForOwner = envelope.rcptTo.some(({ address }) => address === OWNER);
    stream.resume().on('end', () => next(isForOwner ? says(answer) : null));
  },
});

let engine: EngineInTime;
let server: SMTPServer;

async function served(options: SMTPServerOptions): Promise<void> {
  const takes: SMTPServerOptions['onData'] = (stream, _session, next) => stream.resume().on('end', () => next(null));
  server = new SMTPServer({ disabledCommands: ['STARTTLS', 'AUTH'], onData: takes, ...options });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z', smtp: `smtp://127.0.0.1:${port}` });
  await engine.imported('acme', { reader: {} });
}
afterEach(async () => {
  await engine.close();
  await new Promise<void>((closed) => server.close(closed));
});

const bounced = async () => (await engine.events()).filter(({ type }) => type === 'MailBounced');
const remindersOf = async (contactId: string) =>
  (await engine.events())
    .filter(({ data }) => data['contactId'] === contactId && data['offset'] !== undefined)
    .map(({ type, data }) => [data['offset'], type, data['reason']].join(' ').trim());

describe('a server that says at once that nobody is there', () => {
  it.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10'])('says what a bounce would (%s)', async (status) => {
    await served(atRcpt(`550 ${status} <${OWNER}>: nobody is there`));
    await engine.until(first);
    const failed = (await engine.events()).find(({ type }) => type === 'ReminderFailed');
    expect(await bounced()).toMatchObject([
      { data: { contactId: owner, severity: 'hard', status, messageId: failed?.data['messageId'] } },
    ]);
    expect(await engine.get(OrderAlerts).page(10)).toMatchObject([{ reason: 'no-recipient' }]);
    await engine.until(second);
    expect(await remindersOf(owner)).toEqual(['90 ReminderFailed', '60 ReminderSuppressed unreachable']);
    expect(await bounced()).toHaveLength(1);
  });

  it('also of a notice, and of nobody else', async () => {
    await served(atRcpt('550-5.1.1 Nobody of that name'));
    await bobJoins(engine);
    await bobIsAddedTo(engine, 'reader');
    await engine.do(new RequestPasswordLink(OWNER, 'dynamsoft', contextOf('forgot')));
    await engine.worker.settle();
    expect(await bounced()).toMatchObject([{ data: { contactId: owner, severity: 'hard' } }]);
    await engine.until(first);
    expect(await remindersOf(owner)).toEqual(['90 ReminderSuppressed unreachable']);
    expect(await remindersOf(bob)).toEqual(['90 ReminderSent']);
  });
});

describe('a mail that is refused for another reason makes nobody unreachable', () => {
  it.each<[string, SMTPServerOptions]>([
    ['a mailbox that takes none', atRcpt('550 5.2.1 mailbox disabled')],
    ['no reason in figures', atRcpt('550 no')],
    ['a status that only begins like one', atRcpt('550 5.1.15 something else')],
    ['what is in the mail', atData('554 5.6.0 not like this')],
    ['a policy', atData('554 5.7.1 spam')],
  ])('%s', async (_what, options) => {
    await served(options);
    await engine.until(second);
    expect(await remindersOf(owner)).toEqual(['90 ReminderFailed', '60 ReminderFailed']);
    expect(await bounced()).toEqual([]);
  });
});
