import type { RenewalPolicy } from '../policy';
import type { Decision } from '../shared/decision';
import { enforce, refused, type Refused, type Rule } from '../shared/rule';
import type { Subject } from '../shared/words';
import type { RenewalRequested } from './events';
import { hasLapsed, hasNotEnded } from './rules';
import type { Renewal } from './state';

export interface RequestRenewal extends Readonly<
  Pick<RenewalRequested['data'], 'renewalId' | 'source' | 'requestedBy' | 'lines' | 'notice'>
> {
  /** Whose claim was refused, and why. */
  readonly refused: readonly (Refused & { readonly subject: Subject })[];
  /** What holds for each order whose licenses are renewed; the strictest of it holds for the renewal. */
  readonly terms: readonly RenewalPolicy[];
}

type RequestRule = Rule<Renewal, RequestRenewal, Decision>;

const wonALine: RequestRule = (_renewal, { lines, refused: [first] }) =>
  lines.length > 0 ? undefined : (first ?? refused('INVALID_INPUT', 'Nothing is to be renewed. Choose a license.'));

const isInOneCurrency: RequestRule = (_renewal, { lines }) =>
  new Set(lines.map(({ amount }) => amount.currency)).size > 1
    ? refused('INVALID_INPUT', 'These licenses are priced in several currencies. Renew each currency by itself.')
    : undefined;

const rules: readonly RequestRule[] = [hasNotEnded, wonALine, isInOneCurrency];

/** Lists what a renewal is over: the licenses whose term it could claim. */
export function requestRenewal(renewal: Renewal, command: RequestRenewal, decision: Decision): RenewalRequested[] {
  enforce(rules, renewal, command, decision);
  if (renewal.stage !== 'unrequested') return [];
  const { now, policy } = decision;
  const { terms, ...asked } = command;
  const graceDays = Math.min(...terms.map((each) => each.graceDays));
  return [
    {
      type: 'RenewalRequested',
      data: {
        ...asked,
        refused: command.refused.map(({ subject, code }) => ({ subject, code })),
        policy: policy.id,
        late: hasLapsed(command.lines, graceDays, now),
        commitmentRequired: terms.some(({ commitmentRequired }) => commitmentRequired),
        startsUpon: terms.every(({ startsUpon }) => startsUpon === 'approval') ? 'approval' : 'invoice',
        graceDays,
        quoteValidDays: Math.min(...terms.map(({ quoteValidDays }) => quoteValidDays)),
      },
    },
  ];
}
