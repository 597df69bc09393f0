import { AcceptInvitation, AddOrderContact, InviteContact } from '@renewals/commands';
import type { Actor, ContactId } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import type { EngineInTime } from '../../../test/support/engine-in-time';
import { contextOf, orderId, organizationId, ownerOf } from '../../../test/support/samples';

const acme = organizationId('acme');
export const byOwner: Actor = { type: 'customer', id: ownerOf('acme') };
export const bob = derivedId('colleague', 'bob') as ContactId;
export const byBob: Actor = { type: 'customer', id: bob };

/** Bob is invited to acme by its owner, and accepts; not a spec itself. */
export function bobJoins(engine: EngineInTime, name = 'bob joins'): Promise<void> {
  return joins(engine, bob, 'bob@acme.example', name);
}

/** Somebody does. */
export async function joins(engine: EngineInTime, contactId: ContactId, email: string, name = email): Promise<void> {
  const inviting = contextOf(`${name}: invited`, { actor: byOwner });
  const person = { email, name: email, contactId };
  const { invitationId } = await engine.do(new InviteContact(acme, person, 'dynamsoft', inviting));
  const accepting = contextOf(`${name}: accepted`, { actor: { type: 'customer', id: contactId } });
  await engine.do(new AcceptInvitation(acme, invitationId, contactId, accepting));
}

export async function bobIsAddedTo(engine: EngineInTime, ...orders: readonly string[]): Promise<void> {
  for (const order of orders) {
    const context = contextOf(`bob is added to ${order}`, { actor: byOwner });
    await engine.do(new AddOrderContact(orderId(order), bob, 'order', 'bob@acme.example', context));
  }
}
