import { type CommandContext, RecordBounce, type ReturnedMail, step } from '@renewals/commands';
import type { OrganizationId } from '@renewals/licensing';
import type { ContactCompanies } from '@renewals/projections';
import type { CommandBus } from '@nestjs/cqrs';

/** Tells every company that knows the person. Answers whether it was news to one. */
export async function recordWithCompanies(
  mail: ReturnedMail,
  context: CommandContext,
  { commands, companies }: { readonly commands: CommandBus; readonly companies: ContactCompanies },
): Promise<boolean> {
  let wrote = false;
  for (const organizationId of await companies.of(mail.contactId)) {
    const command = new RecordBounce(organizationId as OrganizationId, mail, step(context, organizationId));
    wrote = (await commands.execute(command)).wrote || wrote;
  }
  return wrote;
}
