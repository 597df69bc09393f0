import { enforce } from '../../shared/rule';
import { isIssued, isTrial } from '../rules';
import type { License } from '../state';
import type { TrialConverted } from './events';

export type ConvertTrial = TrialConverted['data'];

const rules = [isIssued, isTrial];

/**
 * Ends a trial on the day on which the license that was bought for it starts; the first that starts has it. Also one
 * that has expired: the purchase keeps its history.
 */
export function convertTrial(license: License, command: ConvertTrial): TrialConverted[] {
  if (license.status === 'converted' || license.status === 'terminated') return [];
  enforce(rules, license, command, {});
  return [{ type: 'TrialConverted', data: command }];
}
