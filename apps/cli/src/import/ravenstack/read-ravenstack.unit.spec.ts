import {
  account,
  accountHeader,
  accountLine,
  exportFiles,
  inFolder,
  lines,
  subscription,
  subscriptionHeader,
  subscriptionLine,
} from './examples.spec';
import { newestDate } from './newest-date';
import { type KnownRows, readRavenStack } from './read-ravenstack';

const MARK = '\ufeff';

function reading(files: Parameters<typeof exportFiles>[0]) {
  return inFolder(exportFiles(files), (folder) => readRavenStack(folder));
}

async function rejectedSubscription(line: string | Buffer) {
  const { subscriptions } = await reading({
    subscriptions: Buffer.concat([
      Buffer.from(lines(subscriptionHeader, subscriptionLine({ subscription_id: 'S-0' }))),
      Buffer.from(line),
      Buffer.from(`\n${subscriptionLine({ subscription_id: 'S-9' })}\n`),
    ]),
  });
  expect(subscriptions.accepted.map(({ values }) => values.subscription_id)).toEqual(['S-0', 'S-9']);
  return subscriptions.rejected;
}

async function rejectedAccount(line: string) {
  const { accounts } = await reading({ accounts: lines(accountHeader, accountLine({ account_id: 'A-0' }), line) });
  expect(accounts.accepted).toHaveLength(1);
  return accounts.rejected;
}

describe('a good export', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const reversed = (text: string) => text.replaceAll(/[^\n]+/g, (line) => line.split(',').reverse().join(','));
  const quoted = (text: string) => text.replaceAll(/[^\n]+/g, (line) => `"${line.replaceAll(',', '","')}"`);
  const extra = (text: string) => text.replaceAll('\n', ',more\n');

  it.each([
    ['as it is', (text: string) => text],
    ['with a byte order mark', (text: string) => MARK + text],
    ['with CRLF', crlf],
    ['with both', (text: string) => MARK + crlf(text)],
    ['without a line end at the end', (text: string) => text.trimEnd()],
    ['with its columns in another order', reversed],
    ['with every field in quotes', quoted],
    ['with a column that the format does not have', extra],
    ['with an empty line', (text: string) => `${text}\n`],
  ])('is read %s', async (_how, write) => {
    const { accounts, subscriptions } = await reading({
      accounts: write(lines(accountHeader, accountLine())),
      subscriptions: write(lines(subscriptionHeader, subscriptionLine())),
    });
    expect(accounts).toEqual({
      file: 'accounts.csv',
      accepted: [expect.objectContaining({ line: 2, texts: account })],
      repeated: [],
      rejected: [],
    });
    expect(subscriptions).toEqual({
      file: 'subscriptions.csv',
      accepted: [
        {
          line: 2,
          texts: subscription,
          values: expect.objectContaining({ seats: 10, is_trial: false, auto_renew_flag: true, end_date: undefined }),
        },
      ],
      repeated: [],
      rejected: [],
    });
  });

  it('keeps commas and doubled quotes of a quoted name', async () => {
    const { accounts } = await reading({
      accounts: lines(accountHeader, accountLine({ account_name: '"Müller, ""Söhne"" & Co"' })),
    });
    expect(accounts.accepted[0]?.values.account_name).toBe('Müller, "Söhne" & Co');
  });

  it('may be larger than what is read at once', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `Größe ${'ß'.repeat(index % 50)}${index}`);
    const { accounts } = await reading({
      accounts: lines(
        accountHeader,
        ...names.map((account_name, index) => accountLine({ account_id: `A-${index}`, account_name })),
      ),
      subscriptions: lines(subscriptionHeader),
    });
    expect(accounts.rejected).toEqual([]);
    expect(accounts.accepted.map(({ values }) => values.account_name)).toEqual(names);
  });

  it('counts a line that comes again as repeated', async () => {
    const { subscriptions } = await reading({
      subscriptions: lines(subscriptionHeader, subscriptionLine(), subscriptionLine()),
    });
    expect(subscriptions.accepted.map(({ line }) => line)).toEqual([2]);
    expect(subscriptions.repeated.map(({ line }) => line)).toEqual([3]);
  });

  it('is as of its newest accepted date', async () => {
    const newestOf = async (...changes: Partial<typeof subscription>[]) =>
      newestDate(
        await reading({
          accounts: lines(accountHeader, accountLine({ signup_date: '2023-07-01' })),
          subscriptions: lines(subscriptionHeader, ...changes.map((change) => subscriptionLine(change))),
        }),
      );
    expect(await newestOf()).toBe('2023-07-01');
    expect(await newestOf({ start_date: '2023-08-01' })).toBe('2023-08-01');
    expect(await newestOf({ end_date: '2024-02-29' })).toBe('2024-02-29');
    expect(await newestOf({ end_date: '2024-02-29', seats: '0' })).toBe('2023-07-01');
  });
});

