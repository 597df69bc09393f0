import type { Desk, ReminderLookups } from '@renewals/commands';
import {
  type ContactId,
  type Installation,
  type Instant,
  type IsoDate,
  type LicenseId,
  localDate,
  mayReceive,
  recipientsOf,
  subjectNamed,
  type Zone,
} from '@renewals/licensing';
import type { Tables } from '@renewals/projections';
import type { Kysely } from 'kysely';
import type { DeadlineTable, DeadlineTables } from '../runtime/deadline-table';
import { expiryOf, REMINDERS } from './reminders';

/** What releasing mail would do at this moment. */
export interface GoLive {
  readonly mail: Installation['mail'];
  /** Mails that fall due between now and the end of today in the zone of their term, the earliest first. */
  readonly goesOutToday: readonly UpcomingMail[];
  /** Reminders that fell due before now: they are recorded, and nobody gets them. */
  readonly recordedNotSent: number;
}

export interface UpcomingMail {
  readonly license: LicenseId;
  readonly externalId: string | null;
  readonly expiresOn: IsoDate;
  /** Days before the expiry. */
  readonly offset: number;
  readonly contactId: ContactId;
  readonly dueAt: Instant;
}

/** No zone's day is longer, also when its clocks change. */
const LONGEST_DAY = 26 * 3_600_000;

/** Shown to whoever decides about going live after an import. Reads only. */
export class GoLivePreview {
  private readonly database: Kysely<DeadlineTables>;

  constructor(
    database: Tables,
    private readonly desk: Desk,
    private readonly lookups: ReminderLookups,
  ) {
    this.database = database.withTables<DeadlineTables>();
  }

  async at(now: Instant): Promise<GoLive> {
    const { mail } = await this.desk.installation();
    const goesOutToday: UpcomingMail[] = [];
    for (const row of await this.dueToday(now)) goesOutToday.push(...(await this.mailsOf(row)));
    return { mail, goesOutToday, recordedNotSent: mail === 'held' ? await this.dueBefore(now) : 0 };
  }

  private async dueToday(now: Instant): Promise<DeadlineTable[]> {
    const rows = await this.reminders()
      .selectAll()
      .where('dueAt', '>=', now)
      .where('dueAt', '<', now + LONGEST_DAY)
      .orderBy('dueAt')
      .orderBy('key')
      .execute();
    return rows.filter(({ localDate: day, zone }) => day === localDate(now, zone as Zone));
  }

  private async dueBefore(now: Instant): Promise<number> {
    const { count } = await this.reminders()
      .select(({ fn }) => fn.countAll().as('count'))
      .where('dueAt', '<', now)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** Asked as it will be asked when they are sent. */
  private async mailsOf({ subject, detail, dueAt }: DeadlineTable): Promise<UpcomingMail[]> {
    const { expiresOn, offset } = expiryOf(detail);
    const named = subjectNamed(subject);
    const situation = await this.lookups.situationOf({ subject: named, expiresOn });
    const { grant } = situation.license;
    return recipientsOf(situation)
      .filter((contactId) => mayReceive(contactId, expiresOn, situation) === 'ok')
      .map((contactId) => ({
        license: named.id,
        externalId: grant.externalId ?? null,
        expiresOn,
        offset,
        contactId,
        dueAt: Number(dueAt),
      }));
  }

  private reminders() {
    return this.database.selectFrom('deadline').where('kind', '=', REMINDERS);
  }
}
