import type { Story } from '../story';

export type PersonName = 'Ann' | 'Bob' | 'Cleo';

const TITLES = { sales: 'Sam of sales', support: 'Sue of support', service: 'The store' } as const;

/** Orchard Books, its people and the vendor's: whoever speaks, speaks by their own token. */
export class OrchardBooks {
  organizationId = '';
  orderId = '';
  /** Ids of licenses by their names in the story. */
  readonly licenses: Record<string, string> = {};
  private readonly contacts: Partial<Record<PersonName, string>> = {};

  constructor(readonly story: Story) {}

  is(person: PersonName, contactId: string): void {
    this.contacts[person] = contactId;
    this.story.names.set(contactId, person);
  }

  contactOf(person: PersonName): string {
    const contactId = this.contacts[person];
    if (contactId === undefined) throw new Error(`${person} is not known yet`);
    return contactId;
  }

  owns(name: string, licenseId: string): void {
    this.licenses[name] = licenseId;
    this.story.names.set(licenseId, name);
  }

  license(name: string): string {
    const licenseId = this.licenses[name];
    if (licenseId === undefined) throw new Error(`There is no license ${name} yet`);
    return licenseId;
  }

  async person(person: PersonName, does: string, path: string, body: object = {}) {
    const { story } = this;
    const request = story.served.as('customer', this.contactOf(person)).post(path, body);
    return story.asks(`**${person}** ${does}`, request);
  }

  async vendor(role: keyof typeof TITLES, does: string, path: string, body: object = {}) {
    return this.story.asks(`**${TITLES[role]}** ${does}`, this.story.served.as(role).post(path, body));
  }

  async read(path: string) {
    return (await this.story.served.as('sales').get(path).expect(200)).body;
  }

  async expiryOf(name: string, kind: 'license' | 'maintenance' = 'license'): Promise<string> {
    const license = await this.read(`/licenses/${this.license(name)}`);
    return (kind === 'license' ? license.term : license.maintenance).expiresOn;
  }

  /** A line of a renewal: the license as the page shows it. */
  async line(name: string, kind: 'license' | 'maintenance' = 'license') {
    return { licenseId: this.license(name), kind, currentExpiresOn: await this.expiryOf(name, kind) };
  }

  /** Its successor, once there is one. */
  async renewed(name: string, as: string): Promise<void> {
    const { successor } = await this.read(`/licenses/${this.license(name)}`);
    this.owns(as, successor.licenseId);
  }
}