describe('a bad subscription is rejected alone, with its line, column and reason', () => {
  it.each([
    [{ subscription_id: '' }, 'subscription_id', /is empty/],
    [{ account_id: 'A-2' }, 'account_id', /"A-2" is no account that was accepted/],
    [{ account_id: '' }, 'account_id', /is empty/],
    [{ start_date: '2023-02-29' }, 'start_date', /"2023-02-29" is no date/],
    [{ start_date: '15.06.2023' }, 'start_date', /"15.06.2023" is no date/],
    [{ start_date: '2023-6-15' }, 'start_date', /is no date/],
    [{ start_date: '' }, 'start_date', /is no date/],
    [{ start_date: '1989-12-31' }, 'start_date', /1990-01-01 to 2100-12-31/],
    [{ start_date: '2101-01-01' }, 'start_date', /1990-01-01 to 2100-12-31/],
    [{ end_date: '2024-04-31' }, 'end_date', /is no date/],
    [{ end_date: '2023-06-14' }, 'end_date', /2023-06-14 is before start_date 2023-06-15/],
    [{ plan_tier: ' ' }, 'plan_tier', /is empty/],
    [{ seats: '0' }, 'seats', /"0" is not a whole number from 1/],
    [{ seats: '-1' }, 'seats', /whole number/],
    [{ seats: '1.5' }, 'seats', /whole number/],
    [{ seats: '1e2' }, 'seats', /whole number/],
    [{ seats: '' }, 'seats', /whole number/],
    [{ mrr_amount: '-1' }, 'mrr_amount', /whole number from 0/],
    [{ mrr_amount: '9999999999999' }, 'mrr_amount', /whole number from 0 to 999999999999/],
    [{ arr_amount: '12.50' }, 'arr_amount', /whole number from 0/],
    [{ is_trial: 'true' }, 'is_trial', /"true" is neither True nor False/],
    [{ churn_flag: '' }, 'churn_flag', /neither True nor False/],
    [{ auto_renew_flag: 'yes' }, 'auto_renew_flag', /neither True nor False/],
    [{ billing_frequency: 'weekly' }, 'billing_frequency', /use annual or monthly/],
    [{ plan_tier: '"Pro' }, 'plan_tier', /unclosed quote/],
    [{ plan_tier: '"Pro" x' }, 'plan_tier', /after its closing quote/],
    [{ plan_tier: 'Pro"' }, 'plan_tier', /quote inside/],
    [{ plan_tier: 'P\rro' }, 'plan_tier', /control character/],
    [{ plan_tier: 'Pro,' }, null, /15 columns, the header has 14/],
  ])('%j', async (changes, column, reason) => {
    expect(await rejectedSubscription(subscriptionLine(changes))).toEqual([
      { file: 'subscriptions.csv', line: 3, column, reason: expect.stringMatching(reason) },
    ]);
  });

  it('whose line ends early', async () => {
    expect(await rejectedSubscription('S-1,A-1')).toEqual([
      { file: 'subscriptions.csv', line: 3, column: null, reason: 'the line has 2 columns, the header has 14.' },
    ]);
  });

  it('whose line is not UTF-8', async () => {
    expect(await rejectedSubscription(Buffer.from(subscriptionLine({ plan_tier: 'Größe' }), 'latin1'))).toEqual([
      { file: 'subscriptions.csv', line: 3, column: 'plan_tier', reason: expect.stringMatching(/not valid UTF-8/) },
    ]);
  });

  it('whose id came before with something else, also among accepted rows', async () => {
    expect(await rejectedSubscription(subscriptionLine({ subscription_id: 'S-0', seats: '11' }))).toEqual([
      {
        file: 'subscriptions.csv',
        line: 3,
        column: 'seats',
        reason: 'seats is "11", but line 2 has the same id with "10": keep one of them.',
      },
    ]);
  });

  it('where a line break inside quotes makes two lines of it', async () => {
    const rejected = await rejectedSubscription(subscriptionLine({ plan_tier: '"Pro\nPlus"' }));
    expect(rejected.map(({ line, column }) => ({ line, column }))).toEqual([
      { line: 3, column: 'plan_tier' },
      { line: 4, column: 'subscription_id' },
    ]);
  });
});

