import type { Story } from '../story';

type Person = 'Hanne' | 'Joris' | 'Rik';
type Role = 'sales' | 'service';

const TITLES = { sales: 'Mila of sales', service: 'The payment provider' } as const;
/** As whom they sign in. */
const SUBJECTS = { sales: 'Mila', service: 'payment provider' } as const;

/** Harbour Freight Antwerp, its people, its reseller's and the vendor's: whoever speaks, speaks by their own token. */
export class HarbourFreight {
  readonly organizations: Record<string, string> = {};
  /** Ids of licenses by their names in the story, in the order in which they came. */
  readonly licenses: Record<string, string> = {};
  private readonly contacts: Partial<Record<Person, string>> = {};

  constructor(readonly story: Story) {}

  is(person: Person, contactId: string): void {
    this.contacts[person] = contactId;
    this.story.names.set(contactId, person);
  }

  contactOf(person: Person): string {
    return known(this.contacts[person], person);
  }

  owns(name: string, licenseId: string): void {
    this.licenses[name] = licenseId;
    this.story.names.set(licenseId, name);
  }

  license(name: string): string {
    return known(this.licenses[name], name);
  }

  organization(name: string): string {
    return known(this.organizations[name], name);
  }

  person(person: Person, does: string, path: string, body: object = {}) {
    const { served } = this.story;
    return this.story.asks(`**${person}** ${does}`, served.as('customer', this.contactOf(person)).post(path, body));
  }

  looks(person: Person, at: string, path: string) {
    const { served } = this.story;
    return this.story.asks(`**${person}** looks at ${at}.`, served.as('customer', this.contactOf(person)).get(path));
  }

  vendor(role: Role, does: string, path: string, body: object = {}) {
    const { served } = this.story;
    return this.story.asks(`**${TITLES[role]}** ${does}`, served.as(role, SUBJECTS[role]).post(path, body));
  }

  async read(path: string) {
    await this.story.served.caughtUp();
    return (await this.story.served.as('sales').get(path).expect(200)).body;
  }

  /** Lines of a request to renew these licenses as they are now. */
  async linesOf(...names: readonly string[]) {
    const licenses = await Promise.all(names.map((name) => this.read(`/licenses/${this.license(name)}`)));
    return licenses.map(({ id, term }) => ({ licenseId: id, currentExpiresOn: term.expiresOn }));
  }

  /** The one that holds the license: recurring billing may have opened it. */
  async openRenewalOf(name: string, called: string): Promise<string> {
    const { renewal } = await this.read(`/licenses/${this.license(name)}`);
    this.story.names.set(renewal.id, called);
    return `/renewals/${renewal.id}`;
  }

  /** Its successor is on record. */
  async renewed(name: string, as: string): Promise<void> {
    const { successor } = await this.read(`/licenses/${this.license(name)}`);
    this.owns(as, successor.licenseId);
  }

  /** What the license's page shows now. */
  async shows(name: string): Promise<void> {
    const { status, term, keyFingerprint } = await this.read(`/licenses/${this.license(name)}`);
    const key = keyFingerprint === undefined ? 'no key' : 'a key';
    this.story.tells(`  *${name} is ${status}, ${term.startsOn} to ${term.expiresOn}, with ${key}.*`);
  }

  /** The task of sales that is open, if there is one. */
  async openTask(): Promise<string> {
    const { items } = await this.read('/sales-tasks?status=open');
    return `/sales-tasks/${known(items[0]?.id, 'open task')}`;
  }
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`${name} is not there yet.`);
  return thing;
}
