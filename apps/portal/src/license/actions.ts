import {
  AcceptQuote,
  ActivateLicense,
  AddQuota,
  ApproveRenewal,
  AuthorizeLateRenewal,
  CancelRecurringBilling,
  ConfirmConfiguration,
  ExtendTrial,
  GenerateInvoice,
  QuoteRenewal,
  ReactivateLicense,
  RecordCommitment,
  RequestRenewal,
  ResumeRecurringBilling,
  WithdrawRenewal,
} from '@renewals/commands';
import { isoDate, Refusal } from '@renewals/licensing';
import type { Role } from '@renewals/platform';
import type { ICommand } from '@nestjs/cqrs';
import { desk, officers, renewers } from '../../../api/src/identity/allowed';
import type { Caller } from '../../../api/src/identity/caller';
import { sourceFor } from '../../../api/src/renewals/source';
import { given } from './action-form';
import type { Asked } from './asked';
import { offsetsIn, reminderDaysCommand } from './reminder-days';

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
        [{ subject: { kind: 'license', id: licenseId }, currentExpiresOn: given(form.currentExpiresOn) }],
        sourceFor(caller, 1),
        context,
      ),
  },
  'request-maintenance': {
    roles: renewers,
    command: ({ licenseId, form, caller, context }) =>
      new RequestRenewal(
        [{ subject: { kind: 'maintenance', id: licenseId }, currentExpiresOn: given(form.currentExpiresOn) }],
        sourceFor(caller, 1),
        context,
      ),
  },
  quote: {
    roles: renewers,
    command: ({ form, context }) => new QuoteRenewal(given(form.renewalId), true, context),
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
  activate: {
    roles: renewers,
    command: ({ licenseId, context }) => new ActivateLicense(licenseId, context),
  },
  'add-quota': {
    roles: renewers,
    command: ({ licenseId, form, context }) => new AddQuota(licenseId, given(form.quantity), context),
  },
  'confirm-handshake': {
    roles: renewers,
    command: ({ licenseId, form, context }) => new ConfirmConfiguration(licenseId, given(form.code).trim(), context),
  },
  'extend-trial': {
    roles: renewers,
    command: ({ licenseId, context }) => new ExtendTrial(licenseId, context),
  },
  reactivate: {
    roles: ['support', 'admin'],
    command: ({ licenseId, form, context }) =>
      new ReactivateLicense(licenseId, isoDate(given(form.until)), given(form.reason), context),
  },
  'cancel-recurring-billing': {
    roles: renewers,
    command: ({ licenseId, context }) => new CancelRecurringBilling(licenseId, context),
  },
  'resume-recurring-billing': {
    roles: renewers,
    command: ({ licenseId, context }) => new ResumeRecurringBilling(licenseId, context),
  },
  'set-reminder-days': {
    roles: officers,
    command: (asked) => reminderDaysCommand(asked, offsetsIn(given(asked.form.days))),
  },
  'reset-reminder-days': {
    roles: officers,
    command: (asked) => reminderDaysCommand(asked, undefined),
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
