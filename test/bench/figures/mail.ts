import { type EventStore, type Position, type RecordedEvent, SqliteEventStore } from '@renewals/event-store';
import { type MailMessage, SmtpTransport } from '@renewals/mail';
import { compared, type Figure } from '../figure';
import { DAY_AFTER, DueDay } from '../mail/due-day';
import { MailServer } from '../mail/mail-server';
import { rate, sideBySide } from '../measure';
import type { Workspace } from '../workspace';

const LICENSES = Number(process.env['BENCH_MAILS'] ?? (process.env['BENCH_FULL'] === '1' ? 100_000 : 10_000));

/** One day on which a reminder of every license falls due: first all are decided, then all are sent. */
export async function mail(workspace: Workspace): Promise<Figure[]> {
  const directory = workspace.fresh('due');
  return [...(await decided(directory, workspace)), await sent(directory)];
}

/** Against the events of that day, appended one after another by a bare loop. */
async function decided(directory: string, workspace: Workspace): Promise<Figure[]> {
  const day = await DueDay.open(directory);
  await day.sell(LICENSES);
  const before = await day.store.lastPosition();
  const heapBefore = heapInUse();
  const value = await rate(LICENSES, () => day.pass());
  const heapAfter = heapInUse();
  const events = await eventsAfter(before, day.store);
  await day.close();
  if (events.length !== LICENSES) throw new Error(`${events.length} of ${LICENSES} reminders were decided.`);
  const floor = await rate(events.length, () => appendEach(events, workspace.fresh('floor.db')));
  const what = `${LICENSES} reminders due on one day in 400 zones`;
  return [
    compared(`${what}, decided and in the outbox`, 'events/s', { value, floor }, { atLeast: 0.5 }),
    compared(
      `${what}, heap in use after against before`,
      'MiB',
      { value: heapAfter, floor: heapBefore },
      { atMost: 1.2 },
    ),
  ];
}

/** Against a mail that is ready, given to the same server over as many connections. */
async function sent(directory: string): Promise<Figure> {
  const server = await MailServer.start();
  const day = await DueDay.open(directory, server.url);
  const value = await rate(LICENSES, () => day.settle());
  await day.close();
  const ready = readyMail(await server.first);
  const transport = new SmtpTransport(server.url);
  const floor = await rate(LICENSES, () => sideBySide(transport.atOnce, LICENSES, () => transport.send(ready)));
  await transport.close();
  server.stop();
  return compared(`${LICENSES} reminders in the outbox, sent`, 'mails/s', { value, floor }, { atLeast: 0.6 });
}

async function eventsAfter(after: Position, store: EventStore): Promise<readonly RecordedEvent[]> {
  const { events } = await store.readAll({ after, batchSize: 2 * LICENSES });
  return events;
}

async function appendEach(events: readonly RecordedEvent[], file: string): Promise<void> {
  const store = SqliteEventStore.open(file);
  for (const { stream, id, type, data, metadata } of events) {
    await store.append(stream, 'no-stream', [{ id, type, data, metadata }]);
  }
  await store.close();
}

function readyMail(raw: Buffer): MailMessage {
  const from = 'renewals@dynamsoft.example';
  return {
    messageId: '<ready@dynamsoft.example>',
    date: DAY_AFTER,
    from,
    envelope: { from, to: 'owner@customer.example' },
    names: [],
    raw,
  };
}

function heapInUse(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
