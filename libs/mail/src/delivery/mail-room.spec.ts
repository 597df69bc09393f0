import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore, type Position, type RecordedEvent, START } from '@renewals/event-store';
import type { NoticeEvent, ReminderEvent, ReminderSent, Subject } from '@renewals/licensing';
import { sqliteDialect, type Tables } from '@renewals/projections';
import { Kysely } from 'kysely';
import { dueReminder } from '../compose/examples.spec';
import { DeadLetters } from '../outbox/dead-letters';
import { outboxProjection } from '../outbox/outbox-projection';
import { createOutboxTable, type OutboxRow, type OutboxTables } from '../outbox/outbox-table';
import { Delivery, type DeliveryOptions } from './delivery';
import { DeskOnStreams, streamOf } from './desk-on-streams.spec';
import { fallsDue } from './events.spec';
import { Metronome, Postbox } from './postbox.spec';
import { type Due, type DueReminder, type Mailing, nameOf, type Recipient } from './mailing';

/** Where the desk says that Anna and Boris get their mail. */
export const TO_ANNA = '00000000000a@customer.example';
export const TO_BORIS = '00000000000b@customer.example';

export const T0 = Date.parse('2026-01-09T08:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The log, the outbox in a SQLite file, the desk, and senders that may die. */
export class MailRoom {
  readonly store = new MemoryEventStore();
  readonly desk = new DeskOnStreams(this.store, () => this.now);
  readonly postbox = new Postbox();
  readonly pace = new Metronome();
  readonly database: Tables;
  readonly letters: DeadLetters;
  now = T0;
  held = false;
  delivering = true;
  readonly faults: string[] = [];
  private readonly file = join(mkdtempSync(join(tmpdir(), 'outbox-')), 'views.sqlite');
  private position: Position = START;
  private senders = 0;
  delivery: Delivery;

  constructor() {
    this.database = this.openDatabase();
    this.letters = new DeadLetters(this.database);
    this.delivery = this.newSender();
  }

  static async open(): Promise<MailRoom> {
    const room = new MailRoom();
    await createOutboxTable(room.database, 'outbox');
    return room;
  }

  openDatabase(): Tables {
    return new Kysely({ dialect: sqliteDialect(this.file) });
  }

  newSender(changed: Partial<DeliveryOptions> = {}): Delivery {
    return new Delivery({
      database: this.database,
      desk: this.desk,
      transport: this.postbox,
      pace: this.pace,
      held: () => this.held,
      delivering: () => this.delivering,
      sender: `sender ${++this.senders}`,
      jitter: () => 0.5,
      onFault: (error) => this.faults.push(error.message),
      ...changed,
    });
  }

  /** A reminder for these recipients falls due now. */
  due(recipients: readonly Recipient[], changed: Partial<DueReminder> = {}): Promise<Due> {
    return this.mailingDue(recipients, dueReminder(changed));
  }

  async mailingDue(recipients: readonly Recipient[], mailing: Mailing): Promise<Due> {
    this.desk.contacts.set(nameOf(mailing), recipients);
    await this.desk.append(mailing, fallsDue(mailing));
    await this.project();
    return { ...mailing, causedBy: dueReminder().causedBy };
  }

  /** Lets the outbox catch up with the log. */
  async project(batchSize = 500): Promise<void> {
    for (let caughtUp = false; !caughtUp;) {
      const batch = await this.store.readAll({ after: this.position, batchSize });
      await this.database.transaction().execute((transaction) => outboxProjection.apply(batch.events, transaction));
      this.position = batch.position;
      caughtUp = batch.caughtUp;
    }
  }

  /** Throws the outbox away and makes it from the log. */
  async rebuild(batchSize?: number): Promise<void> {
    await this.database.schema.dropTable('outbox').execute();
    await createOutboxTable(this.database, 'outbox');
    this.position = START;
    await this.project(batchSize);
  }

  /** Delivers until nothing is due. */
  async deliver(): Promise<void> {
    while (await this.delivery.deliver(this.now)) await this.project();
  }

  /** Moves the clock from try to try until nothing waits. */
  async deliverAll(): Promise<void> {
    for (
      let next = await this.delivery.nextAttemptAt();
      next !== undefined;
      next = await this.delivery.nextAttemptAt()
    ) {
      this.now = Math.max(this.now, next);
      await this.deliver();
    }
  }

  rows(): Promise<OutboxRow[]> {
    return this.database.withTables<OutboxTables>().selectFrom('outbox').selectAll().orderBy('key').execute();
  }

  /** What is on record: type, contact and what else was decided, but for what was said of mails that were taken. */
  async history(of?: Subject): Promise<string[]> {
    const events = of ? await this.store.readStream(streamOf(dueReminder({ subject: of }))) : await this.log();
    return events.map((recorded) => {
      const event = recorded as unknown as ReminderEvent | NoticeEvent;
      const ids = ['subject', 'expiresOn', 'messageId', 'noticeId', 'kind', 'about'];
      const usual = event.type.endsWith('Sent') ? [...ids, 'answer'] : ids;
      const said = Object.entries(event.data).filter(([name]) => !usual.includes(name));
      return [event.type, ...said.map(([, value]) => String(value))].join(' ');
    });
  }

  /** Of the mails on record, for each decision. */
  async messageIds(): Promise<string[]> {
    const events = (await this.log()) as unknown as (ReminderEvent | NoticeEvent)[];
    return events.flatMap(({ data }) => ('messageId' in data ? [data.messageId] : []));
  }

  /** Of the reminders that are on record as sent. */
  async decisions(): Promise<ReminderSent['data'][]> {
    const events = (await this.log()) as unknown as ReminderEvent[];
    return events.filter((event) => event.type === 'ReminderSent').map(({ data }) => data);
  }

  private async log(): Promise<readonly RecordedEvent[]> {
    return (await this.store.readAll({ after: START, batchSize: 100_000 })).events;
  }
}
