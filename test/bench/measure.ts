import { performance } from 'node:perf_hooks';

type Sample = () => number | Promise<number>;

export interface Measured {
  readonly value: number;
  readonly floor: number;
  /** Median of the rounds' own ratios: a machine that slows down does so for both sides of a round. */
  readonly ratio: number;
}

/** Measures work and floor in turn, the one first that was second before. A first round to warm up does not count. */
export async function inTurn(rounds: number, work: Sample, floor: Sample): Promise<Measured> {
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const samples = round % 2 === 0 ? [floors, values] : [values, floors];
    for (const taken of samples) {
      collectGarbage();
      taken.push(await (taken === values ? work() : floor()));
    }
  }
  values.shift();
  floors.shift();
  const ratios = values.map((value, round) => value / (floors[round] as number));
  return { value: median(values), floor: median(floors), ratio: median(ratios) };
}

/** Milliseconds that it took. */
export async function elapsed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How many a second. */
export async function rate(count: number, work: () => unknown): Promise<number> {
  return (count * 1000) / (await elapsed(work));
}

/** Keeps so many calls under way until all are made. */
export async function sideBySide(
  width: number,
  count: number,
  call: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await call(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 50);
}

export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

/** What one side left behind is not collected on the other's time. */
function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
