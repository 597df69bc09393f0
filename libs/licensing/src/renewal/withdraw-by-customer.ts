import { lastDayToChange } from '../billing/cut-off';
import { isStaff } from '../shared/actors';
import type { OfOrder } from '../shared/decision';
import { enforce, refused, type Rule } from '../shared/rule';
import { localDate } from '../term';
import type { RenewalWithdrawn } from './events';
import { isOpen, type Renewal } from './state';
import { withdrawRenewal, type WithdrawRenewal } from './withdraw-renewal';

/** To withdraw is to cancel: it takes more than so many days before the renewal (L). Sales may let somebody go later. */
const isBeforeCutOff: Rule<Renewal, WithdrawRenewal, OfOrder> = (renewal, { by }, decision) => {
  if (!isOpen(renewal) || isStaff(by)) return undefined;
  for (const { currentExpiresOn: expiresOn, zone } of renewal.lines) {
    const lastDay = lastDayToChange(decision, { expiresOn });
    if (lastDay === undefined || localDate(decision.now, zone) <= lastDay) continue;
    return refused(
      'CANCELLATION_CUTOFF_PASSED',
      `A term of this renewal ends on ${expiresOn}, and ${lastDay} was the last day to withdraw it. Write to ${decision.policy.vendor.salesEmail}.`,
    );
  }
  return undefined;
};

/** Ends a renewal as long as the vendor's cut-off lets the customer. */
export function withdrawByCustomer(renewal: Renewal, command: WithdrawRenewal, decision: OfOrder): RenewalWithdrawn[] {
  enforce([isBeforeCutOff], renewal, command, decision);
  return withdrawRenewal(renewal, command);
}
