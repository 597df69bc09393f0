import { type OrganizationRegistered, organizationStream } from '@renewals/licensing';
import { derivedId } from '@renewals/platform';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RegisterOrganization } from '../organization/register-organization';
import type { CommandContext } from '../runtime/context';
import { Streams } from '../runtime/streams';
import { differingColumn, type ImportedOrganization, type ImportResult } from './imported';

export class ImportOrganization extends Command<ImportResult> {
  constructor(readonly organization: ImportedOrganization) {
    super();
  }
}

@CommandHandler(ImportOrganization)
export class ImportOrganizationHandler implements ICommandHandler<ImportOrganization> {
  constructor(
    private readonly streams: Streams,
    private readonly commands: CommandBus,
  ) {}

  async execute({ organization }: ImportOrganization): Promise<ImportResult> {
    const { organizationId, owner, imported } = organization;
    const context = importContext(organizationId);
    const { wrote } = await this.commands.execute(
      new RegisterOrganization(registration(organization), owner.email, context),
    );
    if (wrote) return { result: 'created' };
    const { state } = await this.streams.read(organizationStream, organizationId);
    const before = state.status === 'registered' ? state.registration.imported : undefined;
    const column = before && imported && differingColumn(before, imported);
    return column === undefined ? { result: 'unchanged' } : { result: 'differs', column };
  }
}

function registration(organization: ImportedOrganization): OrganizationRegistered['data'] {
  const { contactId, email, name } = organization.owner;
  return {
    ...organization,
    via: 'import',
    passwordSetupRequired: true,
    owner: {
      contactId,
      email: { $personal: contactId, text: email },
      name: { $personal: contactId, text: name },
    },
  };
}

/** A row's command id comes from what it becomes: the same row is the same command at every import. */
export function importContext(id: string): CommandContext {
  const commandId = derivedId('import', id);
  return { commandId, correlationId: commandId, causationId: commandId, actor: { type: 'operator', id: 'import' } };
}
