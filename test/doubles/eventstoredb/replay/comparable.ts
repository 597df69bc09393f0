import { noted } from './values';

type Fields = Record<string, unknown>;

const ERROR_FIELDS = [
  'type',
  'code',
  'message',
  'streamName',
  'expectedVersion',
  'actualVersion',
  'maxAppendSize',
  'errorMessage',
] as const;

/** What two runs must agree on. `positions: false` where the recorded server wrote records of its own in between. */
export function comparableResult(result: unknown, { positions = true } = {}): unknown {
  const plain = withoutVariance(noted(result), positions) as Fields | string;
  if (typeof plain === 'string' || !Array.isArray(plain['events'])) return plain;
  return { ...plain, events: plain['events'].map((event: Fields) => comparableEvent(event)) };
}

/** Recordings shorten most events to the fields of this list. */
export function comparableEvent(event: Fields): Fields {
  const { event: inner = event } = event as { event?: Fields | string };
  const { streamId, revision, type, id, position, data, metadata } = (
    typeof inner === 'object' ? inner : event
  ) as Fields;
  const madeByServer = typeof type === 'string' && type.startsWith('$');
  return { streamId, revision, type, ...(madeByServer ? {} : { id }), position, data, metadata };
}

export function comparableError(error: unknown): Fields {
  const fields = error as Fields;
  const name = typeof fields['class'] === 'string' ? fields['class'] : (error as Error).constructor.name;
  const told = Object.fromEntries(ERROR_FIELDS.map((field) => [field, noted(fields[field])]));
  const message = String(told['message'])
    .replace(/(Deadline exceeded) after.*/, '$1')
    .replace(/(exceeds|larger than).*/i, 'too large');
  return { class: name, ...told, message };
}

function withoutVariance(value: unknown, positions: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutVariance(one, positions));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'created' && (positions || key !== 'position'));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutVariance(inner, positions)]));
}
