import { type Actor, type ContactId, hasAccess, reachableContacts } from '@renewals/licensing';
import { propertyRuns } from '../support/property-runs';
import { holdsInEveryLife, stepsTaken } from './lives';
import { type Company, people } from './people/company';
import { companyLives } from './people/lives';
import { WhoMay } from './people/who-may';
import { shown } from './shown';

function holds(check: (company: Company) => number): number {
  let looked = 0;
  holdsInEveryLife(companyLives, propertyRuns(60, 1_600), (company) => {
    looked += check(company);
  });
  return looked;
}

describe('whatever happens to the people of a company, in any order and at any time', () => {
  it('who sees an order is on its list and an accepted contact of the company, and nobody else is [F3][F15]', () => {
    const looked = holds(({ organization, orders, moments }) => {
      const may = new WhoMay();
      moments.forEach((moment) => may.after(moment));
      let seeing = 0;
      for (const [id, { state }] of orders) {
        for (const contactId of people) {
          expect(hasAccess(state, organization.state, contactId)).toBe(may.see(id, contactId));
          seeing += Number(may.see(id, contactId));
        }
        for (const reached of reachableContacts(state, organization.state)) expect(may.see(id, reached)).toBe(true);
      }
      return seeing;
    });
    expect(looked).toBeGreaterThan(60);
  });

  it('only who sees an order, or the vendor, changes its list, and only for contacts of the company [F17]', () => {
    const looked = holds(({ moments }) => {
      const may = new WhoMay();
      let changes = 0;
      for (const moment of moments) {
        const { order, event } = moment;
        const { contactId, addedBy, removedBy } = event.data as Partial<Record<'addedBy' | 'removedBy', Actor>> & {
          readonly contactId: ContactId;
        };
        const by = addedBy ?? removedBy;
        if (order !== undefined && by?.type === 'customer') {
          expect(may.see(order, by.id as ContactId)).toBe(true);
          changes += 1;
        }
        if (event.type === 'ContactAdded') expect(may.accepted).toContain(contactId);
        may.after(moment);
      }
      return changes;
    });
    expect(looked).toBeGreaterThan(10);
  });

  it('every state is what its own events say', () => {
    holds(({ organization, orders }) => {
      for (const stream of [organization, ...orders.values()])
        expect(shown(stream.refolded())).toBe(shown(stream.state));
      return 1;
    });
  });

  it('that is seen in thousands of steps', () =>
    expect(stepsTaken()).toBeGreaterThan(process.env['LONG'] ? 100_000 : 4_000));
});
