import { EngineInTime } from '../../../../test/support/engine-in-time';
import { contextOf, organizationId, ownerOf } from '../../../../test/support/samples';
import { AcceptInvitation, InviteContact } from './invitations';

const acme = organizationId('acme');
const person = { email: 'bob@acme.example', name: 'Bob' };
let engine: EngineInTime;

beforeEach(async () => {
  engine = await EngineInTime.begin();
  await engine.imported('acme', {});
});
afterEach(() => engine.close());

const invites = (name: string, by = ownerOf('acme'), email = person.email) => {
  const context = contextOf(`invited ${name}`, { actor: { type: 'customer', id: by } });
  return engine.do(new InviteContact(acme, { ...person, email }, 'dynamsoft', context));
};

describe('an invitation', () => {
  it('of one address by two at once is of one person, and the later one holds', async () => {
    const invited = await Promise.all([invites('by one'), invites('by another')]);
    expect(new Set(invited.map(({ contactId }) => contactId)).size).toBe(1);

    const [latest, superseded] = invited.toSorted((one, other) => other.revision - one.revision);
    if (!latest || !superseded) throw new Error('Two were sent');
    const accepting = (invitation: typeof latest, name: string) =>
      engine.do(new AcceptInvitation(acme, invitation.invitationId, invitation.contactId, contextOf(name)));
    await expect(accepting(superseded, 'too late')).rejects.toMatchObject({ code: 'INVITATION_EXPIRED' });
    await accepting(latest, 'accepted');
  });

  it('of who belongs to another company is refused', async () => {
    await engine.imported('other', {});
    await expect(invites('a stranger', ownerOf('acme'), 'owner@other.example')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('by somebody who may not invite takes no address', async () => {
    const before = await engine.infrastructure.store.lastPosition();
    await expect(invites('by a stranger', ownerOf('other'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await engine.infrastructure.store.lastPosition()).toBe(before);
  });
});
