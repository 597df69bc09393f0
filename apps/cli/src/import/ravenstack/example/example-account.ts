import { addDays, daysBetween, type IsoDate, isoDate } from '@renewals/licensing';
import type { AccountColumns } from '../accounts';
import type { Texts } from '../csv/table-format';
import type { Choices } from './choices';

export const firstDay = isoDate('2023-01-02');
export const lastDay = isoDate('2024-12-31');

export type ExampleAccount = Texts<AccountColumns> & { readonly signup_date: IsoDate };

/** The first one signs up on the first day: somebody is there for whatever starts at any time. */
export function exampleAccount(index: number, { whole, chance, pick }: Choices): ExampleAccount {
  const days = index === 0 ? 0 : whole('signup', index, 0, daysBetween(firstDay, lastDay));
  return {
    account_id: `A-${idOf(index)}`,
    account_name: `Company_${index}`,
    industry: pick('industry', index, ['Cybersecurity', 'DevTools', 'EdTech', 'FinTech', 'HealthTech']),
    country: pick('country', index, ['US', 'US', 'US', 'US', 'UK', 'IN', 'AU', 'DE', 'CA', 'FR']),
    signup_date: addDays(firstDay, days),
    referral_source: pick('referral', index, ['organic', 'other', 'ads', 'event', 'partner']),
    plan_tier: pick('account tier', index, ['Basic', 'Pro', 'Enterprise']),
    seats: String(whole('account seats', index, 1, 80)),
    is_trial: flagText(chance('account trial', index, 0.2)),
    churn_flag: flagText(chance('account churn', index, 0.2)),
  };
}

export function idOf(index: number): string {
  return index.toString(16).padStart(6, '0');
}

export function flagText(value: boolean): string {
  return value ? 'True' : 'False';
}
