import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { period, zone } from '../term';
import type { Policy } from './policy';
import { channelPolicy } from './channel-policy';

function shipped(id: string): Policy {
  const file = join(__dirname, '../../../../config/policies', `${id}.yaml`);
  return { ...(parse(readFileSync(file, 'utf8')) as Omit<Policy, 'id'>), id };
}

describe.each(['dynamsoft', 'lansweeper'])('the policy of %s', (id) => {
  const policy = shipped(id);

  it('speaks of zones and periods that there are', () => {
    expect(zone(policy.vendor.zone)).toBe(policy.vendor.zone);
    expect(period(policy.trial.period)).toBe('P30D');
  });

  it('lists its reminders from the earliest on', () =>
    expect(policy.reminders.offsets).toEqual([...policy.reminders.offsets].sort((one, other) => other - one)));

  it('imports into a channel that it has', () => expect(Object.keys(policy.channels)).toContain(policy.importChannel));

  it('writes to nobody real', () => {
    const { salesEmail, supportEmail, mailFrom } = policy.vendor;
    for (const address of [salesEmail, supportEmail, mailFrom]) expect(address).toMatch(/@[a-z]+\.example$/);
  });
});

it('reminds order contacts six times and renews in the portal, for the one vendor (R)', () => {
  const policy = shipped('dynamsoft');
  expect(policy.reminders).toEqual({
    offsets: [90, 60, 30, 14, 7, 0],
    hour: 9,
    audience: 'order-contacts',
    onlyWithRecurringBilling: false,
  });
  expect(channelPolicy(policy, 'store')).toEqual({ portalRenewal: true, commitmentRequired: false });
});

it('reminds the billing contact once and renews through sales or the provider, for the other (L)', () => {
  const policy = shipped('lansweeper');
  expect(policy.reminders).toEqual({
    offsets: [60],
    hour: 9,
    audience: 'billing-contact',
    onlyWithRecurringBilling: true,
  });
  expect(policy.recurringBilling).toEqual({ opensDaysBefore: 60, cutOffDays: 30 });
  expect(Object.values(policy.channels).some(({ portalRenewal }) => portalRenewal)).toBe(false);
  expect(channelPolicy(policy, 'payment-provider').commitmentRequired).toBe(false);
  expect(channelPolicy(policy, 'quote').commitmentRequired).toBe(true);
});
