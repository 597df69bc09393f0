import fc from 'fast-check';
import { propertyRuns } from '../support/property-runs';
import { LAST_DAY, RealRenewal } from './real-renewal';
import { type Circumstances, type Move, moves, SimpleRenewal } from './simple-renewal';

interface Modelled {
  readonly renewal: SimpleRenewal;
  today: number;
}

let compared = 0;

/** Some days later somebody does something, and both answer the same. */
class Moved implements fc.Command<Modelled, RealRenewal> {
  constructor(
    private readonly move: Move,
    private readonly days: number,
  ) {}

  check = () => true;

  run(model: Modelled, real: RealRenewal): void {
    model.today += this.days;
    const allowed = model.renewal.may(this.move, model.today);
    expect([`${this}`, real.may(this.move, model.today)]).toEqual([`${this}`, allowed]);
    const { state } = real;
    expect([`${this}`, state.stage]).toEqual([`${this}`, model.renewal.stage]);
    expect('outcome' in state ? state.outcome : undefined).toBe(model.renewal.outcome);
    compared += 1;
  }

  toString(): string {
    return `+${this.days}d ${this.move}`;
  }
}

const anyDays = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 }) },
);
const anyMove = fc.tuple(fc.constantFrom(...moves), anyDays).map(([move, days]) => new Moved(move, days));
/** What leads on comes more often than what ends. */
const anyStep = fc
  .tuple(fc.constantFrom<Move>('quote', 'accept', 'approve', 'commit', 'invoice'), anyDays)
  .map(([move, days]) => new Moved(move, days));
const anyCircumstances: fc.Arbitrary<Circumstances> = fc.record({
  lastDay: fc.constant(LAST_DAY),
  requestedOn: fc.integer({ min: LAST_DAY - 100, max: LAST_DAY + 20 }),
  needsCommitment: fc.boolean(),
  quoteDays: fc.integer({ min: 1, max: 30 }),
});

it('a simple model of the life of a renewal and the engine agree on every step', () => {
  fc.assert(
    fc.property(
      anyCircumstances,
      fc.commands([anyMove, anyStep], { maxCommands: 25, size: 'max' }),
      (circumstances, commands) => {
        const setup = () => ({
          model: { renewal: new SimpleRenewal(circumstances), today: circumstances.requestedOn },
          real: new RealRenewal(circumstances),
        });
        fc.modelRun(setup, commands);
      },
    ),
    propertyRuns(300, 8_000),
  );
  expect(compared).toBeGreaterThan(process.env['LONG'] ? 80_000 : 2_500);
});
