import { addDays, daysBetween, type IsoDate, isoDate } from '@renewals/licensing';
import type { Texts } from '../csv/table-format';
import type { SubscriptionColumns } from '../subscriptions';
import type { Choices } from './choices';
import { type ExampleAccount, flagText, idOf, lastDay } from './example-account';

const leapDay = isoDate('2024-02-29');

/** Dollars per seat and month. */
const prices = { Basic: 19, Pro: 49, Enterprise: 199 };

/** The first one starts on a leap day; so does one in fifty where the account was there. */
export function exampleSubscription(
  index: number,
  accounts: readonly [ExampleAccount, ...ExampleAccount[]],
  choices: Choices,
): Texts<SubscriptionColumns> {
  const { whole, chance, pick } = choices;
  const account = index === 0 ? accounts[0] : pick('account', index, accounts);
  const start = startOf(index, account, choices);
  const end = chance('churned', index, 0.1)
    ? addDays(start, whole('end', index, 0, daysBetween(start, lastDay)))
    : undefined;
  const tier = pick('tier', index, ['Basic', 'Pro', 'Enterprise']);
  const trial = chance('trial', index, 0.15);
  const seats = whole('seats', index, 1, 120);
  const monthly = trial ? 0 : seats * prices[tier];
  return {
    subscription_id: `S-${idOf(index)}`,
    account_id: account.account_id,
    start_date: start,
    end_date: end ?? '',
    plan_tier: tier,
    seats: String(seats),
    mrr_amount: String(monthly),
    arr_amount: String(monthly * 12),
    is_trial: flagText(trial),
    upgrade_flag: flagText(chance('upgrade', index, 0.1)),
    downgrade_flag: flagText(chance('downgrade', index, 0.05)),
    churn_flag: flagText(end !== undefined),
    billing_frequency: pick('billing', index, ['annual', 'monthly']),
    auto_renew_flag: flagText(chance('auto renew', index, 0.8)),
  };
}

function startOf(index: number, account: ExampleAccount, { whole, chance }: Choices): IsoDate {
  const onLeapDay = index === 0 || chance('leap day', index, 0.02);
  if (onLeapDay && account.signup_date <= leapDay) return leapDay;
  return addDays(account.signup_date, whole('start', index, 0, daysBetween(account.signup_date, lastDay)));
}
