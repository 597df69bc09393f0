import type { Actor, ContactId, Organization } from '@renewals/licensing';
import type { PersonalData } from '@renewals/platform';
import type { Caller } from '../../../api/src/identity/caller';

/** How people are named to the one who is looking: customers are not told who else there is. */
export class Names {
  constructor(
    private readonly caller: Caller,
    private readonly organizations: readonly Organization[],
    private readonly personal: PersonalData,
  ) {}

  contact(id: string): string {
    if (this.caller.role === 'customer') return id === this.caller.subject ? 'you' : 'another contact';
    for (const organization of this.organizations) {
      if (organization.status !== 'registered') continue;
      const contact = organization.contacts.get(id as ContactId);
      if (contact) return this.personal.open(contact.name) || this.personal.open(contact.email) || 'an erased contact';
    }
    return 'a contact';
  }

  /** With the names of its contacts instead of their ids. */
  inText(text: string): string {
    return this.organizations
      .flatMap((organization) => (organization.status === 'registered' ? [...organization.contacts.keys()] : []))
      .reduce((named, id) => named.replaceAll(id, this.contact(id)), text);
  }

  actor({ type, id }: Pick<Actor, 'id'> & { readonly type: string }): string {
    if (type === 'automation') return 'by itself';
    if (type === 'customer' || type === 'reseller') return this.contact(id);
    return id === type || this.caller.role === 'customer' ? type : `${id}, ${type}`;
  }
}
