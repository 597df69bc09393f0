import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addDays, isoDate } from '@renewals/licensing';
import { policy, terms } from './examples.spec';
import { newestDate } from './newest-date';
import { planLicense } from './plan/plan-license';
import { readRavenStack } from './read-ravenstack';

const repository = resolve(__dirname, '../../../../..');
const folder = resolve(repository, process.env.RAVENSTACK_DIR ?? '../shared/data/ravenstack');
const isThere = existsSync(join(folder, 'subscriptions.csv'));

if (!isThere) it.skip('RavenStack: skipped, there are no files in RAVENSTACK_DIR', () => undefined);

(isThere ? describe : describe.skip)('RavenStack', () => {
  it('is accepted whole, and is as of the last day of 2024', async () => {
    const input = await readRavenStack(folder);
    expect(input.accounts).toMatchObject({ accepted: { length: 500 }, repeated: [], rejected: [] });
    expect(input.subscriptions).toMatchObject({ accepted: { length: 5000 }, repeated: [], rejected: [] });
    expect(newestDate(input)).toBe('2024-12-31');
  });

  it('has the states and the reminder days of its default as-of', async () => {
    const { subscriptions, accountOf } = await readRavenStack(folder);
    const asOf = isoDate('2024-12-31');
    const plans = subscriptions.accepted.map((row) => {
      const account = accountOf.get(row.values.account_id);
      if (!account) throw new Error(`No account of ${row.values.subscription_id}`);
      return planLicense(row, account, asOf, policy);
    });

    const count = (status: string) => plans.filter((plan) => plan.status === status).length;
    expect(['terminated', 'expired', 'trial', 'active'].map(count)).toEqual([486, 569, 131, 3814]);
    expect(plans.flatMap(({ remindersBeforeImport }) => remindersBeforeImport)).toHaveLength(3672);

    const later = plans
      .filter(({ status }) => status === 'active')
      .flatMap(({ term }) => terms.reminders.offsets.map((offset) => ({ term, on: addDays(term.expiresOn, -offset) })))
      .filter(({ term, on }) => on >= term.startsOn && on > asOf);
    expect(later).toHaveLength(15_326);
  });
});
