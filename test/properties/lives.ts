import type { Instant } from '@renewals/licensing';
import fc from 'fast-check';
import type { propertyRuns } from '../support/property-runs';

/** A part of the engine in memory, on a clock that a life moves forward. */
export interface World {
  now: Instant;
}

/** What people and automations do, by name. `which` chooses among what there is; 0 is what came last. */
export type Acts<In extends World> = Readonly<Record<string, (world: In, which: number) => void>>;

export interface Lives<In extends World, Beginning> {
  readonly beginnings: fc.Arbitrary<Beginning>;
  /** A world in which nothing has happened yet. */
  readonly begin: (beginning: Beginning) => In;
  readonly acts: Acts<In>;
  /** Acts that lead somewhere when they are done in a row; random ones come between. */
  readonly journeys: readonly (readonly string[])[];
}

const HOUR = 3_600_000;
const STEPS_AT_MOST = 40;

/** Something is done, some hours after what was done before. */
class Step<In extends World> implements fc.Command<object, In> {
  constructor(
    private readonly acts: Acts<In>,
    private readonly names: readonly string[],
    private readonly hours: readonly number[],
    private readonly which: number,
  ) {}

  check = () => true;

  run(_unmodelled: object, world: In): void {
    for (const [index, name] of this.names.entries()) {
      world.now += (this.hours[index] ?? 0) * HOUR;
      this.acts[name]?.(world, this.which);
      taken += 1;
    }
  }

  toString(): string {
    return this.names.map((name, index) => `+${this.hours[index] ?? 0}h ${name}(${this.which})`).join(' ');
  }
}

let taken = 0;

/** Steps that were taken in all lives of the file. */
export function stepsTaken(): number {
  return taken;
}

const anyHours = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 72 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 * 24 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 200 * 24 }) },
);

function stepsOf<In extends World>({
  acts,
  journeys,
}: Pick<Lives<In, never>, 'acts' | 'journeys'>): fc.Arbitrary<Iterable<fc.Command<object, In>>> {
  const oneAct = fc
    .tuple(fc.constantFrom(...Object.keys(acts)), anyHours, fc.nat(7))
    .map(([name, hours, which]) => new Step(acts, [name], [hours], which));
  const journey = fc
    .constantFrom(...journeys)
    .chain((names) =>
      fc
        .tuple(
          fc.array(anyHours, { minLength: names.length, maxLength: names.length }),
          fc.constantFrom(0, 0, 0, 1, 2, 3),
        )
        .map(([hours, which]) => new Step(acts, names, hours, which)),
    );
  return fc.commands([oneAct, oneAct, journey], { maxCommands: STEPS_AT_MOST, size: 'max' });
}

/** Whatever is done, in any order and at any time, this holds when it is done. */
export function holdsInEveryLife<In extends World, Beginning>(
  lives: Lives<In, Beginning>,
  runs: ReturnType<typeof propertyRuns>,
  check: (world: In) => void,
): void {
  fc.assert(
    fc.property(lives.beginnings, stepsOf(lives), (beginning, steps) => {
      const world = lives.begin(beginning);
      fc.modelRun(() => ({ model: {}, real: world }), steps);
      check(world);
    }),
    runs,
  );
}
