import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChains } from '@renewals/audit';
import { SqliteEventStore, Upcasting } from '@renewals/event-store';
import {
  type ContactId,
  eventCatalogue,
  organizationStream,
  registerOrganization,
  type RegisterOrganization,
  removeCompanyContact,
} from '@renewals/licensing';
import { PersonErased } from '@renewals/platform';
import canonicalize from 'canonicalize';
import { bySales, contextOf, organization } from '../../../../test/support/samples';
import { sealing } from '../../../../test/support/sealing';
import { temporaryDirectory } from '../../../../test/support/temporary-directory';
import { Streams } from './streams';

const { owner, ...company } = organization('acme');
const personal = (text: string) => ({ $personal: owner.contactId, text });
const registration: RegisterOrganization = {
  ...company,
  via: 'registration',
  passwordSetupRequired: false,
  owner: { contactId: owner.contactId, email: personal(owner.email), name: personal(owner.name) },
};

/** One company is registered, and its owner leaves. */
async function givenCompany() {
  const directory = temporaryDirectory();
  const store = SqliteEventStore.open(join(directory, 'events.db'));
  const seals = sealing();
  const streams = () =>
    new Streams({
      store,
      upcasting: new Upcasting(eventCatalogue),
      personal: seals.personal,
      clock: { now: () => Date.parse('2026-01-09T08:00:00Z') },
      pause: async () => undefined,
      soleWriter: true,
    });
  const id = company.organizationId;
  await streams().decide(organizationStream, id, contextOf('register'), (state) =>
    registerOrganization(state, registration),
  );
  await streams().decide(organizationStream, id, contextOf('leave'), (state) =>
    removeCompanyContact(state, { contactId: owner.contactId, by: bySales }),
  );
  const ownerAsRead = async () => {
    const { state } = await streams().read(organizationStream, id);
    const contact = state.status === 'registered' ? state.contacts.get(owner.contactId) : undefined;
    return contact && [contact.email, contact.name].map((text) => seals.personal.open(text));
  };
  return { ...seals, directory, store, streams, ownerAsRead, stream: `organization-${id}` };
}

const bytesIn = (directory: string) =>
  Buffer.concat(readdirSync(directory).map((file) => readFileSync(join(directory, file)))).toString('latin1');

describe('rule 17: a stored event', () => {
  it('carries the hash of the one before it, as anybody can compute it', async () => {
    const { store, stream } = await givenCompany();
    const [registered, left] = await store.readStream(stream);
    if (!registered || !left) throw new Error('Both events are stored');
    const { id: eventId, revision, type, data, metadata } = registered;
    const canonical = canonicalize({ metadata, data, type, eventId, revision, stream });

    expect(registered.metadata['previousHash']).toBe('0'.repeat(64));
    expect(left.metadata['previousHash']).toBe(createHash('sha256').update(`${canonical}`).digest('hex'));
  });

  it('says who did what, when it was true and when we knew', async () => {
    const { store, stream } = await givenCompany();
    const [registered] = await store.readStream(stream);
    const { commandId } = contextOf('register');
    expect(registered?.metadata).toEqual({
      schema: 1,
      commandId,
      $correlationId: commandId,
      $causationId: commandId,
      actor: bySales,
      occurredAt: '2026-01-09T08:00:00.000Z',
      recordedAt: '2026-01-09T08:00:00.000Z',
      previousHash: '0'.repeat(64),
    });
  });
});

describe('personal data', () => {
  it('is never stored in clear, and is read by its owner’s key', async () => {
    const { directory, ownerAsRead } = await givenCompany();
    const bytes = bytesIn(directory);
    expect(bytes).toContain('OrganizationRegistered');
    for (const text of [owner.email, owner.name, Buffer.from(owner.email).toString('base64url')]) {
      expect(bytes).not.toContain(text);
    }
    expect(await ownerAsRead()).toEqual([owner.email, owner.name]);
  });

  it('is unreadable once its key is erased, and the history still verifies', async () => {
    const { keys, ownerAsRead, store } = await givenCompany();
    keys.erase(owner.contactId);
    expect(await ownerAsRead()).toEqual([undefined, undefined]);
    expect(await verifyChains(store)).toEqual({ verified: 2, streams: 1, broken: [] });
  });

  it('of an erased person is recorded no more', async () => {
    const { keys, streams, store, stream } = await givenCompany();
    keys.erase(owner.contactId);
    const invitation = {
      type: 'ContactInvited',
      data: {
        invitationId: 'again',
        contactId: owner.contactId as ContactId,
        email: personal(owner.email),
        name: personal(owner.name),
        invitedBy: { type: 'customer', id: owner.contactId },
        policy: 'dynamsoft',
        expiresAt: '2026-02-01T00:00:00Z',
      },
    } as const;
    await expect(
      streams().decide(organizationStream, company.organizationId, contextOf('invite'), () => [invitation]),
    ).rejects.toThrow(PersonErased);
    expect(await store.readStream(stream)).toHaveLength(2);
  });
});
