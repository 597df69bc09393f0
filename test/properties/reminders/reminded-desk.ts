import {
  type Audience,
  type ContactId,
  decideDueReminders,
  type DueSituation,
  type Instant,
  type IsoDate,
  maySend,
  type Order,
  type OrderEvent,
  type OrderId,
  orderStream,
  type Organization,
  type OrganizationEvent,
  type OrganizationId,
  organizationStream,
  type PlacedOrder,
  recipientsOf,
  recordNoRecipient,
  recordSent,
  recordSuppressed,
  type ReminderEvent,
  type Reminders,
  remindersInForce,
  remindersOf,
  reminderStream,
  rfc3339,
  type Subject,
  subjectKey,
  unreachedRecipients,
} from '@renewals/licensing';
import { MemoryStream } from '../memory-stream';
import { Desk } from '../renewals/desk';
import { byItself } from '../renewals/sold';

export const ann = 'ann' as ContactId;
export const bob = 'bob' as ContactId;
export const acme = 'acme' as OrganizationId;

export interface ExpiryOnRecord {
  readonly subject: Subject;
  readonly expiresOn: IsoDate;
}

type RemindersInMemory = MemoryStream<Reminders, ReminderEvent>;

/** A desk with its company and order, whose engine reminds: it works whenever it is looked at, unless it sleeps. */
export class RemindedDesk extends Desk {
  readonly organization = new MemoryStream<Organization, OrganizationEvent>(organizationStream);
  readonly order = new MemoryStream<Order, OrderEvent>(orderStream);
  readonly reminders = new Map<string, RemindersInMemory>();
  asleep = false;
  /** Days for which the engine is away at the end of the life. */
  awayFor = 0;
  /** How often something is done yet; then the life is over. */
  actsLeft = Infinity;
  private workedUntil: Instant;

  constructor(...of: ConstructorParameters<typeof Desk>) {
    super(...of);
    this.workedUntil = this.now;
    const text = (id: ContactId) => ({ $personal: id, text: id }) as const;
    const company = { organizationId: acme, via: 'registration', role: 'customer', name: 'Acme' } as const;
    this.organization.decide(this.now, () => [
      {
        type: 'OrganizationRegistered',
        data: {
          ...{ ...company, zone: this.term.zone, passwordSetupRequired: false },
          owner: { contactId: ann, email: text(ann), name: text(ann) },
        },
      },
      {
        type: 'ContactInvited',
        data: {
          ...{ invitationId: 'of bob', contactId: bob, email: text(bob), name: text(bob) },
          ...{ invitedBy: byItself, policy: this.policy.id, expiresAt: rfc3339(this.now) },
        },
      },
      { type: 'InvitationAccepted', data: { invitationId: 'of bob', contactId: bob } },
    ]);
    const { id, channels } = this.policy;
    const [channel = 'store'] = Object.keys(channels) as ['store'];
    const placed = { orderId: 'order' as OrderId, organizationId: acme, policy: id, policyHash: 'hash', channel };
    this.order.decide(this.now, () => [
      { type: 'OrderPlaced', data: { ...placed, billingContactId: ann, lines: [] } },
      { type: 'ContactAdded', data: { contactId: ann, role: 'order', addedBy: byItself } },
    ]);
    this.work();
  }

  remindersOf({ subject, expiresOn }: ExpiryOnRecord): RemindersInMemory {
    const key = `${subjectKey(subject)} ${expiresOn}`;
    const stream = this.reminders.get(key) ?? new MemoryStream(reminderStream);
    this.reminders.set(key, stream);
    return stream;
  }

  /** Every expiry that a term ever had. */
  get expiries(): readonly ExpiryOnRecord[] {
    return this.subjects.flatMap(({ subject, stream }) => {
      const days = stream.happened.flatMap(({ event: { data } }): IsoDate[] => {
        if ('newExpiresOn' in data && 'previousExpiresOn' in data) return [data.newExpiresOn];
        if ('newExpiresOn' in data && subject.kind === 'maintenance') return [data.newExpiresOn];
        return 'anchor' in data && 'expiresOn' in data && data.expiresOn ? [data.expiresOn] : [];
      });
      return [...new Set(days)].map((expiresOn) => ({ subject, expiresOn }));
    });
  }

  situationOf({ subject, expiresOn }: ExpiryOnRecord): DueSituation & Audience & { readonly order: PlacedOrder } {
    const renewable = this.subject(subject).renewable(expiresOn);
    const claim = renewable?.claim;
    const holder = this.renewals.find(
      ({ state }) => 'request' in state && state.request.renewalId === claim?.renewalId,
    );
    return {
      now: this.now,
      policy: this.policy,
      channel: this.channel,
      license: this.license(subject.id).state,
      ...(renewable && { renewable }),
      agreement: this.agreement(subject.id).state,
      ...(claim && holder && { renewalStage: holder.state.stage }),
      order: this.order.state as PlacedOrder,
      organization: this.organization.state,
    };
  }

  /** What fell due since it worked last, each at its time; after it slept, all of it now. */
  work(): void {
    const until = this.now;
    const instants = this.asleep ? [] : this.dueBetween(this.workedUntil, until);
    for (const instant of [...instants, until]) {
      this.now = instant;
      for (const expiry of this.expiries) this.remind(expiry);
    }
    this.workedUntil = until;
    this.asleep = false;
  }

  /** However late somebody wants something of it. */
  stayAtTheEnd(): void {
    this.now = this.workedUntil;
  }

  private dueBetween(from: Instant, until: Instant): readonly Instant[] {
    const all = this.expiries.flatMap(({ subject, expiresOn }) => {
      const { license, renewable } = this.situationOf({ subject, expiresOn });
      if (!renewable || license.status === 'unissued') return [];
      const inForce = remindersInForce(this.terms.reminders, license.grant.overrides);
      return remindersOf(inForce, { ...renewable.term, expiresOn }).map(({ dueAt }) => dueAt);
    });
    return [...new Set(all)].filter((at) => at > from && at <= until).sort((one, other) => one - other);
  }

  private remind(expiry: ExpiryOnRecord): void {
    const situation = this.situationOf(expiry);
    if (situation.license.status === 'terminated') return;
    const stream = this.remindersOf(expiry);
    if (decideDueReminders(stream.state, expiry, situation).length === 0) return;
    const decided = stream.decide(this.now, (state) => decideDueReminders(state, expiry, situation));
    if (decided instanceof Error) throw decided;
    for (const { type, data } of decided) if (type === 'ReminderDue') this.deliver(stream, data, situation);
  }

  private deliver(
    stream: RemindersInMemory,
    of: ExpiryOnRecord & { offset: number },
    situation: DueSituation & Audience,
  ) {
    const unreached = unreachedRecipients(situation);
    const recipients = recipientsOf(situation);
    if (recipients.length === 0 || unreached.length > 0) {
      stream.decide(this.now, (state) => recordNoRecipient(state, { ...of, unreached }));
      return;
    }
    for (const contactId of recipients) {
      stream.decide(this.now, (reminders) => {
        const verdict = maySend(contactId, of, { ...situation, reminders });
        const messageId = `<${this.now} ${contactId}>`;
        const sent = { ...of, contactId, messageId, sentAt: rfc3339(this.now), answer: '250 OK' };
        return verdict === 'ok'
          ? recordSent(reminders, sent)
          : recordSuppressed(reminders, { ...of, contactId, reason: verdict });
      });
    }
  }
}
