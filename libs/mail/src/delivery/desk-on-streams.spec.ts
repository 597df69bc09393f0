import { setImmediate } from 'node:timers/promises';
import { type EventMetadata, type JsonObject, type MemoryEventStore, StoreUnavailable } from '@renewals/event-store';
import type { ContactId, ReminderEvent, SuppressionReason } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { reminderContent } from '../compose/examples.spec';
import type { DueReminder, ReminderDesk, ReminderFailure, Verdict } from './reminder-desk';

type Decision = Exclude<ReminderEvent, { type: 'ReminderDue' | 'AlertRaised' }>;

/** A desk whose streams are real: two appends to one at a time would conflict. */
export class DeskOnStreams implements ReminderDesk {
  readonly contacts = new Map<string, readonly ContactId[]>();
  readonly suppressed = new Map<ContactId, SuppressionReason>();
  /** Called before each question and order. */
  before: ((call: keyof ReminderDesk, contact?: ContactId) => void) | undefined;

  constructor(
    private readonly store: MemoryEventStore,
    private readonly now: () => number,
  ) {}

  async recipients(of: DueReminder): Promise<readonly ContactId[]> {
    this.before?.('recipients');
    const decided = (await this.decisions(of)).map(({ data }) => data.contactId);
    return (this.contacts.get(of.subject.id) ?? []).filter((contact) => !decided.includes(contact));
  }

  async check(of: DueReminder, contact: ContactId): Promise<Verdict> {
    this.before?.('check', contact);
    const decided = (await this.decisions(of)).filter(
      (event) => event.type !== 'ReminderFailed' || event.data.permanent,
    );
    if (decided.some(({ data }) => data.contactId === contact || data.contactId === undefined))
      return 'already-decided';
    const reason = this.suppressed.get(contact);
    return reason
      ? { suppress: reason }
      : { send: reminderContent({ to: { email: `${contact.slice(-12)}@customer.example` } }) };
  }

  async recordNoRecipient({ subject, expiresOn, offset }: DueReminder): Promise<void> {
    this.before?.('recordNoRecipient');
    await this.append({ type: 'ReminderSuppressed', data: { subject, expiresOn, offset, reason: 'no-recipient' } });
  }

  async recordSent(
    { subject, expiresOn, offset }: DueReminder,
    contactId: ContactId,
    messageId: string,
  ): Promise<void> {
    this.before?.('recordSent', contactId);
    await this.append({ type: 'ReminderSent', data: { subject, expiresOn, offset, contactId, messageId } });
  }

  async recordSuppressed(
    { subject, expiresOn, offset }: DueReminder,
    contactId: ContactId,
    reason: SuppressionReason,
  ): Promise<void> {
    this.before?.('recordSuppressed', contactId);
    await this.append({ type: 'ReminderSuppressed', data: { subject, expiresOn, offset, contactId, reason } });
  }

  async recordFailed(
    { subject, expiresOn, offset }: DueReminder,
    contactId: ContactId,
    failure: ReminderFailure,
  ): Promise<void> {
    this.before?.('recordFailed', contactId);
    await this.append({ type: 'ReminderFailed', data: { subject, expiresOn, offset, contactId, ...failure } });
  }

  async append({ type, data }: ReminderEvent): Promise<void> {
    const stream = streamOf(data);
    const { length } = await this.store.readStream(stream);
    await setImmediate();
    const cause = `${stream} ${length}`;
    const event = {
      id: derivedId(cause),
      type,
      data: data as unknown as JsonObject,
      metadata: metadataOf(this.now(), cause),
    };
    await this.store.append(stream, length === 0 ? 'no-stream' : length - 1, [event]);
  }

  private async decisions(of: DueReminder): Promise<Decision[]> {
    const events = (await this.store.readStream(streamOf(of))) as unknown as ReminderEvent[];
    return events.filter(
      (event): event is Decision =>
        event.type !== 'ReminderDue' && event.type !== 'AlertRaised' && event.data.offset === of.offset,
    );
  }
}

export const storeIsAway = () => new StoreUnavailable('The event store is away');

function streamOf({ subject, expiresOn }: Pick<DueReminder, 'subject' | 'expiresOn'>): string {
  return `reminder-${subject.kind}.${subject.id}.${expiresOn}`;
}

function metadataOf(now: number, cause: string): EventMetadata {
  const recordedAt = new Date(now).toISOString();
  return {
    schema: 1,
    commandId: derivedId(cause),
    $correlationId: derivedId('correlation', cause),
    $causationId: derivedId('causation', cause),
    actor: { type: 'automation', id: 'reminders' },
    occurredAt: recordedAt,
    recordedAt,
    previousHash: '0'.repeat(64),
  };
}
