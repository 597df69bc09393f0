import { instantAt, isoDate, startsAt, zone } from '@renewals/licensing';
import { Chore, DeadlineRoom, nineIn, set, T0 } from './deadline-room.spec';
import type { DeadlineTables } from './deadline-table';
import { useZoneData } from './zone-data';

const berlin = zone('Europe/Berlin');
const day = isoDate('2026-03-01');
const HOUR = 3_600_000;

/** Three deadlines, made with zone data under which Berlin was an hour off. */
async function givenOldInstants(): Promise<DeadlineRoom> {
  const room = await DeadlineRoom.with(new Chore());
  await useZoneData(room.database, '2025a');
  const failed = set('failed', nineIn('Europe/Berlin'));
  await room.happen(room.event(set('hour', nineIn('Europe/Berlin')), failed));
  await room.happen(room.event(set('day', { startOf: day, zone: berlin }), set('instant')));
  const deadlines = room.database.withTables<DeadlineTables>();
  await deadlines
    .updateTable('deadline')
    .set(({ eb }) => ({ dueAt: eb('dueAt', '+', HOUR), nextAt: eb('nextAt', '+', HOUR) }))
    .execute();
  await deadlines.updateTable('deadline').set({ attempts: 3 }).where('subject', '=', 'failed').execute();
  return room;
}

const instants = async (room: DeadlineRoom) =>
  Object.fromEntries((await room.rows()).map(({ subject, dueAt, nextAt }) => [subject, [dueAt, nextAt]]));

describe('when the runtime’s zone data changes', () => {
  it('the instants of local days are computed again; a retry that waits keeps its time', async () => {
    const room = await givenOldInstants();
    await useZoneData(room.database, '2025b');
    const nine = instantAt(day, 9, berlin);
    expect(await instants(room)).toEqual({
      hour: [nine, nine],
      failed: [nine, nine + HOUR],
      day: [startsAt(day, berlin), startsAt(day, berlin)],
      instant: [T0 + HOUR, T0 + HOUR],
    });
  });

  it('and only then', async () => {
    const room = await givenOldInstants();
    const before = await instants(room);
    await useZoneData(room.database, '2025a');
    expect(await instants(room)).toEqual(before);
  });
});
