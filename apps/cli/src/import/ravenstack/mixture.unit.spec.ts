import fc from 'fast-check';
import { propertyRuns } from '../../../../../test/support/property-runs';
import {
  account,
  accountHeader,
  accountLine,
  exportFiles,
  inFolder,
  subscription,
  subscriptionHeader,
  subscriptionLine,
} from './examples.spec';
import { readRavenStack } from './read-ravenstack';

interface Damage {
  readonly column: string | null;
  readonly change: (line: string) => Buffer;
}

/** Puts something into a field of the line, counted by the columns of the example. */
function field(of: object, column: string, text: string, reportedAs: string | null = column): Damage {
  const index = Object.keys(of).indexOf(column);
  return {
    column: reportedAs,
    change: (line) => Buffer.from(line.split(',').with(index, text).join(','), 'latin1'),
  };
}

const anyColumn = (of: object, text: string) => Object.keys(of).map((column) => field(of, column, text));
const anywhere = (of: object) => [
  ...anyColumn(of, '"open'),
  ...anyColumn(of, '"shut" more'),
  ...anyColumn(of, 'in"side'),
  ...anyColumn(of, '\xff\xfe'),
  ...anyColumn(of, 'a\u0000b'),
  ...Object.keys(of).map((column) => field(of, column, 'one,more', null)),
  { column: null, change: () => Buffer.from('lost') },
];

const accountDamages: readonly Damage[] = [
  ...anywhere(account),
  ...['country', 'signup_date', 'seats', 'is_trial', 'churn_flag'].flatMap((column) => anyColumnOf(account, column)),
];

const subscriptionDamages: readonly Damage[] = [
  ...anywhere(subscription),
  ...['start_date', 'seats', 'mrr_amount', 'arr_amount', 'is_trial', 'billing_frequency', 'auto_renew_flag'].flatMap(
    (column) => anyColumnOf(subscription, column),
  ),
  field(subscription, 'end_date', '2023-06-14'),
  field(subscription, 'account_id', 'A-nobody'),
];

function anyColumnOf(of: object, column: string): Damage[] {
  return ['', '-1', '2023-02-29', 'TRUE', 'weekly', '1.5'].map((text) => field(of, column, text));
}

const damaged = (damages: readonly Damage[]) => fc.option(fc.constantFrom(...damages), { nil: undefined, freq: 3 });

const exportRows = fc.record({
  accounts: fc.array(damaged(accountDamages), { minLength: 1, maxLength: 10 }),
  subscriptions: fc.array(fc.record({ of: fc.nat({ max: 9 }), damage: damaged(subscriptionDamages) }), {
    maxLength: 40,
  }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

function file(header: string, lines: readonly Buffer[], lineEnd: string): Buffer {
  return Buffer.concat([Buffer.from(header), ...lines].flatMap((line) => [line, Buffer.from(lineEnd)]));
}

const written = (line: string, damage: Damage | undefined) => damage?.change(line) ?? Buffer.from(line);
const lineNumbers = (rows: readonly { readonly line: number }[]) => rows.map(({ line }) => line);

describe('any mixture of good and damaged rows', () => {
  it('loses no good row, and reports every other at its line and column', async () => {
    await fc.assert(
      fc.asyncProperty(exportRows, async ({ accounts, subscriptions, lineEnd }) => {
        const accountLines = accounts.map((damage, index) =>
          written(accountLine({ account_id: `A-${index}` }), damage),
        );
        const subscriptionLines = subscriptions.map(({ of, damage }, index) =>
          written(subscriptionLine({ subscription_id: `S-${index}`, account_id: `A-${of % accounts.length}` }), damage),
        );
        const read = await inFolder(
          exportFiles({
            accounts: file(accountHeader, accountLines, lineEnd),
            subscriptions: file(subscriptionHeader, subscriptionLines, lineEnd),
          }),
          (folder) => readRavenStack(folder),
        );

        const faultOfAccount = accounts.map((damage) => damage?.column);
        const faultOfSubscription = subscriptions.map(({ of, damage }) =>
          damage || faultOfAccount[of % accounts.length] === undefined ? damage?.column : 'account_id',
        );
        for (const [table, faults] of [
          [read.accounts, faultOfAccount],
          [read.subscriptions, faultOfSubscription],
        ] as const) {
          const expected = faults.map((column, index) => ({ line: index + 2, column }));
          expect(lineNumbers(table.accepted)).toEqual(
            lineNumbers(expected.filter(({ column }) => column === undefined)),
          );
          expect(table.rejected.map(({ line, column }) => ({ line, column }))).toEqual(
            expected.filter(({ column }) => column !== undefined),
          );
        }
      }),
      propertyRuns(200, 5000),
    );
  }, 120_000);
});
