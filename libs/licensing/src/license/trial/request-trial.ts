import { isCompanyContact, type Organization } from '../../organization';
import { isCustomerSide } from '../../shared/actors';
import type { UnderPolicy } from '../../shared/decision';
import { enforce, refused, type Rule } from '../../shared/rule';
import type { License } from '../state';
import type { TrialRequested } from './events';

export type RequestTrial = TrialRequested['data'];

/** `organization` is the one that the trial is for. */
export interface AmongCompanies extends UnderPolicy {
  readonly organization: Organization;
}

type RequestRule = Rule<License, RequestTrial, AmongCompanies>;

const isForACompanyContact: RequestRule = (_license, { contactId, requestedBy }, { organization }) =>
  isCompanyContact(organization, contactId) && (!isCustomerSide(requestedBy) || requestedBy.id === contactId)
    ? undefined
    : refused(
        'NOT_FOUND',
        'There is no such company contact. Register, or accept the invitation to your company first.',
      );

const isTheFirst: RequestRule = (license, { product }, { policy }) =>
  license.status !== 'unissued' || license.trialRequest
    ? refused(
        'TRIAL_ALREADY_REQUESTED',
        `Your company has had its trial of ${product}. Buy the product, extend the trial while it runs, or write to ${policy.vendor.salesEmail}.`,
      )
    : undefined;

const rules: readonly RequestRule[] = [isForACompanyContact, isTheFirst];

/**
 * One trial of a product for each company, for ever (F): the stream that it stands in is named by company and product,
 * so whoever asks again finds the first.
 */
export function requestTrial(license: License, command: RequestTrial, decision: AmongCompanies): TrialRequested[] {
  enforce(rules, license, command, decision);
  return [{ type: 'TrialRequested', data: command }];
}
