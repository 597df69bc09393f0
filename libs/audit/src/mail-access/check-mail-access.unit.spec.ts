import {
  type ContactRole,
  isoDate,
  type Notice,
  type OrderId,
  type OrganizationId,
  UnknownPolicyVersion,
  zone,
} from '@renewals/licensing';
import {
  contact,
  contactAdded,
  invitationAccepted,
  license,
  licenseIssued,
  orderPlaced,
  organizationRegistered,
  reminderSent,
  renewalRequested,
} from '../examples/events.spec';
import { policyOf } from '../examples/policies.spec';
import { upcasting, WrittenLog } from '../examples/written-log.spec';
import { checkMailAccess } from './check-mail-access';

const by = { type: 'support', id: 'sue' } as const;
const NOON = '2026-01-09T12:00:00.000Z';
const removed = (name: string, role: ContactRole = 'order') =>
  ({ type: 'ContactRemoved', data: { contactId: contact(name), role, removedBy: by } }) as const;
const left = (name: string) => ({ type: 'CompanyContactRemoved', data: { contactId: contact(name), by } }) as const;
const unsubscribed = (name: string) =>
  ({ type: 'RemindersUnsubscribed', data: { contactId: contact(name), via: 'link' } }) as const;
const resubscribed = (name: string) => ({ type: 'RemindersResubscribed', data: { contactId: contact(name) } }) as const;

const bounced = (name: string, severity: 'hard' | 'soft' | 'complaint' = 'hard') =>
  ({ type: 'MailBounced', data: { contactId: contact(name), severity, messageId: '<m>', at: NOON } }) as const;
const reachable = (name: string) =>
  ({ type: 'ContactReachable', data: { contactId: contact(name), by, reason: 'phoned', at: NOON } }) as const;

let log: WrittenLog;
const report = () => checkMailAccess(log.store, upcasting, policyOf);
const reasons = async () => (await report()).withoutAccess.map(({ contactId, reason }) => `${contactId}: ${reason}`);
const mail = (to: string, offset = 60) => log.write('reminder-r', [reminderSent('license', '2026-03-10', offset, to)]);

/** Ann owns Acme, Bob works there; Rick owns the reseller. */
async function sold(policy: string, order: Parameters<typeof orderPlaced>[1] = {}): Promise<void> {
  log = new WrittenLog();
  await log.write('organization-acme', [organizationRegistered('acme', 'ann'), invitationAccepted('bob')]);
  await log.write('organization-reseller', [organizationRegistered('reseller', 'rick')]);
  await log.write('order-order', [
    orderPlaced('order', { policy, ...order }),
    contactAdded('ann'),
    contactAdded('bob'),
  ]);
  await log.write('license-license', [licenseIssued('license', { policy })]);
}

