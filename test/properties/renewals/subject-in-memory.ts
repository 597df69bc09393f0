import type { SubjectKind } from '@renewals/commands';
import type {
  AlignTerm,
  DomainEvent,
  Instant,
  IsoDate,
  OfOrder,
  OpenRenewal,
  ReleaseRenewal,
  Renewable,
  Subject,
} from '@renewals/licensing';
import type { MemoryStream } from '../memory-stream';

/** What a renewal or an alignment is about, with the decisions of its kind. */
export class SubjectInMemory<State, Event extends DomainEvent> {
  constructor(
    readonly subject: Subject,
    readonly stream: MemoryStream<State, Event>,
    private readonly kind: SubjectKind<State, Event>,
  ) {}

  renewable(expiresOn?: IsoDate): Renewable | undefined {
    return this.kind.renewable(this.stream.state, expiresOn);
  }

  open(at: Instant, command: OpenRenewal, decision: Omit<OfOrder, 'now'>) {
    return this.stream.decide(at, (state) => this.kind.open(state, command, { ...decision, now: at }));
  }

  release(at: Instant, command: ReleaseRenewal) {
    return this.stream.decide(at, (state) => this.kind.release(state, command));
  }

  recordEnd(at: Instant) {
    return this.stream.decide(at, (state) => this.kind.recordEnd(state, {}, { now: at }));
  }

  align(at: Instant, command: AlignTerm) {
    return this.stream.decide(at, (state) => this.kind.align(state, command, { now: at }));
  }
}
