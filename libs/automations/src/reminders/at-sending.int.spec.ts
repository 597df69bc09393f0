import { Sweeper } from '../runtime/sweeper';
import {
  ApplyAlignment,
  ApproveAlignment,
  CancelRecurringBilling,
  GenerateInvoice,
  OverrideLicenseOffsets,
  ProposeAlignment,
  RecordBounce,
  RecordSuccessors,
  RemoveCompanyContact,
  RemoveOrderContact,
  TerminateLicense,
  UnsubscribeReminders,
  WithdrawRenewal,
} from '@renewals/commands';
import { type ContactId, isoDate, type SuppressionReason } from '@renewals/licensing';
import type { DueReminder } from '@renewals/mail';
import { EveryDesk } from '@renewals/mail';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import {
  contextOf,
  licenseId,
  licenseSubject,
  orderId,
  organizationId,
  ownerOf,
  type Sold,
} from '../../../../test/support/samples';
import { bob, bobIsAddedTo, bobJoins } from '../people.spec';
import { approved, requested } from '../renewing.spec';

let engine: EngineInTime;
beforeEach(async () => (engine = await EngineInTime.begin({ at: '2025-12-01T12:00:00Z' })));
afterEach(() => engine.close());

const owner = ownerOf('acme');
const bySupport = { actor: { type: 'support', id: 'sue' } } as const;
const byProvider: Sold = { more: { channel: 'payment-provider', recurringBilling: 'enabled' } };

/** Decides what is due, and sends nothing: whatever happens then, happens between the two. */
async function due(): Promise<DueReminder> {
  engine.asleepUntil('2026-01-10T08:00:00Z');
  await engine.caughtUp();
  while (await engine.get(Sweeper).sweep(engine.clock.now())) await engine.caughtUp();
  const event = (await engine.events()).find(({ type }) => type === 'ReminderDue');
  const { subject, expiresOn, offset } = event?.data as unknown as Omit<DueReminder, 'kind' | 'causedBy'>;
  return {
    kind: 'reminder',
    subject,
    expiresOn,
    offset,
    causedBy: { eventId: event?.id ?? '', correlationId: 'spec' },
  };
}

interface Between {
  readonly policy?: string;
  readonly sold?: Sold;
  /** Default: the owner. */
  readonly to?: ContactId;
  readonly happens: () => Promise<unknown>;
}

const between: Readonly<Record<string, Between & { readonly reason: SuppressionReason }>> = {
  'was approved': { reason: 'approved', happens: () => approved(engine) },
  'was renewed': {
    reason: 'renewed',
    happens: async () => {
      const renewal = await approved(engine);
      await engine.do(new GenerateInvoice(renewal, undefined, contextOf('invoice')));
      await engine.do(new RecordSuccessors(renewal, contextOf('successors')));
    },
  },
  'is billed by itself no more': {
    reason: 'cancelled',
    policy: 'lansweeper',
    sold: byProvider,
    happens: () => engine.do(new CancelRecurringBilling(licenseId('reader'), contextOf('cancel'))),
  },
  'was ended': {
    reason: 'terminated',
    happens: () =>
      engine.do(new TerminateLicense(licenseId('reader'), isoDate('2026-01-10'), 'asked for', contextOf('end'))),
  },
  'is over': { reason: 'expired', happens: async () => engine.asleepUntil('2026-03-12T00:00:00Z') },
  'ends on another day': {
    reason: 'expiry-moved',
    happens: async () => {
      const lines = [{ subject: licenseSubject('reader') }];
      const propose = new ProposeAlignment('2026-09-30', lines, contextOf('propose', bySupport));
      const { alignmentId } = await engine.do(propose);
      await engine.do(new ApproveAlignment(alignmentId, [], contextOf('approve', bySupport)));
      await engine.do(new ApplyAlignment(alignmentId, contextOf('apply', bySupport)));
    },
  },
  'is reminded of on other days': {
    reason: 'withdrawn',
    happens: () => {
      const wanted = { offsets: [30], reason: 'asked for' };
      return engine.do(new OverrideLicenseOffsets(licenseId('reader'), wanted, contextOf('override')));
    },
  },
  'has its next reminder due': {
    reason: 'superseded',
    happens: async () => {
      engine.asleepUntil('2026-02-09T08:00:00Z');
      while (await engine.get(Sweeper).sweep(engine.clock.now())) await engine.caughtUp();
    },
  },
  'is one of which its contact wants to hear no more': {
    reason: 'unsubscribed',
    happens: () => engine.do(new UnsubscribeReminders(orderId('reader'), owner, 'link', contextOf('unsubscribe'))),
  },
  'is one whose contact mail does not reach': {
    reason: 'unreachable',
    happens: () => {
      const mail = { contactId: owner, messageId: '<m>', sentAt: engine.clock.now(), severity: 'hard' } as const;
      return engine.do(new RecordBounce(organizationId('acme'), mail, contextOf('bounce')));
    },
  },
  'is one whose contact was taken off the order': {
    reason: 'no-access',
    to: bob,
    happens: () => engine.do(new RemoveOrderContact(orderId('reader'), bob, 'order', contextOf('take off'))),
  },
  'is one whose contact left the company': {
    reason: 'no-access',
    to: bob,
    happens: () => engine.do(new RemoveCompanyContact(organizationId('acme'), bob, contextOf('leave'))),
  },
};

