import type { ContactId } from '@renewals/licensing';
import { foresee, type Foreseen } from '../foresee';
import { accessOf, audienceOf } from './access';
import { type Dossier, zoneOf } from './dossier';
import type { Answer, Explanation, Fact } from './explanation';
import { localAndUtc } from './moments';
import { reasonInWords } from './reasons';
import { heldBy, rowFact } from './underway';

interface Outlook {
  readonly expected: NonNullable<Explanation['expected']>;
  /** `this contact gets it` */
  readonly words: string;
  readonly facts: readonly Fact[];
}

/** Of a reminder that is undecided: what will be decided if nothing changes, and what stands against it already. */
export function asItStands(dossier: Dossier): Answer {
  const { asked, situation, decided, queue, now } = dossier.facts;
  const found = foresee(asked, situation, decided).find(({ offset }) => offset === asked.offset);
  if (!found) return { verdict: 'none', sentence: 'There is none any more.', facts: [] };
  const hour = dossier.policyField(
    'reminders.hour',
    'Reminders fall due on their day at this hour of the term’s zone.',
  );
  const { decision } = queue;
  if (decision?.parked) {
    const failed = `deciding about it failed ${decision.attempts} times`;
    const sentence = `It was due, and ${failed}: it waits for an operator (renewals replay).`;
    return { verdict: 'failed', sentence, facts: [hour, rowFact(decision)] };
  }
  const outlook = outlookOf(found, dossier);
  const isDue = found.at <= now;
  const verdict = isDue ? 'waiting' : 'to-come';
  const facts = [hour, ...heldBy(dossier), ...outlook.facts];
  const when = isDue ? 'It is due' : `It is due at ${localAndUtc(found.at, zoneOf(dossier))}`;
  if (queue.mail === 'held') {
    const before = isDue ? '' : ` Released before that day, ${outlook.words}; after it,`;
    const after = isDue ? ' When it is released,' : '';
    const sentence = `${when}. Mail is held since the import.${before}${after} it is recorded and not sent.`;
    return { verdict, sentence, facts };
  }
  const soon = isDue ? ', and decided as soon as the engine gets to it' : '';
  const { expected, words } = outlook;
  return { verdict, expected, sentence: `${when}${soon}. If nothing changes ${words}.`, facts };
}

function outlookOf({ reason, mails }: Foreseen, dossier: Dossier): Outlook {
  const { contactId } = dossier.facts.asked;
  if (reason) {
    const { words, facts } = reasonInWords(reason, dossier);
    return { expected: 'not-sent', words: `nobody gets it: ${words}`, facts };
  }
  if (contactId) return outlookFor(contactId, mails, dossier);
  const sent = [...mails.values()].filter((outcome) => outcome === 'sent').length;
  return {
    expected: sent > 0 ? 'sent' : 'not-sent',
    words: `it goes to ${sent} of ${mails.size} contacts`,
    facts: [audienceOf(dossier), ...[...mails].map(([each, outcome]) => outlookFact(each, outcome, dossier))],
  };
}

function outlookFor(contactId: ContactId, mails: Foreseen['mails'], dossier: Dossier): Outlook {
  const outcome = mails.get(contactId);
  if (outcome === 'sent') return { expected: 'sent', words: 'this contact gets it', facts: [audienceOf(dossier)] };
  const { words, facts } = outcome ? reasonInWords(outcome, dossier, contactId) : accessOf(contactId, dossier);
  const audience = outcome === 'no-access' ? [] : [audienceOf(dossier)];
  return { expected: 'not-sent', words: `this contact does not get it: ${words}`, facts: [...facts, ...audience] };
}

function outlookFact(contactId: ContactId, outcome: 'sent' | NonNullable<Foreseen['reason']>, dossier: Dossier): Fact {
  if (outcome === 'sent') return { says: `${contactId} gets it.` };
  const { words, facts } = reasonInWords(outcome, dossier, contactId);
  return { ...facts[0], says: `${contactId} does not get it: ${words}.` };
}
