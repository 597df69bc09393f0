import {
  addContact,
  type AmongReached,
  type ChannelPolicy,
  type ContactId,
  instantAt,
  overrideLicenseOffsets,
  removeCompanyContact,
  removeContact,
  resubscribeReminders,
  rfc3339,
  type Term,
  unsubscribeReminders,
} from '@renewals/licensing';
import fc from 'fast-check';
import type { Acts, Lives } from '../lives';
import { aligning } from '../renewals/acts/aligning';
import { aSubject } from '../renewals/acts/choosing';
import { owning } from '../renewals/acts/owning';
import { renewing } from '../renewals/acts/renewing';
import { anyTerm, bySales, bySupport, lenientTerms } from '../renewals/sold';
import { ann, bob, RemindedDesk } from './reminded-desk';

const person = (which: number): ContactId => (which % 2 === 0 ? ann : bob);

/** Reminders of a license that runs go to whoever is on the list of its order. */
const among = (desk: RemindedDesk): AmongReached => ({
  organization: desk.organization.state,
  licenses: [...desk.licenses.values()].map(({ state }) => state),
});

const people: Acts<RemindedDesk> = {
  join: (desk, which) => {
    const command = { contactId: person(which), role: 'order', addedBy: bySales, address: person(which) } as const;
    desk.order.decide(desk.now, (state) => addContact(state, command, among(desk)));
  },
  quit: (desk, which) => {
    const command = { contactId: person(which), role: 'order', removedBy: bySales } as const;
    desk.order.decide(desk.now, (state) => removeContact(state, command, among(desk)));
  },
  leave: (desk, which) => {
    desk.organization.decide(desk.now, (state) =>
      removeCompanyContact(state, { contactId: person(which), by: bySupport }),
    );
  },
  unsubscribe: (desk, which) => {
    const command = { contactId: person(which), via: 'link' } as const;
    desk.order.decide(desk.now, (state) => unsubscribeReminders(state, command, among(desk)));
  },
  resubscribe: (desk, which) => {
    desk.order.decide(desk.now, (state) => resubscribeReminders(state, { contactId: person(which) }, among(desk)));
  },
  bounce: (desk, which) => {
    const data = {
      contactId: person(which),
      severity: 'hard',
      messageId: `<${desk.now}>`,
      at: rfc3339(desk.now),
    } as const;
    desk.organization.decide(desk.now, () => [{ type: 'MailBounced', data }]);
  },
  setOffsets: (desk, which) => {
    const { id } = aSubject(desk, which).subject;
    const offsets = [[45, 30, 3], [20], [], undefined][which % 4];
    const command = { ...(offsets && { offsets }), reason: 'agreed so', by: bySales };
    desk.license(id).decide(desk.now, (state) => overrideLicenseOffsets(state, command));
  },
  sleep: (desk) => void (desk.asleep = true),
};

/** Before anybody does anything the engine has done what was due until then, and after it what follows. */
function whileItWorks(acts: Acts<RemindedDesk>): Acts<RemindedDesk> {
  return Object.fromEntries(
    Object.entries(acts).map(([name, act]) => [
      name,
      (desk: RemindedDesk, which: number) => {
        if (desk.actsLeft === 0) return desk.stayAtTheEnd();
        desk.actsLeft -= 1;
        desk.work();
        act(desk, which);
        if (!desk.asleep) desk.work();
      },
    ]),
  );
}

const anyReminders: fc.Arbitrary<ChannelPolicy> = fc
  .record({
    offsets: fc.constantFrom([90, 60, 30, 14, 7, 0], [60], [30, 0], [14, 13]),
    audience: fc.constantFrom('order-contacts' as const, 'order-contacts' as const, 'billing-contact' as const),
    onlyWithRecurringBilling: fc.constantFrom(false, false, true),
  })
  .map((reminders) => ({ ...lenientTerms, reminders: { ...lenientTerms.reminders, ...reminders } }));

interface Beginning {
  readonly term: Term;
  readonly terms: ChannelPolicy;
  readonly awayFor: number;
  readonly acts: number;
}

/** A desk that reminds, and everything that may happen to its reminders. */
export const remindedLives: Lives<RemindedDesk, Beginning> = {
  beginnings: fc.record({
    term: anyTerm,
    terms: anyReminders,
    awayFor: fc.constantFrom(0, 0, 20, 50),
    acts: fc.integer({ min: 1, max: 15 }),
  }),
  begin: ({ term, terms, awayFor, acts }) => {
    const desk = new RemindedDesk(instantAt(term.startsOn, 12, term.zone), term, terms);
    desk.awayFor = awayFor;
    desk.actsLeft = acts;
    return desk;
  },
  acts: whileItWorks({ ...renewing, ...aligning, ...owning, ...people }),
  journeys: [
    ['open', 'approve', 'waitForEdge', 'expire'],
    ['open', 'approve', 'commit', 'invoice', 'provision', 'waitForEdge'],
    ['proposeAll', 'approveAlignments', 'applyAlignments', 'waitForEdge'],
    ['enableBilling', 'cancelBilling', 'resumeBilling', 'waitForEdge'],
    ['join', 'unsubscribe', 'waitForEdge', 'resubscribe'],
    ['join', 'quit', 'waitForEdge', 'join'],
    ['setOffsets', 'waitForEdge', 'setOffsets', 'waitForEdge'],
    ['sleep', 'waitForEdge', 'waitForEdge'],
    ['bounce', 'waitForEdge'],
    ['leave', 'waitForEdge'],
    ['terminate', 'waitForEdge'],
  ],
};
