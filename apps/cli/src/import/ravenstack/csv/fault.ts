/** Why a field, a row or a line cannot be accepted, in a sentence that tells how to correct it. */
export class Fault {
  constructor(
    readonly reason: string,
    /** Null when it is the line as a whole. */
    readonly column: string | null = null,
  ) {}

  in(column: string): Fault {
    return new Fault(`${column} ${this.reason}`, column);
  }
}

export type Reading<Value> = Value | Fault;

/** A field as a sentence quotes it. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
