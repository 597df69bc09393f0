import { addDays, type IsoDate, rfc3339 } from '@renewals/licensing';
import { remindersThatHold } from '../reminders-that-hold';
import { asDecided } from './decided';
import { Dossier, type ReminderFacts, shownBy } from './dossier';
import type { About, Answer, Explanation, Fact } from './explanation';
import { offsetsOf } from './offsets';
import { asItStands } from './outlook';
import { movedFrom, reasonInWords } from './reasons';

/**
 * Why a reminder came, did not come, or will come and when. What is decided is told from the record; what is not, by
 * the decisions that the engine will take (`foresee`).
 */
export function explainReminder(facts: ReminderFacts): Explanation {
  const dossier = new Dossier(facts);
  const answer = nothingExpires(dossier) ?? asDecided(dossier) ?? noSuchReminder(dossier) ?? asItStands(dossier);
  return { ...answer, about: aboutOf(facts) };
}

function aboutOf({ asked, situation }: ReminderFacts): About {
  const reminder = remindersThatHold(asked.expiresOn, situation).find(({ offset }) => offset === asked.offset);
  const zone = situation.renewable?.term.zone;
  const { expiresOn, ...about } = asked;
  return {
    ...about,
    ...(zone && { expiresOn }),
    ...(reminder && zone && { due: { on: reminder.dueOn, at: rfc3339(reminder.dueAt), zone } }),
  };
}

const none = (sentence: string, ...facts: readonly Fact[]): Answer => ({ verdict: 'none', sentence, facts });

/** There never was a term to remind of. */
function nothingExpires(dossier: Dossier): Answer | undefined {
  const { license, renewable } = dossier.facts.situation;
  const issued = dossier
    .all(['LicenseIssued'], ({ data }) => data.licenseId === dossier.facts.asked.subject.id)
    .map((event) => shownBy(event, `Issued as ${event.data.kind}.`));
  if (license.status === 'issued') {
    return none('The license is not activated: no term runs that could be reminded of.', ...issued);
  }
  if (license.status !== 'unissued' && license.grant.kind === 'trial') {
    return none('The license is a trial, and trials have no reminders.', ...issued, {
      says: 'Trials have none.',
      rule: 'When',
    });
  }
  if (renewable) return undefined;
  return none('Nothing of the license expires: it is perpetual, and has no maintenance.', ...issued);
}

/** It is undecided, and never will be: no term ends then, the offset is none that holds, or its day is none. */
function noSuchReminder(dossier: Dossier): Answer | undefined {
  const { situation, asked } = dossier.facts;
  if (situation.license.status === 'terminated') {
    const { words, facts } = reasonInWords('terminated', dossier);
    return none(`There is none: ${words}.`, ...facts);
  }
  const { renewable } = situation;
  if (renewable && renewable.term.expiresOn !== asked.expiresOn) return noSuchExpiry(dossier, renewable.term.expiresOn);
  if (remindersThatHold(asked.expiresOn, situation).some(({ offset }) => offset === asked.offset)) return undefined;
  const { offsets, words, facts } = offsetsOf(dossier);
  if (!offsets.includes(asked.offset))
    return none(`There is no reminder ${asked.offset} days before: ${words}.`, ...facts);
  const { startsOn } = renewable?.term ?? {};
  const day = addDays(asked.expiresOn, -asked.offset);
  const rule = { says: 'A day before the term started does not exist.', rule: 'When' };
  return none(`There is none: its day, ${day}, lies before the term started on ${startsOn}.`, ...facts, rule);
}

function noSuchExpiry(dossier: Dossier, current: IsoDate): Answer {
  const { expiresOn } = dossier.facts.asked;
  if (movedFrom(dossier)) {
    const { words, facts } = reasonInWords('expiry-moved', dossier);
    return none(`There is none any more: ${words}.`, ...facts);
  }
  return none(`No term of the license ends on ${expiresOn}: it ends on ${current}.`);
}
