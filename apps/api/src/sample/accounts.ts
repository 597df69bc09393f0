import { AcceptInvitation, type CommandContext, InviteContact, RegisterOrganization } from '@renewals/commands';
import type { Actor, ContactId, Zone } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import type { CommandBus } from '@nestjs/cqrs';
import { customers, type SampleCustomer } from './customers';
import { contactOf, organizationOf } from './sold';

/** Each company opens its account; its owner invites the others, and they accept. `policy`: of who mails them. */
export async function openAccounts(commands: CommandBus, policy: string): Promise<void> {
  for (const customer of customers) {
    const [owner = '', ...others] = customer.people;
    await register(commands, customer, owner);
    for (const person of others) await invite(commands, customer, owner, person, policy);
  }
}

export function contextOf(actor: Actor, ...purpose: readonly (string | number)[]): CommandContext {
  const commandId = derivedId('sample', ...purpose);
  return { commandId, correlationId: commandId, causationId: commandId, actor };
}

async function register(commands: CommandBus, customer: SampleCustomer, owner: string): Promise<void> {
  const { name, zone } = customer;
  const contactId = contactOf(customer, owner);
  const registration = {
    organizationId: organizationOf(customer),
    via: 'registration',
    role: 'customer',
    name,
    zone: zone as Zone,
    passwordSetupRequired: false,
    owner: { contactId, ...personal(contactId, owner, customer) },
  } as const;
  const context = contextOf({ type: 'customer', id: contactId }, 'register', name);
  await commands.execute(new RegisterOrganization(registration, emailOf(owner, customer), context));
}

async function invite(
  commands: CommandBus,
  customer: SampleCustomer,
  owner: string,
  person: string,
  policy: string,
): Promise<void> {
  const organizationId = organizationOf(customer);
  const invitedBy = contactOf(customer, owner);
  const contactId = contactOf(customer, person);
  const invited = { email: emailOf(person, customer), name: person, contactId };
  const inviting = contextOf({ type: 'customer', id: invitedBy }, 'invite', contactId);
  const accepting = contextOf({ type: 'customer', id: contactId }, 'accept', contactId);
  const { invitationId } = await commands.execute(new InviteContact(organizationId, invited, policy, inviting));
  await commands.execute(new AcceptInvitation(organizationId, invitationId, contactId, accepting));
}

function personal(contactId: ContactId, person: string, customer: SampleCustomer) {
  return {
    email: { $personal: contactId, text: emailOf(person, customer) },
    name: { $personal: contactId, text: person },
  };
}

function emailOf(person: string, { name }: SampleCustomer): string {
  const [first = ''] = person.toLowerCase().split(' ');
  return `${first}@${name.toLowerCase().replaceAll(' ', '-')}.example`;
}
