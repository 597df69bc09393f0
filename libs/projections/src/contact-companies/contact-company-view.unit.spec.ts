import type { RecordedEvent } from '@renewals/event-store';
import { contactCompanyView } from './contact-company-view';

const event = (stream: string, type: string, data: object) => ({ stream, type, data }) as unknown as RecordedEvent;
const keysOf = (...events: readonly RecordedEvent[]) => events.flatMap((one) => contactCompanyView.keysOf(one));

describe('the companies of a person', () => {
  it('are those that the person opened, or was invited to', () =>
    expect(
      keysOf(
        event('organization-acme', 'OrganizationRegistered', { owner: { contactId: 'ann' } }),
        event('organization-acme', 'ContactInvited', { contactId: 'bob' }),
        event('organization-other', 'ContactInvited', { contactId: 'bob' }),
        event('organization-acme', 'CompanyContactRemoved', { contactId: 'bob' }),
      ),
    ).toEqual(['ann|acme', 'bob|acme', 'bob|other']));

  it('stay so, for what still comes back', () => {
    const invited = event('organization-acme', 'ContactInvited', { contactId: 'bob' });
    const row = contactCompanyView.evolve(undefined, invited, 'bob|acme');
    expect(row).toEqual({ key: 'bob|acme', contactId: 'bob', organizationId: 'acme' });
    expect(contactCompanyView.evolve(row, invited, 'bob|acme')).toBe(row);
  });
});
