import { isoDate, zone } from '@renewals/licensing';
import { accounts } from '../accounts';
import { Fault } from '../csv/fault';
import { type Columns, readValues, type Row, type TableFormat, type Texts } from '../csv/table-format';
import { account, policy, subscription } from '../examples.spec';
import { subscriptions } from '../subscriptions';
import { hasStarted } from './as-of';
import { planLicense } from './plan-license';
import { planOrganization, planReseller } from './plan-organization';

function row<C extends Columns>(format: TableFormat<C>, texts: Texts<C>): Row<C> {
  const values = readValues(format, texts);
  if (values instanceof Fault) throw new Error(values.reason);
  return { line: 2, texts, values };
}

function license(changes: Partial<typeof subscription>, asOf = '2024-12-31', of: Partial<typeof account> = {}) {
  const { values } = row(accounts, { ...account, ...of });
  return planLicense(row(subscriptions, { ...subscription, ...changes }), values, isoDate(asOf), policy);
}

describe('an account becomes an organization', () => {
  it('in the zone of its country, with one contact under its own id', () => {
    expect(planOrganization(row(accounts, { ...account, account_id: 'A-2E' }), policy)).toMatchObject({
      role: 'customer',
      name: 'Company_1',
      zone: 'Europe/Berlin',
      owner: { email: 'owner@a-2e.example' },
      externalId: 'A-2E',
    });
  });

  it.each([
    ['US', 'America/New_York'],
    ['UK', 'Europe/London'],
    ['IN', 'Asia/Kolkata'],
    ['AU', 'Australia/Sydney'],
    ['DE', 'Europe/Berlin'],
    ['CA', 'America/Toronto'],
    ['FR', 'Europe/Paris'],
  ])('of %s: %s', (country, name) => {
    expect(planOrganization(row(accounts, { ...account, country }), policy).zone).toBe(zone(name));
  });

  it('with ids of its own under each policy, and the same ones every time', () => {
    const plan = (id: string) => planOrganization(row(accounts, account), { ...policy, id });
    expect(plan('portal')).toEqual(plan('portal'));
    expect(plan('portal').organizationId).not.toBe(plan('other').organizationId);
    expect(plan('portal').owner.contactId).not.toBe(plan('other').owner.contactId);
  });
});

describe('a subscription becomes a license', () => {
  it('of its tier, seats and price', () => {
    expect(license({})).toMatchObject({
      channel: 'store',
      product: 'Pro',
      kind: 'annual',
      delivery: 'cloud',
      hosting: 'vendor',
      quota: 10,
      unitPrice: { amountMinor: 58_800, currency: 'USD' },
      recurringBilling: 'enabled',
      externalId: 'S-1',
    });
    expect(license({ auto_renew_flag: 'False' }).recurringBilling).toBe('cancelled');
  });

  it('belongs to its account and its contact', () => {
    const organization = planOrganization(row(accounts, account), policy);
    expect(license({})).toMatchObject({
      organizationId: organization.organizationId,
      contactId: organization.owner.contactId,
    });
  });

  it('through the reseller when the account came by a partner', () => {
    const { channel, resellerId } = license({}, undefined, { referral_source: 'partner' });
    expect({ channel, resellerId }).toEqual({ channel: 'reseller', resellerId: planReseller(policy).organizationId });
    expect(license({})).not.toHaveProperty('resellerId');
  });

  it.each([
    ['monthly', '490', '10', 4900],
    ['annual', '490', '10', 58_800],
    ['monthly', '1', '8', 12],
    ['monthly', '3', '8', 38],
    ['monthly', '1', '3', 33],
    ['annual', '1', '7', 171],
    ['monthly', '0', '5', 0],
  ])(
    '%s, %s a month for %s seats: %i cents each, rounded half to even',
    (billing_frequency, mrr_amount, seats, cents) => {
      expect(license({ billing_frequency, mrr_amount, seats }).unitPrice.amountMinor).toBe(cents);
    },
  );
});

it('is imported from the day on which it starts', () => {
  const { values } = row(subscriptions, { ...subscription, start_date: '2023-06-15' });
  expect(['2023-06-14', '2023-06-15', '2023-06-16'].map((day) => hasStarted(values, isoDate(day)))).toEqual([
    false,
    true,
    true,
  ]);
});

describe('its term at as-of', () => {
  const term = (changes: Partial<typeof subscription>, asOf?: string) => {
    const { n, startsOn, expiresOn } = license(changes, asOf).term;
    return [n, startsOn, expiresOn];
  };

  it('is the first that reaches as-of', () => {
    expect(term({ start_date: '2023-12-31' })).toEqual([1, '2023-12-31', '2024-12-31']);
    expect(term({ start_date: '2023-12-30' })).toEqual([2, '2024-12-31', '2025-12-30']);
    expect(term({ start_date: '2024-02-29', billing_frequency: 'monthly' }, '2024-03-30')).toEqual([
      2,
      '2024-03-30',
      '2024-04-29',
    ]);
  });

  it('is the one it was terminated in', () => {
    expect(term({ end_date: '2023-08-01', billing_frequency: 'monthly' })).toEqual([2, '2023-07-16', '2023-08-15']);
    expect(license({ end_date: '2023-08-01' })).toMatchObject({ status: 'terminated', terminatedOn: '2023-08-01' });
  });

  it('knows no end after as-of', () => {
    const plan = license({ end_date: '2024-06-02', billing_frequency: 'monthly' }, '2024-06-01');
    expect(plan).toMatchObject({ status: 'active', term: { expiresOn: '2024-06-15' } });
    expect(plan).not.toHaveProperty('terminatedOn');
  });

  it('is the only one of a trial', () => {
    const trial = { is_trial: 'True', start_date: '2024-12-01' };
    expect(license(trial)).toMatchObject({ kind: 'trial', status: 'trial', term: { n: 1, expiresOn: '2024-12-31' } });
    expect(license(trial, '2025-01-01').status).toBe('expired');
    expect(license({ ...trial, end_date: '2024-12-05' }, '2025-06-01').status).toBe('terminated');
  });
});

describe('the reminders that were the former system’s', () => {
  const before = (changes: Partial<typeof subscription>, asOf: string) => license(changes, asOf).remindersBeforeImport;

  it('are those of days up to as-of, in the term', () => {
    expect(before({ start_date: '2024-01-01' }, '2024-10-02')).toEqual([]);
    expect(before({ start_date: '2024-01-01' }, '2024-10-03')).toEqual([90]);
    expect(before({ start_date: '2024-01-01' }, '2024-12-31')).toEqual([90, 60, 30, 14, 7]);
    expect(before({ start_date: '2024-01-01' }, '2025-01-01')).toEqual([90, 60, 30, 14, 7, 0]);
    expect(before({ start_date: '2024-12-02', billing_frequency: 'monthly' }, '2024-12-31')).toEqual([30, 14, 7]);
  });

  it('are none for trials and terminated licenses', () => {
    expect(before({ start_date: '2024-12-01', is_trial: 'True' }, '2024-12-31')).toEqual([]);
    expect(before({ start_date: '2024-01-01', end_date: '2024-12-31' }, '2025-01-01')).toEqual([]);
  });
});
