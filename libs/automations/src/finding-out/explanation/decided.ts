import type { ContactId } from '@renewals/licensing';
import { accessOf, audienceOf } from './access';
import { type Dossier, type OnRecord, shownBy, zoneOf } from './dossier';
import type { Answer, Fact } from './explanation';
import { localAndUtc } from './moments';
import { reasonInWords } from './reasons';
import { rowFact, underway } from './underway';

type Outcome = Extract<OnRecord, { readonly type: 'ReminderSent' | 'ReminderSuppressed' | 'ReminderFailed' }>;

/** What became of a reminder that is decided already; `undefined` for one that is not. */
export function asDecided(dossier: Dossier): Answer | undefined {
  const [due] = dossier.ofReminder('ReminderDue');
  const outcomes = dossier.ofReminder('ReminderSent', 'ReminderSuppressed', 'ReminderFailed') as readonly Outcome[];
  const forAll = outcomes.findLast(isForAll);
  const { contactId } = dossier.facts.asked;
  if (contactId) return due || forAll ? ofContact(contactId, dossier, { due, outcomes, forAll }) : undefined;
  if (forAll) return forEverybody(dossier, forAll);
  return due && ofAll(dossier, due, outcomes);
}

interface Decided {
  readonly due: OnRecord | undefined;
  readonly outcomes: readonly Outcome[];
  readonly forAll: Extract<Outcome, { readonly type: 'ReminderSuppressed' }> | undefined;
}

function ofContact(contactId: ContactId, dossier: Dossier, { due, outcomes, forAll }: Decided): Answer | undefined {
  const own = outcomes.findLast(({ data }) => data.contactId === contactId);
  if (own) return outcomeOf(own, contactId, dossier);
  if (forAll) return forEverybody(dossier, forAll);
  const row = rowOf(contactId, dossier);
  if (row) return underway(row, dossier, due);
  return due && passedBy(contactId, dossier, due);
}

function outcomeOf(event: Outcome, contactId: ContactId, dossier: Dossier): Answer {
  switch (event.type) {
    case 'ReminderSent':
      return sent(event, dossier);
    case 'ReminderSuppressed': {
      const { words, facts } = reasonInWords(event.data.reason, dossier.asOf(event), contactId);
      const decided = shownBy(event, `Decided against, when it was to be sent: ${event.data.reason}.`);
      return { verdict: 'not-sent', sentence: `This contact did not get it: ${words}.`, facts: [decided, ...facts] };
    }
    case 'ReminderFailed':
      return failed(event, dossier);
  }
}

function sent(event: Extract<Outcome, { type: 'ReminderSent' }>, dossier: Dossier): Answer {
  const { messageId, sentAt, answer } = event.data;
  const lines = dossier.facts.inMails.get(messageId) ?? 1;
  const inDigest = lines > 1 ? `, one of ${lines} reminders in one mail` : '';
  const when = localAndUtc(sentAt, zoneOf(dossier));
  return {
    verdict: 'sent',
    sentence: `Sent at ${when}${inDigest}: the server took ${messageId} and answered “${answer}”.`,
    facts: [...dueFacts(dossier), shownBy(event, `Taken by the server as ${messageId}, which answered “${answer}”.`)],
  };
}

function failed(event: Extract<Outcome, { type: 'ReminderFailed' }>, dossier: Dossier): Answer {
  const { permanent, answer, contactId } = event.data;
  const row = rowOf(contactId, dossier);
  if (!permanent && row && !row.parked) return underway(row, dossier, event);
  const end = permanent
    ? 'the server will never take it'
    : 'it was tried as often as it is, and waits for an operator (renewals replay)';
  const facts = [...dueFacts(dossier), shownBy(event, `Not taken: “${answer}”.`), ...(row ? [rowFact(row)] : [])];
  return { verdict: 'failed', sentence: `Not delivered: ${end}. The last answer was “${answer}”.`, facts };
}

function forEverybody(dossier: Dossier, event: NonNullable<Decided['forAll']>): Answer {
  const { words, facts } = reasonInWords(event.data.reason, dossier.asOf(event));
  const when = localAndUtc(event.recordedAt, zoneOf(dossier));
  const decided = shownBy(event, `Decided on ${when} that nobody gets it: ${event.data.reason}.`);
  return { verdict: 'not-sent', sentence: `Nobody got it: ${words}.`, facts: [decided, ...facts] };
}

/** Every contact's, in the order in which they were decided. */
function ofAll(dossier: Dossier, due: OnRecord, outcomes: readonly Outcome[]): Answer {
  const contacts = [...new Set(outcomes.flatMap(({ data }) => data.contactId ?? []))];
  const answers = contacts.flatMap((contactId) => {
    const answer = ofContact(contactId, dossier, { due, outcomes, forAll: undefined });
    return answer ? [{ contactId, ...answer }] : [];
  });
  const waiting = dossier.facts.queue.mails.filter(({ parked }) => !parked).map((row) => underway(row, dossier, due));
  const all = [...answers, ...waiting];
  const verdict = (['sent', 'waiting', 'failed'] as const).find((each) =>
    all.some((answer) => answer.verdict === each),
  );
  const counted = ['sent', 'waiting', 'failed', 'not-sent'].flatMap((each) => {
    const count = all.filter((answer) => answer.verdict === each).length;
    return count > 0 ? [`${each} ${count}`] : [];
  });
  return {
    verdict: verdict ?? 'not-sent',
    sentence: `It was due, mails to contacts: ${counted.join(', ') || 'none'}.`,
    facts: [
      ...dueFacts(dossier),
      ...answers.flatMap(({ contactId, sentence, facts }) => [{ ...facts.at(-1), says: `${contactId}: ${sentence}` }]),
      ...waiting.flatMap(({ facts }) => facts.slice(-1)),
    ],
  };
}

/** It is due, and nothing is on record about this contact: the contact was none of its recipients. */
function passedBy(contactId: ContactId, dossier: Dossier, due: OnRecord): Answer {
  const then = accessOf(contactId, dossier.asOf(due));
  const added = dossier.last(['ContactAdded'], ({ data }) => data.contactId === contactId);
  const wasYet = dossier.asOf(due).last(['ContactAdded'], ({ data }) => data.contactId === contactId);
  const words =
    added && !wasYet ? `the contact was added to the order on ${added.occurredAt.slice(0, 10)} only` : then.words;
  const facts = added && !wasYet ? [shownBy(added, 'Added after it was due.')] : then.facts;
  return {
    verdict: 'not-sent',
    sentence: `This contact was none of those it was sent to: ${words}.`,
    facts: [...dueFacts(dossier), ...facts, audienceOf(dossier)],
  };
}

/** Its own row; else that of the whole mailing, whose recipients are still to be looked up. */
function rowOf(contactId: ContactId, { facts: { queue } }: Dossier) {
  return (
    queue.mails.find(({ recipient }) => recipient === contactId) ??
    queue.mails.find(({ recipient }) => recipient === undefined)
  );
}

function dueFacts(dossier: Dossier): readonly Fact[] {
  return dossier.ofReminder('ReminderDue').map((event) => {
    return shownBy(event, `Decided on ${localAndUtc(event.recordedAt, zoneOf(dossier))} that it is sent.`);
  });
}

function isForAll(event: Outcome): event is NonNullable<Decided['forAll']> {
  return event.type === 'ReminderSuppressed' && event.data.contactId === undefined;
}
