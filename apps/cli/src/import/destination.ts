import { Desk, ImportLicense, ImportOrganization, type ImportResult } from '@renewals/commands';
import type { Engine } from '@renewals/engine';
import { type IsoDate, Refusal } from '@renewals/licensing';
import { CommandBus } from '@nestjs/cqrs';
import { importedIds, type KnownRows, type LicensePlan, type OrganizationPlan } from './ravenstack';

/** Where planned rows go. Answers what became of a row. */
export interface Destination {
  organization(plan: OrganizationPlan): Promise<RowResult>;
  license(plan: LicensePlan): Promise<RowResult>;
}

export type RowResult = 'created' | 'unchanged' | Rejected;

/** Why a row that can be read cannot be imported. */
export interface Rejected {
  readonly column: string | null;
  readonly reason: string;
}

/** Imports. */
export function intoEngine({ context }: Engine, policy: string, asOf: IsoDate): Destination {
  const commands = context.get(CommandBus);
  return {
    organization: (plan) => resultOf(() => commands.execute(new ImportOrganization(plan))),
    license: (plan) => resultOf(() => commands.execute(new ImportLicense(plan, policy, asOf))),
  };
}

/** Only looks at what is there. */
export function besideEngine({ context }: Engine): Destination {
  const desk = context.get(Desk);
  return {
    organization: async ({ organizationId }) =>
      (await desk.organization(organizationId)).status === 'registered' ? 'unchanged' : 'created',
    license: async ({ licenseId }) => ((await desk.license(licenseId)).status === 'unissued' ? 'created' : 'unchanged'),
  };
}

/** Where nothing is yet. */
export const intoNothing: Destination = { organization: async () => 'created', license: async () => 'created' };

/** What earlier imports under the policy recorded. */
export function knownTo({ context }: Engine, policy: string): KnownRows {
  const desk = context.get(Desk);
  const ids = importedIds(policy);
  return {
    account: async (externalId) => {
      const organization = await desk.organization(ids.organization(externalId));
      return organization.status === 'registered' ? organization.registration.imported : undefined;
    },
    subscription: async (externalId) => {
      const order = await desk.order(ids.order(externalId));
      return order.status === 'placed' ? order.placement.imported : undefined;
    },
  };
}

async function resultOf(importing: () => Promise<ImportResult>): Promise<RowResult> {
  try {
    const imported = await importing();
    if (imported.result !== 'differs') return imported.result;
    const { column } = imported;
    return { column, reason: `already imported with other content in column ${column}, just now: import again.` };
  } catch (error) {
    if (error instanceof Refusal) return { column: null, reason: error.message };
    throw error;
  }
}
