import { setImmediate } from 'node:timers/promises';
import { type EventMetadata, type JsonObject, type MemoryEventStore, StoreUnavailable } from '@renewals/event-store';
import type { ContactId, NoticeEvent, ReminderEvent, SuppressionReason } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { reminderContent } from '../compose/examples.spec';
import type { DigestContent } from '../compose/kinds/digest';
import type { ReminderContent } from '../compose/kinds/reminder';
import { type Decided, decidedBy } from '../outbox/decided';
import type { DigestWriter, MailDesk, MailOutcome, Verdict } from './mail-desk';
import { becameOf } from './events.spec';
import { type Due, laneOf, type Mailing, nameOf, type Recipient } from './mailing';

type Call = 'recipients' | 'check' | MailOutcome['outcome'];

/** A desk whose streams are real: two appends to one at a time would conflict. */
export class DeskOnStreams implements MailDesk, DigestWriter {
  /** By mailing. */
  readonly contacts = new Map<string, readonly Recipient[]>();
  /** What is special about the mail of a mailing. */
  contentOf: (of: Due) => Partial<ReminderContent> = () => ({});
  readonly suppressed = new Map<Recipient, SuppressionReason>();
  /** Why nobody gets it. */
  suppressedMailing: (of: Due) => SuppressionReason | undefined = () => undefined;
  /** Called before each question and order. */
  before: ((call: Call, recipient?: Recipient) => void) | undefined;

  constructor(
    private readonly store: MemoryEventStore,
    private readonly now: () => number,
  ) {}

  async recipients(of: Due): Promise<readonly Recipient[]> {
    this.before?.('recipients');
    const decided = await this.decidedAbout(of);
    return (this.contacts.get(nameOf(of)) ?? []).filter((one) => !decided.some((by) => concerns(by, one)));
  }

  async check(of: Due, recipient: Recipient): Promise<Verdict> {
    this.before?.('check', recipient);
    const decided = (await this.decidedAbout(of)).filter(({ what }) => what !== 'parked');
    if (decided.some((by) => concerns(by, recipient))) return 'already-decided';
    const reason = this.suppressed.get(recipient) ?? this.suppressedMailing(of);
    const to = { email: addressOf(recipient) };
    return reason ? { suppress: reason } : { send: reminderContent({ to, ...this.contentOf(of) }) };
  }

  digestOf(_contact: ContactId, lines: readonly ReminderContent[]): DigestContent {
    const [{ to, locale, vendor }] = lines as readonly [ReminderContent];
    return { kind: 'digest', to, locale, vendor, lines };
  }

  async record(of: Due, told: MailOutcome): Promise<void> {
    this.before?.(told.outcome, 'recipient' in told ? told.recipient : undefined);
    const decided = (await this.decidedAbout(of)).filter(({ what }) => what !== 'parked');
    if ('recipient' in told && decided.some((by) => concerns(by, told.recipient))) return;
    await this.append(of, becameOf(of, told));
  }

  async append(mailing: Mailing, event: ReminderEvent | NoticeEvent): Promise<void> {
    const stream = streamOf(mailing);
    const { length } = await this.store.readStream(stream);
    await setImmediate();
    const cause = JSON.stringify([stream, length, event]);
    await this.store.append(stream, length === 0 ? 'no-stream' : length - 1, [
      {
        id: derivedId(cause),
        type: event.type,
        data: event.data as unknown as JsonObject,
        metadata: metadataOf(this.now(), cause),
      },
    ]);
  }

  private async decidedAbout(of: Due): Promise<Decided[]> {
    const events = (await this.store.readStream(streamOf(of))) as unknown as ReminderEvent[];
    return events
      .map(decidedBy)
      .filter((by) => by !== undefined && by.what !== 'due' && nameOf(by.mailing) === nameOf(of)) as Decided[];
  }
}

export function addressOf(recipient: Recipient): string {
  return `${recipient.slice(-12)}@customer.example`;
}

export const storeIsAway = () => new StoreUnavailable('The event store is away');

export function streamOf(mailing: Mailing): string {
  const category = mailing.kind === 'reminder' ? 'reminder' : 'notice';
  return `${category}-${laneOf(mailing).replaceAll('|', '.')}`;
}

function concerns(by: Decided, recipient: Recipient): boolean {
  return by.what === 'mailing' || ('recipient' in by && by.recipient === recipient);
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
