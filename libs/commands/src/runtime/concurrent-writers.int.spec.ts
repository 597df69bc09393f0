import { verifyChains } from '@renewals/audit';
import { isoDate, Refusal, type RefusalCode } from '@renewals/licensing';
import * as fc from 'fast-check';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { propertyPatience, propertyRuns } from '../../../../test/support/property-runs';
import { contextOf, licenseId, licenseSubject, orderId, ownerOf } from '../../../../test/support/samples';
import { WatchedStore } from '../../../../test/support/watched-store';
import { AddOrderContact } from '../order/contacts';
import { UnsubscribeReminders } from '../order/reminder-subscriptions';
import { ExtendTrial } from '../license/trials';
import { RequestRenewal } from '../renewal/request-renewal';
import type { CommandContext } from './context';

jest.setTimeout(propertyPatience);

/** It ends on 2025-12-11: it may be extended by now, and once it is, not again before the year ends. */
const trial = { anchor: '2025-11-11', period: 'P30D', more: { kind: 'trial' } } as const;
const expiresOn = isoDate('2026-03-11');

let engine: EngineInTime;
let store: WatchedStore;

beforeAll(async () => {
  engine = await EngineInTime.begin({ through: (real) => (store = new WatchedStore(real)) });
});
afterAll(() => engine.close());

/** Eight people send a command of their own at the same moment. */
function eightAtOnce<Answer>(name: string, send: (context: CommandContext, writer: number) => Promise<Answer>) {
  return Promise.allSettled(Array.from({ length: 8 }, (_, writer) => send(contextOf(`${name} ${writer}`), writer)));
}

const refusals = (outcomes: readonly PromiseSettledResult<unknown>[]): RefusalCode[] =>
  outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [];
    if (!(outcome.reason instanceof Refusal)) throw outcome.reason;
    return [outcome.reason.code];
  });

const typesOf = (stream: string, type: string) =>
  engine.typesIn(stream).then((types) => types.filter((one) => one === type));

describe('rules 1 to 4: of 8 concurrent writers through the command handlers', () => {
  it('exactly one claims the license', async () => {
    await engine.imported('claimed', { claimed: {} });
    const line = { subject: licenseSubject('claimed'), currentExpiresOn: expiresOn };

    const outcomes = await eightAtOnce('claim', (context) => engine.do(new RequestRenewal([line], 'sales', context)));

    expect(refusals(outcomes)).toEqual(Array(7).fill('RENEWAL_ALREADY_OPEN'));
    expect(await typesOf(`license-${licenseId('claimed')}`, 'RenewalOpened')).toHaveLength(1);
  });

  it('exactly one extends the trial', async () => {
    await engine.imported('tried', { tried: trial });
    const outcomes = await eightAtOnce('extend', (context) => engine.do(new ExtendTrial(licenseId('tried'), context)));
    expect(await typesOf(`license-${licenseId('tried')}`, 'TrialExtended')).toHaveLength(1);
    expect(refusals(outcomes)).toEqual(Array(7).fill('TRIAL_EXTENSION_TOO_EARLY'));
  });

  it('who add the same contact in one role, one does', async () => {
    await engine.imported('shared', { shared: {} });
    const outcomes = await eightAtOnce('add', (context) =>
      engine.do(new AddOrderContact(orderId('shared'), ownerOf('shared'), 'technical', 'owner', context)),
    );
    expect(refusals(outcomes)).toEqual([]);
    expect(await typesOf(`order-${orderId('shared')}`, 'ContactAdded')).toHaveLength(2);
  });

  it('who send one and the same command, all get the one answer', async () => {
    await engine.imported('repeated', { repeated: {} });
    const line = { subject: licenseSubject('repeated'), currentExpiresOn: expiresOn };
    const outcomes = await eightAtOnce('unused', () =>
      engine.do(new RequestRenewal([line], 'sales', contextOf('one request'))),
    );
    const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(answers).toHaveLength(8);
    expect(new Set(answers.map(({ renewalId, revision }) => `${renewalId} ${revision}`)).size).toBe(1);
    expect(answers.filter(({ wrote }) => wrote)).toHaveLength(1);
  });

  it('every one of any mixture either wrote once or was told why not, and every stream is whole', async () => {
    let company = 0;
    const writer = fc.constantFrom('claim', 'extend', 'contact', 'unsubscribe');
    const property = fc.asyncProperty(fc.array(writer, { minLength: 8, maxLength: 8 }), async (writers) => {
      const name = `company${(company += 1)}`;
      await engine.imported(name, { [name]: {}, [`${name} trial`]: trial });
      const order = orderId(name);
      const commands = {
        claim: (context: CommandContext) =>
          new RequestRenewal([{ subject: licenseSubject(name), currentExpiresOn: expiresOn }], 'sales', context),
        extend: (context: CommandContext) => new ExtendTrial(licenseId(`${name} trial`), context),
        contact: (context: CommandContext) => new AddOrderContact(order, ownerOf(name), 'technical', 'owner', context),
        unsubscribe: (context: CommandContext) => new UnsubscribeReminders(order, ownerOf(name), 'link', context),
      };
      const sent = (kind: (typeof writers)[number]) => writers.filter((one) => one === kind).length;

      const outcomes = await eightAtOnce(name, async (context, index) => {
        const { revision } = await engine.do(commands[writers[index] ?? 'claim'](context));
        return revision;
      });

      const claims = await typesOf(`license-${licenseId(name)}`, 'RenewalOpened');
      expect(claims).toHaveLength(Math.min(1, sent('claim')));
      const extensions = await typesOf(`license-${licenseId(`${name} trial`)}`, 'TrialExtended');
      expect(extensions).toHaveLength(Math.min(1, sent('extend')));
      expect(refusals(outcomes)).toHaveLength(Math.max(0, sent('claim') - 1) + Math.max(0, sent('extend') - 1));
      const changes = (await engine.typesIn(`order-${order}`)).slice(2).sort();
      expect(changes).toEqual([
        ...(sent('unsubscribe') > 0 ? ['AlertRaised'] : []),
        ...(sent('contact') > 0 ? ['ContactAdded'] : []),
        ...(sent('unsubscribe') > 0 ? ['RemindersUnsubscribed'] : []),
      ]);
    });
    await fc.assert(property, propertyRuns(10, 200));

    expect(store.appends.every(({ expected }) => expected === 'no-stream' || expected >= 0)).toBe(true);
    expect((await verifyChains(store)).broken).toEqual([]);
    const ids = (await engine.events()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
