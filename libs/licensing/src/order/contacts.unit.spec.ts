import { fold } from '../shared/stream';
import { ann, bob, byAnn, byBob, byEve, bySales, eve } from '../shared/examples.spec';
import { specification } from '../shared/specification.spec';
import { companyOfAnnAnd } from '../organization/examples.spec';
import { organizationStream } from '../organization';
import { addContact, type AddContact } from './add-contact';
import { contactAdded, orderPlaced } from './examples.spec';
import { removeContact } from './remove-contact';
import { orderStream } from './state';
import { resubscribeReminders, unsubscribeReminders } from './subscribe-reminders';

const given = specification(orderStream);
const organization = fold(organizationStream, companyOfAnnAnd('bob'));
const annsOrder = [orderPlaced(), contactAdded('ann')];

describe('adding an order contact', () => {
  const addBob: AddContact = { contactId: bob, role: 'order', addedBy: byAnn, address: 'bob@acme.example' };

  it('chooses among the company contacts', () =>
    given(annsOrder)
      .when(addContact, addBob, { organization })
      .then([{ type: 'ContactAdded', data: { contactId: bob, role: 'order', addedBy: byAnn } }]));

  it('tells the two steps to take for anybody else', () => {
    const adding = given(annsOrder).when(
      addContact,
      { ...addBob, contactId: eve, address: 'eve@else.example' },
      { organization },
    );
    adding.thenRefused(
      'CONTACT_NOT_LINKED_TO_ORGANIZATION',
      /^eve@else\.example is not linked to your organization and cannot be added to Contacts\. 1\. .+ 2\. .+\.$/,
    );
  });

  it('is for the people on the list, and for the vendor', () => {
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

  it('takes the person off the list', () =>
    given(annsOrder)
      .when(removeContact, removeAnn, { organization })
      .then([{ type: 'ContactRemoved', data: removeAnn }]));

  it('is for the people on the list', () =>
    given(annsOrder)
      .when(removeContact, { ...removeAnn, removedBy: byBob }, { organization })
      .thenRefused('NOT_AN_ORDER_CONTACT'));

  it('does nothing for a role which the person does not have', () =>
    given(annsOrder)
      .when(removeContact, { ...removeAnn, role: 'technical' }, { organization })
      .thenNothing());
});

describe('unsubscribing from the reminders of an order', () => {
  const unsubscribed = { type: 'RemindersUnsubscribed', data: { contactId: ann, via: 'one-click' } } as const;

  it('is recorded once', () => {
    given(annsOrder).when(unsubscribeReminders, unsubscribed.data).then([unsubscribed]);
    given([...annsOrder, unsubscribed])
      .when(unsubscribeReminders, unsubscribed.data)
      .thenNothing();
  });

  it('can be undone', () => {
    const resubscribed = { type: 'RemindersResubscribed', data: { contactId: ann } } as const;
    given([...annsOrder, unsubscribed])
      .when(resubscribeReminders, resubscribed.data)
      .then([resubscribed]);
    given([...annsOrder, unsubscribed, resubscribed])
      .when(resubscribeReminders, resubscribed.data)
      .thenNothing();
  });

  it('needs an order', () => given([]).when(unsubscribeReminders, unsubscribed.data).thenRefused('NOT_FOUND'));
});
