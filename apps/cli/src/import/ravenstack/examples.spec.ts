import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChannelPolicy, period, type Policy, zone } from '@renewals/licensing';

export const account = {
  account_id: 'A-1',
  account_name: 'Company_1',
  industry: 'EdTech',
  country: 'DE',
  signup_date: '2023-01-02',
  referral_source: 'organic',
  plan_tier: 'Basic',
  seats: '9',
  is_trial: 'False',
  churn_flag: 'False',
};

export const subscription = {
  subscription_id: 'S-1',
  account_id: 'A-1',
  start_date: '2023-06-15',
  end_date: '',
  plan_tier: 'Pro',
  seats: '10',
  mrr_amount: '490',
  arr_amount: '5880',
  is_trial: 'False',
  upgrade_flag: 'False',
  downgrade_flag: 'False',
  churn_flag: 'False',
  billing_frequency: 'annual',
  auto_renew_flag: 'True',
};

export const accountHeader = Object.keys(account).join(',');
export const subscriptionHeader = Object.keys(subscription).join(',');

export function accountLine(changes: Partial<typeof account> = {}): string {
  return Object.values({ ...account, ...changes }).join(',');
}

export function subscriptionLine(changes: Partial<typeof subscription> = {}): string {
  return Object.values({ ...subscription, ...changes }).join(',');
}

export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

/** One good account and one good subscription, where the files say nothing else. */
export function exportFiles({
  accounts = lines(accountHeader, accountLine()),
  subscriptions = lines(subscriptionHeader, subscriptionLine()),
}: {
  accounts?: string | Buffer;
  subscriptions?: string | Buffer;
} = {}): Record<string, string | Buffer> {
  return { 'accounts.csv': accounts, 'subscriptions.csv': subscriptions };
}

/** Runs with a folder of these files that is gone afterwards. */
export async function inFolder<Result>(
  files: Readonly<Record<string, string | Buffer>>,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'ravenstack-'));
  try {
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const terms: ChannelPolicy = {
  reminders: {
    offsets: [90, 60, 30, 14, 7, 0],
    hour: 9,
    audience: 'order-contacts',
    onlyWithRecurringBilling: false,
    digest: true,
  },
  salesTask: 'none',
  recurringBilling: 'none',
  renewal: {
    openedBy: ['portal'],
    commitmentRequired: false,
    startsUpon: 'invoice',
    graceDays: 0,
    quoteValidDays: 30,
  },
  quota: { channel: 'self-service', term: 'parent', thresholds: [80, 100] },
};

/** Reminds every order contact on six days; sells through its store and through resellers. */
export const policy: Policy = {
  id: 'portal',
  vendor: {
    name: 'Portal Software',
    zone: zone('America/Vancouver'),
    salesEmail: 'sales@portal.example',
    supportEmail: 'support@portal.example',
    mailFrom: 'renewals@portal.example',
    locale: 'en',
  },
  upcomingDays: 90,
  channels: { store: terms, reseller: terms },
  importChannel: 'store',
  trial: {
    period: period('P30D'),
    extensionDays: 30,
    quota: 10,
    maxExtensions: 2,
    extendableDaysBefore: 14,
    endNoticeDays: 7,
  },
  invitationValidDays: 7,
  passwordLinkValidHours: 24,
};
