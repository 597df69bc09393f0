import {
  billingAgreementStream,
  type ContactId,
  fold,
  isoDate,
  type LicenseId,
  type LicenseIssued,
  licenseStream,
  type LicensingEvent,
  type OrderId,
  orderStream,
  type OrganizationId,
  organizationStream,
  period,
  type PlacedOrder,
  type Policy,
  renewableOf,
  type RenewalId,
  renewalStream,
  type ReminderEvent,
  type ReminderPolicy,
  reminderStream,
  zone,
} from '@renewals/licensing';
import { type OnRecord, type Queue, type ReminderFacts } from './dossier';
import { explainReminder } from './explain-reminder';
import type { AskedReminder, Explanation } from './explanation';

export const ann = 'ann' as ContactId;
export const bob = 'bob' as ContactId;
const berlin = zone('Europe/Berlin');
const reader = 'reader' as LicenseId;
const acme = 'acme' as OrganizationId;
export const subject = { kind: 'license', id: reader } as const;
export const expiresOn = isoDate('2026-03-10');
export const sold = { policy: 'portal', policyHash: 'hash', channel: 'store' } as const;
export const byAnn = { type: 'customer', id: ann } as const;
export const bySales = { type: 'sales', id: 'sam' } as const;

const terms = {
  reminders: {
    offsets: [60, 30, 7],
    hour: 9,
    audience: 'order-contacts',
    onlyWithRecurringBilling: false,
    digest: true,
  },
  salesTask: 'none',
  recurringBilling: 'none',
  renewal: {
    openedBy: ['portal'],
    commitmentRequired: false,
    startsUpon: 'invoice',
    graceDays: 0,
    quoteValidDays: 30,
  },
  quota: { channel: 'sales', term: 'parent', thresholds: [] },
} as const;

export function policyOf(reminders: Partial<ReminderPolicy> = {}): Policy {
  const channel = { ...terms, reminders: { ...terms.reminders, ...reminders } };
  return {
    id: 'portal',
    vendor: { name: 'Portal', zone: berlin, salesEmail: 's@x', supportEmail: 't@x', mailFrom: 'm@x', locale: 'en' },
    upcomingDays: 90,
    channels: { store: channel, reseller: channel },
    importChannel: 'store',
    trial: {
      ...{ period: period('P30D'), quota: 1, extensionDays: 1, maxExtensions: 1, extendableDaysBefore: 1 },
      endNoticeDays: 7,
    },
    invitationValidDays: 7,
    passwordLinkValidHours: 1,
  };
}

const grant: LicenseIssued['data'] = {
  ...{ licenseId: reader, orderId: 'order' as OrderId, organizationId: acme, ...sold },
  ...{ product: 'Reader', kind: 'annual', delivery: 'cloud', hosting: 'vendor', period: period('P1Y'), quota: 1 },
  ...{ unitPrice: { amountMinor: 100, currency: 'EUR' }, origin: 'purchase' },
};

export const issued: Written = ['license-reader', { type: 'LicenseIssued', data: grant }];
export const trial: Written = ['license-reader', { type: 'LicenseIssued', data: { ...grant, kind: 'trial' } }];
export const activated: Written = [
  'license-reader',
  {
    type: 'LicenseActivated',
    data: {
      ...{ ...sold, mode: 'manual', kind: 'annual', hosting: 'vendor', period: period('P1Y'), n: 1 },
      ...{ anchor: isoDate('2025-03-10'), startsOn: isoDate('2025-03-10'), expiresOn, zone: berlin },
    },
  },
];

const text = (id: ContactId) => ({ $personal: id, text: id }) as const;

const company: readonly Written[] = [
  [
    'organization-acme',
    {
      type: 'OrganizationRegistered',
      data: {
        ...{ organizationId: acme, via: 'registration', role: 'customer', name: 'Acme', zone: berlin },
        ...{ passwordSetupRequired: false, owner: { contactId: ann, email: text(ann), name: text(ann) } },
      },
    },
  ],
  [
    'organization-acme',
    {
      type: 'ContactInvited',
      data: {
        ...{ invitationId: 'of bob', contactId: bob, email: text(bob), name: text(bob), invitedBy: byAnn },
        ...{ policy: 'portal', expiresAt: '2025-03-17T00:00:00Z' },
      },
    },
  ],
  ['organization-acme', { type: 'InvitationAccepted', data: { invitationId: 'of bob', contactId: bob } }],
];

export const placed: Written = [
  'order-order',
  {
    type: 'OrderPlaced',
    data: { orderId: 'order' as OrderId, organizationId: acme, ...sold, billingContactId: ann, lines: [] },
  },
];

export const annAdded: Written = [
  'order-order',
  { type: 'ContactAdded', data: { contactId: ann, role: 'order', addedBy: bySales } },
];

/** One event and its stream. */
export type Written = readonly [stream: string, event: LicensingEvent];

export const reminder = (type: ReminderEvent['type'], more: object, offset = 30): Written => [
  'reminder-of-reader',
  { type, data: { subject, expiresOn, offset, ...more } } as unknown as ReminderEvent,
];

/** A license that ends on 2026-03-10, whose order has ann on its list. */
export const running: readonly Written[] = [...company, placed, annAdded, issued, activated];

export interface Asked {
  readonly log: readonly Written[];
  /** Default 2026-02-01T12:00:00Z. */
  readonly now?: string;
  readonly asked?: Partial<AskedReminder>;
  readonly policy?: Policy;
  readonly queue?: Partial<Queue>;
  readonly inMails?: ReadonlyMap<string, number>;
}

/** The facts about the reminder 30 days before, to ann; each event was recorded an hour after the one before. */
export function factsOf({
  log,
  now = '2026-02-01T12:00:00Z',
  asked,
  policy = policyOf(),
  ...more
}: Asked): ReminderFacts {
  const events = log.map(([stream, event], index): OnRecord => {
    const when = new Date(Date.parse('2026-01-01T00:00:00Z') + index * 3_600_000).toISOString();
    const revision = log.slice(0, index).filter(([other]) => other === stream).length;
    return { ...event, stream, revision, eventId: `event ${index}`, occurredAt: when, recordedAt: when };
  });
  const of = <Event>(stream: string) => events.filter((event) => event.stream === stream) as unknown as Event[];
  const license = fold(licenseStream, of('license-reader'));
  const renewable = renewableOf(license);
  const renewal = fold(renewalStream, of('renewal-r1'));
  return {
    now: Date.parse(now),
    asked: { subject, expiresOn, offset: 30, contactId: ann, ...asked },
    log: events,
    situation: {
      ...{ now: Date.parse(now), policy, license, channel: 'store', ...(renewable && { renewable }) },
      agreement: fold(billingAgreementStream, of('billingAgreement-reader')),
      ...(renewable?.claim && { renewalStage: renewal.stage }),
      order: fold(orderStream, of('order-order')) as PlacedOrder,
      organization: fold(organizationStream, of('organization-acme')),
    },
    decided: fold(reminderStream, of('reminder-of-reader')),
    queue: { mails: [], mail: 'on', ...more.queue },
    inMails: more.inMails ?? new Map(),
  };
}

export const r1 = 'r1' as RenewalId;

export const explained = (asked: Asked): Explanation => explainReminder(factsOf(asked));

/** The events that an explanation names. */
export const named = ({ facts }: Explanation) => facts.flatMap(({ event }) => (event ? [event.type] : []));
