import { type Channel, channelPolicy, type ChannelPolicy, channels } from '@renewals/licensing';
import { configuredPolicies } from './configured-policies';

const policies = configuredPolicies({});
const termsOf = (id: string, channel: Channel): ChannelPolicy => channelPolicy(policies.get(id), channel);

describe.each(['dynamsoft', 'lansweeper'])('the policy of %s', (id) => {
  const policy = policies.get(id);

  it('sells through every channel', () => expect(Object.keys(policy.channels)).toEqual(channels));

  it('extends a trial two times [F56]', () =>
    expect(policy.trial).toMatchObject({
      period: 'P30D',
      extensionDays: 30,
      maxExtensions: 2,
      extendableDaysBefore: 14,
      endNoticeDays: 7,
    }));

  it('starts a contract upon its invoice, with no day of grace', () => {
    for (const channel of channels) {
      expect(termsOf(id, channel).renewal).toMatchObject({ startsUpon: 'invoice', graceDays: 0, quoteValidDays: 30 });
    }
  });

  it('writes to nobody real', () => {
    const { salesEmail, supportEmail, mailFrom, bouncesTo } = policy.vendor;
    for (const address of [salesEmail, supportEmail, mailFrom, bouncesTo]) expect(address).toMatch(/@[a-z]+\.example$/);
  });
});

describe('the vendor whose customers renew by themselves', () => {
  it.each(channels)('has the same terms for what came through %s', (channel) =>
    expect(termsOf('dynamsoft', channel)).toEqual(termsOf('dynamsoft', 'store')),
  );

  it('reminds order contacts six times, and bills nothing by itself (R) [R4][R5]', () =>
    expect(termsOf('dynamsoft', 'store')).toMatchObject({
      reminders: { offsets: [90, 60, 30, 14, 7, 0], audience: 'order-contacts', onlyWithRecurringBilling: false },
      salesTask: 'none',
      recurringBilling: 'none',
    }));

  it('lets them renew and add quota in the portal (R, F) [R6][F33][P26]', () => {
    const { renewal, quota } = termsOf('dynamsoft', 'reseller');
    expect(renewal).toMatchObject({ openedBy: ['portal', 'sales'], commitmentRequired: false });
    expect(quota).toEqual({ channel: 'self-service', term: 'parent', thresholds: [80, 100] });
  });
});

describe('the vendor whose sales or payment provider renews', () => {
  const sixtyDaysBefore = { offsets: [60], hour: 9, audience: 'billing-contact', onlyWithRecurringBilling: true };
  const sales = { opensDaysBefore: 90, dueDaysBefore: 60 };

  it.each<[Channel, object]>([
    ['store', { reminders: { ...sixtyDaysBefore, offsets: [] }, salesTask: sales }],
    ['purchase-order', { reminders: { ...sixtyDaysBefore, offsets: [] }, salesTask: sales }],
    ['quote', { reminders: { ...sixtyDaysBefore, offsets: [] }, salesTask: sales }],
    ['reseller', { reminders: sixtyDaysBefore, salesTask: sales }],
    ['payment-provider', { reminders: sixtyDaysBefore, salesTask: 'none' }],
  ])('writes by mail or by sales about what came through %s', (channel, terms) =>
    expect(termsOf('lansweeper', channel)).toMatchObject(terms),
  );

  it('keeps renewals to sales, on a commitment, and to the form of the provider without one [L1][L2][L11][L19][L28]', () => {
    for (const channel of channels.slice(0, -1)) {
      expect(termsOf('lansweeper', channel).renewal).toMatchObject({ openedBy: ['sales'], commitmentRequired: true });
    }
    const { renewal } = termsOf('lansweeper', 'payment-provider');
    expect(renewal).toMatchObject({ openedBy: ['sales', 'provider-form'], commitmentRequired: false });
  });

  it('bills by itself 60 days before, and takes a cancellation more than 30 days before [L8]', () => {
    for (const channel of channels) {
      expect(termsOf('lansweeper', channel).recurringBilling).toEqual({
        opensDaysBefore: 60,
        cutOffDays: 30,
        noticeProof: 'none',
      });
    }
  });
});
