/** Nobody is signed in. The message says how to. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
}

/** A view has not yet reached what a read asked to see. */
export class ViewBehind extends Error {
  override readonly name = 'ViewBehind';
}

/** What was sent does not have the shape that the operation asks for. */
export class InvalidFields extends Error {
  override readonly name = 'InvalidFields';

  constructor(readonly fields: readonly FieldFault[]) {
    super(fields.map(({ message }) => message).join(' '));
  }
}

export interface FieldFault {
  /** JSON pointer into the body (RFC 6901), or the name of the query parameter. */
  readonly field: string;
  readonly message: string;
}
