import { Refusal } from '@renewals/licensing';
import type { Caller } from './caller';

/** People of one vendor neither see nor sell another's. */
export function refuseForeignPolicy(policy: string, { vendor }: Pick<Caller, 'vendor'>): void {
  if (vendor === undefined || vendor === policy) return;
  throw new Refusal('NOT_FOUND', `There is no policy ${policy} for you. Choose ${vendor}.`);
}
