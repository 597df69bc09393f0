import type {
  Audience,
  ContactId,
  DueSituation,
  Instant,
  LicensingEvent,
  PlacedOrder,
  Reminders,
  Zone,
} from '@renewals/licensing';
import type { AskedReminder, EventReference, Fact } from './explanation';

/** An event in the shape that this program knows, and where it stands. */
export type OnRecord = LicensingEvent & EventReference;

/** What is looked up before one reminder is explained. */
export interface ReminderFacts {
  readonly now: Instant;
  readonly asked: AskedReminder;
  /** Everything on record about the license, its order, company and reseller, and whether mail is held; in log order. */
  readonly log: readonly OnRecord[];
  /** As the same streams say it now. */
  readonly situation: DueSituation & Audience & { readonly order: PlacedOrder };
  /** What was decided of that expiry. */
  readonly decided: Reminders;
  readonly queue: Queue;
  /** Reminders that went out in one mail, by its Message-ID. */
  readonly inMails: ReadonlyMap<string, number>;
}

/** What of the reminder waits to be done. */
export interface Queue {
  /** To be decided; parked after its last try. */
  readonly decision?: Waiting;
  /** To be addressed and sent. Nobody's row while its recipients are to be looked up. */
  readonly mails: readonly (Waiting & { readonly recipient?: ContactId })[];
  readonly mail: 'held' | 'off' | 'on';
}

export interface Waiting {
  readonly row: string;
  readonly nextAttemptAt: Instant;
  readonly attempts: number;
  readonly parked: boolean;
  readonly lastError?: string;
}

type Of<Type extends OnRecord['type']> = Extract<OnRecord, { readonly type: Type }>;

/** Looks things up in what is on record: as of one event of it, or of now. */
export class Dossier {
  constructor(
    readonly facts: ReminderFacts,
    /** Only what stands before this event is known. */
    private readonly until?: OnRecord,
  ) {}

  asOf(event: OnRecord): Dossier {
    return new Dossier(this.facts, event);
  }

  asOfNow(): Dossier {
    return new Dossier(this.facts);
  }

  /** The stream of what expires. */
  get subjectStream(): string {
    const { kind, id } = this.facts.asked.subject;
    return `${kind}-${id}`;
  }

  /** Those of the type, oldest first. */
  all<Type extends OnRecord['type']>(
    types: readonly Type[],
    isMeant: (event: Of<Type>) => boolean = () => true,
  ): readonly Of<Type>[] {
    const known = this.until ? this.facts.log.slice(0, this.facts.log.indexOf(this.until)) : this.facts.log;
    return known.filter((event): event is Of<Type> => isOneOf(types, event) && isMeant(event as Of<Type>));
  }

  last<Type extends OnRecord['type']>(
    types: readonly Type[],
    isMeant?: (event: Of<Type>) => boolean,
  ): Of<Type> | undefined {
    return this.all(types, isMeant).at(-1);
  }

  /** What is on record of the asked expiry's reminders. */
  ofExpiry<Type extends ReminderType>(types: readonly Type[]): readonly Of<Type>[] {
    const { subject, expiresOn } = this.facts.asked;
    return this.all<ReminderType>(types, ({ data }) => {
      if (!('offset' in data) || data.expiresOn !== expiresOn) return false;
      return data.subject.kind === subject.kind && data.subject.id === subject.id;
    }) as unknown as readonly Of<Type>[];
  }

  /** Of the asked one. */
  ofReminder<Type extends ReminderType>(...types: readonly Type[]): readonly Of<Type>[] {
    return this.ofExpiry<ReminderType>(types).filter(
      ({ data }) => 'offset' in data && data.offset === this.facts.asked.offset,
    ) as unknown as readonly Of<Type>[];
  }

  policyField(field: string, says: string): Fact {
    const { order, channel } = this.facts.situation;
    return { says, policy: { ...order.policyVersion, field: `channels.${channel}.${field}` } };
  }
}

type ReminderType = 'ReminderDue' | 'ReminderSent' | 'ReminderSuppressed' | 'ReminderFailed' | 'AlertRaised';

function isOneOf(types: readonly string[], { type }: OnRecord): boolean {
  return types.includes(type);
}

/** A fact that an event shows. */
export function shownBy(event: OnRecord, says: string): Fact {
  const { stream, revision, eventId, type, occurredAt, recordedAt } = event;
  return { says, event: { stream, revision, eventId, type, occurredAt, recordedAt } };
}

/** Of the term, else of the vendor. */
export function zoneOf({ facts: { situation } }: Dossier): Zone {
  return situation.renewable?.term.zone ?? situation.policy.vendor.zone;
}
