import type { BounceSeverity } from '@renewals/licensing';
import { type Fields, fieldGroups } from './fields';
import { type Finding, NotUnderstood } from './mail-report';

const ARRIVED: readonly string[] = ['delivered', 'relayed', 'expanded'];
const worst: readonly Finding['verdict'][] = ['arrived', 'soft', 'hard'];

/**
 * What a delivery status notification says (RFC 3464). Our mails have one recipient; where a server made several of that
 * one, as of a forwarding or a group, and the mail arrived at some of them, it did not fail for good.
 */
export async function readDeliveryStatus(part: string): Promise<Finding> {
  const recipients = (await fieldGroups(part)).filter((group) => group.has('action'));
  if (recipients.length === 0) {
    throw new NotUnderstood(
      'The delivery status names no recipient and no action. Look at the report, and act by hand.',
    );
  }
  const findings = recipients.map(findingOf);
  const heaviest = findings.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one));
  const arrivedSomewhere = findings.some(({ verdict }) => verdict === 'arrived');
  return heaviest.verdict === 'hard' && arrivedSomewhere ? { ...heaviest, verdict: 'soft' } : heaviest;
}

function findingOf(recipient: Fields): Finding {
  const action = (recipient.get('action') ?? '').trim().toLowerCase();
  if (ARRIVED.includes(action)) return { verdict: 'arrived' };
  const status = /^\s*([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(recipient.get('status') ?? '')?.[1];
  const verdict: BounceSeverity = action === 'failed' && status?.startsWith('5') ? 'hard' : 'soft';
  return { verdict, ...(status !== undefined && { status }) };
}

function weightOf({ verdict }: Finding): number {
  return worst.indexOf(verdict);
}
