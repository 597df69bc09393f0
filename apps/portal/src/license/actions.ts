import {
  AcceptQuote,
  ApproveRenewal,
  AuthorizeLateRenewal,
  CancelRecurringBilling,
  type CommandContext,
  GenerateInvoice,
  QuoteRenewal,
  RecordCommitment,
  RequestRenewal,
  ResumeRecurringBilling,
  WithdrawRenewal,
} from '@renewals/commands';
import { type IsoDate, type LateBasis, type LicenseId, Refusal, type RenewalId } from '@renewals/licensing';
import type { Role } from '@renewals/platform';
import type { ICommand } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { desk, renewers } from '../../../api/src/identity/allowed';
import type { Caller } from '../../../api/src/identity/caller';
import { sourceFor } from '../../../api/src/renewals/source';
import { Form } from '../page/form';

/** What the forms of the page send. */
export class ActionForm extends Form {
  @IsOptional()
  @IsUUID()
  renewalId?: RenewalId;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  currentExpiresOn?: IsoDate;

  @IsOptional()
  @IsUUID()
  quoteId?: string;

  @IsOptional()
  @IsIn(['purchase-order', 'signed-document'])
  kind?: 'purchase-order' | 'signed-document';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  reference?: string;

  @IsOptional()
  @IsIn(['from-expiry', 'from-now'])
  basis?: LateBasis;
}

interface Asked {
  readonly licenseId: LicenseId;
  readonly form: ActionForm;
  readonly caller: Caller;
  readonly context: CommandContext;
}

interface Action {
  readonly roles: readonly Role[];
  command(asked: Asked): ICommand;
}

/** The same commands, for the same roles, as the API's operations. */
export const actions = {
  request: {
    roles: renewers,
    command: ({ licenseId, form, caller, context }) =>
      new RequestRenewal(
        [{ licenseId, currentExpiresOn: given(form.currentExpiresOn) }],
        sourceFor(caller, 1),
        context,
      ),
  },
  quote: {
    roles: renewers,
    command: ({ form, context }) => new QuoteRenewal(given(form.renewalId), false, context),
  },
  'accept-quote': {
    roles: renewers,
    command: ({ form, context }) => new AcceptQuote(given(form.renewalId), given(form.quoteId), context),
  },
  approve: {
    roles: renewers,
    command: ({ form, context }) => new ApproveRenewal(given(form.renewalId), context),
  },
  commit: {
    roles: desk,
    command: ({ form, context }) =>
      new RecordCommitment(given(form.renewalId), given(form.kind), form.reference ?? '', context),
  },
  invoice: {
    roles: desk,
    command: ({ form, context }) => new GenerateInvoice(given(form.renewalId), undefined, context),
  },
  'authorize-late': {
    roles: ['support'],
    command: ({ form, context }) => new AuthorizeLateRenewal(given(form.renewalId), given(form.basis), context),
  },
  withdraw: {
    roles: renewers,
    command: ({ form, caller, context }) =>
      new WithdrawRenewal(given(form.renewalId), caller.role === 'customer' ? 'by-customer' : 'by-sales', context),
  },
  'cancel-recurring-billing': {
    roles: renewers,
    command: ({ licenseId, context }) => new CancelRecurringBilling(licenseId, context),
  },
  'resume-recurring-billing': {
    roles: renewers,
    command: ({ licenseId, context }) => new ResumeRecurringBilling(licenseId, context),
  },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof actions;

/** Throws `NOT_FOUND`, or `NOT_ALLOWED` for a role that may not. */
export function actionNamed(name: string, { role }: Caller): Action {
  const action: Action | undefined = Object.hasOwn(actions, name) ? actions[name as ActionName] : undefined;
  if (!action) throw new Refusal('NOT_FOUND', 'There is no such button. Load the page again.');
  if (!action.roles.includes(role)) throw new Refusal('NOT_ALLOWED', `This is not for the role ${role}.`);
  return action;
}

export function mayUse(name: ActionName, { role }: Caller): boolean {
  return (actions[name] as Action).roles.includes(role);
}

function given<Value>(value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new Refusal('INVALID_INPUT', 'The form is incomplete. Load the page again, and fill in every field.');
}
