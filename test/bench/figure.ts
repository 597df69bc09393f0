/** One measured number. `ratio` is `value` to `floor`, where floor is the same work done bare, in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor: number | null;
  readonly ratio: number | null;
  /** What the ratio, or the value where there is no floor, has to be; `null` when it is only told. */
  readonly reach: string | null;
  readonly ok: boolean | null;
}

export interface Mark {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A number beside its floor. `ratio` may be given where it is not simply the quotient of the two medians. */
export function compared(
  name: string,
  unit: string,
  { value, floor, ratio = value / floor }: { value: number; floor: number; ratio?: number },
  mark: Mark,
): Figure {
  return { name, value: rounded(value), unit, floor: rounded(floor), ratio: rounded(ratio), ...judged(ratio, mark) };
}

/** A number that stands by itself. */
export function absolute(name: string, unit: string, value: number, mark: Mark = {}): Figure {
  return { name, value: rounded(value), unit, floor: null, ratio: null, ...judged(value, mark) };
}

function judged(number: number, { atLeast, atMost }: Mark): Pick<Figure, 'reach' | 'ok'> {
  if (atLeast !== undefined) return { reach: `>= ${atLeast}`, ok: number >= atLeast };
  if (atMost !== undefined) return { reach: `<= ${atMost}`, ok: number <= atMost };
  return { reach: null, ok: null };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
