import { DataDirectory, VirtualTime } from '@renewals/platform';
import { document, documents, renewals } from '../command/renewals.spec';
import { importedExample } from '../import/importing.spec';

interface Shown {
  readonly mail: string;
  readonly goesOutToday: readonly { readonly externalId: string; readonly dueAt: string; readonly offset: number }[];
  readonly recordedNotSent: number;
}

describe('renewals go-live', () => {
  it('shows what it would do, then records what fell due before and sends nothing of it', async () => {
    const { data } = await importedExample('--as-of', '2024-12-31');
    const goLive = (...options: readonly string[]) =>
      document(['go-live', '--data-dir', data, ...options]) as Promise<Shown>;

    const shown = await goLive('--dry-run');
    expect(shown).toMatchObject({ mail: 'held', recordedNotSent: expect.any(Number) });
    expect(shown.recordedNotSent).toBeGreaterThan(0);
    expect(await goLive('--dry-run')).toEqual(shown);
    expect((await renewals('go-live', '--dry-run', '--data-dir', data)).stdout).toContain('Mail is held.');

    expect(await goLive()).toEqual({ ...shown, mail: 'released' });
    const decided = (await documents('reminders', '--data-dir', data)).filter(
      ({ reason }) => reason !== 'before-import',
    );
    expect(decided).toHaveLength(shown.recordedNotSent);
    expect(new Set(decided.map(({ outcome }) => outcome))).toEqual(new Set(['suppressed']));

    expect(await goLive()).toEqual({ mail: 'released', goesOutToday: [], recordedNotSent: 0 });
  });

  it('shows the mails of the rest of the day in the zone of each term', async () => {
    const { data } = await importedExample();
    const directory = new DataDirectory(data);
    const { startsAt } = directory.identity.virtual ?? { startsAt: 0 };
    const licenses = await documents('licenses', '--data-dir', data, '--status', 'active');
    const clock = VirtualTime.open(directory.clock, startsAt);
    const found = new Set<string>();
    for (let day = 1; day <= 10; day += 1) {
      clock.moveTo(Date.parse('2024-12-31T12:00:00Z') + day * 86_400_000);
      const { goesOutToday } = (await document(['go-live', '--dry-run', '--data-dir', data])) as Shown;
      for (const { externalId, dueAt } of goesOutToday) {
        const { zone } = licenses.find((license) => license['externalId'] === externalId) as { zone: string };
        const local = (instant: number) =>
          new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
        expect(local(Date.parse(dueAt))).toBe(`${local(clock.now()).slice(0, 10)} 09:00`);
        expect(Date.parse(dueAt)).toBeGreaterThanOrEqual(clock.now());
        found.add(externalId);
      }
    }
    expect(found.size).toBeGreaterThan(0);
  });
});
