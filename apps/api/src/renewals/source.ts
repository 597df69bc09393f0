import { Refusal, type RenewalSource } from '@renewals/licensing';
import type { Caller } from '../identity/caller';
import type { ProviderFormBody } from './requests';

/** Who asks decides which rules of the channel hold. */
export function sourceFor({ role }: Caller, lines: number): RenewalSource {
  if (role !== 'customer') return 'sales';
  return lines > 1 ? 'batch' : 'single';
}

/** The form is filled in at the payment provider: its program hands it on, or sales does. */
export function purchaseOrderFrom({ purchaseOrder }: ProviderFormBody, { role }: Caller): string {
  if (role !== 'customer') return purchaseOrder;
  throw new Refusal('NOT_ALLOWED', 'The form comes from the payment provider. Leave it out, or fill it in there.');
}
