const BIGINT = /^-?\d+n$/;
const PORT_OF_THE_RECORDER = /:2214\b/g;

/** An argument as it was given to the recorded client. */
export function spoken(value: unknown): unknown {
  if (typeof value === 'string') return BIGINT.test(value) ? BigInt(value.slice(0, -1)) : value;
  if (Array.isArray(value)) return value.map(spoken);
  if (typeof value !== 'object' || value === null) return value;
  const bytes = bytesOf(value);
  if (bytes) return bytes;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner)]));
}

/** A result in the notation of the recordings, without what differs from run to run. */
export function noted(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value === undefined) return 'undefined';
  if (value instanceof Uint8Array) return notedBytes(value);
  if (Array.isArray(value)) return value.map(noted);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => key !== 'created' && inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, noted(inner)]));
}

export function connectionStringTo(port: number, recorded: string): string {
  return recorded.replace(PORT_OF_THE_RECORDER, `:${port}`);
}

function bytesOf(value: object): Uint8Array | undefined {
  if ('base64' in value) return Uint8Array.from(Buffer.from(String(value.base64), 'base64'));
  if ('utf8' in value) return Uint8Array.from(Buffer.from(String(value.utf8)));
  if ('elided' in value && 'bytes' in value) return new Uint8Array(Number(value.bytes)).fill('a'.charCodeAt(0));
  return undefined;
}

function notedBytes(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString('utf8');
  return Buffer.from(text).equals(buffer) ? { utf8: text } : { base64: buffer.toString('base64') };
}
