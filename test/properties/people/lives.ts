import {
  acceptInvitation,
  type Actor,
  addContact,
  type AmongReached,
  assignPrimaryContact,
  changeBillingContact,
  companyContactOf,
  type ContactId,
  eraseContact,
  inviteContact,
  type Order,
  type OrderEvent,
  type OrderId,
  removeCompanyContact,
  removeContact,
  removeDepartedContact,
  requestAccountRemoval,
  resubscribeReminders,
  unsubscribeReminders,
} from '@renewals/licensing';
import fc from 'fast-check';
import type { Acts, Lives } from '../lives';
import { byItself, bySales, bySupport } from '../renewals/sold';
import { Company, orderIds, people } from './company';

type Act = Acts<Company>[string];

const person = (which: number) => people[which % people.length] as ContactId;
const order = (which: number) => orderIds[which % orderIds.length] as OrderId;
/** Whom it concerns, and who does it: anybody, invited or not. */
const pair = (which: number): [ContactId, Actor] => [
  person(which),
  { type: 'customer', id: person(Math.floor(which / 4)) },
];

function inOrder(
  decide: (
    state: Order,
    among: AmongReached,
    about: { readonly contactId: ContactId; readonly by: Actor },
    which: number,
  ) => readonly OrderEvent[],
  by?: Actor,
): Act {
  return (company, which) => {
    const [contactId, customer] = pair(which);
    company.inOrder(order(which), (state) => decide(state, company.reached, { contactId, by: by ?? customer }, which));
  };
}

const add = (by?: Actor, role: 'order' | 'technical' = 'order') =>
  inOrder(
    (state, among, { contactId, by: addedBy }) =>
      addContact(state, { contactId, role, addedBy, address: contactId }, among),
    by,
  );

const invite =
  (by?: Actor): Act =>
  (company, which) => {
    const [contactId, customer] = pair(which);
    company.inCompany((state) =>
      inviteContact(
        state,
        {
          invitationId: `invitation at ${company.now}`,
          contactId,
          ...company.personal(contactId),
          invitedBy: by ?? customer,
        },
        company,
      ),
    );
  };

const acts: Acts<Company> = {
  invite: invite(),
  inviteBySupport: invite(bySupport),
  accept: (company, which) => {
    const contactId = person(which);
    const { state } = company.organization;
    const invitationId = companyContactOf(state, contactId)?.invitation?.invitationId ?? 'none';
    company.inCompany((organization) => acceptInvitation(organization, { contactId, invitationId }, company));
  },
  leave: (company, which) => {
    const [contactId, by] = pair(which);
    company.inCompany((state) => removeCompanyContact(state, { contactId, by }));
  },
  assignPrimary: (company, which) => {
    const [contactId, by] = pair(which);
    company.inCompany((state) => assignPrimaryContact(state, { contactId, by }, company));
  },
  askForRemoval: (company, which) => {
    const [contactId, by] = pair(which);
    company.inCompany((state) => requestAccountRemoval(state, { contactId, by }));
  },
  erase: (company, which) =>
    company.inCompany((state) => eraseContact(state, { contactId: person(which), by: bySupport })),
  add: add(),
  addBySupport: add(bySupport),
  addTechnical: add(bySupport, 'technical'),
  remove: inOrder((state, among, { contactId, by: removedBy }) =>
    removeContact(state, { contactId, role: 'order', removedBy }, among),
  ),
  tidy: inOrder(
    (state, among, { contactId, by: removedBy }) => removeDepartedContact(state, { contactId, removedBy }, among),
    byItself,
  ),
  changeBilling: (company, which) => {
    const contactId = person(which);
    company.inOrder(order(which), (state) =>
      changeBillingContact(
        state,
        { contactId, address: contactId, by: bySales },
        { organization: company.organization.state, policy: company.policy },
      ),
    );
  },
  unsubscribe: inOrder((state, among, { contactId }) => unsubscribeReminders(state, { contactId, via: 'link' }, among)),
  resubscribe: inOrder((state, among, { contactId }) => resubscribeReminders(state, { contactId }, among)),
};

export const companyLives: Lives<Company, number> = {
  beginnings: fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-31') }),
  begin: (now) => new Company(now),
  acts,
  journeys: [
    ['inviteBySupport', 'accept', 'add'],
    ['inviteBySupport', 'accept', 'add', 'remove'],
    ['inviteBySupport', 'accept', 'addBySupport', 'leave', 'inviteBySupport', 'accept'],
    ['inviteBySupport', 'accept', 'addBySupport', 'leave', 'tidy'],
    ['inviteBySupport', 'accept', 'askForRemoval', 'erase', 'tidy'],
  ],
};
