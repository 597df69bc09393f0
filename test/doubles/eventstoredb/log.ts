import { EventEmitter } from 'node:events';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LogRecord extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** 100 ns ticks since 1970. */
  readonly created: bigint;
}

/** What takes room in the log but is no event, as an append without events. Search windows count it. */
export interface HiddenRecord {
  readonly stream: string;
  readonly position: bigint;
  readonly hidden: true;
}

export const isEvent = (record: LogRecord | HiddenRecord): record is LogRecord => !('hidden' in record);

/** Bytes of a record of the real log beside its stream, type, data and metadata; so positions equal the recorded ones. */
const RECORD_OVERHEAD = 90;
const FIRST_POSITION_OF_A_FRESH_SERVER = 733n;

/** The transaction log: every record in order, each at the byte where it begins. */
export class TransactionLog extends EventEmitter {
  readonly records: (LogRecord | HiddenRecord)[] = [];
  private next = FIRST_POSITION_OF_A_FRESH_SERVER;

  constructor() {
    super();
    this.setMaxListeners(0);
    this.records.push({ stream: '$epoch', position: 0n, hidden: true });
    this.records.push({ ...scavengesMetadata, position: 548n, created: ticks() });
  }

  write(stream: string, revision: bigint, event: ProposedEvent): LogRecord {
    const record = { ...event, stream, revision, position: this.reserve(stream, event), created: ticks() };
    this.records.push(record);
    return record;
  }

  writeHidden(stream: string): HiddenRecord {
    const record: HiddenRecord = { stream, position: this.reserve(stream), hidden: true };
    this.records.push(record);
    return record;
  }

  /** Tells live subscriptions that a whole append stands in the log. */
  announce(): void {
    this.emit('written');
  }

  private reserve(stream: string, event?: ProposedEvent): bigint {
    const position = this.next;
    const content = event ? Buffer.byteLength(event.type) + event.data.byteLength + event.metadata.byteLength : 0;
    this.next += BigInt(RECORD_OVERHEAD + Buffer.byteLength(stream) + content);
    return position;
  }
}

const scavengesMetadata = {
  id: '7a3ff4b5-3f7c-4a33-9a0e-2f3c4d5e6f70',
  stream: '$$$scavenges',
  revision: 0n,
  type: '$metadata',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: new Uint8Array(),
};

function ticks(): bigint {
  return BigInt(Date.now()) * 10_000n;
}
