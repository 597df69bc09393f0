import { type Desk, type ReminderLookups, reminderStreamId, type Streams } from '@renewals/commands';
import {
  addDays,
  type Audience,
  type DueSituation,
  type Installation,
  type Instant,
  type IsoDate,
  maintenanceStream,
  type Policy,
  refuseUnlessSoldThrough,
  reminderStream,
  renewableOf,
  startsAt,
  type Subject,
  subjectNamed,
  termsOnRecord,
  zone,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import type { Tables } from '@renewals/projections';
import type { Kysely } from 'kysely';
import { EXPIRY } from '../../expiry/expiry';
import { REMINDERS } from '../../reminders/reminders';
import type { DeadlineTables } from '../../runtime/deadline-table';
import { type ForecastLine, linesOf } from './forecast-line';

/** What goes out about one expiry: as things stand, and had its order been moved to another policy today. */
export interface ExpiryForecast {
  readonly today: readonly ForecastLine[];
  readonly changed: readonly ForecastLine[];
}

export interface ForecastSources {
  readonly database: Tables;
  readonly streams: Streams;
  readonly desk: Desk;
  readonly lookups: ReminderLookups;
  readonly clock: Clock;
}

/** Local days begin and end at most so many days from those of UTC. */
const ZONES_APART = 2;
const SUBJECTS_AT_ONCE = 1_000;
const utc = zone('UTC');

/**
 * What the engine will mail if nobody acts from now on. It is asked of the decisions that will be taken then; the
 * streams they look at are read as they are: of what the engine does by itself (it records expiries, opens and withdraws
 * renewals, starts contracts whose terms are on record) nothing changes what is reminded of. Held mail counts as released
 * now. Mails that wait in the outbox already are not in it. Reads only.
 */
export class ReminderForecast {
  private readonly deadlines: Kysely<DeadlineTables>;

  constructor(private readonly sources: ForecastSources) {
    this.deadlines = sources.database.withTables<DeadlineTables>();
  }

  /** Each expiry of which something may go out up to the end of that day, wherever that is; by subject. */
  async *upTo(to: IsoDate, changed?: Policy): AsyncGenerator<ExpiryForecast> {
    for await (const subject of this.subjects(to, changed)) {
      for (const expiresOn of await this.expiriesOf(subject)) {
        yield await this.ofExpiry({ subject, expiresOn }, changed);
      }
    }
  }

  private async ofExpiry(
    of: { readonly subject: Subject; readonly expiresOn: IsoDate },
    changed: Policy | undefined,
  ): Promise<ExpiryForecast> {
    const { lookups, streams, desk, clock } = this.sources;
    const released = releasedBy(await desk.installation(), clock.now());
    const situation = { ...(await lookups.situationOf(of)), ...released };
    const { state: decided } = await streams.read(reminderStream, reminderStreamId(of.subject, of.expiresOn));
    const today = linesOf(of, situation, decided);
    if (!changed || !movesTo(changed, situation)) return { today, changed: today };
    return { today, changed: linesOf(of, { ...situation, policy: changed }, decided) };
  }

  /** Those with a reminder still to be decided; under other offsets it may be any whose term still runs. */
  private async *subjects(to: IsoDate, changed: Policy | undefined): AsyncGenerator<Subject> {
    const before = startsAt(addDays(to, ZONES_APART), utc);
    const endsBefore = changed && startsAt(addDays(to, ZONES_APART + largestOffset(changed)), utc);
    for (let after = ''; ;) {
      const rows = await this.deadlines
        .selectFrom('deadline')
        .select('subject')
        .distinct()
        .where('subject', '>', after)
        .where((eb) => {
          const reminded = eb.and([eb('kind', '=', REMINDERS), eb('dueAt', '<', before)]);
          if (endsBefore === undefined) return reminded;
          return eb.or([reminded, eb.and([eb('kind', '=', EXPIRY), eb('dueAt', '<', endsBefore)])]);
        })
        .orderBy('subject')
        .limit(SUBJECTS_AT_ONCE)
        .execute();
      for (const { subject } of rows) yield subjectNamed(subject);
      after = rows.at(-1)?.subject ?? '';
      if (after === '') return;
    }
  }

  private async expiriesOf({ kind, id }: Subject): Promise<readonly IsoDate[]> {
    const { desk, streams } = this.sources;
    const own = renewableOf(await desk.license(id));
    if (kind === 'license') return own ? [own.term.expiresOn] : [];
    return termsOnRecord((await streams.read(maintenanceStream, id)).state).map(({ expiresOn }) => expiresOn);
  }
}

function releasedBy(installation: Installation, now: Instant): Pick<DueSituation, 'mailReleasedAt'> {
  if (installation.mail === 'never-held') return {};
  return { mailReleasedAt: installation.mail === 'held' ? now : installation.releasedAt };
}

/** Orders stay with their vendor, and with a channel that it sells through. */
function movesTo(changed: Policy, { policy, channel }: DueSituation & Audience): boolean {
  return policy.id === changed.id && refuseUnlessSoldThrough(changed, channel) === undefined;
}

function largestOffset({ channels }: Policy): number {
  return Math.max(0, ...Object.values(channels).flatMap(({ reminders }) => reminders.offsets));
}
