import { lastDayToChange } from '../billing/cut-off';
import { refuseUnlessCount } from '../shared/count';
import type { OfOrder } from '../shared/decision';
import { money, multiply, total } from '../shared/money';
import { enforce, refused, type Rule } from '../shared/rule';
import type { Actor, Subject } from '../shared/words';
import { localDate } from '../term';
import type { RenewalChanged } from './events';
import { hasNotEnded, isRequested, isSettled, namesOneOfItsLines } from './rules';
import { isOpen, lineOf, type Renewal } from './state';

export interface ChangeRenewal {
  readonly subject: Subject;
  /** From the new term on. */
  readonly quota: number;
  readonly by: Actor;
}

type ChangeRule = Rule<Renewal, ChangeRenewal, OfOrder>;

const isNotApproved: ChangeRule = (renewal) =>
  isOpen(renewal) && isSettled(renewal)
    ? refused('NOT_ALLOWED', 'This renewal is approved as it is. Withdraw it, and request one with the other quota.')
    : undefined;

const isWholeQuota: ChangeRule = (_renewal, { quota }) => refuseUnlessCount('quota', quota);

/** Changing takes more than so many days before the renewal, as cancelling does (L). */
const isBeforeCutOff: ChangeRule = (renewal, { subject }, decision) => {
  const line = lineOf(renewal, subject);
  if (!line) return undefined;
  const { currentExpiresOn: expiresOn, zone } = line;
  const lastDay = lastDayToChange(decision, { expiresOn });
  if (lastDay === undefined || localDate(decision.now, zone) <= lastDay) return undefined;
  return refused(
    'CANCELLATION_CUTOFF_PASSED',
    `The term ends on ${expiresOn}, and ${lastDay} was the last day to change it. Renew it as it is, and add quota afterwards.`,
  );
};

const rules: readonly ChangeRule[] = [
  isRequested,
  hasNotEnded,
  isNotApproved,
  namesOneOfItsLines,
  isWholeQuota,
  isBeforeCutOff,
];

/** Renews with another quota than before. What was quoted until then is void. */
export function changeRenewal(renewal: Renewal, command: ChangeRenewal, decision: OfOrder): RenewalChanged[] {
  enforce(rules, renewal, command, decision);
  const line = lineOf(renewal, command.subject);
  if (!isOpen(renewal) || !line || line.quota === command.quota) return [];
  const { amountMinor, currency } = line.amount;
  const amount = multiply(money(amountMinor / line.quota, currency), command.quota);
  const others = renewal.lines.filter((each) => each !== line).map((each) => each.amount);
  return [{ type: 'RenewalChanged', data: { ...command, amount, total: total(currency, [...others, amount]) } }];
}