describe('a bad account is rejected alone, with its line, column and reason', () => {
  it.each([
    [{ account_id: '' }, 'account_id', /is empty/],
    [{ account_id: 'A 1@x' }, 'account_id', /is no id/],
    [{ account_id: 'a-0' }, 'account_id', /line 2 has the same id with "A-0"/],
    [{ account_id: 'A-0', country: 'FR' }, 'country', /"FR", but line 2 has the same id with "DE"/],
    [{ account_name: '' }, 'account_name', /is empty/],
    [{ country: 'XX' }, 'country', /"XX" is unknown: use US or UK or IN/],
    [{ country: 'constructor' }, 'country', /is unknown/],
    [{ signup_date: '2023-02-29' }, 'signup_date', /is no date/],
    [{ seats: '0' }, 'seats', /whole number/],
    [{ is_trial: 'FALSE' }, 'is_trial', /neither True nor False/],
  ])('%j', async (changes, column, reason) => {
    expect(await rejectedAccount(accountLine(changes))).toEqual([
      { file: 'accounts.csv', line: 3, column, reason: expect.stringMatching(reason) },
    ]);
  });
});

function known(rows: { account?: typeof account; subscription?: typeof subscription }): KnownRows {
  return {
    account: async (externalId) => (externalId === 'A-1' ? rows.account : undefined),
    subscription: async (externalId) => (externalId === 'S-1' ? rows.subscription : undefined),
  };
}

describe('the account of a subscription', () => {
  it('is unknown when its row was rejected', async () => {
    const { subscriptions } = await reading({ accounts: lines(accountHeader, accountLine({ country: 'XX' })) });
    expect(subscriptions.rejected).toMatchObject([{ line: 2, column: 'account_id' }]);
  });

  it('is known when an earlier import brought it', async () => {
    const { subscriptions, accountOf } = await inFolder(exportFiles({ accounts: lines(accountHeader) }), (folder) =>
      readRavenStack(folder, known({ account })),
    );
    expect(subscriptions.rejected).toEqual([]);
    expect(accountOf.get('A-1')).toMatchObject({ country: 'DE', referral_source: 'organic' });
  });

  it('is what an earlier import said when the file says something else', async () => {
    const { accounts, subscriptions, accountOf } = await inFolder(exportFiles(), (folder) =>
      readRavenStack(folder, known({ account: { ...account, country: 'US' } })),
    );
    expect(accounts).toMatchObject({ accepted: [], rejected: [{ line: 2, column: 'country' }] });
    expect(subscriptions.rejected).toEqual([]);
    expect(accountOf.get('A-1')).toMatchObject({ country: 'US' });
  });
});

describe('a row that an earlier import brought', () => {
  it('is accepted when it says the same', async () => {
    const { accounts, subscriptions } = await inFolder(exportFiles(), (folder) =>
      readRavenStack(folder, known({ account, subscription })),
    );
    expect([accounts.accepted, subscriptions.accepted]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  it('is rejected, naming the column, when it says something else', async () => {
    const { subscriptions } = await inFolder(exportFiles(), (folder) =>
      readRavenStack(folder, known({ account, subscription: { ...subscription, seats: '9' } })),
    );
    expect(subscriptions.rejected).toEqual([
      {
        file: 'subscriptions.csv',
        line: 2,
        column: 'seats',
        reason:
          'already imported with other content in column seats: it was "9", here it is "10". ' +
          'Put the first back: what changed since is changed in the engine.',
      },
    ]);
  });
});
