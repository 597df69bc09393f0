import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChains } from '@renewals/audit';
import {
  AcceptInvitation,
  AddOrderContact,
  ChangeContactEmail,
  EraseContact,
  InviteContact,
  type InvitedPerson,
  RequestAccountRemoval,
  RequestPasswordLink,
  SubscribeToNewsletter,
} from '@renewals/commands';
import type { Actor, ContactId, PersonalText } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, orderId, organizationId } from '../../../../test/support/samples';
import { byOwner } from '../people.spec';

const acme = organizationId('acme');
/** Known by an id from elsewhere: what a visitor subscribed at the address before was sealed for another one. */
const rosa = {
  contactId: derivedId('colleague', 'rosa') as ContactId,
  email: 'rosalind.quillfeather@acme.example',
  name: 'Rosalind Quillfeather',
};
const formerly = 'r.quillfeather@acme.example';
let engine: EngineInTime;

beforeEach(async () => {
  engine = await EngineInTime.begin();
  await engine.imported('acme', { reader: {} });
});

async function joins(person: InvitedPerson, by: Actor): Promise<ContactId> {
  const inviting = contextOf(`${person.name} is invited`, { actor: by });
  const { invitationId, contactId } = await engine.do(new InviteContact(acme, person, 'dynamsoft', inviting));
  await engine.worker.settle();
  const byThem = { actor: { type: 'customer', id: contactId } } as const;
  await engine.do(new AcceptInvitation(acme, invitationId, contactId, contextOf(`${person.name} accepts`, byThem)));
  return contactId;
}

/** Files of the data directory that say it somewhere. */
function filesSaying(text: string): string[] {
  return readdirSync(engine.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(text));
}

/** What can be read of the personal data in the log. */
async function readable(): Promise<string> {
  const sealed: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('$personal' in value) sealed.push(engine.infrastructure.personal.open(value as PersonalText) ?? '');
    else Object.values(value).forEach(walk);
  };
  walk(await engine.events());
  return sealed.join('\n').toLowerCase();
}

describe('a person who is erased', () => {
  it('is named nowhere in the data directory any more, and the history is still proven [F53]', async () => {
    await engine.do(new SubscribeToNewsletter(formerly, ['tutorials'], contextOf('news')));
    const id = await joins({ ...rosa, email: formerly }, byOwner);
    await engine.do(new ChangeContactEmail(acme, id, rosa.email, 'dynamsoft', contextOf('new address')));
    await engine.do(new RequestPasswordLink(rosa.email, 'dynamsoft', contextOf('forgot')));
    await engine.do(new AddOrderContact(orderId('reader'), id, 'order', rosa.email, contextOf('reads')));
    await joins({ email: 'carl@acme.example', name: 'Carl' }, { type: 'customer', id });
    await engine.until('2025-12-12T12:00:00Z');
    expect(await readable()).toContain('quillfeather');
    expect(filesSaying('quillfeather').length).toBeGreaterThanOrEqual(4);

    await engine.do(new RequestAccountRemoval(acme, id, contextOf('please')));
    await engine.do(new EraseContact(acme, id, contextOf('carried out')));
    await engine.worker.settle();

    expect(await readable()).not.toContain('quillfeather');
    expect((await verifyChains(engine.infrastructure.store)).broken).toEqual([]);
    await engine.close();
    expect(filesSaying('quillfeather')).toEqual([]);
    expect(filesSaying('owner@acme.example').length).toBeGreaterThan(0);
  });
});
