import { portalPolicy } from '../policy/examples.spec';
import { fold } from '../shared/stream';
import { ann, bob, byAnn, byBob, byClockwork, byEve, bySales, bySupport, eve, orderId } from '../shared/examples.spec';
import { isoDate } from '../term';
import { specification } from '../shared/specification.spec';
import { companyOfAnnAnd } from '../organization/examples.spec';
import { type LicenseEvent, licenseStream } from '../license';
import {
  licenseIssued,
  licenseRenewed,
  licenseTerminated,
  renewalOpened,
  running,
  runningTrial,
  trialConverted,
} from '../license/examples.spec';
import { organizationStream } from '../organization';
import { hasAccess } from './access';
import { addContact, type AddContact } from './add-contact';
import { changeBillingContact } from './change-billing-contact';
import type { ContactRole } from './events';
import { contactAdded, orderPlaced } from './examples.spec';
import { removeContact, removeDepartedContact } from './remove-contact';
import { orderStream } from './state';
import { resubscribeReminders, unsubscribeReminders } from './subscribe-reminders';

const given = specification(orderStream);
const organization = fold(organizationStream, companyOfAnnAnd('bob'));
const annsOrder = [orderPlaced(), contactAdded('ann')];

const alone = fold(organizationStream, companyOfAnnAnd());
const alert = { type: 'AlertRaised', data: { orderId, reason: 'no-recipient' } } as const;
const resolved = { type: 'AlertResolved', data: alert.data } as const;

const licenses = [fold(licenseStream, running)];
const among = { organization, licenses };
const onlyAnn = { organization: alone, licenses };

describe('adding an order contact', () => {
  const addBob: AddContact = { contactId: bob, role: 'order', addedBy: byAnn, address: 'bob@acme.example' };

  it('chooses among the company contacts [F7][E11]', () =>
    given(annsOrder)
      .when(addContact, addBob, { organization })
      .then([{ type: 'ContactAdded', data: { contactId: bob, role: 'order', addedBy: byAnn } }]));

  it('tells the two steps to take for anybody else [F20][F22][F23][F25]', () => {
    const adding = given(annsOrder).when(
      addContact,
      { ...addBob, contactId: eve, address: 'eve@else.example' },
      { organization },
    );
    adding.thenRefused(
      'CONTACT_NOT_LINKED_TO_ORGANIZATION',
      'eve@else.example is not linked to your organization and cannot be added to Contacts. ' +
        '1. Invite the user to your organization via Account Management > Users. ' +
        '2. Add the user to the specific order via Order > My Orders > Manage Contacts.',
    );
  });

  it('is for the people on the list, and for the vendor [E5][F7]', () => {
    given(annsOrder)
      .when(addContact, { ...addBob, addedBy: byBob }, { organization })
      .thenRefused('NOT_AN_ORDER_CONTACT', /1\. .+ 2\. /);
    given(annsOrder)
      .when(addContact, { ...addBob, addedBy: byEve }, { organization })
      .thenRefused('NOT_FOUND');
    given(annsOrder)
      .when(addContact, { ...addBob, addedBy: bySales }, { organization })
      .then([contactAdded('bob')]);
  });

  it('adds a person in one role once', () =>
    given([...annsOrder, contactAdded('bob')])
      .when(addContact, addBob, { organization })
      .thenNothing());

  it('is closed to who has left the company, though still on the list', () => {
    const withoutAnn = fold(organizationStream, [
      ...companyOfAnnAnd('bob'),
      { type: 'CompanyContactRemoved', data: { contactId: ann, by: bySales } },
    ]);
    given(annsOrder).when(addContact, addBob, { organization: withoutAnn }).thenRefused('NOT_FOUND');
  });
});

describe('removing an order contact', () => {
  const removeAnn = { contactId: ann, role: 'order', removedBy: byAnn } as const;
  const removed = { type: 'ContactRemoved', data: removeAnn } as const;
  const both = [...annsOrder, contactAdded('bob')];

  it('takes the person off the list [F17]', () => given(both).when(removeContact, removeAnn, among).then([removed]));

  it('is for the people on the list', () =>
    given(annsOrder)
      .when(removeContact, { ...removeAnn, removedBy: byBob }, among)
      .thenRefused('NOT_AN_ORDER_CONTACT'));

  it('does nothing for a role which the person does not have', () =>
    given(annsOrder)
      .when(removeContact, { ...removeAnn, role: 'technical' }, among)
      .thenNothing());

  it('of the last one alerts sales instead of falling silent', () => {
    given(annsOrder).when(removeContact, removeAnn, among).then([removed, alert]);
    given(both).when(removeContact, removeAnn, onlyAnn).then([removed, alert]);
  });

  it('alerts nobody of what no mail is left to be sent about', () => {
    const trialOver: LicenseEvent[] = [
      ...runningTrial(),
      { type: 'LicenseExpired', data: { expiresOn: isoDate('2026-03-31') } },
    ];
    const over = [[...running, licenseTerminated], [...runningTrial(), trialConverted], trialOver];
    const removing = (...histories: readonly LicenseEvent[][]) =>
      given(annsOrder).when(removeContact, removeAnn, {
        organization,
        licenses: histories.map((history) => fold(licenseStream, history)),
      });
    removing(...over).then([removed]);
    removing(...over, [licenseIssued()]).then([removed, alert]);
    removing(runningTrial()).then([removed, alert]);
  });

  it('lets the license that follows a renewed one speak for it', () => {
    const renewed = fold(licenseStream, [...running, renewalOpened, licenseRenewed]);
    const removing = (successor: readonly LicenseEvent[]) =>
      given(annsOrder).when(removeContact, removeAnn, {
        organization,
        licenses: [renewed, fold(licenseStream, successor)],
      });
    removing(running).then([removed, alert]);
    removing([...running, licenseTerminated]).then([removed]);
  });

  it('alerts once, until somebody is added', () => {
    const addBob: AddContact = { contactId: bob, role: 'order', addedBy: bySales, address: 'bob@acme.example' };
    const silent = [...annsOrder, removed, alert];
    given(silent)
      .when(addContact, { ...addBob, role: 'technical' }, { organization })
      .then([contactAdded('bob', 'technical')]);
    given(silent)
      .when(addContact, addBob, { organization })
      .then([contactAdded('bob'), resolved]);
    given([...silent, contactAdded('bob'), resolved])
      .when(removeContact, { ...removeAnn, contactId: bob, removedBy: bySales }, among)
      .then([{ type: 'ContactRemoved', data: { ...removeAnn, contactId: bob, removedBy: bySales } }, alert]);
  });
});

