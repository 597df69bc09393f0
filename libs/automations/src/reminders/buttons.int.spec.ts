import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReminderLookups } from '@renewals/commands';
import type { Channel } from '@renewals/licensing';
import { packageRoot } from '@renewals/platform';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { policyFolder } from '../../../../test/support/third-vendor';
import { Pages } from '../correspondence/pages';
import { cases, EveryCase, expiryOf, nameOf, people } from './every-case.spec';
import { stepFor } from './what-to-do';

/** Everything was bought on 2025-12-01: it ends on 2026-12-01. */
const before = ['a month before', '2026-11-01T12:00:00Z'] as const;
const inGrace = ['in what may be days of grace', '2026-12-05T12:00:00Z'] as const;
const moments = process.env['LONG']
  ? [before, ['on the last day', '2026-12-01T12:00:00Z'], inGrace, ['long after', '2026-12-20T12:00:00Z']]
  : [before, inGrace];

/** Every channel of every vendor whose terms differ. */
const sales: readonly (readonly [policy: string, channel: Channel])[] = [
  ['dynamsoft', 'store'],
  ['lansweeper', 'reseller'],
  ['lansweeper', 'payment-provider'],
  ['nimbus', 'store'],
  ...(process.env['LONG']
    ? ([
        ['dynamsoft', 'reseller'],
        ['lansweeper', 'store'],
        ['nimbus', 'quote'],
      ] as const)
    : []),
];

const pages = new Pages('https://portal.example');
let engine: EngineInTime;
afterEach(() => engine.close());

/** A folder with the policies that ship, and one that no program knows. */
function policies(): string {
  const folder = policyFolder();
  for (const id of ['dynamsoft', 'lansweeper']) {
    copyFileSync(join(packageRoot(), 'config/policies', `${id}.yaml`), join(folder, `${id}.yaml`));
  }
  return folder;
}

describe.each(sales)('the button of a mail about what %s sold through %s', (policy, channel) => {
  it('is there for whom it would not refuse, and for nobody else', async () => {
    engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z', policies: policies() });
    const every = new EveryCase(engine);
    await every.sold(policy, channel);
    engine.asleepUntil('2026-10-15T12:00:00Z');
    await engine.worker.settle();
    await every.brought();
    const lookups = engine.get(ReminderLookups);
    const wrong: string[] = [];
    let buttons = 0;
    for (const [moment, at] of moments) {
      engine.asleepUntil(at);
      await engine.worker.settle();
      for (const each of cases) {
        for (const [who, contactId] of Object.entries(people)) {
          const expiry = expiryOf(each);
          const refusalToRenew = await lookups.refusalToRenew(expiry, contactId);
          const step = stepFor(contactId, await lookups.situationOf(expiry), refusalToRenew, pages);
          const hasButton = step.to === 'renew';
          const refusal = await every.pressedBy(contactId, each);
          if (hasButton) buttons += 1;
          if (hasButton !== (refusal === undefined)) {
            wrong.push(`${nameOf(each)}, ${moment}, ${who}: ${step.to}, but ${refusal ?? 'accepted'}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(buttons > 0).toBe(policy !== 'lansweeper');
  });
});