describe('reminders to order contacts', () => {
  beforeEach(() => sold('portal'));

  it('may go to each of them, once for each offset', async () => {
    await mail('ann', 90);
    await mail('bob', 90);
    await mail('ann');
    expect(await report()).toEqual({ mails: 3, withoutAccess: [], doubles: 0 });
  });

  it('are counted as doubles when one comes again', async () => {
    await mail('ann');
    await mail('ann');
    expect(await report()).toMatchObject({ mails: 2, doubles: 1 });
  });

  it('are reported with their place in the log', async () => {
    const position = await mail('eve');
    expect((await report()).withoutAccess).toEqual([
      { position, mail: 'reminder', contactId: 'eve', reason: 'not-a-company-contact' },
    ]);
  });

  it('may not go to a colleague who is not on the list', async () => {
    await log.write('organization-acme', [invitationAccepted('eve')]);
    await mail('eve');
    expect(await reasons()).toEqual(['eve: not-an-order-contact']);
  });

  it('may not go to somebody who is on the list for billing only', async () => {
    await log.write('organization-acme', [invitationAccepted('eve')]);
    await log.write('order-order', [contactAdded('eve', 'billing')]);
    await mail('eve');
    expect(await reasons()).toEqual(['eve: not-an-order-contact']);
  });

  it('count by the moment: fine before the contact left the list, not after', async () => {
    await mail('bob', 90);
    await log.write('order-order', [removed('bob')]);
    await mail('bob');
    expect(await reasons()).toEqual(['bob: not-an-order-contact']);
  });

  it('may still go to an order contact who is no longer one for billing', async () => {
    await log.write('order-order', [contactAdded('bob', 'billing'), removed('bob', 'billing')]);
    await mail('bob');
    expect(await reasons()).toEqual([]);
  });

  it('may not go to somebody who left the company, and again when they are back', async () => {
    await log.write('organization-acme', [left('bob')]);
    await mail('bob', 90);
    await log.write('organization-acme', [invitationAccepted('bob')]);
    await mail('bob');
    expect(await reasons()).toEqual(['bob: not-a-company-contact']);
  });

  it('may not go to somebody who unsubscribed, and again after they resubscribed', async () => {
    await log.write('order-order', [unsubscribed('bob')]);
    await mail('bob', 90);
    await log.write('order-order', [resubscribed('bob')]);
    await mail('bob');
    expect(await reasons()).toEqual(['bob: unsubscribed']);
  });

  it.each(['hard', 'complaint'] as const)('may not go to somebody mail to whom came back (%s)', async (severity) => {
    await log.write('organization-acme', [bounced('bob', severity)]);
    await mail('bob', 90);
    await log.write('organization-acme', [reachable('bob')]);
    await mail('bob');
    expect(await reasons()).toEqual(['bob: unreachable']);
  });

  it('may go to somebody mail to whom was late, or came back to another company', async () => {
    await log.write('organization-acme', [bounced('bob', 'soft')]);
    await log.write('organization-reseller', [bounced('bob')]);
    await mail('bob');
    expect(await reasons()).toEqual([]);
  });

  it('may not be about a license that nobody issued', async () => {
    await log.write('reminder-x', [reminderSent('phantom', '2026-03-10', 60, 'ann')]);
    expect(await reasons()).toEqual(['ann: unknown-license']);
  });
});

describe('reminders to the billing contact', () => {
  it('may go to the one named at the purchase', async () => {
    await sold('billing');
    await mail('ann', 90);
    await mail('bob');
    expect(await reasons()).toEqual(['bob: not-the-billing-contact']);
  });

  it('may go to the one added last', async () => {
    await sold('billing');
    await log.write('organization-acme', [invitationAccepted('eve')]);
    await log.write('order-order', [contactAdded('eve', 'billing'), contactAdded('bob', 'billing')]);
    await mail('eve', 90);
    await mail('bob');
    expect(await reasons()).toEqual(['eve: not-the-billing-contact']);
  });

  it('may not go to one who left the company', async () => {
    await sold('billing');
    await log.write('organization-acme', [left('ann')]);
    await mail('ann');
    expect(await reasons()).toEqual(['ann: not-a-company-contact']);
  });

  it('may go to the reseller only, of what a reseller sold', async () => {
    await sold('billing', { channel: 'reseller', resellerId: 'reseller' as OrganizationId });
    await mail('rick', 90);
    await mail('ann');
    expect(await reasons()).toEqual(['ann: reseller-only']);
  });
});

