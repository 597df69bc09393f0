import { type HistoryEntry, historyOf, historyOfStream } from '@renewals/audit';
import {
  type AddressBook,
  type Desk,
  INSTALLATION,
  noSuchLicense,
  type ReminderLookups,
  reminderStreamId,
  type Streams,
  type Subjects,
} from '@renewals/commands';
import type { EventStore, Upcasting } from '@renewals/event-store';
import {
  type ContactId,
  type IsoDate,
  type LicenseId,
  localDate,
  maintenanceStream,
  type PlacedOrder,
  Refusal,
  reminderStream,
  renewableOf,
  type Subject,
  termsOnRecord,
  zone,
} from '@renewals/licensing';
import type { Clock } from '@renewals/platform';
import type { ReminderDecisions, Tables } from '@renewals/projections';
import type { OnRecord, ReminderFacts } from './explanation/dossier';
import { explainReminder } from './explanation/explain-reminder';
import type { AskedReminder, Explanation } from './explanation/explanation';
import { queueOf } from './queue';
import { offsetsInForce } from './reminders-that-hold';

export interface ReminderQuestion {
  readonly license: LicenseId;
  /** Days before the expiry. */
  readonly offset: number;
  /** An id, or an e-mail address. Left out: everybody. */
  readonly contact?: string;
  /** Left out: the day on which the license, or its maintenance, ends next; else ended last. */
  readonly expiresOn?: IsoDate;
}

export interface ExplanationSources {
  readonly store: EventStore;
  readonly upcasting: Upcasting;
  readonly streams: Streams;
  readonly desk: Desk;
  readonly subjects: Subjects;
  readonly lookups: ReminderLookups;
  readonly database: Tables;
  readonly ledger: ReminderDecisions;
  readonly book: AddressBook;
  readonly clock: Clock;
  /** Whether mail is given to a server at all. */
  readonly delivery: 'on' | 'off';
}

type AskedExpiry = Omit<AskedReminder, 'offset'>;

/** What all reminders of one expiry follow from. */
interface ExpiryFacts extends Omit<ReminderFacts, 'asked' | 'queue'> {
  readonly asked: AskedExpiry;
  readonly mail: ReminderFacts['queue']['mail'];
}

/** Looks up what there is to know about a reminder, and explains it. */
export class ReminderExplanations {
  constructor(private readonly sources: ExplanationSources) {}

  /** Throws `NOT_FOUND` for a license that was never issued, and for an address that is nobody's. */
  async explain({ offset, ...question }: ReminderQuestion): Promise<Explanation> {
    return this.ofOffset(offset, await this.factsAbout(await this.expiryAsked(question)));
  }

  /** Of every offset that holds, or that something was decided about; the earliest day first. Throws as `explain`. */
  async explainAll(question: Omit<ReminderQuestion, 'offset'>): Promise<readonly Explanation[]> {
    const facts = await this.factsAbout(await this.expiryAsked(question));
    const offsets = new Set([...offsetsInForce(facts.situation), ...facts.decided.keys()]);
    const earliestFirst = [...offsets].sort((one, other) => other - one);
    return Promise.all(earliestFirst.map((offset) => this.ofOffset(offset, facts)));
  }

  private async expiryAsked({ license, contact, expiresOn }: Omit<ReminderQuestion, 'offset'>): Promise<AskedExpiry> {
    const subject = await this.subjectOf(license);
    const contactId = contact === undefined ? undefined : await this.contactNamed(contact);
    return {
      subject,
      // Where nothing expires, no day is more right than another.
      expiresOn: expiresOn ?? (await this.nextExpiry(subject)) ?? localDate(this.sources.clock.now(), zone('UTC')),
      ...(contactId && { contactId }),
    };
  }

  private async ofOffset(offset: number, { asked: expiry, mail, ...facts }: ExpiryFacts): Promise<Explanation> {
    const asked = { ...expiry, offset };
    return explainReminder({ ...facts, asked, queue: { ...(await queueOf(asked, this.sources.database)), mail } });
  }

  private async factsAbout(asked: AskedExpiry): Promise<ExpiryFacts> {
    const { streams, desk, lookups, clock, delivery } = this.sources;
    const situation = await lookups.situationOf(asked);
    const { mail } = await desk.installation();
    const log = await this.logOf(asked.subject.id, situation.order);
    return {
      now: clock.now(),
      asked,
      log,
      situation,
      decided: (await streams.read(reminderStream, reminderStreamId(asked.subject, asked.expiresOn))).state,
      mail: mail === 'held' ? 'held' : delivery,
      inMails: await this.inMails(log),
    };
  }

  private async logOf(license: LicenseId, { placement: { resellerId } }: PlacedOrder): Promise<readonly OnRecord[]> {
    const history = await historyOf({ ...this.sources, reminderStreamId }, license);
    const others = [`installation-${INSTALLATION}`, ...(resellerId ? [`organization-${resellerId}`] : [])];
    const more = await Promise.all(others.map((stream) => historyOfStream(this.sources, stream)));
    return [...(history ?? []), ...more.flat()].sort(inLogOrder) as unknown as readonly OnRecord[];
  }

  private async inMails(log: readonly OnRecord[]): Promise<ReadonlyMap<string, number>> {
    const mails = new Set(log.flatMap((event) => (event.type === 'ReminderSent' ? [event.data.messageId] : [])));
    return this.sources.ledger.inMails([...mails]);
  }

  private async subjectOf(license: LicenseId): Promise<Subject> {
    const found = await this.sources.desk.license(license);
    if (found.status === 'unissued') throw noSuchLicense();
    return this.sources.subjects.renewedOf(found);
  }

  private async contactNamed(contact: string): Promise<ContactId> {
    const { book } = this.sources;
    if (!contact.includes('@')) return contact as ContactId;
    if ((await book.companyOf(contact)) !== undefined) return book.contactOf(contact);
    throw new Refusal('NOT_FOUND', `Nobody is known by the address ${contact}. Correct it, or give the contact's id.`);
  }

  private async nextExpiry({ kind, id }: Subject): Promise<IsoDate | undefined> {
    const { desk, streams, clock } = this.sources;
    if (kind === 'license') return renewableOf(await desk.license(id))?.term.expiresOn;
    const terms = termsOnRecord((await streams.read(maintenanceStream, id)).state);
    const next = terms.find((term) => term.expiresOn >= localDate(clock.now(), term.zone));
    return (next ?? terms.at(-1))?.expiresOn;
  }
}

function inLogOrder(one: HistoryEntry, other: HistoryEntry): number {
  return one.position < other.position ? -1 : 1;
}