describe('a reminder that was decided, of a license that meanwhile', () => {
  it.each(Object.entries(between))('%s, is not sent, and its reason is on record', async (_what, one) => {
    const { reason, policy, sold = {}, to = owner, happens } = one;
    await engine.imported('acme', { reader: sold }, policy);
    await bobJoins(engine);
    await bobIsAddedTo(engine, 'reader');
    const desk = engine.get(EveryDesk);
    const reminder = await due();
    expect(await desk.recipients(reminder)).toContain(to);
    expect(await desk.check(reminder, to)).toHaveProperty('send');

    await happens();

    expect(await desk.check(reminder, to)).toEqual({ suppress: reason });
    await desk.record(reminder, { outcome: 'suppressed', recipient: to, reason });
    const recorded = (await engine.events()).filter(({ type }) => type === 'ReminderSuppressed');
    const { subject, expiresOn, offset } = reminder;
    expect(recorded.map(({ data }) => data)).toContainEqual({ subject, expiresOn, offset, contactId: to, reason });
    expect(await desk.check(reminder, to)).toBe('already-decided');
  });

  it.each([
    ['was asked to be renewed', () => requested(engine)],
    [
      'was asked to be renewed, and that was withdrawn',
      async () => engine.do(new WithdrawRenewal(await requested(engine), 'by-customer', contextOf('withdraw'))),
    ],
  ] as const)('%s, is sent all the same', async (_what, happens) => {
    await engine.imported('acme', { reader: {} });
    const reminder = await due();
    await happens();
    expect(await engine.get(EveryDesk).check(reminder, owner)).toHaveProperty('send');
  });

  it('has a contact since then, is sent to that one too', async () => {
    await engine.imported('acme', { reader: {} });
    await bobJoins(engine);
    const reminder = await due();
    await bobIsAddedTo(engine, 'reader');
    expect(await engine.get(EveryDesk).recipients(reminder)).toEqual([owner, bob]);
  });
});

describe('what a reseller sold', () => {
  const sold: Sold = {
    more: { channel: 'reseller', resellerId: organizationId('partner'), recurringBilling: 'enabled' },
  };
  const partner = ownerOf('partner');

  beforeEach(() => engine.imported('partner', {}));

  it('is reminded of to the customer’s contacts where reminders are theirs', async () => {
    await engine.imported('acme', { reader: sold });
    const reminder = await due();
    expect(await engine.get(EveryDesk).recipients(reminder)).toEqual([owner]);
    expect(await engine.get(EveryDesk).check(reminder, partner)).toEqual({ suppress: 'no-access' });
  });

  it('is reminded of to the reseller alone where that is billing mail, and never to the customer (L) [L36]', async () => {
    await engine.imported('acme', { reader: sold }, 'lansweeper');
    const reminder = await due();
    expect(reminder.offset).toBe(60);
    expect(await engine.get(EveryDesk).recipients(reminder)).toEqual([partner]);
    expect(await engine.get(EveryDesk).check(reminder, owner)).toEqual({ suppress: 'reseller-only' });
  });
});

describe('a reminder that reaches nobody', () => {
  it('is recorded so, and sales is alerted and mailed', async () => {
    await engine.imported('acme', { reader: {} });
    const reminder = await due();
    await engine.do(new RemoveOrderContact(orderId('reader'), owner, 'order', contextOf('take off')));
    await engine.worker.settle();
    const { subject, expiresOn, offset } = reminder;
    const recorded = await engine.events();
    const about = (wanted: string) => recorded.filter(({ type }) => type === wanted).map(({ data }) => data);
    expect(about('ReminderSuppressed')).toContainEqual({ subject, expiresOn, offset, reason: 'no-recipient' });
    expect(about('AlertRaised')).toContainEqual({ subject, expiresOn, offset, reason: 'no-recipient' });
    expect(about('AlertRaised')).toContainEqual({ orderId: orderId('reader'), reason: 'no-recipient' });
    const alerts = about('NoticeSent').filter(({ kind }) => kind === 'alert');
    expect(alerts.map(({ to }) => to)).toEqual(['sales', 'sales']);
  });
});
