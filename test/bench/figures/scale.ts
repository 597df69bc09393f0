import { Sweeper } from '@renewals/automations';
import { configuredPolicies } from '@renewals/engine';
import { isoDate, startsAt, zone } from '@renewals/licensing';
import { type Tables, UpcomingRenewals } from '@renewals/projections';
import { absolute, compared, type Figure } from '../figure';
import { idOf, manyLicenses } from '../many-licenses';
import { elapsed, inTurn, median, percentile } from '../measure';
import type { Workspace } from '../workspace';

const FEW = 10_000;
const MANY = process.env['BENCH_FULL'] === '1' ? 1_000_000 : 100_000;
const CALLS = 500;
const ROUNDS = 9;
const PAGE = 50;
const MARK = { atMost: 1.2 };

const today = isoDate('2026-01-01');
const now = startsAt(today, zone('UTC'));

/** What is looked at all the time must not grow with the customers: the same call on few licenses and on many. */
export async function scale(workspace: Workspace): Promise<Figure[]> {
  const policies = new Map(configuredPolicies({}).all.map(({ policy }) => [policy.id, policy]));
  const few = await manyLicenses(workspace.fresh('few.db'), FEW, today);
  const many = await manyLicenses(workspace.fresh('many.db'), MANY, today);
  const figures = [
    ...(await atBothSizes('upcoming renewals, first page', (database) => {
      const upcoming = new UpcomingRenewals(database, policies);
      return () => upcoming.page({ tab: 'annual', now, limit: PAGE });
    })),
    ...(await atBothSizes('upcoming renewals of one order', (database) => {
      const upcoming = new UpcomingRenewals(database, policies);
      let next = 0;
      return () => upcoming.page({ tab: 'annual', now, orders: [idOf('order', next++ % 1_000)], limit: PAGE });
    })),
    ...(await atBothSizes('sweep when nothing is due', (database) => {
      const sweeper = new Sweeper(database, [], () => 0);
      return () => sweeper.sweep(now);
    })),
  ];
  await few.destroy();
  await many.destroy();
  return figures;

  async function atBothSizes(name: string, over: (database: Tables) => () => Promise<unknown>): Promise<Figure[]> {
    const slowest: number[] = [];
    const call = { few: over(few), many: over(many) };
    const times = async (work: () => Promise<unknown>) => {
      const samples: number[] = [];
      for (let index = 0; index < CALLS; index++) samples.push(await elapsed(work));
      return samples;
    };
    const measured = await inTurn(
      ROUNDS,
      async () => {
        const samples = await times(call.many);
        slowest.push(percentile(samples, 99));
        return median(samples);
      },
      async () => median(await times(call.few)),
    );
    const title = `${name}, ${MANY} licenses`;
    return [
      compared(`${title} against ${FEW}`, 'ms', measured, MARK),
      absolute(`${title}, p99`, 'ms', median(slowest), { atMost: 5 }),
    ];
  }
}
