import { fieldsOf } from './fields';
import { type Finding, NotUnderstood } from './mail-report';

/** Its reader wants no such mail (RFC 5965, 7.3). */
const COMPLAINTS: readonly string[] = ['abuse', 'fraud', 'opt-out', 'opt-out-list'];

/** What a feedback report says (RFC 5965). */
export async function readFeedbackReport(part: string): Promise<Finding> {
  const type = (await fieldsOf(part)).get('feedback-type')?.trim().toLowerCase();
  if (type === 'not-spam') return { verdict: 'arrived' };
  if (type !== undefined && COMPLAINTS.includes(type)) return { verdict: 'complaint' };
  throw new NotUnderstood(
    'The feedback report is no complaint of a reader. Look at the report; nothing is known of any contact by it.',
  );
}
