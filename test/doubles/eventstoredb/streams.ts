import { randomUUID } from 'node:crypto';
import { type LogRecord, type ProposedEvent, TransactionLog } from './log';

export type Expected = bigint | 'no_stream' | 'any' | 'stream_exists';

export type AppendOutcome =
  /**
   * `revision` is undefined where an append without events found no stream, `position` where one that was written
   * before was deleted since.
   */
  | { readonly kind: 'success'; readonly revision: bigint | undefined; readonly position: bigint | undefined }
  | { readonly kind: 'wrong-expected-version'; readonly current: bigint | undefined }
  | { readonly kind: 'stream-deleted' };

export const TOMBSTONE_REVISION = 9223372036854775807n;
const SOFT_DELETED = Number(TOMBSTONE_REVISION);

/** Streams over one log, with the rules for expected revisions and repeated ids of EventStoreDB 23.10. */
export class Streams {
  readonly log = new TransactionLog();
  private readonly events = new Map<string, LogRecord[]>();
  private readonly tombstones = new Set<string>();
  /** Where an id was written first: what `any` and `stream_exists` look repeats up in. Lost at a restart. */
  private rememberedIds = new Map<string, LogRecord>();

  append(stream: string, expected: Expected, proposed: readonly ProposedEvent[]): AppendOutcome {
    if (this.isTombstoned(stream)) return { kind: 'stream-deleted' };
    const current = this.lastRevision(stream);
    if (expected === 'stream_exists') {
      if (this.isSoftDeleted(stream)) return { kind: 'stream-deleted' };
      if (current < 0n && this.lastRevision(`$$${stream}`) < 0n) return conflict(current);
    }
    const decision =
      expected === 'any' || expected === 'stream_exists'
        ? this.compareWithMemory(stream, proposed)
        : this.compareWithStream(stream, expected === 'no_stream' ? -1n : expected, current, proposed);
    if (decision === 'conflict') return conflict(current);
    if (decision !== 'write') {
      return this.isSoftDeleted(stream) ? { ...success(decision), position: undefined } : success(decision);
    }
    return this.write(stream, current, proposed);
  }

  /** Soft delete, as the server does it: by metadata. */
  softDelete(stream: string, expected: Expected): AppendOutcome {
    const refused = this.refusesDelete(stream, expected, { mustExist: true });
    if (refused) return refused;
    const marker = this.writeMetadata(stream, `{"$tb":${TOMBSTONE_REVISION}}`);
    this.log.announce();
    return success(marker);
  }

  tombstone(stream: string, expected: Expected): AppendOutcome {
    const refused = this.refusesDelete(stream, expected, { mustExist: false });
    if (refused) return refused;
    this.tombstones.add(stream);
    const marker = this.log.write(stream, TOMBSTONE_REVISION, event('$streamDeleted', 'application/octet-stream', ''));
    this.log.announce();
    return success(marker);
  }

  /** The events that a reader of the stream sees; undefined when there is no such stream. */
  read(stream: string): readonly LogRecord[] | undefined {
    const events = this.events.get(stream);
    if (!events || this.isSoftDeleted(stream)) return undefined;
    return events.slice(Number(this.truncatedBefore(stream)));
  }

  isTombstoned(stream: string): boolean {
    return this.tombstones.has(stream) || (stream.startsWith('$$') && this.tombstones.has(stream.slice(2)));
  }

  lastRevision(stream: string): bigint {
    return BigInt(this.events.get(stream)?.length ?? 0) - 1n;
  }

  forgetIds(): void {
    this.rememberedIds = new Map();
  }

  private compareWithMemory(stream: string, proposed: readonly ProposedEvent[]): 'write' | 'conflict' | LogRecord {
    let last: LogRecord | undefined;
    for (const { id } of proposed) {
      const known = this.rememberedIds.get(id);
      if (known?.stream !== stream) return last ? 'conflict' : 'write';
      last = known;
    }
    return last ?? 'write';
  }

  private compareWithStream(
    stream: string,
    expected: bigint,
    current: bigint,
    proposed: readonly ProposedEvent[],
  ): 'write' | 'conflict' | LogRecord {
    if (expected === current) return 'write';
    if (expected > current) return 'conflict';
    const written = this.events.get(stream)?.slice(Number(expected) + 1) ?? [];
    const repeated = proposed.length > 0 && proposed.every(({ id }, index) => written[index]?.id === id);
    const last = written[proposed.length - 1];
    if (repeated && last) return last;
    return expected === -1n && this.isSoftDeleted(stream) ? 'write' : 'conflict';
  }

  private write(stream: string, current: bigint, proposed: readonly ProposedEvent[]): AppendOutcome {
    const wasSoftDeleted = this.isSoftDeleted(stream);
    let last: LogRecord | undefined;
    for (const one of proposed) last = this.writeEvent(stream, one);
    if (wasSoftDeleted && last) this.writeMetadata(stream, `{"$tb":${current + 1n}}`);
    const position = last?.position ?? this.log.writeHidden(stream).position;
    this.log.announce();
    const revision = last?.revision ?? (current < 0n ? undefined : current);
    return { kind: 'success', revision, position };
  }

  private writeEvent(stream: string, proposed: ProposedEvent): LogRecord {
    const record = this.log.write(stream, this.lastRevision(stream) + 1n, proposed);
    const events = this.events.get(stream);
    if (events) events.push(record);
    else this.events.set(stream, [record]);
    if (!this.rememberedIds.has(record.id)) this.rememberedIds.set(record.id, record);
    return record;
  }

  private writeMetadata(stream: string, json: string): LogRecord {
    return this.writeEvent(`$$${stream}`, event('$metadata', 'application/json', json));
  }

  private refusesDelete(
    stream: string,
    expected: Expected,
    { mustExist }: { mustExist: boolean },
  ): AppendOutcome | undefined {
    if (this.isTombstoned(stream)) return { kind: 'stream-deleted' };
    const current = this.lastRevision(stream);
    if (current < 0n && mustExist) return conflict(current);
    if (expected === 'any' || expected === 'stream_exists') return undefined;
    return (expected === 'no_stream' ? -1n : expected) === current ? undefined : conflict(current);
  }

  private isSoftDeleted(stream: string): boolean {
    return this.truncatedBefore(stream) === SOFT_DELETED;
  }

  private truncatedBefore(stream: string): number {
    const latest = this.events.get(`$$${stream}`)?.at(-1);
    if (latest?.type !== '$metadata') return 0;
    const { $tb = 0 } = JSON.parse(Buffer.from(latest.data).toString('utf8')) as { $tb?: number };
    return $tb;
  }
}

function event(type: string, contentType: string, data: string): ProposedEvent {
  return { id: randomUUID(), type, contentType, data: Buffer.from(data), metadata: new Uint8Array() };
}

function success(record: LogRecord): Extract<AppendOutcome, { kind: 'success' }> {
  return { kind: 'success', revision: record.revision, position: record.position };
}

function conflict(current: bigint): AppendOutcome {
  return { kind: 'wrong-expected-version', current: current < 0n ? undefined : current };
}
