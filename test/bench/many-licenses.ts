import { DatabaseSync } from '@photostructure/sqlite';
import { deadlineProjection } from '@renewals/automations';
import { addDays, endsAt, type IsoDate, type Zone } from '@renewals/licensing';
import { sqliteDialect, type Tables, upcomingProjection } from '@renewals/projections';
import { Kysely } from 'kysely';

const ZONE = 'Europe/Berlin' as Zone;
const HOUR = 3_600_000;

/** How the licenses' last days are spread: evenly over a year. */
const DAYS = 365;

/** How many licenses one order has. */
const OF_ONE_ORDER = 10;

/** A views database as it is with so many licenses, one upcoming renewal and one deadline each, from `today` on. */
export async function manyLicenses(file: string, count: number, today: IsoDate): Promise<Tables> {
  const database: Tables = new Kysely({ dialect: sqliteDialect(file) });
  for (const { tables } of [upcomingProjection, deadlineProjection([])]) {
    for (const table of tables) await table.create(database, table.name);
  }
  const rows = new DatabaseSync(file);
  const days = Array.from({ length: DAYS }, (_, day) => addDays(today, day + 1));
  const ends = days.map((day) => endsAt(day, ZONE));
  const upcoming = rows.prepare(`
    INSERT INTO upcoming_renewal (license, organization, orderId, policy, product, tab, quota, amount, currency, expiresOn, zone, endsAt, revision)
    VALUES (?, ?, ?, 'dynamsoft', 'Pro', 'annual', 10, 10000, 'USD', ?, '${ZONE}', ?, 1)`);
  const deadline = rows.prepare(`
    INSERT INTO deadline (key, kind, rank, subject, detail, dueAt, eventId, correlationId, nextAt, attempts)
    VALUES (?, 'expiry', 2, ?, ?, ?, ?, ?, ?, 0)`);
  rows.exec('BEGIN');
  for (let index = 0; index < count; index++) {
    const license = idOf('license', index);
    const order = idOf('order', Math.floor(index / OF_ONE_ORDER));
    // Spread, so that neighbours in the index are not neighbours on disk.
    const day = (index * 7919) % DAYS;
    const [expiresOn, end] = [days[day] as string, ends[day] as number];
    upcoming.run(license, order, order, expiresOn, end);
    deadline.run(`expiry|${license}|${expiresOn}`, license, expiresOn, end, license, license, end + HOUR);
  }
  rows.exec('COMMIT');
  rows.close();
  return database;
}

export function idOf(kind: string, index: number): string {
  return `${kind}-${String((index * 2_654_435_761) % 2 ** 32).padStart(10, '0')}-${index}`;
}
