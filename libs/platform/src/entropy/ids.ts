import { parse, v5 as uuidV5 } from 'uuid';

/** Namespace of every id that this engine derives. Never change it: ids of old data depend on it. */
const NAMESPACE = parse('b0c2a5a8-6a0d-5d0b-9f0e-6d1f5a4f3c21');

/** A UUID that only depends on the given parts: the same parts give the same id, for ever and on every machine. */
export function derivedId(...parts: readonly (string | number)[]): string {
  return uuidV5(Buffer.from(JSON.stringify(parts)), NAMESPACE);
}

/** Id of the index-th event of a command (rule 2). */
export function eventId(commandId: string, index: number): string {
  return uuidV5(Buffer.from(String(index)), parse(commandId));
}
