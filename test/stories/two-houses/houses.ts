import type { Story } from '../story';

export type Person = 'Mia' | 'Tane' | 'Jonas' | 'Lena' | 'Piet';

const TITLES = {
  sales: 'Sam of sales',
  support: 'Sue of support',
  service: 'The store',
} as const;

interface Fact {
  readonly says: string;
  readonly event?: { readonly type: string };
}

/** Harakeke Press in Auckland and Nordlicht Druck in Berlin, their people and the vendor's. */
export class Houses {
  readonly addresses: Record<Person, string> = {
    Mia: 'mia@harakeke.example',
    Tane: 'tane@harakeke.example',
    Jonas: 'jonas@nordlicht.example',
    Lena: 'lena@nordlicht.example',
    Piet: 'piet@nordlicht.example',
  };
  /** Ids by what the story calls it, in the order in which it came. */
  readonly licenses: Record<string, string> = {};
  readonly orders: Record<string, string> = {};
  private readonly organizations: Record<string, string> = {};
  private readonly contacts: Partial<Record<Person, string>> = {};

  constructor(readonly story: Story) {}

  is(person: Person, contactId: string): void {
    this.contacts[person] = contactId;
    this.story.names.set(contactId, person);
  }

  contactOf(person: Person): string {
    return known(this.contacts[person], person);
  }

  nameOf(contactId: string): string {
    return known(Object.entries(this.contacts).find(([, id]) => id === contactId)?.[0], contactId);
  }

  opened(house: string, organizationId: string): void {
    this.organizations[house] = organizationId;
    this.story.names.set(organizationId, house);
  }

  organization(house: string): string {
    return known(this.organizations[house], house);
  }

  ordered(house: string, orderId: string): void {
    this.orders[house] = orderId;
    this.story.names.set(orderId, `order of ${house}`);
  }

  order(house: string): string {
    return known(this.orders[house], house);
  }

  owns(name: string, licenseId: string): void {
    this.licenses[name] = licenseId;
    this.story.names.set(licenseId, name);
  }

  license(name: string): string {
    return known(this.licenses[name], name);
  }

  person(person: Person, does: string, path: string, body: object = {}) {
    const { served } = this.story;
    return this.story.asks(`**${person}** ${does}`, served.as('customer', this.contactOf(person)).post(path, body));
  }

  vendor(role: keyof typeof TITLES, does: string, path: string, body: object = {}) {
    return this.story.asks(`**${TITLES[role]}** ${does}`, this.story.served.as(role).post(path, body));
  }

  async read(path: string) {
    await this.story.served.caughtUp();
    return (await this.story.served.as('sales').get(path).expect(200)).body;
  }

  /** Somebody wants to know why a reminder came to them or did not. */
  async asksWhy(person: Person, license: string, offset: number): Promise<void> {
    const path = `/reminders/explanation?license=${this.license(license)}&offset=${offset}`;
    const asking = this.story.served.as('customer', this.contactOf(person)).get(path);
    const question = `**${person}** asks about the reminder of ${license} ${offset} days before its last day.`;
    const { sentence, facts } = await this.story.asks(question, asking);
    this.story.tells(`  *${sentence}*`);
    for (const { says, event } of facts as readonly Fact[]) {
      this.story.tells(`  - ${says}${event ? ` (${event.type})` : ''}`);
    }
  }

  /** What a renewal says of these licenses as they are now. */
  async linesOf(...names: readonly string[]) {
    const licenses = await Promise.all(names.map((name) => this.read(`/licenses/${this.license(name)}`)));
    return licenses.map(({ id, term }) => ({ licenseId: id, kind: 'license', currentExpiresOn: term.expiresOn }));
  }

  /** Their successors are on record. */
  async renewed(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const { successor } = await this.read(`/licenses/${this.license(name)}`);
      this.owns(`${name}, second year`, successor.licenseId);
    }
  }
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`${name} is not there yet.`);
  return thing;
}
