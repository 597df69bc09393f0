import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageRoot } from '@renewals/platform';
import { document, documents, folders } from '../command/renewals.spec';

const folder = resolve(packageRoot(), process.env.RAVENSTACK_DIR ?? '../shared/data/ravenstack');
const isThere = existsSync(join(folder, 'subscriptions.csv'));

if (!isThere) it.skip('RavenStack: skipped, there are no files in RAVENSTACK_DIR', () => undefined);

(isThere ? describe : describe.skip)('RavenStack', () => {
  it('has these customers by default', async () => {
    const { data } = folders();
    const imported = await document(['import', folder, '--format', 'ravenstack', '--virtual', '--data-dir', data]);
    expect(imported).toMatchObject({
      asOf: '2024-12-31',
      organizations: { created: 500, unchanged: 0 },
      licenses: { created: 5000, unchanged: 0, terminated: 486, expired: 569, trial: 131, active: 3814 },
      notYetStarted: 0,
      rejected: [],
    });

    const licenses = await documents('licenses', '--data-dir', data);
    const having = (status: string) => licenses.filter((license) => license['status'] === status).length;
    expect(['terminated', 'expired', 'trial', 'active'].map(having)).toEqual([486, 569, 131, 3814]);

    const decisions = await documents('reminders', '--data-dir', data);
    expect(decisions).toHaveLength(3672);
    expect(new Set(decisions.map(({ outcome, reason }) => `${String(outcome)} ${String(reason)}`))).toEqual(
      new Set(['suppressed before-import']),
    );
  }, 300_000);
});
