import { licenseStream } from '../license';
import { licenseRenewed, renewalOpened, running } from '../license/examples.spec';
import { hasAccess, orderStream, type OrderEvent } from '../order';
import { contactAdded, orderPlaced } from '../order/examples.spec';
import { organizationStream } from '../organization';
import { companyOfAnnAnd, mailBounced, organizationRegistered } from '../organization/examples.spec';
import { recurringPolicy } from '../policy/examples.spec';
import { ann, bob, bySupport, contact } from '../shared/examples.spec';
import { fold } from '../shared/stream';
import type { OrganizationId } from '../shared/words';
import { audience, situation, theExpiry } from './examples.spec';
import { mayReceive, recipientsOf, unreachedRecipients } from './recipients';

const { expiresOn } = theExpiry;
const orderOf = (...events: readonly OrderEvent[]) => fold(orderStream, events);
const withoutBob = fold(organizationStream, [
  ...companyOfAnnAnd('bob'),
  { type: 'CompanyContactRemoved', data: { contactId: bob, by: bySupport } },
]);
const sold = orderOf(
  orderPlaced({ channel: 'reseller', resellerId: 'partner' as OrganizationId }),
  contactAdded('ann'),
);
const pia = contact('pia');
const { owner } = organizationRegistered().data;
const reseller = fold(organizationStream, [
  organizationRegistered({ role: 'reseller', owner: { ...owner, contactId: pia } }),
]);

describe('the recipients of a reminder', () => {
  it('are the order contacts, in the order in which they joined [R5][F16][F45][E13]', () =>
    expect(recipientsOf(audience())).toEqual([bob, ann]));

  it('are in the company still, and on the list for the order [F9]', () => {
    expect(recipientsOf(audience({ organization: withoutBob }))).toEqual([ann]);
    expect(recipientsOf(audience({ order: orderOf(orderPlaced(), contactAdded('bob', 'technical')) }))).toEqual([]);
    expect(recipientsOf(audience({ order: sold }))).toEqual([ann]);
  });

  it('are the billing contact under the other policy [L6]', () => {
    const billing = { policy: recurringPolicy };
    expect(recipientsOf(audience(billing))).toEqual([ann]);
    const handedOver = orderOf(orderPlaced(), contactAdded('bob', 'billing'));
    expect(recipientsOf(audience({ ...billing, order: handedOver }))).toEqual([bob]);
    expect(recipientsOf(audience({ ...billing, order: handedOver, organization: withoutBob }))).toEqual([]);
  });

  it('are the reseller alone, for billing mail about what the reseller sold [L36]', () => {
    expect(recipientsOf(audience({ policy: recurringPolicy, order: sold, reseller }))).toEqual([pia]);
    expect(recipientsOf(audience({ policy: recurringPolicy, order: sold }))).toEqual([]);
  });
});

describe('at the moment of sending', () => {
  const now = situation('2025-12-10');
  const unsubscribed = orderOf(orderPlaced(), contactAdded('ann'), {
    type: 'RemindersUnsubscribed',
    data: { contactId: ann, via: 'link' },
  });
  const bothListed = orderOf(...[orderPlaced(), contactAdded('ann'), contactAdded('bob')], {
    type: 'RemindersUnsubscribed',
    data: { contactId: ann, via: 'link' },
  });
  const thatMissed = (...names: readonly string[]) =>
    fold(organizationStream, [...companyOfAnnAnd('bob'), ...names.map((name) => mailBounced(name))]);

  it('recipients may receive it', () => expect(mayReceive(bob, expiresOn, { ...now, ...audience() })).toBe('ok'));

  it('who lost access may not', () =>
    expect(mayReceive(bob, expiresOn, { ...now, ...audience({ organization: withoutBob }) })).toBe('no-access'));

  it('who was taken off the order may not, nor sees its licenses [F18][F19][F47][E18][E19]', () => {
    const off = { type: 'ContactRemoved', data: { contactId: bob, role: 'order', removedBy: bySupport } } as const;
    const without = audience({ order: orderOf(orderPlaced(), contactAdded('ann'), contactAdded('bob'), off) });
    expect(mayReceive(bob, expiresOn, { ...now, ...without })).toBe('no-access');
    expect(recipientsOf(without)).toEqual([ann]);
    expect(hasAccess(without.order, without.organization, bob)).toBe(false);
  });

  it('who unsubscribed, or cannot be reached, may not [F46]', () => {
    expect(mayReceive(ann, expiresOn, { ...now, ...audience({ order: unsubscribed }) })).toBe('unsubscribed');
    expect(mayReceive(ann, expiresOn, { ...now, ...audience({ organization: thatMissed('ann') }) })).toBe(
      'unreachable',
    );
  });

  it('sales is told of whom nothing reaches, when that is everybody', () => {
    expect(unreachedRecipients(audience({ organization: thatMissed('ann') }))).toEqual([]);
    expect(unreachedRecipients(audience({ organization: thatMissed('ann', 'bob') }))).toEqual([
      { contactId: bob, reason: 'unreachable' },
      { contactId: ann, reason: 'unreachable' },
    ]);
    expect(unreachedRecipients(audience({ order: bothListed, organization: thatMissed('bob') }))).toEqual([
      { contactId: ann, reason: 'unsubscribed' },
      { contactId: bob, reason: 'unreachable' },
    ]);
    expect(unreachedRecipients(audience({ order: unsubscribed }))).toEqual([]);
  });

  it('a reseller whose mail comes back is unreachable too', () => {
    const recurring = situation('2026-01-09', { policy: recurringPolicy, agreement: { status: 'on' } });
    const unreached = fold(organizationStream, [
      organizationRegistered({ role: 'reseller', owner: { ...owner, contactId: pia } }),
      mailBounced('pia'),
    ]);
    const throughReseller = audience({ policy: recurringPolicy, order: sold, reseller: unreached });
    expect(mayReceive(pia, expiresOn, { ...recurring, ...throughReseller })).toBe('unreachable');
  });

  it('the customer of a reseller may not have billing mail [L36]', () => {
    const recurring = situation('2026-01-09', { policy: recurringPolicy, agreement: { status: 'on' } });
    const throughReseller = { ...recurring, ...audience({ policy: recurringPolicy, order: sold, reseller }) };
    expect(mayReceive(ann, expiresOn, throughReseller)).toBe('reseller-only');
    expect(mayReceive(pia, expiresOn, throughReseller)).toBe('ok');
  });

  it('nobody may, once it is renewed or over', () => {
    const renewed = fold(licenseStream, [...running, renewalOpened, licenseRenewed]);
    expect(mayReceive(ann, expiresOn, { ...situation('2025-12-10', { license: renewed }), ...audience() })).toBe(
      'renewed',
    );
    expect(mayReceive(ann, expiresOn, { ...situation('2026-03-11', {}, 0), ...audience() })).toBe('expired');
  });
});