describe('notices', () => {
  const notice = (about: Notice, to: string) =>
    log.write(`notice-${about.kind}`, [
      {
        type: 'NoticeSent',
        data: {
          ...about,
          noticeId: about.kind,
          to: 'contact',
          contactId: contact(to),
          messageId: `mail to ${to}`,
          answer: '250 OK',
        },
      },
    ]);
  const quota = {
    kind: 'quota-threshold',
    about: { licenseId: license('license'), percent: 80, available: 5 },
  } as const;
  const handshake = { kind: 'handshake-required', about: { licenseId: license('license') } } as const;

  it('may go to nobody mail to whom came back, but what that person asked for', async () => {
    await sold('portal');
    await log.write('organization-acme', [bounced('ann')]);
    const acme = 'acme' as OrganizationId;
    await notice({ kind: 'password-link', about: { address: 'a', requestId: 'r' } }, 'ann');
    await notice(
      { kind: 'invitation', about: { organizationId: acme, invitationId: 'i', contactId: contact('ann') } },
      'ann',
    );
    expect(await reasons()).toEqual([]);
    await notice(quota, 'ann');
    await notice({ kind: 'order-received', about: { orderId: 'order' as OrderId } }, 'ann');
    await notice(
      { kind: 'access-removed', about: { organizationId: acme, contactId: contact('ann'), removalId: 'e' } },
      'ann',
    );
    expect(await reasons()).toEqual(Array(3).fill('ann: unreachable'));
  });

  it('about a license may go to order contacts only', async () => {
    await sold('portal');
    for (const about of [quota, handshake]) {
      await notice(about, 'bob');
      await notice(about, 'eve');
    }
    expect(await reasons()).toEqual(['eve: not-a-company-contact', 'eve: not-a-company-contact']);
    await log.write('order-order', [removed('bob')]);
    await notice(handshake, 'bob');
    expect((await report()).withoutAccess.at(-1)).toMatchObject({
      mail: 'handshake-required',
      contactId: 'bob',
      reason: 'not-an-order-contact',
    });
    expect((await report()).doubles).toBe(1);
  });

  describe('about a renewal', () => {
    const requested = renewalRequested('renewal', 'sales');
    const { renewalId } = requested.data;
    const line = {
      subject: { kind: 'license', id: license('license') },
      currentExpiresOn: isoDate('2026-03-10'),
      zone: zone('Europe/Berlin'),
      quota: 5,
      amount: { amountMinor: 6000, currency: 'EUR' },
    } as const;
    const wasRequested = () =>
      log.write('renewal-renewal', [{ ...requested, data: { ...requested.data, lines: [line] } }]);

    it('that confirm it may go to whom it is billed', async () => {
      await sold('portal');
      await wasRequested();
      const confirmation = { kind: 'confirmation', about: { renewalId } } as const;
      await notice(confirmation, 'ann');
      await notice(confirmation, 'bob');
      expect(await reasons()).toEqual(['bob: not-the-billing-contact']);
    });

    it('that offer it or say that it is approved may go to order contacts too', async () => {
      await sold('portal');
      await wasRequested();
      for (const about of [
        { kind: 'quote', about: { renewalId, quoteId: 'q' } },
        { kind: 'approval', about: { renewalId } },
      ] as const) {
        for (const to of ['ann', 'bob', 'eve']) await notice(about, to);
      }
      expect(await reasons()).toEqual(['eve: not-a-company-contact', 'eve: not-a-company-contact']);
    });

    it('of what a reseller sold may go to the reseller only', async () => {
      await sold('billing', { channel: 'reseller', resellerId: 'reseller' as OrganizationId });
      await wasRequested();
      for (const to of ['rick', 'bob']) await notice({ kind: 'approval', about: { renewalId } }, to);
      expect(await reasons()).toEqual(['bob: reseller-only']);
    });
  });

  it('that an order is received may go to whom it is billed and to its contacts', async () => {
    await sold('portal');
    const received = { kind: 'order-received', about: { orderId: 'order' as OrderId } } as const;
    for (const to of ['ann', 'bob', 'eve']) await notice(received, to);
    expect(await reasons()).toEqual(['eve: not-a-company-contact']);
  });

  it('to sales are nobody else’s', async () => {
    await sold('portal');
    const data = {
      noticeId: 'n',
      kind: 'sales-task',
      about: { taskId: 't', openedOn: isoDate('2026-01-01') },
    } as const;
    await log.write('notice-n', [
      { type: 'NoticeSent', data: { ...data, to: 'sales', messageId: '<m>', answer: '250 OK' } },
    ]);
    expect(await report()).toMatchObject({ mails: 0, withoutAccess: [] });
  });
});

it('judges each mail by the version that the order kept at that moment', async () => {
  await sold('portal');
  await mail('bob', 90);
  const by = { type: 'sales', id: 'sam' } as const;
  const moved = { policy: 'portal', fromHash: 'hash', toHash: 'billing only', by, reason: 'agreed' };
  await log.write('order-order', [{ type: 'OrderPolicyMoved', data: moved }]);
  await mail('bob');
  expect(await reasons()).toEqual(['bob: not-the-billing-contact']);
});

it('refuses to judge mail under a policy that it was not given', async () => {
  await sold('forgotten');
  await mail('ann');
  await expect(report()).rejects.toThrow(UnknownPolicyVersion);
});
