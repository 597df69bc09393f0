import fc from 'fast-check';
import { EngineInTime } from '../support/engine-in-time';
import { propertyPatience, propertyRuns } from '../support/property-runs';
import { sendables } from './commands/anybody';
import { Correspondence, GO_ON } from './commands/correspondence';

jest.setTimeout(propertyPatience);

let engine: EngineInTime;
beforeAll(async () => (engine = await EngineInTime.begin({ at: '2026-02-20T12:00:00Z' })));
afterAll(() => engine.close());

const journeys: readonly (readonly string[])[] = [
  ['request', 'approve', 'invoice', 'pay', 'record', 'credit'],
  ['requestBoth', 'quote', 'accept', 'commit', 'invoice', 'record'],
  ['request', 'requestBoth', 'withdrawEarlier', GO_ON, 'requestBoth'],
  ['request', 'withdraw', GO_ON, 'request'],
  ['propose', 'approveAlignment', 'applyAlignment'],
  ['enableBilling', 'cancelBilling', 'resumeBilling'],
];
const anyNames = fc.oneof(
  fc.constantFrom(...Object.keys(sendables), GO_ON).map((name) => [name]),
  fc.constantFrom(...journeys),
);
const anyStep = fc.record({ names: anyNames, which: fc.nat(7), again: fc.nat() });

describe('whatever is sent, through the real handlers and a real store', () => {
  it('the same command again writes nothing and is answered as at first; a refused one writes nothing', async () => {
    let [companies, refused, repeated] = [0, 0, 0];
    const property = fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 15 }), async (steps) => {
      const correspondence = await Correspondence.of(engine, `company ${(companies += 1)}`);
      for (const { names, which, again } of steps) {
        for (const name of names) {
          await correspondence.send(name, which);
          await correspondence.repeat(again);
        }
      }
      refused += correspondence.refused;
      repeated += correspondence.repeated;
    });
    await fc.assert(property, propertyRuns(15, 400));
    expect(refused).toBeGreaterThan(30);
    expect(repeated).toBeGreaterThan(100);
  });
});
