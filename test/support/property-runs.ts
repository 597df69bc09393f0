/** How often a property is tried: more with `LONG=1`. `SEED=…` repeats a run that failed (fast-check prints its seed). */
export function propertyRuns(short: number, long: number): { numRuns: number; seed?: number } {
  const { LONG, SEED } = process.env;
  return { numRuns: LONG ? long : short, ...(SEED && { seed: Number(SEED) }) };
}

/** Milliseconds that a property over whole engines may take. */
export const propertyPatience = process.env['LONG'] ? 15 * 60_000 : 30_000;
