import { type Position as LogPosition, START as BEGINNING } from '@eventstore/db-client';
import { type Position, START } from '../port';

/** An unsigned 64-bit number has at most 20 digits. */
const DIGITS = 20;

export function toPosition({ commit, prepare }: LogPosition): Position {
  return `${padded(commit)}/${padded(prepare)}` as Position;
}

/** Where the server goes on after a position. A checkpoint's prepare may be 0; resuming there works. */
export function fromPosition(position: Position): LogPosition | typeof BEGINNING {
  if (position === START) return BEGINNING;
  const [commit, prepare] = position.split('/');
  if (!commit || !prepare) throw new RangeError(`"${position}" is not a position of an EventStoreDB log`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

function padded(offset: bigint): string {
  return offset.toString().padStart(DIGITS, '0');
}
