import type { Explanation } from '@renewals/automations';

/** For a person: the sentence, then what it follows from. */
export function explanationLines({ sentence, facts }: Explanation): readonly string[] {
  return [sentence, ...facts.flatMap((fact) => [`- ${fact.says}`, ...proofOf(fact)])];
}

function proofOf({ event, policy, rule, row }: Explanation['facts'][number]): readonly string[] {
  if (event) {
    const { type, stream, revision, eventId, occurredAt, recordedAt } = event;
    const recorded = recordedAt === occurredAt ? '' : `, recorded ${recordedAt}`;
    return [`    ${type}, ${occurredAt}${recorded}`, `    ${stream} revision ${revision}, event ${eventId}`];
  }
  if (policy) return [`    policy ${policy.policy} ${policy.policyHash.slice(0, 12)}, ${policy.field}`];
  if (rule !== undefined) return [`    docs/reminders-and-mail.md, ${rule}`];
  return row === undefined ? [] : [`    ${row}`];
}
