import type { Renewal, Term } from '@renewals/licensing';
import type { Subjects } from '../subjects/subjects';

/** The terms that a renewal renews, of licenses and of maintenance. */
export async function renewedTerms(renewal: Renewal, subjects: Subjects): Promise<readonly Term[]> {
  if (renewal.stage === 'unrequested') return [];
  const terms = renewal.lines.map(async ({ subject, currentExpiresOn }) => {
    const renewable = await subjects.of(subject).renewable(currentExpiresOn);
    return renewable ? [renewable.term] : [];
  });
  return (await Promise.all(terms)).flat();
}
