import { type Explanation, explainReminder, type OnRecord, type ReminderFacts } from '@renewals/automations';
import type { ContactId, DomainEvent, Instant } from '@renewals/licensing';
import type { Happened } from '../memory-stream';
import { acme, type ExpiryOnRecord, type RemindedDesk } from './reminded-desk';

export interface Question extends ExpiryOnRecord {
  readonly offset: number;
  readonly contactId: ContactId;
}

/** What the desk answers who asks now. */
export function explained(desk: RemindedDesk, log: readonly OnRecord[], asked: Question): Explanation {
  const facts: ReminderFacts = {
    now: desk.now,
    asked,
    log,
    situation: desk.situationOf(asked),
    decided: desk.remindersOf(asked).state,
    queue: { mails: [], mail: 'on' },
    inMails: new Map(),
  };
  return explainReminder(facts);
}

/** All streams in one line of time; what was decided about reminders after what it was decided on. */
export function logOf(desk: RemindedDesk): readonly OnRecord[] {
  const streams: [name: string, happened: readonly Happened<DomainEvent>[]][] = [
    [`organization-${acme}`, desk.organization.happened],
    ['order-order', desk.order.happened],
    ...[...desk.licenses].map(([id, { happened }]) => [`license-${id}`, happened] as [string, typeof happened]),
    ...[...desk.maintenances].map(([id, { happened }]) => [`maintenance-${id}`, happened] as [string, typeof happened]),
    ...[...desk.agreements].map(
      ([id, { happened }]) => [`billingAgreement-${id}`, happened] as [string, typeof happened],
    ),
    ...desk.renewals.map(({ happened }, index) => [`renewal-renewal ${index}`, happened] as [string, typeof happened]),
    ...[...desk.reminders].map(([key, { happened }]) => [`reminder-${key}`, happened] as [string, typeof happened]),
  ];
  return streams
    .flatMap(([stream, happened]) => happened.map((each, revision) => ({ ...each, stream, revision })))
    .sort((one, other) => one.at - other.at)
    .map(({ event, at, stream, revision }) => onRecord(event, at, stream, revision));
}

function onRecord(event: DomainEvent, at: Instant, stream: string, revision: number): OnRecord {
  const when = new Date(at).toISOString();
  const where = { stream, revision, eventId: `${stream}@${revision}`, occurredAt: when, recordedAt: when };
  return { ...event, ...where } as unknown as OnRecord;
}
