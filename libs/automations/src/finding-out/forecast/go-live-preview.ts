import type { Desk } from '@renewals/commands';
import { type Installation, type Instant, localDate, subjectKey, zone } from '@renewals/licensing';
import type { Tables } from '@renewals/projections';
import type { Kysely } from 'kysely';
import { REMINDERS } from '../../reminders/reminders';
import type { DeadlineTables } from '../../runtime/deadline-table';
import type { ForecastLine } from './forecast-line';
import type { ReminderForecast } from './reminder-forecast';

/** What releasing mail would do at this moment. */
export interface GoLive {
  readonly mail: Installation['mail'];
  /** Reminders that go out later today, until its end in the zone of their term, the earliest first. */
  readonly goesOutToday: readonly ForecastLine[];
  /** Reminders that fell due before now: they are recorded, and nobody gets them. */
  readonly recordedNotSent: number;
}

/** Shown to whoever decides about going live after an import. Reads only. */
export class GoLivePreview {
  private readonly database: Kysely<DeadlineTables>;

  constructor(
    database: Tables,
    private readonly desk: Desk,
    private readonly forecast: ReminderForecast,
  ) {
    this.database = database.withTables<DeadlineTables>();
  }

  async at(now: Instant): Promise<GoLive> {
    const { mail } = await this.desk.installation();
    const goesOutToday: ForecastLine[] = [];
    for await (const { today } of this.forecast.upTo(localDate(now, zone('UTC')))) {
      goesOutToday.push(...today.filter(({ at, on, zone: where }) => at > now && on === localDate(now, where)));
    }
    goesOutToday.sort((one, other) => one.at - other.at || (nameOf(one) < nameOf(other) ? -1 : 1));
    return { mail, goesOutToday, recordedNotSent: mail === 'held' ? await this.dueBefore(now) : 0 };
  }

  private async dueBefore(now: Instant): Promise<number> {
    const { count } = await this.database
      .selectFrom('deadline')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('kind', '=', REMINDERS)
      .where('dueAt', '<', now)
      .executeTakeFirstOrThrow();
    return Number(count);
  }
}

function nameOf({ subject, contactId }: ForecastLine): string {
  return `${subjectKey(subject)} ${contactId}`;
}
