import { type ContactId, maySend } from '@renewals/licensing';
import { type Dossier, type OnRecord, shownBy, type Waiting, zoneOf } from './dossier';
import type { Answer, Fact } from './explanation';
import { localAndUtc } from './moments';
import { type Because, reasonInWords } from './reasons';

/** A mail that waits in the outbox, for its next try or for an operator. */
export function underway(
  row: Waiting & { readonly recipient?: ContactId },
  dossier: Dossier,
  since?: OnRecord,
): Answer {
  const facts = [...(since ? [shownBy(since, 'It is due.')] : []), ...heldBy(dossier), rowFact(row)];
  if (row.parked) {
    const sentence = `Not delivered: it failed ${row.attempts} times, and waits for an operator (renewals replay).`;
    return { verdict: 'failed', sentence, facts };
  }
  const { mail } = dossier.facts.queue;
  const why = {
    held: 'mail is held since the import, until somebody releases it (renewals go-live)',
    off: 'delivery is switched off (MAIL_DELIVERY=off)',
    on: `it is tried next at ${localAndUtc(row.nextAttemptAt, zoneOf(dossier))}`,
  }[mail];
  const against = standsAgainst(row.recipient ?? dossier.facts.asked.contactId, dossier);
  const yet = against ? ` As things stand this contact does not get it: ${against.words}.` : '';
  return {
    verdict: 'waiting',
    ...(mail === 'on' && { expected: against ? 'not-sent' : 'sent' }),
    sentence: `It is due and waits in the outbox: ${why}.${yet}`,
    facts: [...facts, ...(against?.facts ?? [])],
  };
}

/** What will be found against a mail that waits, if nothing changes until it is sent. */
function standsAgainst(contactId: ContactId | undefined, dossier: Dossier): Because | undefined {
  if (!contactId) return undefined;
  const { asked, situation, decided } = dossier.facts;
  const verdict = maySend(contactId, asked, { ...situation, reminders: decided });
  return verdict === 'ok' ? undefined : reasonInWords(verdict, dossier, contactId);
}

export function heldBy(dossier: Dossier): readonly Fact[] {
  const held = dossier.facts.queue.mail === 'held' ? dossier.last(['MailHeld']) : undefined;
  return held ? [shownBy(held, 'Mail is held since the import.')] : [];
}

export function rowFact({ row, attempts, lastError }: Waiting): Fact {
  const error = lastError === undefined ? '' : `, last with “${lastError}”`;
  return { says: attempts === 0 ? 'Not tried yet.' : `Tried ${attempts} times${error}.`, row };
}
