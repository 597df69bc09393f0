import type { RecordedEvent } from '../port';
import type { EventMetadata } from './metadata';

/** Lifts the data of one event type from one schema version to the next. Pure; never sees a store. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  lift(data: RecordedEvent['data']): RecordedEvent['data'];
}

/** An event of a type or version that this program does not know: written by a newer one. Never skipped. */
export class UnknownEventShape extends Error {
  override readonly name = 'UnknownEventShape';

  constructor(event: RecordedEvent, known: number | undefined) {
    super(
      `${event.stream}@${event.revision} is ${event.type} version ${schemaOf(event)}; this program knows ` +
        `${known === undefined ? 'no such event' : `it up to version ${known}`}. Run the version that wrote it, or a newer one.`,
    );
  }
}

/** Events as this program knows them: one chain of upcasters, applied when read, never written back (rule 16). */
export class Upcasting {
  private readonly currentVersions: ReadonlyMap<string, number>;
  private readonly lifts = new Map<string, Upcaster>();

  constructor(currentVersions: Readonly<Record<string, number>>, upcasters: readonly Upcaster[] = []) {
    this.currentVersions = new Map(Object.entries(currentVersions));
    for (const upcaster of upcasters) this.lifts.set(`${upcaster.type}@${upcaster.from}`, upcaster);
  }

  lift(event: RecordedEvent): RecordedEvent {
    const current = this.currentVersions.get(event.type);
    const stored = schemaOf(event);
    if (current === stored) return event;
    if (current === undefined || stored > current) throw new UnknownEventShape(event, current);
    let data = event.data;
    for (let version = stored; version < current; version++) {
      const upcaster = this.lifts.get(`${event.type}@${version}`);
      if (!upcaster) throw new UnknownEventShape(event, current);
      data = upcaster.lift(data);
    }
    return { ...event, data, metadata: { ...event.metadata, schema: current } };
  }
}

function schemaOf(event: RecordedEvent): number {
  return (event.metadata as EventMetadata).schema;
}
