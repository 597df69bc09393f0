import type { CommandContext } from '@renewals/commands';
import type { LicenseId, OrganizationId } from '@renewals/licensing';
import type { Caller } from '../../../api/src/identity/caller';
import type { ActionForm } from './action-form';

/** What somebody wants to be done to a license. */
export interface Asked {
  readonly licenseId: LicenseId;
  /** Whose license it is. */
  readonly organizationId: OrganizationId;
  readonly form: ActionForm;
  readonly caller: Caller;
  readonly context: CommandContext;
}
