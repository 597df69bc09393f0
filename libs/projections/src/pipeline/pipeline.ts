import { daysBetween, type IsoDate, localDate, type Policy, type Zone } from '@renewals/licensing';
import type { Kysely } from 'kysely';
import type { RenewalRowStage, RenewalTables } from '../renewals/renewal-table';
import type { Tables } from '../runtime/projection';
import type { UpcomingTables } from '../upcoming-renewals/upcoming-table';

const ended = ['failed', 'withdrawn'] as const satisfies RenewalRowStage[];

export type PipelineStage = 'due' | Exclude<RenewalRowStage, (typeof ended)[number]>;

/** What a stage holds in one currency. */
export interface StageTotal {
  readonly stage: PipelineStage;
  readonly currency: string;
  readonly count: number;
  /** Minor units. */
  readonly amount: number;
}

/** Adds up what sales has before it: terms that end soon and that nobody renews yet, and renewals by stage. */
export class Pipeline {
  private readonly database: Kysely<RenewalTables & UpcomingTables>;

  constructor(
    database: Tables,
    private readonly policies: ReadonlyMap<string, Policy>,
  ) {
    this.database = database.withTables<RenewalTables & UpcomingTables>();
  }

  /** `policy`: only this vendor's. */
  async totals(now: number, policy?: string): Promise<StageTotal[]> {
    return [...(await this.due(now, policy)), ...(await this.renewals(policy))];
  }

  private async renewals(policy: string | undefined): Promise<StageTotal[]> {
    let query = this.database
      .selectFrom('renewal')
      .select((eb) => ['stage', 'currency', eb.fn.countAll().as('count'), eb.fn.sum('amount').as('amount')])
      .where('stage', 'not in', ended)
      .groupBy(['stage', 'currency'])
      .orderBy('currency');
    if (policy !== undefined) query = query.where('policy', '=', policy);
    return (await query.execute()).map((row) => ({
      stage: row.stage as PipelineStage,
      currency: row.currency,
      count: Number(row.count),
      amount: Number(row.amount),
    }));
  }

  /** By day and zone, since each policy's days are counted in the zone of the term. */
  private async due(now: number, policy: string | undefined): Promise<StageTotal[]> {
    let query = this.database
      .selectFrom('upcoming_renewal')
      .select((eb) => [
        'policy',
        'zone',
        'expiresOn',
        'currency',
        eb.fn.countAll().as('count'),
        eb.fn.sum('amount').as('amount'),
      ])
      .where('renewal', 'is', null)
      .where('endsAt', '>', now)
      .where('endsAt', '<=', this.horizon(now))
      .groupBy(['policy', 'zone', 'expiresOn', 'currency']);
    if (policy !== undefined) query = query.where('policy', '=', policy);
    const totals = new Map<string, StageTotal>();
    for (const row of await query.execute()) {
      if (!this.isUpcoming(row, now)) continue;
      const { count, amount } = totals.get(row.currency) ?? { count: 0, amount: 0 };
      const sum = { count: count + Number(row.count), amount: amount + Number(row.amount) };
      totals.set(row.currency, { stage: 'due', currency: row.currency, ...sum });
    }
    return [...totals.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1));
  }

  /** No term that ends later is upcoming under any policy, whatever its zone. */
  private horizon(now: number): number {
    const days = Math.max(0, ...[...this.policies.values()].map(({ upcomingDays }) => upcomingDays));
    return now + (days + 3) * 86_400_000;
  }

  private isUpcoming(
    { policy, zone, expiresOn }: { policy: string; zone: string | null; expiresOn: string | null },
    now: number,
  ): boolean {
    const upcomingDays = this.policies.get(policy)?.upcomingDays;
    if (upcomingDays === undefined || zone === null || expiresOn === null) return false;
    return daysBetween(localDate(now, zone as Zone), expiresOn as IsoDate) <= upcomingDays;
  }
}
