/** The stream moved on since the client read it (`If-Match`). Nothing was written. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';

  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`This is at revision ${actual} by now, not ${expected}: read it again, then decide.`);
  }
}