describe('a person who left the company', () => {
  const departed = { contactId: bob, removedBy: byClockwork };
  const annRemoved = { contactId: ann, role: 'order', removedBy: byAnn } as const;
  const off = (role: ContactRole) => ({ type: 'ContactRemoved', data: { ...departed, role } }) as const;

  it('is taken off every list of the order', () =>
    given([...annsOrder, contactAdded('bob'), contactAdded('bob', 'billing')])
      .when(removeDepartedContact, departed, onlyAnn)
      .then([off('order'), off('billing')]));

  it('was the last one: sales is alerted', () =>
    given([orderPlaced(), contactAdded('bob')])
      .when(removeDepartedContact, departed, onlyAnn)
      .then([off('order'), alert]));

  it('was alerted of already, when the others went: sales is not told again', () => {
    const silent = [...annsOrder, contactAdded('bob'), { type: 'ContactRemoved', data: annRemoved } as const, alert];
    given(silent)
      .when(removeDepartedContact, departed, onlyAnn)
      .then([off('order')]);
  });

  it('stays when they are back', () =>
    given([...annsOrder, contactAdded('bob')])
      .when(removeDepartedContact, departed, among)
      .thenNothing());
});

describe('changing the billing contact', () => {
  const decision = { organization, policy: portalPolicy };
  const toBob = { contactId: bob, address: 'bob@acme.example', by: bySales };
  const bobAdded = { type: 'ContactAdded', data: { contactId: bob, role: 'billing', addedBy: bySales } } as const;

  it('is done by sales [L4]', () => given(annsOrder).when(changeBillingContact, toBob, decision).then([bobAdded]));

  it('is refused to anybody else, with whom to write to [L4]', () => {
    for (const by of [byAnn, bySupport]) {
      given(annsOrder)
        .when(changeBillingContact, { ...toBob, by }, decision)
        .thenRefused('NOT_ALLOWED', portalPolicy.vendor.salesEmail);
    }
  });

  it('replaces the one before', () =>
    given([...annsOrder, bobAdded])
      .when(changeBillingContact, { ...toBob, contactId: ann }, decision)
      .then([
        { type: 'ContactRemoved', data: { contactId: bob, role: 'billing', removedBy: bySales } },
        { type: 'ContactAdded', data: { contactId: ann, role: 'billing', addedBy: bySales } },
      ]));

  it('does nothing for who is it already', () => {
    given(annsOrder)
      .when(changeBillingContact, { ...toBob, contactId: ann }, decision)
      .thenNothing();
    given([...annsOrder, bobAdded])
      .when(changeBillingContact, toBob, decision)
      .thenNothing();
  });

  it('chooses among the company contacts', () =>
    given(annsOrder)
      .when(changeBillingContact, { ...toBob, contactId: eve }, decision)
      .thenRefused('CONTACT_NOT_LINKED_TO_ORGANIZATION'));
});

describe('unsubscribing from the reminders of an order', () => {
  const unsubscribed = { type: 'RemindersUnsubscribed', data: { contactId: ann, via: 'one-click' } } as const;
  const resubscribed = { type: 'RemindersResubscribed', data: { contactId: ann } } as const;
  const both = [...annsOrder, contactAdded('bob')];

  it('is recorded once [F46]', () => {
    given(both).when(unsubscribeReminders, unsubscribed.data, among).then([unsubscribed]);
    given([...both, unsubscribed])
      .when(unsubscribeReminders, unsubscribed.data, among)
      .thenNothing();
  });

  it('keeps access to the order [E19]', () =>
    expect(hasAccess(fold(orderStream, [...both, unsubscribed]), organization, ann)).toBe(true));

  it('can be undone', () => {
    given([...both, unsubscribed])
      .when(resubscribeReminders, resubscribed.data, { organization })
      .then([resubscribed]);
    given([...both, unsubscribed, resubscribed])
      .when(resubscribeReminders, resubscribed.data, { organization })
      .thenNothing();
  });

  it('by the last one alerts sales, until somebody is reached again', () => {
    given(annsOrder).when(unsubscribeReminders, unsubscribed.data, among).then([unsubscribed, alert]);
    given([...annsOrder, unsubscribed, alert])
      .when(resubscribeReminders, resubscribed.data, { organization })
      .then([resubscribed, resolved]);
  });

  it('by somebody who is not on the list changes nothing for sales', () =>
    given(annsOrder)
      .when(unsubscribeReminders, { contactId: bob, via: 'link' }, onlyAnn)
      .then([{ type: 'RemindersUnsubscribed', data: { contactId: bob, via: 'link' } }]));

  it('needs an order', () => given([]).when(unsubscribeReminders, unsubscribed.data, among).thenRefused('NOT_FOUND'));
});
